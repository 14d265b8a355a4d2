"""Numbers with symbols (02-NQ/TW, 191/2013/NĐ-CP, 39/KH-LĐLĐ, 492/LĐLĐ): read, checked, canonicalised.

    number := NUM [letter] [ "/" YEAR ] SEP [ TYPE SEP ] ORGAN { "-" DEPARTMENT }

TYPE comes from a closed table; ORGAN is open (capitals and Đ, with runs such as “CTr”, “ToC”).
Separators are met in every wrong form — spaced, swapped, lost — and written back in the organ's own
way: Party 02-NQ/TW, State 191/2013/NĐ-CP, union 39/KH-LĐLĐ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from handbook.citations.normalise import CleanText
from handbook.citations.vocabulary import (
    FORM_WORDS,
    ORGAN_FAMILIES,
    ORGAN_SPELLINGS,
    TYPE_SPELLINGS,
    TYPE_SYMBOLS,
    any_of,
)

_START = re.compile(
    r"(?P<digits>[0-9]{1,2}\.[0-9]{3}(?=[ \n]?/)|[0-9]{1,6})(?P<letter>[a-eđ](?![a-zđ]))?"
    r"(?:[ \n]{0,2}[-/][ \n]{0,2}(?P<year>(?:19|20)[0-9]{2})(?![0-9]))?"
    r"(?=[ \n]{0,2}[-/][ \n]{0,2}[A-Za-zĐđ]|[ \n]{0,3}[A-ZĐ])"
)
_SEGMENT = re.compile(
    r"(?P<space>[ \n]{0,2})(?P<mark>[-/.]?)(?P<after>[ \n]{0,2})"
    r"(?P<symbol>[A-Za-zĐđƯư]{1,16}(?:&[A-ZĐ]{1,8})?(?:[0-9]{1,2})?)(?:(?!\w)|(?=ngày|của))"
)
_SPLIT_EDUCATION = re.compile(r"[ \n]?&?[ \n]?ĐT(?!\w)")
_SYMBOL = re.compile(r"[A-ZĐƯ](?=[A-Za-zĐđƯư&]*[A-ZĐƯ])[A-Za-zĐđƯư&]*[0-9]{0,2}")
_FORM = re.compile(
    rf"(?<!\w)(?:{any_of(FORM_WORDS)})(?:[ \n]{{1,3}}(?:số|hiệu|kế toán))*[ \n:]{{0,3}}$"
)
_COUNTED = re.compile(
    r"(?:tổng|trong|một|đa|con|chỉ|hệ|dân|sĩ|của|phần|thiểu)[ \n]{1,3}số[ \n:]{0,3}$"
)
_SAYS_NUMBER = re.compile(r"(?<!\w)số(?:[ \n]{1,2}hiệu)?[ \n]{0,2}[:.]?[ \n]{0,4}$")
_WINDOW = 40
_FAMILIES = tuple((family, re.compile(pattern)) for family, pattern in ORGAN_FAMILIES)
_TELEGRAM_ORGANS = re.compile(r"TTg|CP|VPCP|UBND[A-ZĐ]*|BCĐ[A-ZĐ]*|PCTT[A-ZĐ]*|B[A-ZĐ]{1,6}")
_SENDER = re.compile(
    r"[A-ZĐ]*LĐLĐ|TLĐ|CĐ[A-ZĐ]+|UBND[A-ZĐ]*|HĐND|VPCP|BHXH|LĐTBXH|MTTQ|ĐTN"
    r"|[BS](?:NV|TC|GD&?ĐT|YT|LĐTBXH|CT|XD|TP|TNMT|KHĐT|KHCN|NNPTNT|TTTT|VHTTDL|CA|QP)"
)
"""Organs whose letters (492/LĐLĐ) are known as such with no word before them."""
_JOINT_TYPES = ("TTLT", "TTLB", "NQLT", "KHLT", "HDLT", "KHLN", "HDLN")
_OLD_PARTY_ORGANS = ("BCT", "BBT")
_MOST_ORGANS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNumber:
    """A number taken apart.  `marks` are the separators as printed, without their spaces."""

    digits: str
    letter: str = ""
    year: str | None = None
    type: str = ""
    organs: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()

    @property
    def canonical(self) -> str:
        """Write the number in the way of its organ.

        >>> DocumentNumber(digits="58", type="NQ", organs=("TW",), marks=("/", "-")).canonical
        '58-NQ/TW'
        >>> DocumentNumber(digits="191", year="2013", type="NĐ", organs=("CP",), marks="//").canonical
        '191/2013/NĐ-CP'
        """
        return _canonical(self)

    @property
    def kind(self) -> str | None:
        """Tell the kind its symbol names, or None."""
        return TYPE_SYMBOLS.get(self.type)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedNumber:
    """A number with its place in the clean text, and how sure its mere shape makes it."""

    start: int
    end: int
    number: DocumentNumber
    says_number: bool
    """“số” stands before it."""

    def stands_alone(self) -> bool:
        """Tell whether it is a document's number even with no kind of document named before it."""
        number = self.number
        if number.type:
            return bool(number.organs) and (
                self.says_number or organ_family(number.organs[0]) != ""
            )
        if number.year:
            return number.organs[0].startswith(("QH", "UBTVQH"))
        known = _SENDER.fullmatch(number.organs[0]) is not None
        return known and number.marks[0] == "/" and (self.says_number or len(number.organs) > 1)

    def goes_with(self, kind: str) -> bool:
        """Tell whether it is a number when a word for a kind of document stands right before it."""
        number = self.number
        if self.stands_alone():
            return True
        if number.type:
            return number.marks[0] != ""
        if number.marks[0] == "/":
            return (
                self.says_number or number.year is not None or organ_family(number.organs[0]) != ""
            )
        return kind == "Công văn" and self.says_number and organ_family(number.organs[0]) != ""


