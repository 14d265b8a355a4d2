"""Checks are run all together, or picked and skipped by name or code."""

from __future__ import annotations

import inspect

import pytest

from handbook.checks import CHECKS, load_and_check, run_checks
from handbook.index import Index
from handbook.problems import LEVELS, Level
from tests.catalogues import PLAN, BaseCatalogue


@pytest.fixture
def wrong(base: BaseCatalogue) -> BaseCatalogue:
    """A catalogue with a wrong weekday, an unknown body and a file that does not load."""
    base.edit(PLAN, ('"thứ Ba"', '"thứ Tư"'), ("issuer: cong-doan-mau", "issuer: cong-doan-mo"))
    base.write("data/roles/rong.yml", "")
    return base


def codes(problems: list[object]) -> list[str]:
    return [problem.code for problem in problems]  # type: ignore[attr-defined]


def test_all_problems_come_sorted_by_place(wrong: BaseCatalogue) -> None:
    problems = wrong.check()

    assert codes(problems) == ["THAM-CHIEU-02", "NGAY-02", "TEP-07"]
    assert problems == sorted(problems)


@pytest.mark.parametrize("name", ["NGAY-02", "check_weekdays"])
def test_check_is_selected_by_code_or_name(wrong: BaseCatalogue, name: str) -> None:
    # What was not loaded was not checked, so that is told all the same.
    assert codes(wrong.check(select=(name,))) == ["NGAY-02", "TEP-07"]


@pytest.mark.parametrize("name", ["NGAY-02", "check_weekdays"])
def test_check_is_skipped_by_code_or_name(wrong: BaseCatalogue, name: str) -> None:
    assert codes(wrong.check(skip=(name,))) == ["THAM-CHIEU-02", "TEP-07"]


def test_loader_code_is_skipped(wrong: BaseCatalogue) -> None:
    assert "TEP-07" not in codes(wrong.check(skip=("TEP-07",)))


@pytest.mark.parametrize("level", LEVELS)
def test_only_problems_of_the_levels_asked_for_are_given(
    wrong: BaseCatalogue, level: Level
) -> None:
    page = wrong.root / "docs/mot.md"
    page.parent.mkdir()
    page.write_text("Theo Nghị quyết số 77-NQ/TW.\n", encoding="utf-8")
    _, all_problems = load_and_check(wrong.root)

    _, problems = load_and_check(wrong.root, levels=[level])

    assert problems == [one for one in all_problems if one.level == level]
    assert problems
    assert problems != all_problems


def test_one_check_runs_alone(wrong: BaseCatalogue) -> None:
    index, _ = load_and_check(wrong.root)
    check = next(one for one in CHECKS if one.__name__ == "check_weekdays")

    assert codes(run_checks(index, [check])) == ["NGAY-02"]


def test_every_check_states_its_rule_in_one_sentence() -> None:
    names = [check.__name__ for check in CHECKS]

    assert len(set(names)) == len(names)
    for check in CHECKS:
        rule = (inspect.getdoc(check) or "").split("\n\n")[0]
        assert check.__name__.startswith("check_")
        assert rule.endswith("."), check.__name__
        assert ". " not in " ".join(rule.split()), check.__name__
        assert list(inspect.signature(check).parameters) == ["index"]


def test_every_check_in_the_modules_is_registered() -> None:
    defined = {
        name
        for module in {inspect.getmodule(check) for check in CHECKS}
        for name, value in vars(module).items()
        if name.startswith("check_") and inspect.isfunction(value)
    }

    assert defined == {check.__name__ for check in CHECKS}


def test_empty_catalogue_has_no_problem(base: BaseCatalogue) -> None:
    for path in (base.root / "data").rglob("*.yml"):
        path.unlink()

    index, problems = load_and_check(base.root)

    assert isinstance(index, Index)
    assert problems == []
