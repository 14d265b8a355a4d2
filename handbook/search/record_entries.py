"""Entries of areas, roles, terms, bodies and procedures."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.reference import Body, Procedure, Step
from handbook.search.document_entries import directive_entry, plan_entry
from handbook.search.entries import Entry, Section
from handbook.search.path_entries import path_entries
from handbook.search.plan_sections import body_names, role_names
from handbook.views.addresses import address_of
from handbook.views.site import Site, body_name

_MAX_NAMES = 20


def record_entries(site: Site) -> Iterator[Entry]:
    """Yield an entry for every record of the catalogue."""
    index = site.index
    yield from _area_entries(site)
    yield from _role_entries(site)
    yield from _term_entries(site)
    yield from (_body_entry(site, one) for one in index.bodies.values())
    yield from (_procedure_entry(site, one) for one in index.procedures.values())
    yield from path_entries(site)
    yield from (plan_entry(site, one) for one in index.plans.values())
    yield from (directive_entry(site, one) for one in index.directives.values())


def _area_entries(site: Site) -> Iterator[Entry]:
    for one in site.index.areas.values():
        head = Section(
            kind="a",
            href=address_of("area", one.id),
            title=one.name,
            text=one.summary,
            fields=(("title", one.name), ("name", "; ".join(one.aliases)), ("body", one.summary)),
            areas=(one.name,),
            names=(one.name,),
        )
        yield Entry(head=head, id=one.id, label="Lĩnh vực", standing=0.6)


def _role_entries(site: Site) -> Iterator[Entry]:
    for one in site.index.roles.values():
        bodies = site.index.bodies_of_role.get(one.id, ())
        names = sorted({site.index.bodies[body].name for body in bodies})
        head = Section(
            kind="r",
            href=address_of("role", one.id),
            title=one.name,
            text=one.summary,
            fields=(
                ("title", one.name),
                ("body", one.summary),
                ("context", "; ".join(names[:_MAX_NAMES])),
            ),
            roles=(one.name,),
            names=(one.name,),
        )
        yield Entry(head=head, id=one.id, label="Vai trò", standing=0.6)


def _term_entries(site: Site) -> Iterator[Entry]:
    for one in site.index.terms.values():
        head = Section(
            kind="g",
            href=address_of("term", one.id),
            title=one.abbreviation,
            text=f"{one.expansion}. {one.meaning}",
            fields=(
                ("title", one.abbreviation),
                ("title", one.expansion),
                ("name", "; ".join(one.variants)),
                ("body", one.meaning),
            ),
            names=(one.abbreviation, one.expansion, *one.variants),
        )
        yield Entry(head=head, id=one.id, label="Thuật ngữ", standing=0.6)


def _body_entry(site: Site, body: Body) -> Entry:
    parent = site.index.bodies.get(body.parent or "")
    ended = bool(body.existed and body.existed.until) or bool(body.successors)
    above = f"Trực thuộc {parent.name}" if parent else f"Cấp {body.level}"
    head = Section(
        kind="b",
        href=address_of("body", body.id),
        title=body.name,
        text=body.summary or above,
        fields=(
            ("title", body.name),
            ("title", body.short_name or ""),
            ("name", "; ".join(body.aliases)),
            ("body", body.summary or ""),
            ("context", f"{above}. {' '.join(one.text for one in body.facts)}"),
        ),
        roles=role_names(site, (body.id,)),
        names=(body.name, body.short_name or "", *body.aliases),
    )
    return Entry(
        head=head,
        id=body.id,
        label="Đơn vị",
        level=body.level,
        issuer=body_name(parent) if parent else "",
        status="đã thay đổi tổ chức" if ended else "",
        standing=0.45 if ended else 0.5,
    )


def _procedure_entry(site: Site, procedure: Procedure) -> Entry:
    head = Section(
        kind="q",
        href=address_of("procedure", procedure.id),
        title=procedure.title,
        text=procedure.summary,
        fields=(
            ("title", procedure.title),
            ("body", procedure.summary),
            ("context", "quy trình, các bước"),
        ),
        roles=tuple(site.role(one).text for one in procedure.roles),
        names=(procedure.title,),
    )
    return Entry(
        head=head,
        id=procedure.id,
        label="Quy trình",
        standing=0.7,
        sections=lambda: _steps(site, procedure),
    )


def _words_of(step: Step) -> str:
    """Give what a step says beside its title: a reader may remember any of it."""
    said = (step.text, step.when, step.form, step.result, *(one.text for one in step.pitfalls))
    return " ".join(one for one in said if one)


def _steps(site: Site, procedure: Procedure) -> Iterator[Section]:
    for one in procedure.steps:
        names = body_names(site, one.bodies)
        yield Section(
            kind="u",
            href=one.id,
            title=one.title,
            text=one.text,
            fields=(("heading", one.title), ("body", _words_of(one)), ("name", names)),
            place=procedure.title,
            roles=role_names(site, one.bodies),
        )
