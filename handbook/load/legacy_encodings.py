"""Recognise Vietnamese words left in an old encoding, seen as Latin letters and signs.

TCVN3 (the `.VnTime` fonts) puts one byte for each accented letter where Latin-1 has signs; VNI
(`VNI-Times`) puts a base letter and a byte for its marks.  A word is taken for one of them only
when it is no Vietnamese syllable as it stands and becomes one when read through the table, so that
“Müller”, “µm” or «ngoặc kép» are left alone.

The tables are the published ones: TCVN 5712:1993 (VN3) and VNI for Windows, as in UniKey.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

_TCVN3 = dict(
    zip(
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        strict=True,
    )
)

_VNI_VOWELS = {
    "a": ("ùøûõï", "áàảãạ"), "aê": ("éèúüë", "ắằẳẵặ"), "aâ": ("áàåãä", "ấầẩẫậ"),
    "e": ("ùøûõï", "éèẻẽẹ"), "eâ": ("áàåãä", "ếềểễệ"),
    "o": ("ùøûõï", "óòỏõọ"), "oâ": ("áàåãä", "ốồổỗộ"), "ô": ("ùøûõï", "ớờởỡợ"),
    "u": ("ùøûõï", "úùủũụ"), "ö": ("ùøûõï", "ứừửữự"), "y": ("ùøûõ", "ýỳỷỹ"),
}  # fmt: skip
"""Base letter (and its hat) → the bytes of the five tones, and the letters they make."""


def _vni_table() -> dict[str, str]:
    table = {"ñ": "đ", "aê": "ă", "aâ": "â", "eâ": "ê", "oâ": "ô", "ô": "ơ", "ö": "ư"}
    table |= {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
    for base, (marks, letters) in _VNI_VOWELS.items():
        # After a hat the tone takes the hat's place: aê is ă, and aé (not aêé) is ắ.
        stem = base[0]
        table |= {stem + mark: letter for mark, letter in zip(marks, letters, strict=True)}
    return table


_VNI = _vni_table()
_VNI_PART = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_SIGNS = frozenset(map(chr, range(0xA1, 0xC0))) | {"×", "÷"}
_TOKEN = re.compile(r"(?:[^\W\d_]|[\u00a1-\u00bf×÷])+")
_ENOUGH = 2_000
"""Words to look at in one line; bounds the time for a file that is one line."""
_LONGEST_WORD = 20
_LATIN = re.compile("[A-Za-z]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE = re.compile(
    "(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|p|ph|qu|r|s|th?|tr|v|x)?"
    "(?P<vowels>i[aê]?|y[aê]?|u[aâêơôy]?|uy[aê]|ưa?|ươ|o[aăeo]?|[aăâeêôơ]"
    "|a[iyou]|â[uy]|eo|êu|i[u]|iêu|yêu|[oôơuư]i|ưu|oa[iyo]|oeo|uây|uôi|ươ[iu]|uyu|uê[u]?|ua[iu])"
    "(?P<coda>ch|c|m|ng|nh|n|p|t)?"
)


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Tell whether a word could be one Vietnamese syllable, with at most one tone.

    >>> [is_syllable(word) for word in ("đoàn", "nghiệp", "hoà", "oµn", "Lieân")]
    [True, True, True, False, False]
    """
    decomposed = unicodedata.normalize("NFD", word.lower())
    if sum(letter in _TONES for letter in decomposed) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))
    return _SYLLABLE.fullmatch(bare) is not None


def decode_tcvn3(text: str) -> str:
    """Read text of a `.VnTime` font as Unicode.

    >>> decode_tcvn3("Tæng Liªn ®oµn Lao ®éng ViÖt Nam")
    'Tổng Liên đoàn Lao động Việt Nam'
    """
    return "".join(_TCVN3.get(letter, letter) for letter in text)


def decode_vni(text: str) -> str:
    """Read text of a `VNI-Times` font as Unicode.

    >>> decode_vni("Toång Lieân ñoaøn Lao ñoäng Vieät Nam")
    'Tổng Liên đoàn Lao động Việt Nam'
    """
    return _VNI_PART.sub(lambda match: _VNI[match[0]], text)


class LegacyWord(NamedTuple):
    """A word in an old encoding: where it starts, the word, what it should read, the encoding."""

    start: int
    word: str
    reading: str
    encoding: str


_ENCODINGS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("TCVN3 (.VnTime)", decode_tcvn3),
    ("VNI", decode_vni),
)


def find_legacy_words(line: str) -> list[LegacyWord]:
    """Find the words of a line that are in an old encoding; none unless the evidence is enough.

    One accented letter in one word may be chance (a French name, a unit); two are not.
    """
    readings = [list(islice(_words_of(line, name, decode), 20)) for name, decode in _ENCODINGS]
    best = max(readings, key=_evidence)
    return best if _evidence(best) >= 2 else []


def _evidence(words: list[LegacyWord]) -> int:
    return sum(_weight(one.word) for one in words)


def _words_of(line: str, name: str, decode: Callable[[str], str]) -> Iterator[LegacyWord]:
    for match in islice(_TOKEN.finditer(line), _ENOUGH):
        word = match[0]
        if len(word) > _LONGEST_WORD:
            continue
        if word.isascii() or max(word) > "\u00ff" or word.startswith("µ"):
            continue  # plain, real Vietnamese, or a unit such as µm
        start = match.start() + (word[0] == "«" and "»" in line)
        word = word[1:] if start > match.start() else word
        word = word.removesuffix("»")
        if is_syllable(word) or not _LATIN.search(word):
            continue
        reading = decode(word.lower() if name == "VNI" else word)
        if reading != word and (_is_legacy_reading(reading) or "§" in word[1:]):
            yield LegacyWord(start, word, reading, name)


def _is_legacy_reading(reading: str) -> bool:
    """Ask of a reading what a stray sign would not give: a syllable, with the tone a stop needs."""
    if not is_syllable(reading):
        return False
    tones = {c for c in unicodedata.normalize("NFD", reading) if c in _TONES}
    stopped = re.search(r"(?:ch|[cpt])$", reading.lower()) is not None
    return not stopped or bool(tones & {"\u0301", "\u0323"})


def _weight(word: str) -> int:
    """Count the accented letters; a sign among the letters of a word counts once more."""
    marks = sum(not letter.isascii() for letter in word)
    return marks + (len(word) > 2 and any(letter in _SIGNS for letter in word))
