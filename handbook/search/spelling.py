"""The vocabulary that the query side corrects spelling with: syllables as people write them."""

from __future__ import annotations

import re
import unicodedata

_VOWELS = "aăâeêioôơuưy"
_MARKED = "ăâêôơư"
_TONES = dict(zip("12345", "\u0300\u0309\u0303\u0301\u0323", strict=True))
_PARTS = re.compile(f"^(qu|gi(?=[{_VOWELS}])|[^{_VOWELS}]*)([{_VOWELS}]+)(.*)$")


def spell(exact: str) -> str:
    """Write an exact form as people do, the tone where readers expect it.

    >>> [spell(form) for form in ("hoa1", "thuy4", "quyêt4", "hôi5", "toan1", "gia2", "tw")]
    ['hòa', 'thúy', 'quyết', 'hội', 'toàn', 'giả', 'tw']
    """
    if exact[-1] not in _TONES:
        return exact
    letters, tone = exact[:-1], _TONES[exact[-1]]
    parts = _PARTS.match(letters)
    if parts is None:
        return letters
    start, vowels, end = parts.groups()
    place = _toned(vowels, bool(end))
    marked = vowels[: place + 1] + tone + vowels[place + 1 :]
    return unicodedata.normalize("NFC", start + marked + end)


def _toned(vowels: str, is_closed: bool) -> int:
    """Give the place of the vowel that bears the tone."""
    marked = [place for place, vowel in enumerate(vowels) if vowel in _MARKED]
    if marked:
        return marked[-1]
    if is_closed or len(vowels) == 1:
        return len(vowels) - 1
    return len(vowels) - 2
