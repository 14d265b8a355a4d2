"""Numbers as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.search.encoding import ALPHABET, BASE, FINAL, MORE, NUMBERS, fixed

SOME = st.lists(st.integers(0, 10**7), max_size=20)


def read_numbers(text: str) -> list[int]:
    """Read numbers as the query side does."""
    numbers, more = [], 0
    for letter in text:
        code = ALPHABET.index(letter)
        if code >= FINAL:
            more = more * MORE + code - FINAL
        else:
            numbers.append(more * FINAL + code)
            more = 0
    return numbers


@given(SOME)
def test_numbers_are_read_back_one_after_another(numbers: list[int]) -> None:
    assert read_numbers("".join(NUMBERS[one] for one in numbers)) == numbers


@given(st.integers(0, BASE**3 - 1))
def test_a_fixed_width_is_kept(number: int) -> None:
    text = fixed(number, 3)

    assert len(text) == 3
    assert sum(ALPHABET.index(letter) * BASE**at for at, letter in enumerate(text[::-1])) == number


def test_a_number_too_large_for_its_width_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        fixed(BASE, 1)


def test_no_letter_needs_an_escape() -> None:
    assert not set(ALPHABET) & set("\"\\<&'\n")
    assert ALPHABET.isascii()
