"""Bodies: nobody stands above or comes after itself."""

from __future__ import annotations

from tests.catalogues import BODY, NEW_BODY, BaseCatalogue, place_of

CDCS = "data/bodies/cdcs-mau.yml"


def test_loop_of_two_parents_is_one_problem(base: BaseCatalogue) -> None:
    base.edit(BODY, ("level:", "parent: cdcs-mau\nlevel:"))

    (problem,) = base.check()

    assert (problem.code, problem.path) == ("DON-VI-01", CDCS)
    assert "cdcs-mau → cong-doan-mau → cdcs-mau" in problem.message


def test_loop_of_three_and_who_hangs_on_it_are_one_problem(base: BaseCatalogue) -> None:
    base.edit(BODY, ("level:", "parent: cong-doan-moi\nlevel:"))
    base.edit(NEW_BODY, ("level:", "parent: cong-doan-mau\nlevel:"))

    problems = base.check()

    assert [(one.code, one.path) for one in problems] == [("DON-VI-01", BODY)]


def test_own_parent_is_one_problem(base: BaseCatalogue) -> None:
    text = base.edit(NEW_BODY, ("level:", "parent: cong-doan-moi\nlevel:"))

    assert base.places() == [("DON-VI-01", *place_of(text, "cong-doan-moi", 2))]


def test_loop_of_successors_is_one_problem_at_the_successor(base: BaseCatalogue) -> None:
    base.edit(NEW_BODY, ("sources:", "successors:\n  - cdcs-mau\n  - cong-doan-mau\nsources:"))

    problems = base.check()

    assert [(one.code, one.path) for one in problems] == [("DON-VI-02", BODY)]
    assert "cong-doan-mau → cong-doan-moi → cong-doan-mau" in problems[0].message


def test_unknown_parent_is_no_loop(base: BaseCatalogue) -> None:
    base.edit(CDCS, ("parent: cong-doan-mau", "parent: ai-do"))

    assert [one.code for one in base.check()] == ["THAM-CHIEU-02"]
