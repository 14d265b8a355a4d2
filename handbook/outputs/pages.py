"""Pages: the table of page kinds, and rendering one page to HTML.

A new page kind is one row in `RECORD_PAGES` (a page for every record) or `LIST_PAGES` (one page),
one view function, one template.  Templates are autoescaped and see only what the view prepared:
data never reaches Jinja as source, nor Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from handbook.dates.words import say_partial
from handbook.model.base import Record
from handbook.outputs import fragments
from handbook.outputs.annotate import annotate_page
from handbook.outputs.citation_links import link_citations
from handbook.outputs.svg import target_chart
from handbook.outputs.timeline_svg import timeline_chart
from handbook.views import (
    agenda,
    body,
    body_list,
    citations,
    concepts,
    coverage,
    directory,
    dossier,
    family,
    fields,
    lists,
    months,
    notes,
    outline,
    part_pages,
    paths,
    plan,
    procedures,
    records,
    role,
    self_check,
)
from handbook.views import rules as rules_view
from handbook.views.addresses import address_of, root_from
from handbook.views.long_lists import row_list
from handbook.views.parts import NOTHING_FOLDED
from handbook.views.site import UNKNOWN, Site, document_name

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


class RecordPage(NamedTuple):
    """A kind of page made for every record of a kind."""

    template: str
    ids: Callable[[Site], Iterable[str]]
    view: Callable[[Site, str], dict[str, Any]]
    title: Callable[[Site, str], str]
    document: Callable[[Site, str], Record | None] = lambda site, record_id: None
    """The record whose words the page tells: citations are read as it speaks."""
    is_other_look: bool = False
    """Whether its pages show records that have a page of another kind, which lists lead to."""
    tells_heads_of_others: bool = False
    """True if, of plans that the record does not refer to nor they to it, no more than the heads
    is told: such a page is taken from the last build while its sources are the same."""


class ListPage(NamedTuple):
    """A block that a hand-written page calls by its macro name."""

    template: str
    view: Callable[[Site], dict[str, Any]]


class RecordBlock(NamedTuple):
    """A block about one record, which a hand-written page calls with the record's id."""

    template: str
    view: Callable[[Site, str], dict[str, Any]]


class Heading(NamedTuple):
    """An entry of a page's table of contents."""

    level: int
    id: str
    text: str


class Rendered(NamedTuple):
    """A page's body with what the theme needs around it."""

    html: str
    title: str
    headings: list[Heading]


RECORD_PAGES: dict[str, RecordPage] = {
    "plan": RecordPage(
        "plan.html", lambda s: s.index.plans, plan.plan_page,
        lambda s, i: document_name(s.index.plans[i]), lambda s, i: s.index.plans[i],
        tells_heads_of_others=True,
    ),
    "dossier": RecordPage(
        "dossier.html", lambda s: s.index.plans, dossier.dossier_page,
        dossier.dossier_name, lambda s, i: s.index.plans[i],
        is_other_look=True, tells_heads_of_others=True,
    ),
    "directive": RecordPage(
        "directive.html", lambda s: s.index.directives, records.directive_page,
        lambda s, i: document_name(s.index.directives[i]), lambda s, i: s.index.directives[i],
        tells_heads_of_others=True,
    ),
    "body": RecordPage(
        "body.html", lambda s: s.index.bodies, body.body_page,
        lambda s, i: s.index.bodies[i].name, lambda s, i: s.index.bodies[i],
    ),
    "area": RecordPage(
        "area.html", lambda s: s.index.areas, records.area_page,
        lambda s, i: s.index.areas[i].name, tells_heads_of_others=True,
    ),
    "role": RecordPage(
        "role.html", lambda s: s.index.roles, role.role_page,
        lambda s, i: s.index.roles[i].name, lambda s, i: s.index.roles[i],
    ),
    "outline": RecordPage(
        "outline.html",
        lambda s: [one.id for one in s.index.plans.values() if one.outline],
        outline.outline_page,
        lambda s, i: s.outline(i).text, lambda s, i: s.index.plans[i],
        tells_heads_of_others=True,
    ),
    "procedure": RecordPage(
        "procedure.html", lambda s: s.index.procedures, procedures.procedure_page,
        lambda s, i: s.index.procedures[i].title, lambda s, i: s.index.procedures[i],
    ),
    "family": RecordPage(
        "family.html", lambda s: s.chain.below, family.family_page,
        lambda s, i: f"Lược đồ {s.document(i).text}", lambda s, i: s.index.documents[i],
        is_other_look=True,
    ),
    "path": RecordPage(
        "path.html", lambda s: s.index.paths, paths.path_page,
        lambda s, i: s.index.paths[i].title,
    ),
    "part": RecordPage(
        "part.html", part_pages.part_ids, part_pages.part_page, part_pages.part_title,
        is_other_look=True,
    ),
}  # fmt: skip


def _rows(view: Callable[[Site], list[lists.Row]]) -> Callable[[Site], dict[str, Any]]:
    """Make the view of a list that never grows long."""
    return lambda site: {"rows": view(site), "facets": (), "older": NOTHING_FOLDED}


