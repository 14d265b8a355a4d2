"""Write days that a cleaned phrase names otherwise as plain dates: lunar days, “thứ Sáu cuối cùng
của tháng 11/2023”.  What cannot be told, or comes back by the lunar calendar, is not understood.
"""

from __future__ import annotations

import re
from datetime import date

from handbook.dates.lunar import solar_day
from handbook.dates.occurrences import nth_weekday
from handbook.dates.reading.cycles import find_cycles
from handbook.dates.reading.names import read_nth, read_weekday
from handbook.dates.reading.plain import NotUnderstoodError, UnrealDayError
from handbook.dates.reading.tokens import find_tokens

_STEM = "giap|at|binh|dinh|mau|ky|canh|tan|nham|quy"
_BRANCH = "ty|suu|dan|mao|thin|ngo|mui|than|dau|tuat|hoi"
_YEAR = (
    rf"(?:,? ?(?:\()?(?:nam )?(?:{_STEM}) (?:{_BRANCH})(?:\))?)?"
    r"(?:(?:,? ?(?:nam )?|/|-)(?P<year>(?:19|20)\d\d)(?!\d))?"
)
_DAY = r"(?:ngay )?(?:(?:mung|mong) )?(?P<day>\d{1,2}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|ram)"
_DAYS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10, "ram": 15,
}  # fmt: skip
_TET = r"tet(?: nguyen dan| am lich| co truyen)?"
_LUNAR_MARK = r",? ?\(?am lich\)?"

_LUNAR = (
    re.compile(rf"\b{_DAY.replace('(?:(?:mung|mong) )?', '(?:mung|mong) ')} {_TET}{_YEAR}"),
    re.compile(rf"\b{_DAY} thang (?P<month>gieng){_YEAR}(?:{_LUNAR_MARK})?"),
    re.compile(rf"\b{_DAY}(?:/| thang )(?P<month>\d{{1,2}}){_LUNAR_MARK}{_YEAR}"),
    re.compile(rf"(?<=\btruoc )(?P<new_year>{_TET})(?! (?:sum|duong|trung|doc|cong)\w*){_YEAR}"),
)
_LEFT = re.compile(r"\bam lich\b|\bthang (?:gieng|chap)\b|\b(?:mung|mong) \w+ tet\b|\bram\b")
_OCCASION = re.compile(rf"\btet nguyen dan\b{_YEAR}")
_NTH = re.compile(
    r"\b(?P<weekday>thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat),? (?:cua |trong )?"
    r"(?:tuan )?(?:le )?(?:thu )?(?P<nth>dau tien|dau|nhat|mot|hai|ba|tu|[1-4]|cuoi cung|cuoi)"
    r"(?: cua| trong)? thang (?P<month>\d{1,2})(?:/|,? nam | )(?P<year>(?:19|20)\d\d)(?!\d)"
)


def write_named_days(plain: str, reference: date | None) -> str:
    """Give the phrase with its named days as dates.  Raises NotUnderstoodError, UnrealDayError."""
    written = plain
    for pattern in _LUNAR:
        written = pattern.sub(lambda match: _lunar_date(match, reference), written)
    if written != plain and find_cycles(plain):
        raise NotUnderstoodError  # “mùng 10 tháng 3 âm lịch hằng năm” falls on no day of a rule
    without = _OCCASION.sub(" ", written)
    if _LEFT.search(written) or (without != written and not _has_day(without)):
        raise NotUnderstoodError
    return _NTH.sub(_nth_date, written)


def _has_day(plain: str) -> bool:
    """Tell whether a time stands beside the occasion that is only named."""
    return any(token.kind == "point" for token in find_tokens(plain))


def _lunar_date(match: re.Match[str], reference: date | None) -> str:
    groups = match.groupdict()
    month = {"gieng": 1}.get(groups.get("month") or "gieng") or int(groups["month"])
    name = groups.get("day") or "1"
    day = _DAYS.get(name) or int(name)
    found = _first_since(int(groups["year"]) if groups["year"] else None, month, day, reference)
    if found is None:
        raise NotUnderstoodError
    return f"ngay {found.day:02}/{found.month:02}/{found.year}"


def _first_since(year: int | None, month: int, day: int, reference: date | None) -> date | None:
    """Give the day in its year, or without one the first that does not lie before the reference."""
    if not 1 <= month <= 12 or not 1 <= day <= 30:
        raise UnrealDayError
    if year:
        return solar_day(year, month, day)
    years = (reference.year, reference.year + 1) if reference else ()
    days = (solar_day(one, month, day) for one in years)
    return next((one for one in days if one and reference and one >= reference), None)


def _nth_date(match: re.Match[str]) -> str:
    if not 1 <= int(match["month"]) <= 12:
        raise UnrealDayError
    month = date(int(match["year"]), int(match["month"]), 1)
    found = nth_weekday(month, read_weekday(match["weekday"]), read_nth(match["nth"]))
    return f"ngay {found.day:02}/{found.month:02}/{found.year}"
