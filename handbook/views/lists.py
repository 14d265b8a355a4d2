"""What the list pages show: every record of a kind, with the facets lists are filtered by."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from handbook.dates.words import say_partial
from handbook.procedures import number_steps
from handbook.text import sort_key
from handbook.views.addresses import address_of
from handbook.views.agenda_times import choose_times
from handbook.views.document_lists import page_list
from handbook.views.events import ALL, calendar_path
from handbook.views.items import milestone_view, target_view
from handbook.views.limits import latest_first, limited_targets, older_targets, targets_ahead
from handbook.views.marks import status_facets
from handbook.views.parts import LongList
from handbook.views.paths import ways_in
from handbook.views.procedures import ordered_procedures
from handbook.views.site import (
    UNKNOWN,
    Link,
    Site,
    body_name,
    document_name,
    newest_first,
    place,
)

MAX_BARS = 30
"""A chart of more bars than this is no longer read; the table below it has every target."""

MAX_NEAREST = 5
"""How many milestones the home page shows."""


TARGETS = Link("chi-tieu/", "Chỉ tiêu")


class Row(NamedTuple):
    """A row of a list: what it links to, what it says, and its facets (several values: `a|b`).

    `sort_values` gives, for a cell whose words do not sort as they read, what to sort it by.
    """

    link: Link
    detail: str
    cells: dict[str, str]
    facets: dict[str, str]
    sort_values: Mapping[str, str] = MappingProxyType({})


def plan_rows(site: Site) -> list[Row]:
    """List the plans, newest first; undated ones last."""
    plans = sorted(site.index.plans.values(), key=lambda one: sort_key(document_name(one)))
    return [_document_row(site, one) for one in sorted(plans, key=newest_first)]


def directive_rows(site: Site) -> list[Row]:
    """List the directives, newest first; undated ones last."""
    documents = sorted(site.index.directives.values(), key=lambda one: sort_key(document_name(one)))
    return [_document_row(site, one) for one in sorted(documents, key=newest_first)]


def _document_row(site: Site, document: Any) -> Row:
    issuer = site.index.bodies.get(document.issuer or "")
    carried_out = len({one.source.id for one in site.index.incoming_relations.get(document.id, ())})
    return Row(
        link=site.document(document.id),
        detail=document.title,
        cells={
            "Ngày": say_partial(document.issued) if document.issued else UNKNOWN,
            "Cơ quan ban hành": body_name(issuer) if issuer else document.issuer_printed or UNKNOWN,
            "Được nhắc đến trong": f"{carried_out} văn bản" if carried_out else "chưa văn bản nào",
        },
        facets={
            "kind": document.kind,
            "year": document.issued[:4] if document.issued else UNKNOWN,
            **status_facets(site.status(document.id)),
            "level": issuer.level if issuer else UNKNOWN,
            "body": body_name(issuer) if issuer else UNKNOWN,
            "area": "|".join(link.text for link in site.areas(document.areas)),
        },
        sort_values={"Ngày": document.issued or ""},
    )


def area_rows(site: Site) -> list[Row]:
    """List the areas in the order their records name."""
    areas = sorted(site.index.areas.values(), key=lambda one: (one.order, sort_key(one.name)))
    return [
        Row(
            link=site.area(one.id),
            detail=one.summary,
            cells={"Nhiệm vụ": str(len(site.index.tasks_in_area.get(one.id, ())))},
            facets={},
        )
        for one in areas
    ]


def role_rows(site: Site) -> list[Row]:
    """List the roles in the order their records name."""
    roles = sorted(site.index.roles.values(), key=lambda one: (one.order, sort_key(one.name)))
    return [Row(site.role(one.id), one.summary, {}, {}) for one in roles]


def outline_rows(site: Site) -> list[Row]:
    """List the plans that bring a report outline."""
    return [
        Row(
            link=site.outline(one.id)._replace(hint="", marks=site.document(one.id).marks),
            detail=f"Tên in: {one.outline.title}",
            cells={"Năm": one.issued[:4] if one.issued else UNKNOWN},
            facets={},
        )
        for one in sorted(site.index.plans.values(), key=newest_first)
        if one.outline
    ]


def procedure_rows(site: Site) -> list[Row]:
    """List the procedures."""
    return [
        Row(
            link=Link(address_of("procedure", one.id), one.title),
            detail=one.summary,
            cells={"Số bước": str(number_steps(one)[-1].number)},
            facets={},
        )
        for one in ordered_procedures(site)
    ]


def targets_list(site: Site) -> dict[str, Any]:
    """List every target, with the chart of those measured in per cent."""
    per_cent = [
        one for one in site.index.targets if one.item.unit == "%" and one.item.value is not None
    ]
    newest = sorted(per_cent, key=latest_first)[:MAX_BARS]
    bars = [(target_view(site, *one), float(one.item.value or 0)) for one in newest]
    targets = limited_targets(site, site.index.targets, older_targets_list(site))
    return {"targets": targets, "bars": bars}


def older_targets_list(site: Site) -> LongList:
    """Give the plans whose targets the list does not show whole."""
    return page_list(site, TARGETS, older_targets(site.index.targets))


def glossary_list(site: Site) -> dict[str, Any]:
    """List the glossary in Vietnamese order."""
    terms = sorted(site.index.terms.values(), key=lambda one: sort_key(one.abbreviation))
    return {
        "rows": [
            {
                "term": one,
                "see_also": [site.term(other) for other in one.see_also],
                "seen_in": [(site.document(seen.plan), place(seen.at)) for seen in one.seen_in],
            }
            for one in terms
        ]
    }  # fmt: skip


def calendars_list(site: Site) -> dict[str, Any]:
    """List the calendars a reader may want: everything, and one for each role."""
    roles = sorted(site.index.roles.values(), key=lambda one: (one.order, sort_key(one.name)))
    return {
        "all": ALL,
        "roles": [(site.role(one.id), calendar_path("role", one.id)) for one in roles],
    }


def home_page(site: Site) -> dict[str, Any]:
    """Prepare the home page: ways in, newest documents, nearest deadlines."""
    dated = choose_times(site).dated
    ahead = [one for one in dated if one.span.last and one.span.last >= site.today]
    # A milestone that recurs has several times, and is told once.
    nearest = {(one.plan.id, one.milestone.id): one for one in ahead or reversed(dated)}
    shown = list(nearest.values())[:MAX_NEAREST]
    most_cited = sorted(
        site.index.directives.values(),
        key=lambda one: -len(site.index.incoming_relations.get(one.id, ())),
    )
    newest = sorted(site.index.plans.values(), key=newest_first)[:6]
    return {
        "ways": ways_in(site),
        "plans": [_document_row(site, one) for one in newest],
        "milestones": [milestone_view(site, one.plan, one.milestone) for one in shown],
        "ahead": bool(ahead),
        "targets_ahead": targets_ahead(site),
        "roles": role_rows(site),
        "procedures": procedure_rows(site),
        "directives": [
            (site.document(one.id), len(site.index.incoming_relations.get(one.id, ())))
            for one in most_cited
            if not one.generic and one.number
        ][:6],
        "counts": {
            "plans": len(site.index.plans),
            "directives": len(site.index.directives),
            "tasks": len(site.index.tasks),
            "milestones": len(site.index.milestones),
        },
    }
