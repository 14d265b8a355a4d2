"""Vietnamese text: folding, slugs and alphabetical order.

The order is that of the Vietnamese alphabet (a ă â … d đ … o ô ơ … u ư …); tones are compared only
between words otherwise the same, in dictionary order: no tone, huyền, hỏi, ngã, sắc, nặng.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ALPHABET = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=2)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_NOT_SLUG = re.compile(r"[^a-z0-9]+")

_SEPARATORS = re.compile(r"[\s\-–—/.,:_]+")
_LEADING_ZEROS = re.compile(r"\b0+(?=\d)")

SortKey = tuple[tuple[int, ...], tuple[int, ...], str]


def fold(text: str) -> str:
    """Remove tone and vowel marks, make đ d and letters lower case.

    >>> fold("Đại hội Công đoàn")
    'dai hoi cong doan'
    """
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def slugify(text: str) -> str:
    """Make an ASCII slug.

    >>> slugify("39/KH-LĐLĐ")
    '39-kh-ldld'
    """
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


def normalise_number(number: str) -> str:
    """Make numbers that differ only in spaces, separators, marks or leading zeros the same.

    >>> normalise_number("Số 02 NQ/TW") == normalise_number("2-NQ/TW")
    True
    """
    joined = _SEPARATORS.sub("-", fold(number)).strip("-")
    return _LEADING_ZEROS.sub("", joined.removeprefix("so-"))


@lru_cache(maxsize=100_000)
def sort_key(text: str) -> SortKey:
    """Give a key that sorts by the Vietnamese alphabet, numbers by value.

    >>> sorted(["đá", "da", "dà", "ơn", "on", "ôn"], key=sort_key)
    ['da', 'dà', 'đá', 'on', 'ôn', 'ơn']
    """
    letters: list[int] = []
    tones: list[int] = []
    for part in re.split(r"(\d{1,18})", text):
        if part.isdecimal():
            letters.extend((1, int(part)))
            continue
        for letter in part.lower():
            base, tone = _split_tone(letter)
            letters.append(_RANK.get(base, 0))
            tones.append(tone)
    return tuple(letters), tuple(tones), text


@lru_cache(maxsize=4096)
def _split_tone(letter: str) -> tuple[str, int]:
    """Split a letter into its alphabet letter (ă, ê … kept) and the rank of its tone."""
    tone = 0
    kept = ""
    for part in unicodedata.normalize("NFD", letter):
        if part in _TONES:
            tone = _TONES[part]
        else:
            kept += part
    return unicodedata.normalize("NFC", kept), tone


def initial_of(text: str) -> str:
    """Give the letter of the Vietnamese alphabet under which a text stands in a list; else 0–9.

    >>> initial_of("Đề cương"), initial_of("“Ấm”"), initial_of("03 chương trình")
    ('Đ', 'Â', '0–9')
    """
    for letter in text.lower():
        base, _ = _split_tone(letter)
        if base in _RANK:
            return "0–9" if base.isdecimal() else base.upper()
    return "0–9"
