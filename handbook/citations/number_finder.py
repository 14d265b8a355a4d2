"""Find numbers with symbols in a text, in whatever way their separators are printed.

The type comes from a closed table; the organ is open: capitals and Đ, with runs such as “ToC”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.citations.normalise import CleanText
from handbook.citations.numbers import DocumentNumber, organ_family, restore_centre
from handbook.citations.patterns import any_of, pattern
from handbook.citations.vocabulary import (
    FORM_WORDS,
    KNOWN_ORGANS,
    ORGAN_SPELLINGS,
    SENDERS,
    TELEGRAM_ORGANS,
    TYPE_SPELLINGS,
    TYPE_SYMBOLS,
)

_FIGURES = re.compile(
    r"(?P<digits>[0-9]{1,2}\.[0-9]{3}(?=[ \n]?/)|[0-9]{1,6})(?P<letter>[a-eđ](?![a-zđ]))?"
    r"(?:[ \n]{0,2}[-/][ \n]{0,2}(?P<year>(?:19|20)[0-9]{2})(?![0-9]))?"
    r"(?=[ \n]{0,2}[-/][ \n]{0,2}[A-Za-zĐđ]|[ \n]{0,3}[A-ZĐ])"
)
_SEGMENT = re.compile(
    r"(?P<before>[ \n]{0,2})(?P<mark>[-/.]?)(?P<after>[ \n]{0,2})"
    r"(?P<symbol>T\.[ƯW]|[A-Za-zĐđƯư]{1,16}(?:&[A-ZĐ]{1,8})?(?:[0-9]{1,2})?)(?:(?!\w)|(?=ngày|của))"
)
_EDUCATION = re.compile(r"[ \n]?&?[ \n]?ĐT(?!\w)")
_SYMBOL = re.compile(r"[A-ZĐƯ](?=[A-Za-zĐđƯư&]*[A-ZĐƯ])[A-Za-zĐđƯư&]*[0-9]{0,2}")
_SENDER = re.compile("|".join(SENDERS))
_TELEGRAM_ORGAN = re.compile("|".join(TELEGRAM_ORGANS))

_FORM_CODE = pattern(rf"(?<!\w){any_of(FORM_WORDS)}(?: (?:số|hiệu|kế toán))*[\x20\n:]{{0,3}}$")
_QUANTITY = pattern(
    r"(?:tổng|trong|một|đa|con|chỉ|hệ|dân|sĩ|của|phần|thiểu)[\x20\n]{1,3}số[\x20\n:]{0,3}$"
)
_SAYS_NUMBER = pattern(r"(?<!\w)số(?: hiệu)?~[:.]?[\x20\n]{0,4}$")
_WINDOW = 40
_MOST_ORGANS = 3
_LONGEST_DEPARTMENT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedNumber:
    """A number with its place in the clean text.  `says_number`: “số” stands before it."""

    start: int
    end: int
    number: DocumentNumber
    says_number: bool

    def stands_alone(self) -> bool:
        """Tell whether it is a document's number even with no kind of document named before it."""
        number = self.number
        if number.type:
            return bool(number.organs) and (
                self.says_number or organ_family(number.organs[0]) != ""
            )
        if number.year:
            return number.organs[0].startswith(("QH", "UBTVQH"))
        known = number.marks[0] == "/" and _SENDER.fullmatch(number.organs[0]) is not None
        return known and (self.says_number or len(number.organs) > 1)

    def goes_with(self, kind: str) -> bool:
        """Tell whether it is a number where a word for a kind of document stands before it."""
        number = self.number
        if self.stands_alone():
            return True
        if number.type:
            return number.marks[0] != ""
        known = organ_family(number.organs[0]) != ""
        if number.marks[0] == "/":
            return self.says_number or number.year is not None or known
        return kind == "Công văn" and self.says_number and known


@dataclass(frozen=True, slots=True)
class _Segment:
    """A group of letters in a number, with the separator before it."""

    symbol: str
    mark: str
    end: int


def find_numbers(clean: CleanText) -> Iterator[PrintedNumber]:
    """Yield everything shaped like a document's number, in order, never overlapping."""
    position = 0
    while match := _FIGURES.search(clean.text, position):
        found = _read(clean, match) if _may_start(clean.text, match.start()) else None
        # An unread run of figures is left behind whole, so that time stays linear.
        position = found.end if found else match.end("digits")
        if found:
            yield found


def _may_start(text: str, start: int) -> bool:
    """Tell whether figures may begin a number: not inside a word, path, fraction or decimal."""
    before = text[start - 1 : start]
    if before.isalnum():  # only “số31”, glued
        glued = text[max(0, start - 2) : start].lower() == "số"
        return glued and not text[max(0, start - 3) : max(0, start - 2)].isalpha()
    if before and before in "/@_#":
        return False
    if before and before in ".:-" and start > 1:
        return not text[start - 2].isalnum() or text[start - 2] in "ốỐ"
    return True


