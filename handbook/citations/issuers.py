"""Issuers as citations print them: “Ban Thường vụ Huyện ủy”, “LĐLĐ thành phố Hồ Chí Minh”.

An issuer is a known head followed by words that still belong to the name: words with a capital, and
the lower-case words of names (tỉnh, nhân dân, viên chức …).  It ends at punctuation, an empty line,
or the first other word.
"""

from __future__ import annotations

import re

from handbook.citations.issuer_words import (
    BOARDS,
    BODIES,
    CENTRAL,
    COMPOUND_HEADS,
    JOINED,
    MINISTRIES,
    NAME_WORDS,
    PREFIXES,
    SECTORS,
    STOPS,
)
from handbook.citations.normalise import CleanText
from handbook.citations.ordinals import ORDINAL
from handbook.citations.patterns import GAP, any_of, pattern

_CENTRAL = pattern(rf"{any_of(CENTRAL)}(?!\w)")
_MORE_OF_PARTY = pattern(r" (?:bộ|ủy|đoàn|viên)(?!\w)")
_CENTRE_OF = pattern(r"(?<=ương) (?:hội|đoàn|mặt trận|mttq)(?!\w)")
_PREFIX = pattern(rf"{any_of(PREFIXES)}(?!\w)")
_MEETING = pattern(
    rf"(?:hội nghị (?:(?:lần )?thứ {ORDINAL} )?)?"
    r"(?=ban chấp hành|bch(?!\w)|trung ương|đảng|tỉnh ủy)"
)
_HEADS = (
    pattern(rf"(?:bộ|sở|phòng|ngành|liên bộ|liên sở) {any_of(MINISTRIES)}(?!\w)"),
    pattern(rf"ban {any_of(BOARDS)}(?!\w)"),
    pattern(rf"{any_of(BODIES)}(?!\w)"),
)
_COMPOUND_HEAD = pattern(rf"{any_of(COMPOUND_HEADS)}(?!\w)")
_COMPOUND_WORD = pattern(rf" {any_of(COMPOUND_HEADS)}(?!\w)")
_CONGRESS_HEAD = pattern(r"(?:đoàn|hội(?! nghị)|liên hiệp)(?!\w)")
_ABBREVIATED_HEAD = re.compile(
    r"(?:CĐ[A-ZĐ]{1,8}|UBND[A-Z]{1,3}|(?:UB)?MTTQ[A-Z]{1,3}|[SP]GD&?ĐT|TWĐTN)(?!\w)"
)
_LEVEL = pattern(
    r" (?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|ngành|trường)(?!\w)"
)
_NAME_WORD = pattern(rf" {any_of(NAME_WORDS)}(?!\w)")
_NUMBERED_PLACE = pattern(r" (?:quận|phường|khu vực|số) [0-9]{1,2}(?![\w/.-])")
_ABBREVIATED_PLACE = pattern(r" (?:TP|Tp|tp|TX|Tx|TT|Q|P|H)\.~[A-ZÀ-ỸĐ]\w{0,20}")
_SECTOR = pattern(rf" {any_of(SECTORS)}(?!\w)")
_TAKE_SECTORS = ("đoàn", "ngành", "cđ")
_JOINED = pattern(rf"~{any_of(JOINED)}(?!\w)")
_GLOSS = pattern(r"\x20{1,2}\((?:TP\.?\x20?)?[A-ZĐ]{2,10}\)(?=[\x20\n])")
_WORD = pattern(r" (?P<word>[^\W\d_][\w&]{0,24})")
_SECOND_SYLLABLE = pattern(r" [^\W\d_]{1,7}(?!\w)")
_STOP = pattern(rf" {any_of(STOPS)}(?!\w)")
_ROMAN = re.compile(r"[IVX]+$")
_GAP = re.compile(GAP)
_MOST_WORDS = 24


def read_issuer(clean: CleanText, position: int) -> int | None:
    """Give the end of the issuer that begins at `position`, or None when none does.

    >>> from handbook.citations.normalise import normalise
    >>> clean = normalise("Ban Thường vụ Tỉnh ủy Bình Phước về việc")
    >>> clean.text[:read_issuer(clean, 0)]
    'Ban Thường vụ Tỉnh ủy Bình Phước'
    """
    if (end := _read_central(clean, position)) is not None:
        return end
    office: int | None = None
    while (match := _PREFIX.match(clean.lower, position)) is not None:
        office = match.end()
        gap = _GAP.match(clean.lower, office)
        if gap is None:
            return office
        position = gap.end()
        if (end := _read_central(clean, position)) is not None:
            return end
    body = read_body(clean, position)
    if body is not None or office is None:
        return body
    return _read_name(clean, office)