LIST_PAGES: dict[str, ListPage] = {
    "home": ListPage("home.html", lists.home_page),
    "plans": ListPage("list.html", row_list("plans")),
    "directives": ListPage("list.html", row_list("directives")),
    "bodies": ListPage("bodies.html", body_list.bodies_list),
    "areas": ListPage("list.html", _rows(lists.area_rows)),
    "roles": ListPage("list.html", _rows(lists.role_rows)),
    "outlines": ListPage("list.html", row_list("outlines")),
    "procedures": ListPage("list.html", _rows(lists.procedure_rows)),
    "families": ListPage("list.html", row_list("families")),
    "agenda": ListPage("agenda.html", agenda.agenda_page),
    "months": ListPage("months.html", months.months_page),
    "calendars": ListPage("calendars.html", lists.calendars_list),
    "concepts": ListPage("concepts.html", concepts.concepts_list),
    "reports": ListPage("reports.html", concepts.reports_list),
    "paths": ListPage("paths.html", paths.paths_list),
    "targets": ListPage("targets.html", lists.targets_list),
    "glossary": ListPage("glossary.html", lists.glossary_list),
    "notes": ListPage("notes.html", notes.notes_list),
    "citations": ListPage("citations.html", citations.citations_list),
    "directory": ListPage("directory.html", directory.directory_list),
    "coverage": ListPage("coverage.html", coverage.coverage_list),
    "fields": ListPage("fields.html", fields.fields_list),
    "rules": ListPage("rules.html", rules_view.rules_list),
}


RECORD_BLOCKS: dict[str, RecordBlock] = {
    "concept_end": RecordBlock("concept_end.html", self_check.concept_block),
}


def record_addresses(site: Site) -> list[tuple[str, str, str]]:
    """List every generated page as (kind, id, address)."""
    return [
        (kind, one, address_of(kind, one))
        for kind, row in RECORD_PAGES.items()
        for one in row.ids(site)
    ]


def render_record(site: Site, kind: str, record_id: str, address: str | None = None) -> Rendered:
    """Render one record for the page at `address`, its own when none is given."""
    row = RECORD_PAGES[kind]
    address = address_of(kind, record_id) if address is None else address
    html = _render(row.template, address, row.view(site, record_id))
    linked = annotate_page(site, html, root_from(address), row.document(site, record_id))
    return Rendered(linked, row.title(site, record_id), headings_of(html))


def render_list(site: Site, name: str, address: str) -> Rendered:
    """Render one list block for the page at `address`."""
    row = LIST_PAGES[name]
    html = _render(row.template, address, row.view(site))
    return Rendered(link_citations(site, html, root_from(address)), "", headings_of(html))


def render_block(site: Site, name: str, record_id: str, address: str) -> Rendered:
    """Render the block of one record for the page at `address`."""
    row = RECORD_BLOCKS[name]
    html = _render(row.template, address, row.view(site, record_id))
    return Rendered(link_citations(site, html, root_from(address)), "", headings_of(html))


def _render(template: str, address: str, context: dict[str, Any]) -> str:
    return _environment().get_template(template).render(root=root_from(address), **context)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        UNKNOWN=UNKNOWN,
        data_block=fragments.data_block,
        link=fragments.link,
        shown=fragments.shown,
        links=fragments.links,
        note_marks=fragments.note_marks,
        placed=fragments.placed,
        roles_of=fragments.roles,
        say_partial=say_partial,
        target_chart=target_chart,
        timeline_chart=timeline_chart,
        to=fragments.to,
        when=fragments.when,
        where=fragments.where,
    )
    return environment


_HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r'<span class="hb-(?:count|tag|mark)[^>]*">.*?</span>|<[^>]+>')


def headings_of(html: str) -> list[Heading]:
    """Collect the h2 and h3 that bear an id, for the table of contents."""
    return [
        Heading(int(level), anchor, Markup(_TAG.sub("", inner)).unescape().strip())
        for level, anchor, inner in _HEADING.findall(html)
    ]


_DIRECTORY_LINK = re.compile(
    r'(\shref=)(?:"((?:\.{1,2}/)*(?:[^"#?:/]+/)*|\.{1,2}(?:/\.\.)*)([#?][^"]*)?")'
)


def name_index_files(html: str) -> str:
    """Write `index.html` into links to folders, so that the same files open from a disk or a share.

    A web server finds `ke-hoach/` by itself; a browser that opens a folder as `file://` does not.

    >>> name_index_files('<a href="../don-vi/ldld/#nv-1">'), name_index_files('<a href="#nv-1">')
    ('<a href="../don-vi/ldld/index.html#nv-1">', '<a href="#nv-1">')
    >>> name_index_files('<a href=".">')
    '<a href="./index.html">'
    """
    return _DIRECTORY_LINK.sub(_with_index, html)


def _with_index(match: re.Match[str]) -> str:
    prefix, path, rest = match[1], match[2], match[3] or ""
    if not path:
        return match[0]
    slash = "" if path.endswith("/") else "/"
    return f'{prefix}"{path}{slash}index.html{rest}"'
