"""A list too long for one table: its newest rows whole, the others as links under their year.

An old office PC lays out a table of a thousand rows in a second or two, but one of ten thousand in
half a minute.  What stands in folded parts is not laid out until it is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from handbook.grouping import grouped
from handbook.views.lists import Row
from handbook.views.site import Link

MAX_ROWS = 1_000
"""Rows of a table; they can be filtered and sorted, the others are found by search."""


class Older(NamedTuple):
    """The rows of a year that the table has no room for."""

    year: str
    links: list[Link]


def limited(rows: Sequence[Row], facets: Iterable[str]) -> dict[str, Any]:
    """Prepare a list of rows, which stand in the order in which they are to be shown."""
    rest = grouped((row.facets.get("year", ""), row.link) for row in rows[MAX_ROWS:])
    return {
        "rows": rows[:MAX_ROWS],
        "facets": tuple(facets),
        "older": [Older(year, list(links)) for year, links in rest.items()],
        "total": len(rows),
    }
