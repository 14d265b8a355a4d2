"""The list of bodies, level by level: a page of a federation's bodies is many screens long."""

from __future__ import annotations

from typing import Any, NamedTuple

from handbook.grouping import grouped
from handbook.model.reference import BODY_LEVELS, Body, BodyLevel
from handbook.text import slugify, sort_key
from handbook.views.body import why_no_parent
from handbook.views.lists import Row
from handbook.views.site import Site, body_name


class RowGroup(NamedTuple):
    """Rows under a heading of their own; `id` is its anchor."""

    id: str
    title: str
    rows: tuple[Row, ...]


_LEVEL = "Cấp"

_TITLES: dict[BodyLevel, str] = {
    "trung ương": "Cấp trung ương",
    "tỉnh": "Cấp tỉnh, thành phố",
    "huyện": "Cấp huyện, quận",
    "cơ sở": "Cấp cơ sở",
    "bộ phận": "Bộ phận, ban trong một đơn vị",
}


def bodies_list(site: Site) -> dict[str, Any]:
    """List the bodies level by level, so that a level can be passed over whole."""
    held = grouped((row.facets["level"], _under_its_level(row)) for row in body_rows(site))
    return {
        "groups": [
            RowGroup(f"cap-{slugify(level)}", _TITLES[level], held[level])
            for level in BODY_LEVELS
            if level in held
        ],
        "facets": ("level", "kind", "role"),
    }


def _under_its_level(row: Row) -> Row:
    """Leave the level to the heading above the row."""
    cells = {name: text for name, text in row.cells.items() if name != _LEVEL}
    return row._replace(cells=cells)


def _parent(site: Site, body: Body) -> str:
    return body_name(site.index.bodies[body.parent]) if body.parent else why_no_parent(site, body)


def body_rows(site: Site) -> list[Row]:
    """List the bodies by level, then by name."""
    bodies = sorted(
        site.index.bodies.values(),
        key=lambda one: (BODY_LEVELS.index(one.level), sort_key(one.name)),
    )
    return [
        Row(
            link=site.body(one.id),
            detail=one.name if body_name(one) != one.name else "",
            cells={
                _LEVEL: one.level,
                "Loại": one.kind,
                "Trực thuộc": _parent(site, one),
                "Nhiệm vụ": str(len(site.index.tasks_led_by.get(one.id, ()))),
            },
            facets={
                "level": one.level,
                "kind": one.kind,
                "role": "|".join(site.role(role).text for role in one.roles),
            },
        )
        for one in bodies
    ]
