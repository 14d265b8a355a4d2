"""Dates as citations print them, read at their own precision; an impossible day gives no date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbook.citations.ordinals import GAP
from handbook.dates.calendar import is_real

_S = r"[ \n]{0,3}"
_LEAD = rf"(?:(?:được{GAP})?(?:ban{GAP}hành|ký(?:{GAP}ban{GAP}hành)?|phát{GAP}hành|đề){_S})?(?:cùng{GAP})?"
_BLANK_DAY = r"ngày[ \n._\u2026]{0,24}"
_DAY_MONTH_YEAR = (
    rf"(?P<day>[0-9]{{1,2}}){_S}(?:[/.-]|,?{_S}tháng){_S}(?P<month>[0-9]{{1,2}}){_S}"
    rf"(?:[/.-]|,?{_S}năm){_S}(?P<year>[0-9]{{4,6}})(?:(?!\w)|(?=của))"
)
_PRINTED = re.compile(rf"{_LEAD}ngày{_S}{_DAY_MONTH_YEAR}")
_BARE = re.compile(_DAY_MONTH_YEAR)
_DAY_MONTH = re.compile(
    rf"{_LEAD}ngày{_S}[0-9]{{1,2}}{_S}(?:[/.-]|tháng){_S}[0-9]{{1,2}}(?:[/.-][0-9]{{2}})?(?!\w|[/.-][0-9])"
)
_MONTH_YEAR = re.compile(
    rf"{_LEAD}(?:{_BLANK_DAY})?tháng{_S}(?P<month>[0-9]{{1,2}}){_S}(?:[/.-]|,?{_S}năm){_S}(?P<year>[0-9]{{4}})(?!\w)"
)
_YEAR = re.compile(rf"{_LEAD}năm{_S}(?P<year>(?:19|20)[0-9]{{2}})(?!\w|{_S}[-/]{_S}[0-9])")
_FIRST_YEAR, _LAST_YEAR = 1930, 2100


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date found in a text: where it ends, and its ISO form (None for a day that does not exist)."""

    end: int
    value: str | None


def read_date(lower: str, position: int, *, bare: bool = False) -> PrintedDate | None:
    """Read the date that begins at `position` of a lower-case text, or None.

    `bare` also takes “12/6/2021” with no word before it.

    >>> read_date("ngày 12 tháng 6 năm 2021 của", 0)
    PrintedDate(end=24, value='2021-06-12')
    >>> read_date("ngày 30/02/2023", 0), read_date("năm 2013", 0), read_date("năm 2020-2025", 0)
    (PrintedDate(end=15, value=None), PrintedDate(end=8, value='2013'), None)
    """
    match = _PRINTED.match(lower, position) or (_BARE.match(lower, position) if bare else None)
    if match:
        return PrintedDate(match.end(), _iso(match["year"], match["month"], match["day"]))
    match = _MONTH_YEAR.match(lower, position)
    if match:
        return PrintedDate(match.end(), _iso(match["year"], match["month"]))
    match = _DAY_MONTH.match(lower, position)
    if match:
        return PrintedDate(match.end(), None)
    match = _YEAR.match(lower, position)
    return PrintedDate(match.end(), match["year"]) if match else None


def _iso(year: str, month: str, day: str | None = None) -> str | None:
    if len(year) != 4 or not _FIRST_YEAR <= int(year) <= _LAST_YEAR or not 1 <= int(month) <= 12:
        return None
    value = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return value if is_real(value) else None
