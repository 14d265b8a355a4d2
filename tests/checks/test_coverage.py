"""Places in the source: possible lines, and every line with text accounted for."""

from __future__ import annotations

import pytest

from tests.catalogues import PLAN, PROCEDURE, TERM, BaseCatalogue, place_of

NOTE = "lines: [5, 11]"


@pytest.mark.parametrize(
    ("new", "needle"),
    [
        ("lines: [5, 13]", "13]"),
        ("lines: [11, 5]", "5]\n    printed"),
        ("lines: [5, 5, 11]", "5, 11]"),
        ("lines: [5, 11, 11]", "11]\n    printed"),
    ],
)
def test_impossible_line_is_one_problem_at_the_line(
    base: BaseCatalogue, new: str, needle: str
) -> None:
    text = base.edit(PLAN, (NOTE, new))

    assert base.places() == [("DONG-01", *place_of(text, needle))]


def test_line_deep_in_the_outline_is_checked(base: BaseCatalogue) -> None:
    text = base.edit(PLAN, ("            lines: [10]", "            lines: [10, 99]"))

    assert base.places() == [("DONG-01", *place_of(text, "99"))]


@pytest.mark.parametrize("path", [TERM, PROCEDURE])
def test_line_of_a_quoted_plan_is_checked(base: BaseCatalogue, path: str) -> None:
    text = base.edit(path, ("lines: [2]", "lines: [2, 13]"))

    assert base.places() == [("DONG-01", *place_of(text, "13"))]


def test_order_of_lines_is_checked_in_every_record(base: BaseCatalogue) -> None:
    text = base.edit(TERM, ("lines: [2]", "lines: [3, 2]"))

    assert base.places() == [("DONG-01", *place_of(text, "2]"))]


def test_file_of_unknown_length_sets_no_limit(base: BaseCatalogue) -> None:
    base.edit(PLAN, ("    lines: 12\n", ""), (NOTE, "lines: [5, 11, 500]"))

    assert base.check() == []


def test_lines_without_an_item_are_a_hint_that_names_the_gap(base: BaseCatalogue) -> None:
    text = base.edit(
        PLAN,
        ("    lines: 12\n", "    lines: 30\n"),
        ("lines_with_text: 11", "lines_with_text: 20"),
        (NOTE, "lines: [5, 11, 25]"),
    )

    (problem,) = base.check()

    assert (problem.code, problem.level) == ("DONG-02", "lưu ý")
    assert (problem.line, problem.column) == place_of(text, "20\n")
    assert "12 trên 20" in problem.message
    assert "dòng 12–24" in problem.hint


def test_source_without_a_count_is_not_measured(base: BaseCatalogue) -> None:
    base.edit(PLAN, ("    lines_with_text: 11\n", ""), (NOTE, "lines: [5]"))

    assert base.check() == []
