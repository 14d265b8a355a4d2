"""Bring a phrase into one plain form: no tone marks, figures for number words, one kind of dash."""

from __future__ import annotations

import re
import unicodedata

from handbook.text import fold

_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười lăm": 15, "hai mươi": 20, "ba mươi": 30,
}  # fmt: skip
_MONTHS = {
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
_UNIT = r"(?=\s+(?:ngày|tuần|tháng|năm|giờ|lần)\b)"


def _any_of(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_NUMBER_WORD = re.compile(rf"\b({_any_of(_NUMBERS)}){_UNIT}")
_FIVE = re.compile(r"\b(vòng|hạn|trong|sau|trước|quá|là) năm(?= ngày\b)")
_MONTH_WORD = re.compile(rf"(?<!hàng )(?<!hằng )(?<!mỗi )\btháng ({_any_of(_MONTHS)})\b(?! lần)")
_IN_WORDS = re.compile(
    r"(\d)\s*\([^()\d]{2,30}\)(?=\s*(?:ngày|ngay|tuần|tuan|tháng|thang|giờ|gio))"
)
# Without tones “sau” is six and after, “nam” five and year: only sure cases are changed.
_PLAIN_WORDS = (
    (re.compile(r"\bthang cong nhan\b"), "thang 5"),  # May, every year
    (re.compile(r"\bsau thang (?=dau|cuoi|mot|1\b|/)"), "6 thang "),
    (re.compile(r"\bchin thang (?=dau)"), "9 thang "),
    (re.compile(r"\bba thang (?=dau|cuoi)"), "3 thang "),
    (re.compile(r"\bhai (?=(?:tuan|thang|nam),? (?:mot|1) lan\b)"), "2 "),
)
_PLAIN_MONTH = re.compile(
    r"(?<!hang )(?<!moi )\bthang (muoi hai|muoi mot|muoi|bay|tam|chin|hai|ba)\b(?! lan)"
)
_PLAIN_MONTHS = {fold(word): number for word, number in _MONTHS.items()}

_SPACES_AROUND = (
    (re.compile(r"(?<=\d) ?/ ?(?=\d)"), "/"),
    (
        re.compile(r"(?<=\d) ?\. (?=\d{1,2}\.)|(?<=\.\d) ?\. (?=\d{4})|(?<=\.\d\d) ?\. (?=\d{4})"),
        ".",
    ),
    (re.compile(r"(?<=\d)\.(?=\D|$)"), ", "),
    (re.compile(r"(?<!\d)\.|\./\.|…|\.{2,}|_+"), " "),
    (re.compile(r":(?!\d)|(?<!\d):"), " "),
    (re.compile(r"(?<!\d)/(?= )|(?<= )/(?!\d)"), " "),
    (re.compile(r"\s*;\s*"), ", "),
    (re.compile(r"\s*,\s*"), ", "),
    (re.compile(r"\s+"), " "),
)


def compose(text: str) -> str:
    """Give the text composed and in lower case: what `clean` starts from."""
    return unicodedata.normalize("NFC", text).lower()


def clean(text: str) -> str:
    """Give the plain form that the patterns of this package are written for.

    >>> clean("Trước Ngày 15 tháng Mười hai năm 2020 ./.")
    'truoc ngay 15 thang 12 nam 2020'
    """
    toned = re.sub(r"\s+", " ", compose(text))
    toned = _IN_WORDS.sub(r"\1", toned)
    toned = _MONTH_WORD.sub(lambda match: f"tháng {_MONTHS[match[1]]}", toned)
    toned = _NUMBER_WORD.sub(lambda match: str(_NUMBERS[match[1]]), toned)
    toned = _FIVE.sub(r"\1 5", toned)
    plain = re.sub(r"[–—−‑‒]", "-", fold(toned))
    plain = re.sub(r"[^\w/.,;:'-]", " ", plain)
    for pattern, words in _PLAIN_WORDS:
        plain = pattern.sub(words, plain)
    plain = _PLAIN_MONTH.sub(lambda match: f"thang {_PLAIN_MONTHS[match[1]]}", plain)
    for pattern, replacement in _SPACES_AROUND:
        plain = pattern.sub(replacement, plain)
    return plain.strip(" ,-")