def organ_family(organ: str) -> str:
    """Tell whose way of writing numbers an organ follows: `party`, `union`, `state`, `other` or ''.

    >>> [organ_family(organ) for organ in ("TW", "BTCTW", "LĐLĐ", "CĐVC", "UBND", "MTTW", "XYZ")]
    ['party', 'party', 'union', 'union', 'state', 'other', '']
    """
    return next((family for family, pattern in _FAMILIES if pattern.fullmatch(organ)), "")


def find_numbers(clean: CleanText) -> Iterator[PrintedNumber]:
    """Yield everything shaped like a document's number, in order, never overlapping."""
    position = 0
    while match := _START.search(clean.text, position):
        found = _read(clean, match) if _may_start(clean.text, match.start()) else None
        # An unread run of figures is left behind whole, so that time stays linear.
        position = found.end if found else match.end("digits")
        if found:
            yield found


def _may_start(text: str, start: int) -> bool:
    if start == 0:
        return True
    before = text[start - 1]
    if before.isalnum():
        return (
            text[max(0, start - 2) : start].lower() == "số"
            and not text[max(0, start - 3) : max(0, start - 2)].isalpha()
        )
    if before in "/@_#":
        return False
    if before in ".:-" and start > 1:
        return not text[start - 2].isalnum() or text[start - 2] in "ốỐ"
    return True


def _read(clean: CleanText, match: re.Match[str]) -> PrintedNumber | None:
    start = match.start()
    before = clean.lower[max(0, start - _WINDOW) : start]
    if _FORM.search(before) or _COUNTED.search(before):
        return None
    segments = tuple(
        _read_segments(clean.text, match.end("year") if match["year"] else _end_of_figures(match))
    )
    number = _assemble(match, segments)
    if number is None:
        return None
    # Segments left out of the number (a stray word in capitals) do not belong to its span either.
    used = len(number.organs) + (1 if number.type else 0)
    last = min(used, len(segments)) - 1
    return PrintedNumber(
        start=start,
        end=segments[last].end,
        number=number,
        says_number=_SAYS_NUMBER.search(before) is not None,
    )


def _end_of_figures(match: re.Match[str]) -> int:
    return match.end("letter") if match["letter"] else match.end("digits")


@dataclass(frozen=True, slots=True)
class _Segment:
    symbol: str
    mark: str
    spaced: bool
    end: int


def _read_segments(text: str, position: int) -> Iterator[_Segment]:
    """Yield the groups of letters after the figures: type, organ, department."""
    previous: _Segment | None = None
    for count in range(_MOST_ORGANS + 1):
        match = _SEGMENT.match(text, position)
        if match is None or not _continues(match, previous, first=count == 0):
            return
        symbol, end = match["symbol"], match.end()
        if symbol.endswith("GD") and (split := _SPLIT_EDUCATION.match(text, end)):
            symbol, end = symbol + ("&" if "&" in split.group() else "") + "ĐT", split.end()
        spaced = bool(match["space"] or match["after"])
        previous = _Segment(_spell(symbol, previous), match["mark"], spaced, end)
        yield previous
        position = end


def _continues(match: re.Match[str], previous: _Segment | None, *, first: bool) -> bool:
    symbol, mark = match["symbol"], match["mark"]
    upper = symbol.upper()
    is_type = upper in TYPE_SPELLINGS
    if first:
        if mark == ".":
            return False
        if not mark:  # lost slash: 174QĐ-TLĐ, 02 NQ/TW
            return bool(symbol.isupper() or symbol in TYPE_SYMBOLS) and len(symbol) > 1
        return is_type or _SYMBOL.fullmatch(symbol) is not None or _is_known_organ(upper)
    assert previous is not None
    if not mark:
        return False
    if _SYMBOL.fullmatch(symbol) is None and not (symbol.islower() and _is_known_organ(upper)):
        return False
    spaced = bool(match["space"] or match["after"])
    return not spaced or previous.symbol in TYPE_SYMBOLS or len(symbol) <= 5


