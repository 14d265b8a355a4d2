"""The gold set: what the finder must read, and how it is scored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handbook.citations.scoring import Case, Expected, changes_since, read_gold, score_cases

GOLD = Path(__file__).parent / "gold"
CASES = read_gold(GOLD)


@pytest.mark.parametrize("case", CASES, ids=[case.name[:80] for case in CASES])
def test_case_is_read_as_expected(case: Case) -> None:
    assert score_cases([case]).failing == {}


def test_recorded_run_is_of_this_gold_set() -> None:
    recorded = json.loads((GOLD / "last_run.json").read_text(encoding="utf-8"))

    assert recorded["figures"]["cases"] == len(CASES), "run scripts/cite_gold.py --record"


def test_score_counts_what_is_missing_and_what_is_too_much() -> None:
    case = Case(
        group="thử",
        text="Nghị quyết số 27-NQ/TW ngày 5/8/2020 của Bộ Chính trị",
        expected=(Expected(kind="Chỉ thị", number="27-CT/TW"),),
    )

    score = score_cases([case])

    assert (score.pairs, score.expected, score.found) == (0, 1, 1)
    assert (score.precision, score.recall) == (0, 0)
    assert "không thấy Chỉ thị 27-CT/TW" in score.failing[case.name]


def test_score_compares_date_and_issuer_of_pairs() -> None:
    case = Case(
        group="thử",
        text="Nghị quyết số 27-NQ/TW ngày 5/8/2020 của Bộ Chính trị",
        expected=(Expected(kind="Nghị quyết", number="27-NQ/TW", date="2020-08-06"),),
    )

    score = score_cases([case])

    assert (score.pairs, score.right_dates, score.issuers, score.right_issuers) == (1, 0, 1, 0)


def test_citation_in_a_negative_is_a_false_positive() -> None:
    score = score_cases([Case(group="thử", text="Nghị quyết 27-NQ/TW", expected=())])

    assert (score.negatives, score.false_positives) == (1, 1)


def test_changes_tell_gained_and_lost() -> None:
    assert changes_since({"a", "b"}, {"b", "c"}) == (["c"], ["a"])
