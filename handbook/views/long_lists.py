"""A list too long for one table: its newest rows whole, the others in parts.

An old PC lays out a table of a thousand rows in a second or two, but one of ten thousand in half a
minute.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from handbook.views import family, lists
from handbook.views.lists import Row
from handbook.views.parts import Entry, LongList, fold, name_page_list
from handbook.views.site import Link, Site

MAX_ROWS = 1_000
"""Rows of a table that holds a whole list; they can be filtered and sorted."""

NEWEST_ROWS = 400
"""Rows of the table when the list is longer than that."""


class RowList(NamedTuple):
    """A list that is a table on a page of its own; `size` counts its rows without making them."""

    page: Link
    rows: Callable[[Site], Sequence[Row]]
    size: Callable[[Site], int]
    facets: tuple[str, ...] = ()


DOCUMENT_FACETS = ("kind", "year", "status", "level", "body", "area")

ROW_LISTS: dict[str, RowList] = {
    "plans": RowList(
        Link("ke-hoach/", "Kế hoạch, hướng dẫn"), lists.plan_rows,
        lambda site: len(site.index.plans), DOCUMENT_FACETS,
    ),
    "directives": RowList(
        Link("van-ban/", "Văn bản chỉ đạo"), lists.directive_rows,
        lambda site: len(site.index.directives), DOCUMENT_FACETS,
    ),
    "outlines": RowList(
        Link("de-cuong/", "Đề cương báo cáo"), lists.outline_rows,
        lambda site: len(site.index.plans),
    ),
    "families": RowList(
        Link("luoc-do/", "Lược đồ"), family.family_rows,
        lambda site: len(site.chain.heads), ("level",),
    ),
}  # fmt: skip
"""Block of a hand-written page → its list."""


def row_list(name: str) -> Callable[[Site], dict[str, Any]]:
    """Give the view of a list of `ROW_LISTS`."""
    one = ROW_LISTS[name]
    return lambda site: limited(one.page, one.rows(site), one.facets)


def older_row_lists(site: Site) -> list[LongList]:
    """Give, for each list that is too long for a table, the rows that it has no room for."""
    long = (one for one in ROW_LISTS.values() if one.size(site) > MAX_ROWS)
    return [older_rows(one.page, one.rows(site)) for one in long]


def limited(page: Link, rows: Sequence[Row], facets: Sequence[str]) -> dict[str, Any]:
    """Prepare a list of rows, which stand in the order in which they are to be shown."""
    older = older_rows(page, rows)
    return {
        "rows": rows[: len(rows) - len(older.items)],
        "facets": facets,
        "older": fold(older),
        "total": len(rows),
    }


def older_rows(page: Link, rows: Sequence[Row]) -> LongList:
    """Give the rows for which the table has no room."""
    return LongList(
        name=name_page_list(page),
        title=page.text,
        page=page,
        items=rows[NEWEST_ROWS:] if len(rows) > MAX_ROWS else (),
        heading=_heading,
        entry=lambda row: Entry(row.link._replace(hint=""), detail=row.detail),
    )


def _heading(row: Row) -> str:
    year = row.facets.get("year") or row.cells.get("Năm")
    return f"Năm {year}" if year else ""
