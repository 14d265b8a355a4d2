"""Entries of plans and directives: their heads, and what stands in a directive's sections."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import chain

from handbook.dates.words import say_partial
from handbook.index import canonical_number
from handbook.model.document import Directive, Document
from handbook.model.plan import Plan
from handbook.relations import CARRYING_OUT
from handbook.search.entries import Entry, Section
from handbook.search.plan_sections import note_section, passage, plan_sections, role_names
from handbook.views.addresses import address_of
from handbook.views.marks import KIND_WORDS
from handbook.views.site import Site, body_name, document_name

_MAX_USED_BY = 3
_FIRST_YEAR, _YEARS = 2000, 40
_MANY_CITATIONS = 6
"""Citations count by their logarithm, up to 2 ** 6."""


def plan_entry(site: Site, plan: Plan) -> Entry:
    """Make the entry of a plan."""
    bodies = {task.body for task in plan.tasks if task.body}
    bodies.update(chain.from_iterable(one.bodies for one in plan.milestones))
    bodies.update(chain.from_iterable(one.bodies for one in plan.targets))
    signer = f"người ký {plan.signer.name}" if plan.signer else ""
    head = Section(
        kind="p",
        href=address_of("plan", plan.id),
        title=document_name(plan),
        text=_shown(plan, plan.summary),
        fields=(*_fields(site, plan), ("body", plan.summary), ("name", signer)),
        areas=tuple(site.index.areas[one].name for one in plan.areas),
        roles=role_names(site, sorted(bodies)),
        has_deadline=any(one.when for one in plan.milestones),
        names=_names(plan),
    )
    return _entry(site, plan, head)


def directive_entry(site: Site, directive: Directive) -> Entry:
    """Make the entry of a directive."""
    head = Section(
        kind="d",
        href=address_of("directive", directive.id),
        title=document_name(directive),
        text=_shown(directive, directive.summary),
        fields=(*_fields(site, directive), ("body", directive.summary)),
        areas=tuple(site.index.areas[one].name for one in directive.areas),
        names=_names(directive),
    )
    return _entry(site, directive, head)


def _fields(site: Site, document: Document) -> tuple[tuple[str, str], ...]:
    issuer = site.index.bodies.get(document.issuer or "")
    number = canonical_number(document)
    names = [issuer.name, issuer.short_name or "", *issuer.aliases] if issuer else []
    issued = document.issued
    return (
        ("number", f"{document.kind} {number}" if number else ""),
        ("title", document.title),
        ("title", document.short_title or ""),
        ("name", f"{document.kind}; {'; '.join(document.aliases)}"),
        ("name", "; ".join([*names, document.issuer_printed or "", document.place or ""])),
        ("name", f"ngày {say_partial(issued)} năm {issued[:4]}" if issued else ""),
    )


def _names(document: Document) -> tuple[str, ...]:
    return (document.title, document.short_title or "", *document.aliases)


def _shown(document: Document, summary: str) -> str:
    """Say what a result shows of a document: its title, unless that is its name; the summary."""
    return summary if document.title == document_name(document) else f"{document.title}. {summary}"


def _entry(site: Site, document: Plan | Directive, head: Section) -> Entry:
    issuer = site.index.bodies.get(document.issuer or "")
    status = site.status(document.id)
    ended = status.over
    state = document.validity.state if document.validity else "chưa rõ"
    known = state if state != "chưa rõ" else ""
    issued = document.issued
    return Entry(
        head=head,
        id=document.id,
        label=document.kind,
        number=canonical_number(document) or "",
        issuer=body_name(issuer) if issuer else document.issuer_printed or "",
        level=issuer.level if issuer else "",
        date=say_partial(issued) if issued else "",
        year=issued[:4] if issued else "",
        status=KIND_WORDS[status.kind].mark or known,
        force="đã hết, đã kết thúc" if ended or state == "hết hiệu lực" else state,
        used_by=_used_by(site, document),
        has_outline=isinstance(document, Plan) and document.outline is not None,
        standing=_standing(site, document, ended),
        sections=lambda: _sections(site, document),
    )


def _sections(site: Site, document: Plan | Directive) -> Iterator[Section]:
    if isinstance(document, Plan):
        yield from plan_sections(site, document)
        return
    if document.facts:
        yield passage("Điều đã biết", "da-biet", " ".join(one.text for one in document.facts))
    if document.unknown:
        yield passage("Điều chưa rõ", "chua-ro", " ".join(document.unknown))
    yield from (note_section(one) for one in document.notes)


def _standing(site: Site, document: Plan | Directive, ended: bool) -> float:
    """Rank documents that match alike: in force, then cited, then new."""
    cited = len(site.index.incoming_relations.get(document.id, ()))
    year = int(document.issued[:4]) if document.issued else _FIRST_YEAR
    newness = min(max(year - _FIRST_YEAR, 0), _YEARS) / _YEARS
    much_cited = min(math.log2(1 + cited) / _MANY_CITATIONS, 1)
    generic = isinstance(document, Directive) and document.generic
    return 0.3 + 0.25 * newness + 0.25 * much_cited + 0.2 * (not ended) - 0.15 * generic


def _used_by(site: Site, document: Plan | Directive) -> str:
    """Name the documents that carry this one out, a few of them."""
    names = {
        one.source.id: document_name(one.source)
        for one in site.index.incoming_relations.get(document.id, ())
        if one.relation.type in CARRYING_OUT
    }
    if not names:
        return ""
    more = len(names) - _MAX_USED_BY
    said = "; ".join(list(names.values())[:_MAX_USED_BY])
    return f"Thực hiện trong: {said}" + (f" và {more} văn bản khác" if more > 0 else "")