def read_body(clean: CleanText, position: int, *, congress: bool = False) -> int | None:
    """Give the end of the body's name that begins at `position`, without its offices, or None."""
    for head in _HEADS:
        if match := head.match(clean.lower, position):
            return _read_name(clean, match.end(), head=match.group())
    if match := _ABBREVIATED_HEAD.match(clean.text, position):
        return _read_name(clean, match.end())
    if congress and (match := _CONGRESS_HEAD.match(clean.lower, position)):
        return _read_name(clean, match.end())
    return None


def read_place_after(clean: CleanText, position: int) -> int | None:
    """Read what goes on with an organ's abbreviation: “39/KH-LĐLĐ thành phố Sầm Sơn”."""
    if _LEVEL.match(clean.lower, position) is None or clean.text.startswith("\n", position):
        return None
    end = _read_name(clean, position)
    return end if end > position else None


def skip_meeting(lower: str, position: int) -> int:
    """Step over “Hội nghị lần thứ sáu” before the committee that held it."""
    match = _MEETING.match(lower, position)
    return match.end() if match else position


def _read_central(clean: CleanText, position: int) -> int | None:
    """Read an issuer that takes no further words: “Bộ Chính trị”, “Chính phủ”."""
    match = _CENTRAL.match(clean.lower, position)
    if match is None or (match.group() == "đảng" and clean.text[position].islower()):
        return None
    printed, end = match.group(), match.end()
    if printed.endswith("đảng") and _MORE_OF_PARTY.match(clean.lower, end):
        return None  # “Ban Chấp hành Đảng bộ tỉnh”
    if printed.endswith("đoàn") or _CENTRE_OF.match(clean.lower, end):
        return _read_name(clean, end)  # “… Trung ương Hội LHPN Việt Nam”
    return end


def _read_name(clean: CleanText, position: int, *, head: str = "") -> int:
    """Read on while the words still belong to the name.

    In the names of some bodies only the first syllable of a word bears a capital (“Công đoàn Dầu
    khí Việt Nam”); both syllables of a place do, so one capital alone may take its lower-case
    second, until the name comes to a place.
    """
    end, capitals = position, 0
    compound = _COMPOUND_HEAD.match(head) is not None
    for _ in range(_MOST_WORDS):
        step = _next_word(clean, end)
        if step is not None:
            word = clean.text[end:step].strip()
            capitals = capitals + 1 if word.istitle() and " " not in word else 0
            compound = _goes_by_syllables(clean.lower, end, compound=compound)
        elif compound and capitals == 1:
            step, capitals = _second_syllable(clean, end), 0
        if step is None:
            break
        end = step
    return end


def _goes_by_syllables(lower: str, position: int, *, compound: bool) -> bool:
    """Tell whether the name goes on with compound words after its word at `position`."""
    if _LEVEL.match(lower, position):
        return False
    return compound or _COMPOUND_WORD.match(lower, position) is not None


def _next_word(clean: CleanText, position: int) -> int | None:
    lower, text = clean.lower, clean.text
    if match := _JOINED.match(lower, position):
        return match.end()
    if match := _GLOSS.match(text, position):  # “Liên đoàn Lao động (LĐLĐ) huyện”
        return match.end() if _next_word(clean, match.end()) else None
    if match := _ABBREVIATED_PLACE.match(text, position):  # “TP. Hồ Chí Minh”
        return match.end()
    if lower.endswith(_TAKE_SECTORS, 0, position) and (match := _SECTOR.match(lower, position)):
        return match.end()
    if match := _NUMBERED_PLACE.match(lower, position) or _NAME_WORD.match(lower, position):
        return match.end()
    return _capitalised(clean, position)


def _capitalised(clean: CleanText, position: int) -> int | None:
    match = _WORD.match(clean.text, position)
    if match is None or not match["word"][0].isupper() or _ROMAN.match(match["word"]):
        return None
    return None if _STOP.match(clean.lower, position) else match.end()


def _second_syllable(clean: CleanText, position: int) -> int | None:
    match = _SECOND_SYLLABLE.match(clean.lower, position)
    return match.end() if match and not _STOP.match(clean.lower, position) else None
