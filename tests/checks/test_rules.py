"""Every code has a rule with a wrong and a right example, and the examples do as they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import handbook
from handbook.problems import has_errors
from handbook.rules import RULES, Rule
from tests.catalogues import BaseCatalogue

LIBRARY = Path(handbook.__file__).parent
CODE = re.compile(r'"([A-Z]+(?:-[A-Z]+)*-\d\d)"')

each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())


def test_base_catalogue_has_no_problem(base: BaseCatalogue) -> None:
    assert base.check() == []


@each_rule
def test_wrong_example_gives_its_code_at_its_place_and_nothing_else(
    base: BaseCatalogue, rule: Rule
) -> None:
    try:
        base.lay_over(rule.wrong_files)
    except OSError as error:  # Windows makes symbolic links only for privileged users
        pytest.skip(f"this system cannot make the example: {error}")

    problems = base.check(skip=())

    found = [problem for problem in problems if problem.code not in rule.also]
    assert [problem.code for problem in found] == [rule.code], "\n".join(map(str, problems))
    expected = rule.expected
    place = (found[0].path, found[0].line, found[0].column)
    assert place == (expected.path, expected.line, expected.column)
    assert found[0].level == rule.level
    assert found[0].hint


@each_rule
def test_right_example_has_no_error_and_not_this_code(base: BaseCatalogue, rule: Rule) -> None:
    base.lay_over(rule.right_files)

    problems = base.check(skip=())

    assert not has_errors(problems), "\n".join(map(str, problems))
    assert rule.code not in {problem.code for problem in problems}


def test_every_code_in_the_source_has_a_rule_and_every_rule_is_used() -> None:
    sources = (path.read_text(encoding="utf-8") for path in LIBRARY.rglob("*.py"))

    used = {code for source in sources for code in CODE.findall(source)}

    assert used == set(RULES)


@each_rule
def test_rule_is_explained_in_words(rule: Rule) -> None:
    assert rule.title
    assert len(rule.explanation) > 60
    assert rule.level in ("lỗi", "lưu ý")
    assert rule.wrong
    assert rule.right or rule.code == "TEP-09"
