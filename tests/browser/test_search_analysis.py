"""Analysis in the browser equals analysis in Python, on the table of cases and on anything else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from handbook.search.analysis import tokens_of
from handbook.search.document_numbers import numbers_of
from handbook.search.engine import BROWSER
from tests.search.test_analysis import CASES

BATCH = 40
_ANALYSE = """texts => texts.map((text) => {
  const tokens = analysis.tokensOf(text);
  return {
    exact: tokens.map((one) => one.exact), fold: tokens.map((one) => one.fold),
    gaps: tokens.map((one) => one.gap), typed: tokens.map((one) => text.slice(one.start, one.end)),
    numbers: analysis.numbersOf(tokens).map((one) => [one.keys, one.bare, one.start, one.end]),
  };
})"""
LETTERS = (
    "aăâeêioôơuưydđhklmnpqrstvxcgAĐƯ 0123456789-/.–,:b\u0300\u0309\u0303\u0301\u0323\u0302\u031b"
)
WORDS = [
    *("02", "39", "6b", "2021", "3.100", "số", "năm", "ngày", "tháng", "/2013/", "QH13", "cv"),
    *("nghị", "quyết", "kế", "hoạch", "KH", "NQ/TW", "-NQ/TW", "LĐLĐ", "TLĐ", "TƯ", "BCT"),
    *("hoà", "thuỷ", "quý", "đại", "hội", "uỷ", "kỹ", "–", "-", "/", ".", ","),
]
texts = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=30),
    st.text(LETTERS, max_size=30),
    st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=6).map("".join),
)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(content=(BROWSER / "analysis.js").read_text(encoding="utf-8"))
    yield page
    page.close()


def in_browser(page: Page, several: list[str]) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = page.evaluate(_ANALYSE, several)
    for one in results:
        one.pop("typed")
    return results


def in_python(text: str) -> dict[str, Any]:
    tokens = tokens_of(text)
    numbers = [[list(one.keys), one.bare, one.start, one.end] for one in numbers_of(tokens)]
    return {**tokens._asdict(), "numbers": numbers}


def test_the_table_of_cases_holds_in_the_browser(page: Page) -> None:
    several = [case["text"] for case in CASES]

    for case, result in zip(CASES, in_browser(page, several), strict=True):
        assert " ".join(result["exact"]) == case["exact"], case
        assert " ".join(result["fold"]) == case["fold"], case
        assert [" ".join(one[0]) for one in result["numbers"]] == case.get("numbers", []), case


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(several=st.lists(texts, min_size=BATCH, max_size=BATCH))
def test_both_sides_agree_on_any_text(page: Page, several: list[str]) -> None:
    assert in_browser(page, several) == [in_python(text) for text in several]


def test_places_are_those_of_the_text_as_given(page: Page) -> None:
    text = "😀 Đại hội (thuý) số 02-NQ/TW — cuối"

    (result,) = page.evaluate(_ANALYSE, [text])

    assert result["typed"] == ["Đại", "hội", "thuý", "số", "02", "NQ", "TW", "cuối"]


def test_the_twin_is_small() -> None:
    """Its size with comments, because it is read more often than it is sent."""
    assert len(Path(BROWSER / "analysis.js").read_bytes()) < 12_000
