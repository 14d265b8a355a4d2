"""Normalising: every offset leads back to the text as given."""

from __future__ import annotations

import unicodedata

import pytest

from handbook.citations.normalise import normalise


def test_plain_text_keeps_its_offsets() -> None:
    clean = normalise("Nghị quyết số 05-NQ/TW")

    assert clean.text == clean.raw
    assert clean.raw_span(5, 10) == (5, 10)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("số\u00a005\u2009–\u2009CT∕TW", "số 05 - CT/TW"),
        ("LÐLÐ", "LĐLĐ"),
        ("Quy\u200bết đị\u00adnh", "Quyết định"),
        ("**Kế hoạch** số", "Kế hoạch số"),
        ("\ufeffSố：５", "Số:5"),
        ("a\r\nb", "a \nb"),
    ],
)
def test_what_scans_leave_is_cleaned(raw: str, text: str) -> None:
    assert normalise(raw).text == text


def test_decomposed_letters_are_composed_and_mapped_back() -> None:
    raw = unicodedata.normalize("NFD", "Chỉ thị số 05-CT/TW của Bộ Chính trị")
    clean = normalise(raw)
    start = clean.text.index("05")

    begin, end = clean.raw_span(start, start + len("05-CT/TW"))

    assert clean.text == unicodedata.normalize("NFC", raw)
    assert raw[begin:end] == "05-CT/TW"


def test_span_ending_before_dropped_marks_leaves_them_out() -> None:
    clean = normalise("**02-NQ/TW** của")

    begin, end = clean.raw_span(0, len("02-NQ/TW"))

    assert clean.raw[begin:end] == "02-NQ/TW"


@pytest.mark.parametrize("raw", ["khoá", "hoà", "uỷ ban", "KHOÁ XII"])
def test_old_tone_places_become_new_ones_in_lower_case_only(raw: str) -> None:
    clean = normalise(raw)

    assert clean.text == raw
    assert clean.lower in {"khóa", "hòa", "ủy ban", "khóa xii"}


def test_closed_syllables_keep_their_tone() -> None:
    assert normalise("khoản, hoàn, thoả").lower == "khoản, hoàn, thỏa"


@pytest.mark.parametrize("raw", ["İstanbul ßẞ", "", "\u0301", "\u0301\u0301a", "👍🏽 05"])
def test_lower_case_has_the_length_of_the_text(raw: str) -> None:
    clean = normalise(raw)

    assert len(clean.lower) == len(clean.text)
