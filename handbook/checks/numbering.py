"""Section numbers as Vietnamese documents write them: I, 1, 3.1, a, PHẦN THỨ NHẤT.

A number may be read in more than one style (`I` is one or the letter i, `d` is followed by `đ` in
official documents and by `e` elsewhere); the siblings decide together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from handbook.text import fold

_OFFICIAL = "abcdđeghiklmnopqrstuvxy"
"""The order of points (điểm) in official documents: đ after d, no f, j, w, z."""
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ORDINALS = {
    "nhat": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9, "muoi": 10,
}  # fmt: skip
_ROMAN_VALUES = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
    (1, "I"),
)  # fmt: skip
_WORD = re.compile(r"(phần|mục|chương|phụ lục|điều|biểu)\s+(?:thứ\s+)?(.+)", re.IGNORECASE)
_DOTTED = re.compile(r"((?:\d+\.)+)(\d+)", re.ASCII)


class Reading(NamedTuple):
    """One way to read a number: its style (siblings share it) and its place in the row."""

    style: str
    ordinal: int


def read_number(number: str) -> tuple[Reading, ...]:
    """Give every way a section number can be read.

    >>> read_number("II.")
    (Reading(style='La Mã', ordinal=2),)
    >>> read_number("PHẦN THỨ HAI")
    (Reading(style='phần + chữ', ordinal=2),)
    >>> [reading.style for reading in read_number("d)")]
    ['a, b, c, d, đ', 'a, b, c, d, e']
    """
    text = number.strip().strip("()").rstrip(".):/ ")
    if match := _WORD.fullmatch(text):
        word = match[1].lower()
        return tuple(Reading(f"{word} + {style}", n) for style, n in _read_bare(match[2]))
    return tuple(_read_bare(text))


def _read_bare(text: str) -> Iterator[Reading]:
    if match := _DOTTED.fullmatch(text):
        yield Reading(f"{match[1]}1", int(match[2][:9]))
    elif text.isascii() and text.isdigit():
        yield Reading("1, 2, 3", int(text[:9]))
    elif fold(text) in _ORDINALS and len(text) > 1:
        yield Reading("chữ", _ORDINALS[fold(text)])
    else:
        case = "" if text.islower() else " (hoa)"
        if text.upper() in _romans() and text in (text.upper(), text.lower()):
            yield Reading("La Mã" if case else "i, ii, iii", _romans()[text.upper()])
        for style, letters in (("a, b, c, d, đ", _OFFICIAL), ("a, b, c, d, e", _LATIN)):
            if len(text) == 1 and text.lower() in letters:
                yield Reading(style + case, letters.index(text.lower()) + 1)


@cache
def _romans() -> dict[str, int]:
    return {write_roman(value): value for value in range(1, 100)}


def write_roman(value: int) -> str:
    """Write a Roman numeral.

    >>> write_roman(14)
    'XIV'
    """
    written = ""
    for worth, letters in _ROMAN_VALUES:
        times, value = divmod(value, worth)
        written += letters * times
    return written


def write_in_style(style: str, ordinal: int) -> str:
    """Write the number that stands at a place of a row; empty when the row has no such place.

    >>> write_in_style("3.1", 2), write_in_style("a, b, c, d, đ", 5)
    ('3.2', 'đ')
    """
    word, _, bare = style.rpartition(" + ")
    writers: dict[str, Callable[[], str]] = {
        "1, 2, 3": lambda: str(ordinal),
        "La Mã": lambda: write_roman(ordinal),
        "i, ii, iii": lambda: write_roman(ordinal).lower(),
        "a, b, c, d, đ": lambda: _OFFICIAL[ordinal - 1 : ordinal],
        "a, b, c, d, e": lambda: _LATIN[ordinal - 1 : ordinal],
        "chữ": lambda: ("", *_ORDINALS)[ordinal] if ordinal < 4 else "",
    }
    if bare.endswith(".1"):
        written = f"{bare[:-1]}{ordinal}"
    else:
        plain = bare.removesuffix(" (hoa)")
        written = writers[plain]() if plain in writers else ""
        written = written.upper() if bare.endswith("(hoa)") else written
    return f"{word} {written}" if word and written else written


class Slip(NamedTuple):
    """The first number of a row that is out of place: its position, and what is wrong."""

    position: int
    problem: str


def find_slip(numbers: Sequence[str | None], starts: Sequence[int] = (1,)) -> Slip | None:
    """Find the first number that breaks the row of its siblings, or None.

    A sibling without a number (None) may stand in the place of a missing one.  The row may begin
    at any of `starts`.

    >>> find_slip(["I", "II", "IV"])
    Slip(position=2, problem='sau “II” phải là “III”, đang là “IV”')
    >>> find_slip(["a", "b", "c", "d", "đ", "e"]) is None
    True
    """
    readings = [() if number is None else read_number(number) for number in numbers]
    styles = list(dict.fromkeys(reading.style for one in readings for reading in one))
    slips = [_slip_in_style(numbers, readings, style, starts) for style in styles]
    if not slips:
        first = next((n for n, number in enumerate(numbers) if number is not None), None)
        return None if first is None else Slip(first, f"không hiểu số mục “{numbers[first]}”")
    if None in slips:
        return None
    return max((slip for slip in slips if slip), key=lambda slip: slip.position)


def _slip_in_style(
    numbers: Sequence[str | None],
    readings: Sequence[tuple[Reading, ...]],
    style: str,
    starts: Sequence[int],
) -> Slip | None:
    previous, gap = None, 0
    last: tuple[str, int] | None = None
    for position, number in enumerate(numbers):
        if number is None:
            gap += 1
            continue
        ordinal = next((one.ordinal for one in readings[position] if one.style == style), None)
        if ordinal is None:
            return Slip(position, _other_style(number, previous))
        if problem := _problem(number, ordinal, last, style, starts, gap):
            return Slip(position, problem)
        previous, last, gap = number, (number, ordinal), 0
    return None


def _other_style(number: str, previous: str | None) -> str:
    if previous is None:
        return f"không hiểu số mục “{number}”"
    return f"số mục “{number}” khác kiểu với mục trước (“{previous}”)"


def _problem(
    number: str,
    ordinal: int,
    last: tuple[str, int] | None,
    style: str,
    starts: Sequence[int],
    gap: int,
) -> str:
    """Say what is wrong with one number; nothing when it follows the last one."""
    before = max(start - 1 for start in starts if start <= max(ordinal, 1)) if not last else last[1]
    if before < ordinal <= before + 1 + gap:
        return ""
    expected = write_in_style(style, before + 1)
    if last and ordinal == last[1]:
        return f"số mục “{number}” bị lặp"
    after = f"sau “{last[0]}” phải là" if last else "mục đầu phải là"
    return f"{after} “{expected}”, đang là “{number}”" if expected else f"“{number}” sai thứ tự"
