"""Ordinals of congresses, plenums and terms: Roman numerals, figures and words.

XI is a prefix of XII, so numerals are only ever read as whole words.
"""

from __future__ import annotations

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
_ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_BIGGEST_ROMAN = 39
_BIGGEST = 49  # no body has met more often

ORDINAL = (
    r"(?:[ivx]{1,7}|[0-9]{1,2}|mười(?: (?:một|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín))?"
    r"|nhất|nhì|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín)(?!\w)"
)
"""The pattern source (see `patterns`) of an ordinal in lower-case text."""


def read_ordinal(printed: str) -> int | None:
    """Read what `ORDINAL` matched.

    >>> read_ordinal("XII"), read_ordinal("xiv"), read_ordinal("07"), read_ordinal("mười một")
    (12, 14, 7, 11)
    >>> read_ordinal("tư"), read_ordinal("IIX"), read_ordinal("0")
    (4, None, None)
    """
    first, *rest = printed.lower().split() or [""]
    if first == "mười":
        return 10 + sum(_UNITS[word] for word in rest)
    if first.isascii() and first.isdecimal():
        value = int(first)
        return value if 0 < value <= _BIGGEST else None
    return _UNITS.get(first) or _BY_ROMAN.get(first)


def _to_roman(value: int) -> str:
    written = ""
    for numeral, worth in _ROMAN:
        while value >= worth:
            written += numeral
            value -= worth
    return written


_BY_ROMAN = {_to_roman(value): value for value in range(1, _BIGGEST_ROMAN + 1)}
