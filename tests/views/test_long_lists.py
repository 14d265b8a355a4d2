"""A long list shows its newest rows whole and loses none of the others."""

from __future__ import annotations

from itertools import chain

import pytest

from handbook.views import long_lists
from handbook.views.lists import Row
from handbook.views.long_lists import limited
from handbook.views.site import Link


def row(number: int, year: str) -> Row:
    return Row(Link(f"ke-hoach/{number}/", f"Kế hoạch {number}"), "", {}, {"year": year})


ROWS = [row(1, "2025"), row(2, "2025"), row(3, "2024"), row(4, "2024"), row(5, "chưa rõ")]


def test_a_list_with_room_is_one_table() -> None:
    page = limited(ROWS, ["year"])

    assert (page["rows"], page["older"], page["facets"]) == (ROWS, [], ("year",))


def test_what_has_no_room_stands_under_its_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_lists, "MAX_ROWS", 3)

    page = limited(ROWS, ["year"])

    assert page["rows"] == ROWS[:3]
    assert [(one.year, [link.text for link in one.links]) for one in page["older"]] == [
        ("2024", ["Kế hoạch 4"]),
        ("chưa rõ", ["Kế hoạch 5"]),
    ]
    shown = [one.link for one in page["rows"]] + list(chain(*(one.links for one in page["older"])))
    assert shown == [one.link for one in ROWS]
    assert page["total"] == 5
