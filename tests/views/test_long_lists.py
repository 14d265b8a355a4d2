"""A long list shows its newest rows whole and loses none of the others."""

from __future__ import annotations

import pytest

from handbook.views import long_lists
from handbook.views.lists import Row
from handbook.views.long_lists import limited, older_rows
from handbook.views.site import Link


def row(number: int, year: str) -> Row:
    return Row(Link(f"ke-hoach/{number}/", f"Kế hoạch {number}"), "", {}, {"year": year})


ROWS = [row(1, "2025"), row(2, "2025"), row(3, "2024"), row(4, "2024"), row(5, "chưa rõ")]


PAGE = Link("ke-hoach/", "Kế hoạch")


def test_a_list_with_room_is_one_table() -> None:
    page = limited(PAGE, ROWS, ["year"])

    assert (page["rows"], page["older"].total, page["facets"]) == (ROWS, 0, ["year"])


def test_what_has_no_room_stands_under_its_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_lists, "MAX_ROWS", 4)
    monkeypatch.setattr(long_lists, "NEWEST_ROWS", 3)

    page = limited(PAGE, ROWS, ["year"])
    older = older_rows(PAGE, ROWS)

    assert page["rows"] == ROWS[:3]
    assert page["total"] == 5
    assert [one.link for one in page["older"].entries] == [one.link for one in ROWS[3:]]
    assert [older.heading(one) for one in older.items] == ["Năm 2024", "Năm chưa rõ"]
