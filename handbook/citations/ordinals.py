"""Ordinals of congresses, plenums and terms: Roman numerals, figures and words.

XI is a prefix of XII, so numerals are only ever read as whole words.
"""

from __future__ import annotations

_ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_UNITS = {
    "một": 1,
    "nhất": 1,
    "hai": 2,
    "nhì": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_BIGGEST = 49  # no body has met more often; it also keeps “C”, “D”, “L”, “M” out
GAP = r"(?: {1,4}| {0,2}\n {0,2})"
"""Between two words of a phrase: spaces or one line break, never an empty line."""

ORDINAL = (
    rf"(?:[ivx]{{1,7}}|[0-9]{{1,2}}|mười(?:{GAP}(?:một|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín))?"
    r"|nhất|nhì|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín)(?!\w)"
)
"""Matches an ordinal in lower-case text."""


def to_roman(value: int) -> str:
    """Write a number from 1 to 39 in lower-case Roman numerals.

    >>> to_roman(19), to_roman(38)
    ('xix', 'xxxviii')
    """
    written = ""
    for numeral, worth in _ROMAN:
        while value >= worth:
            written += numeral
            value -= worth
    return written


_BY_ROMAN = {to_roman(value): value for value in range(1, 40)}


def read_ordinal(printed: str) -> int | None:
    """Read what `ORDINAL` matched.

    >>> read_ordinal("XII"), read_ordinal("xiv"), read_ordinal("07"), read_ordinal("mười một")
    (12, 14, 7, 11)
    >>> read_ordinal("tư"), read_ordinal("IIX"), read_ordinal("0")
    (4, None, None)
    """
    words = printed.lower().split()
    if len(words) == 2 and words[0] == "mười":
        return 10 + _UNITS[words[1]] if words[1] in _UNITS else None
    if len(words) != 1:
        return None
    word = words[0]
    if word == "mười":
        return 10
    if word.isascii() and word.isdecimal():
        value = int(word)
        return value if 0 < value <= _BIGGEST else None
    return _UNITS.get(word) or _BY_ROMAN.get(word)
