"""Analysis: one form for every spelling; its twin in JavaScript is held to the same table."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from handbook.search.analysis import fold_of, plain_forms_of, tokens_of
from handbook.search.document_numbers import numbers_of

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "analysis_cases.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_text_gives_its_terms(case: dict[str, Any]) -> None:
    tokens = tokens_of(case["text"])

    assert " ".join(tokens.exact) == case["exact"]
    assert " ".join(tokens.fold) == case["fold"]
    assert [" ".join(one.keys) for one in numbers_of(tokens)] == case.get("numbers", [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_composition_does_not_matter(case: dict[str, Any]) -> None:
    composed, decomposed = (
        tokens_of(unicodedata.normalize(form, case["text"])) for form in ("NFC", "NFD")
    )

    assert composed == decomposed


@pytest.mark.parametrize(
    "spellings",
    [
        ("hòa", "hoà", "HÒA"),
        ("thúy", "thuý"),
        ("ủy", "uỷ"),
        ("kỹ", "kĩ"),
        ("quý", "quí"),
        ("đ", "Đ", "ð", "Ð"),
    ],
)
def test_spellings_of_a_syllable_are_one(spellings: tuple[str, ...]) -> None:
    assert len({tuple(tokens_of(one).exact) for one in spellings}) == 1


@pytest.mark.parametrize(
    "spellings",
    [
        ("02-NQ/TW", "02 NQ/TW", "02/NQ-TW", "02/NQ-BCT", "2 - nq / tw", "02NQ-TW", "02 – NQ/TƯ"),
        ("54/KH-LĐLĐ", "54-KH/LĐLĐ", "54 kh ldld", "54khldld"),
        ("148/HD-CĐVC", "148/HD - CĐVC", "148 /HD-CĐVC", "hướng dẫn 148 CĐVC"),
    ],
)
def test_spellings_of_a_number_share_their_first_key(spellings: tuple[str, ...]) -> None:
    assert len({numbers_of(tokens_of(one))[0].keys[0] for one in spellings}) == 1


def test_tones_are_kept_apart_in_exact_forms_and_joined_in_folded_ones() -> None:
    tokens = tokens_of("ma má mà mả mã mạ")

    assert len(set(tokens.exact)) == 6
    assert set(tokens.fold) == {"ma"}


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_every_exact_form_folds_to_its_folded_form(text: str) -> None:
    tokens = tokens_of(text)

    assert [fold_of[one] for one in tokens.exact] == tokens.fold
    assert len(tokens.exact) == len(tokens.gaps)


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="0123456789")))
def test_the_quick_way_gives_the_same_forms(text: str) -> None:
    plain = plain_forms_of(text)

    assert plain is None or plain == tokens_of(text).exact