def _is_known_organ(upper: str) -> bool:
    spelled = ORGAN_SPELLINGS.get(upper, upper)
    return spelled in (
        "TW",
        "TU",
        "HU",
        "QU",
        "ĐU",
        "CP",
        "TTg",
        "LĐLĐ",
        "TLĐ",
        "CĐCS",
        "CĐVC",
        "CĐN",
        "UBND",
    )


def _spell(symbol: str, previous: _Segment | None) -> str:
    """Write a symbol in its usual case: `nq` → NQ, `LĐlĐ` → LĐLĐ, `VPTƯ` → VPTW, `ToC` stays."""
    upper = symbol.upper()
    if previous is None and upper in TYPE_SPELLINGS:
        return TYPE_SPELLINGS[upper]
    if upper in ORGAN_SPELLINGS:
        return ORGAN_SPELLINGS[upper]
    if upper.endswith("TƯ"):
        return upper[:-1] + "W"
    return upper if symbol.islower() or _is_known_organ(upper) else symbol


def _assemble(match: re.Match[str], segments: tuple[_Segment, ...]) -> DocumentNumber | None:
    if not segments:
        return None
    first, *rest = segments
    type_, organs, marks = "", [one.symbol for one in segments], [one.mark for one in segments]
    if _is_type(first.symbol, rest):
        type_, organs = first.symbol, organs[1:]
    elif split := _split_glued(first.symbol):
        type_, organs, marks = split[0], [split[1], *organs[1:]], [marks[0], "", *marks[1:]]
    if not first.mark and not (type_ and organs) and first.symbol not in ("LĐLĐ", "TLĐ"):
        return None
    if not type_ and (not organs or _SYMBOL.fullmatch(organs[0]) is None):
        return None
    if type_ and organs and not organs[0][0].isalpha():
        return None
    number = DocumentNumber(
        digits=match["digits"].replace(".", ""),
        letter=match["letter"] or "",
        year=match["year"],
        type=type_,
        organs=tuple(organs[:_MOST_ORGANS]),
        marks=tuple(marks),
    )
    return _restore_centre(number)


def _is_type(symbol: str, rest: list[_Segment]) -> bool:
    if symbol not in TYPE_SYMBOLS:
        return False
    if symbol == "CĐ":  # công đoàn, unless an organ that sends telegrams follows
        return bool(rest) and _TELEGRAM_ORGANS.fullmatch(rest[0].symbol) is not None
    return True


def _split_glued(symbol: str) -> tuple[str, str] | None:
    """Split a type and an organ written together: `NĐCP` → NĐ, CP."""
    if organ_family(symbol) == "union" or symbol == "TTCP":
        return None
    for length in (4, 3, 2):
        type_, organ = TYPE_SPELLINGS.get(symbol[:length].upper()), symbol[length:]
        if type_ and (_is_known_organ(organ) or organ in ("TTg", "UB")):
            return type_, organ
    return None


def _restore_centre(number: DocumentNumber) -> DocumentNumber:
    """Write TW where a copyist wrote the issuer (02/NQ-BCT): the Bộ Chính trị's papers bear TW.

    BCT is also the Ministry of Industry and Trade, whose numbers have a year or are not resolutions.
    """
    if number.year or number.organs[:1] not in (("BCT",), ("BBT",)):
        return number
    in_party_form = number.marks[:1] == ("-",)
    if number.type in ("NQ", "KL") or (in_party_form and number.type in ("CT", "QĐ", "TB")):
        return replace(number, organs=("TW", *number.organs[1:]))
    return number


def as_party_number(number: DocumentNumber) -> DocumentNumber:
    """Write TW for BCT or BBT, once the text itself says that the issuer is a Party organ."""
    if number.organs[:1] and number.organs[0] in _OLD_PARTY_ORGANS and not number.year:
        return replace(number, organs=("TW", *number.organs[1:]))
    return number


def _canonical(number: DocumentNumber) -> str:
    head = number.digits + number.letter
    organs = "-".join(number.organs)
    if number.year:
        if not number.type:
            return f"{head}/{number.year}/{organs}"
        joint = number.type in _JOINT_TYPES and number.marks[1:2] == ("/",)
        return f"{head}/{number.year}/{number.type}{'/' if joint else '-'}{organs}".rstrip("-")
    if not number.type:
        return f"{head}/{organs}"
    if not organs:
        return f"{head}{number.marks[0] or '/'}{number.type}"
    family = organ_family(number.organs[0])
    if family == "party":
        return f"{head}-{number.type}/{organs}"
    if family in ("union", "state") or not all(number.marks[:2]):
        return f"{head}/{number.type}-{organs}"
    return f"{head}{number.marks[0]}{number.type}{number.marks[1]}{organs}"
