"""Make text fit for matching without losing where each character came from.

Scanned and retyped documents carry decomposed letters (NFD), no-break and zero-width spaces, en
dashes, Ð (U+00D0) for Đ, and `**` left over from a conversion.  Matching works on a clean copy;
offsets always lead back to the text as given, in code points.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
    "\u205f\u3000\t\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_SLASHES = "\u2044\u2215\u29f8\uff0f"
_ONE_FOR_ONE = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_SLASHES, "/"),
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        "\u00d0": "Đ",  # eth: what many old keyboards gave for Đ
        "\u0189": "Đ",
        "\u00f0": "đ",
        "\uff08": "(",
        "\uff09": ")",
        "\uff1a": ":",
        "\uff0c": ",",
    }
)
_CHANGES_LENGTH = re.compile(
    "[^\u0300-\u036f][\u0300-\u036f]+"  # a letter with combining marks: composed
    # invisible characters, and the `*` that a conversion left: dropped
    "|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff*]+"
)
_OLD_TONE_PLACE = re.compile(r"ho([áàảã])(?!\w)")  # hoá, khoá, hoà; but not hoán, khoản
_NEW_TONE_PLACE = {"á": "hóa", "à": "hòa", "ả": "hỏa", "ã": "hõa"}


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text ready for matching.

    `text` is composed (NFC), with plain spaces, hyphens and slashes; `lower` is the same in lower
    case with tone marks in their modern places, and has the same length.
    """

    raw: str
    text: str
    lower: str
    _starts: array[int] | None = None
    _ends: array[int] | None = None

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Turn a non-empty span of `text` into the span of the text as given."""
        if self._starts is None or self._ends is None:
            return start, end
        return self._starts[start], self._ends[end - 1]

    def squeezed(self, start: int, end: int) -> str:
        """Give a span with every run of white space as one space.

        >>> normalise("Ban  Thường vụ\\nHuyện ủy").squeezed(0, 24)
        'Ban Thường vụ Huyện ủy'
        """
        return " ".join(self.text[start:end].split())


def normalise(raw: str) -> CleanText:
    """Make the clean copy of a text.

    >>> normalise("NGHI\u0323 QUYE\u0302\u0301T số\u00a005 \u2013 CT/TW").text
    'NGHỊ QUYẾT số 05 - CT/TW'
    """
    if _CHANGES_LENGTH.search(raw) is None:
        text = raw.translate(_ONE_FOR_ONE)
        return CleanText(raw, text, _lower(text))
    pieces: list[str] = []
    starts: array[int] = array("l")
    ends: array[int] = array("l")
    position = 0
    for match in _CHANGES_LENGTH.finditer(raw):
        begin, end = match.span()
        pieces.append(raw[position:begin])
        starts.extend(range(position, begin))
        ends.extend(range(position + 1, begin + 1))
        composed = _compose(match.group())
        pieces.append(composed)
        starts.extend([begin] * len(composed))
        ends.extend([end] * len(composed))
        position = end
    pieces.append(raw[position:])
    starts.extend(range(position, len(raw)))
    ends.extend(range(position + 1, len(raw) + 1))
    text = "".join(pieces).translate(_ONE_FOR_ONE)
    return CleanText(raw, text, _lower(text), starts, ends)


def _compose(cluster: str) -> str:
    if len(cluster) > 1 and "\u0300" <= cluster[1] <= "\u036f":
        return unicodedata.normalize("NFC", cluster)
    return ""


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):  # a letter such as İ becomes two: keep those as they are
        lower = "".join(
            one if len(one) == 1 else letter for letter in text if (one := letter.lower())
        )
    lower = lower.replace("uỷ", "ủy")
    return _OLD_TONE_PLACE.sub(lambda match: _NEW_TONE_PLACE[match[1]], lower)
