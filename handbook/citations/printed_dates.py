"""Dates as citations print them, read at their own precision; an impossible day gives no date."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.citations.patterns import pattern
from handbook.dates.calendar import is_real

_LEAD = r"(?:(?:được )?(?:ban hành|ký(?: ban hành)?|phát hành|đề)~)?(?:cùng )?"
_DAY_MONTH_YEAR = (
    r"(?P<day>[0-9]{1,2})~(?:[/.-]|,?~tháng)~(?P<month>[0-9]{1,2})~(?:[/.-]|,?~năm)~"
    r"(?P<year>[0-9]{4,6})(?:(?!\w)|(?=của))"
)
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_BLANK_DAY = r"(?:ngày[\x20\n._…]{0,24})?"

_FULL = pattern(rf"{_LEAD}ngày~{_DAY_MONTH_YEAR}")
_BARE = pattern(_DAY_MONTH_YEAR)
_MONTH = pattern(
    rf"{_LEAD}{_BLANK_DAY}tháng~(?P<month>[0-9]{{1,2}})~(?:[/.-]|,?~năm)~{_YEAR}(?!\w)"
)
_NO_YEAR = pattern(
    rf"{_LEAD}ngày~[0-9]{{1,2}}~(?:[/.-]|tháng)~[0-9]{{1,2}}(?:[/.-][0-9]{{2}})?(?!\w|[/.-][0-9])"
)
_ONLY_YEAR = pattern(rf"{_LEAD}năm~{_YEAR}(?!\w|~[-/]~[0-9])")
_FIRST_YEAR, _LAST_YEAR = 1930, 2100


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date found in a text: its end, and its ISO form (None for a day that does not exist)."""

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
    match = _FULL.match(lower, position) or (_BARE.match(lower, position) if bare else None)
    if match:
        return PrintedDate(match.end(), _iso(match["year"], match["month"], match["day"]))
    if match := _MONTH.match(lower, position):
        return PrintedDate(match.end(), _iso(match["year"], match["month"]))
    if match := _NO_YEAR.match(lower, position):
        return PrintedDate(match.end(), None)
    if match := _ONLY_YEAR.match(lower, position):
        return PrintedDate(match.end(), match["year"])
    return None


def _iso(year: str, month: str, day: str | None = None) -> str | None:
    if len(year) != 4 or not _FIRST_YEAR <= int(year) <= _LAST_YEAR or not 1 <= int(month) <= 12:
        return None
    value = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return value if is_real(value) else None
