"""Vietnamese text: folding, slugs, alphabetical order, numbers written alike."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.text import fold, normalise_number, slugify, sort_key

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đảng ủy", "dang uy"),
        ("ĐƯỢC HƯỞNG", "duoc huong"),
        ("hoà", "hoa"),
        ("ho\u0061\u0300", "hoa"),
        ("39/KH-LĐLĐ", "39/kh-ldld"),
        ("", ""),
    ],
)
def test_fold_removes_marks(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(alphabet=LETTERS + LETTERS.upper() + "àảãáạ ờởỡớợ-/0129"))
def test_folded_vietnamese_is_ascii_and_stays_as_it_is(text: str) -> None:
    folded = fold(text)

    assert folded.isascii()
    assert fold(folded) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("39/KH-LĐLĐ", "39-kh-ldld"),
        ("  Nghị quyết  02-NQ/TW ", "nghi-quyet-02-nq-tw"),
        ("«Đề cương»", "de-cuong"),
        ("…", ""),
    ],
)
def test_slug(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_letters_sort_in_the_order_of_the_alphabet() -> None:
    shuffled = random.Random(1).sample(LETTERS, len(LETTERS))

    assert sorted(shuffled, key=sort_key) == list(LETTERS)


@pytest.mark.parametrize(
    "ordered",
    [
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["da", "đa"],
        ["Kế hoạch 2", "Kế hoạch 10"],
        ["02-NQ/TW", "03-CT/TW", "20-CTr/TU"],
        ["Công an", "công đoàn", "Công ty"],
        ["an", "ăn", "ân", "ban"],
        ["hoa", "hòa", "hoan"],
    ],
)
def test_words_sort_as_in_a_dictionary(ordered: list[str]) -> None:
    turned = list(reversed(ordered))

    assert sorted(turned, key=sort_key) == ordered


@given(st.lists(st.text(max_size=12)))
def test_any_text_can_be_sorted(texts: list[str]) -> None:
    ordered = sorted(texts, key=sort_key)

    texts.reverse()

    assert sorted(texts, key=sort_key) == ordered


@pytest.mark.parametrize(
    "number", ["02-NQ/TW", "02 NQ/TW", "2-NQ/TW", "02/NQ-TW", "Số 02-NQ/TW", "số: 02 – nq / tw"]
)
def test_ways_to_write_a_number_are_one(number: str) -> None:
    assert normalise_number(number) == normalise_number("02-NQ/TW")


@pytest.mark.parametrize("number", ["20-NQ/TW", "02-CT/TW", "02-NQ/TU", "102-NQ/TW"])
def test_other_numbers_stay_other(number: str) -> None:
    assert normalise_number(number) != normalise_number("02-NQ/TW")