def _read(clean: CleanText, match: re.Match[str]) -> PrintedNumber | None:
    start = match.start()
    before = clean.lower[max(0, start - _WINDOW) : start]
    if _FORM_CODE.search(before) or _QUANTITY.search(before):
        return None
    figures_end = max(match.end(group) for group in ("digits", "letter", "year"))
    segments = tuple(_read_segments(clean.text, figures_end))
    number = _assemble(match, segments)
    if number is None:
        return None
    used = min(len(number.organs) + bool(number.type), len(segments))
    return PrintedNumber(
        start=start,
        end=segments[used - 1].end,
        number=number,
        says_number=_SAYS_NUMBER.search(before) is not None,
    )


def _read_segments(text: str, position: int) -> Iterator[_Segment]:
    """Yield the groups of letters after the figures: type, organ, department."""
    previous: _Segment | None = None
    for _ in range(_MOST_ORGANS + 1):
        match = _SEGMENT.match(text, position)
        if match is None or not (_may_follow(match, previous) if previous else _may_lead(match)):
            return
        symbol, position = match["symbol"], match.end()
        if symbol.endswith("GD") and (education := _EDUCATION.match(text, position)):
            symbol += "&ĐT" if "&" in education.group() else "ĐT"
            position = education.end()
        previous = _Segment(_spell(symbol, first=previous is None), match["mark"], position)
        yield previous


def _may_lead(match: re.Match[str]) -> bool:
    """Tell whether a group of letters may come right after the figures."""
    symbol, mark = match["symbol"], match["mark"]
    if mark == ".":
        return False
    if not mark:  # a lost slash: 174QĐ-TLĐ, 02 NQ/TW
        return len(symbol) > 1 and (symbol.isupper() or symbol in TYPE_SYMBOLS)
    known = symbol.upper() in TYPE_SPELLINGS or _is_known_organ(symbol.upper())
    return known or _SYMBOL.fullmatch(symbol) is not None


def _may_follow(match: re.Match[str], previous: _Segment) -> bool:
    """Tell whether letters go on with the number; spaced ones only right after a type."""
    symbol = match["symbol"]
    known = (symbol.islower() or "." in symbol) and _is_known_organ(symbol.upper())
    if not match["mark"] or not (known or _SYMBOL.fullmatch(symbol)):
        return False
    spaced = bool(match["before"] or match["after"])
    if not spaced or previous.symbol in TYPE_SYMBOLS or len(symbol) <= _LONGEST_DEPARTMENT:
        return True
    return organ_family(symbol) == "union"  # TTLT-BTC - TLĐLĐVN


def _is_known_organ(upper: str) -> bool:
    return ORGAN_SPELLINGS.get(upper, upper) in KNOWN_ORGANS


def _spell(symbol: str, *, first: bool) -> str:
    """Write a symbol in its usual case: `nq` → NQ, `LĐlĐ` → LĐLĐ, `VPTƯ` → VPTW; `ToC` stays."""
    upper = symbol.upper()
    if first and upper in TYPE_SPELLINGS:
        return TYPE_SPELLINGS[upper]
    if upper in ORGAN_SPELLINGS:
        return ORGAN_SPELLINGS[upper]
    if upper.endswith("TƯ"):
        return upper.removesuffix("Ư") + "W"
    return upper if symbol.islower() or _is_known_organ(upper) else symbol


def _assemble(match: re.Match[str], segments: Sequence[_Segment]) -> DocumentNumber | None:
    """Make a number of figures and groups of letters, or None when they are none."""
    if not segments:
        return None
    symbols, marks = [one.symbol for one in segments], [one.mark for one in segments]
    type_ = ""
    if _is_type(symbols):
        type_ = symbols.pop(0)
    elif glued := _split_glued(symbols[0]):
        type_, symbols[0] = glued
        marks.insert(1, "")
    if not marks[0] and not (type_ and symbols) and symbols[:1] not in (["LĐLĐ"], ["TLĐ"]):
        return None
    if not type_ and _SYMBOL.fullmatch(symbols[0]) is None:
        return None
    number = DocumentNumber(
        digits=match["digits"].replace(".", ""),
        letter=match["letter"] or "",
        year=match["year"],
        type=type_,
        organs=tuple(symbols[:_MOST_ORGANS]),
        marks=tuple(marks),
    )
    return restore_centre(number)


def _is_type(symbols: Sequence[str]) -> bool:
    first, following = symbols[0], symbols[1:2]
    if first == "CĐ":  # công đoàn, unless an organ that sends telegrams (công điện) follows
        return bool(following) and _TELEGRAM_ORGAN.fullmatch(following[0]) is not None
    return first in TYPE_SYMBOLS


def _split_glued(symbol: str) -> tuple[str, str] | None:
    """Split a type and an organ written together: `NĐCP` → NĐ, CP."""
    if organ_family(symbol) == "union" or symbol == "TTCP":
        return None
    for length in (4, 3, 2):
        type_, organ = TYPE_SPELLINGS.get(symbol[:length].upper()), symbol[length:]
        if type_ and _is_known_organ(organ):
            return type_, organ
    return None
