"""Score the finder against a gold set: precision and recall, and what changed since the last run.

A gold set is a folder of YAML files, one a group; each case is a text and the citations expected in
it, in order.  What is not named is expected to be absent (no date, no issuer), except the locator,
which is compared only where it is named.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from handbook.citations.find import find_citations
from handbook.citations.model import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A citation the gold set expects."""

    kind: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text of the gold set."""

    group: str
    text: str
    expected: tuple[Expected, ...]

    @property
    def name(self) -> str:
        """Name the case in reports."""
        return f"{self.group}: {self.text}"


@dataclass(slots=True)
class Score:
    """Counts over a gold set.  A pair is an expected citation with the one found for it."""

    cases: int = 0
    expected: int = 0
    found: int = 0
    pairs: int = 0
    right_dates: int = 0
    issuers: int = 0
    right_issuers: int = 0
    negatives: int = 0
    false_positives: int = 0
    failing: dict[str, str] = field(default_factory=dict)
    """Case name → what is wrong with it."""

    @property
    def precision(self) -> float:
        """Of the citations found, the part whose kind and number were expected."""
        return self.pairs / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of the citations expected, the part found with their kind and number."""
        return self.pairs / self.expected if self.expected else 1.0

    def figures(self) -> dict[str, float | int]:
        """Give the figures a report prints."""
        return {
            "cases": self.cases,
            "citations": self.expected,
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "dates": round(self.right_dates / self.pairs, 4) if self.pairs else 1.0,
            "issuers": round(self.right_issuers / self.issuers, 4) if self.issuers else 1.0,
            "negatives": self.negatives,
            "false_positives": self.false_positives,
        }


def read_gold(folder: Path) -> tuple[Case, ...]:
    """Read every group of a gold set, in the order of the file names."""
    return tuple(
        _read_case(path.stem, case)
        for path in sorted(folder.glob("*.yml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8")) or ()
    )


def score_cases(cases: Iterable[Case]) -> Score:
    """Run the finder over the cases and count."""
    score = Score()
    for case in cases:
        _score_case(case, find_citations(case.text), score)
    return score


def changes_since(failing: Iterable[str], before: Iterable[str]) -> tuple[list[str], list[str]]:
    """Tell which cases were gained and which were lost since an earlier run."""
    now, then = set(failing), set(before)
    return sorted(then - now), sorted(now - then)


def _read_case(group: str, case: dict[str, Any]) -> Case:
    text = unicodedata.normalize(case.get("form", "NFC"), case["text"])
    expected = tuple(Expected(**one) for one in case["expect"])
    return Case(group=group, text=text if "form" in case else case["text"], expected=expected)


def _score_case(case: Case, found: Sequence[Citation], score: Score) -> None:
    score.cases += 1
    score.expected += len(case.expected)
    score.found += len(found)
    if not case.expected:
        score.negatives += 1
        score.false_positives += len(found)
    wrong: list[str] = []
    left = list(found)
    for expected in case.expected:
        match = next(
            (one for one in left if (one.kind, one.number) == (expected.kind, expected.number)),
            None,
        )
        if match is None:
            wrong.append(f"không thấy {expected.kind} {expected.number or ''}".strip())
            continue
        left.remove(match)
        score.pairs += 1
        wrong += _compare(expected, match, score)
    wrong += [f"thừa “{one.text}” ({one.kind} {one.number or ''})" for one in left]
    if wrong:
        score.failing[case.name] = "; ".join(wrong)


def _compare(expected: Expected, found: Citation, score: Score) -> list[str]:
    wrong = []
    score.right_dates += expected.date == found.date
    if expected.date != found.date:
        wrong.append(f"ngày {found.date} thay vì {expected.date}")
    if expected.issuer or found.issuer:
        score.issuers += 1
        score.right_issuers += expected.issuer == found.issuer
        if expected.issuer != found.issuer:
            wrong.append(f"cơ quan “{found.issuer}” thay vì “{expected.issuer}”")
    if expected.locator and expected.locator != found.locator:
        wrong.append(f"vị trí “{found.locator}” thay vì “{expected.locator}”")
    return wrong
