"""Calendar arithmetic on partial dates: their first and last day, and whether they exist at all.

A partial date has passed `PartialDate`'s pattern, which cannot know that February has no 30th.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

FIRST_YEAR, LAST_YEAR = 1800, 2200
"""Years outside are slips of the finger (“0202”); inside, no arithmetic leaves `date`'s range."""

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
"""As `date.weekday()` counts: Monday is 0."""

_FIRST_MONTH = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
_LENGTH = {"Q": 3, "H": 6}


def is_real(value: str) -> bool:
    """Tell whether a partial date of the right form names a time that exists, in a likely year.

    >>> is_real("2023-02-30"), is_real("2023-02"), is_real("0202")
    (False, True, False)
    """
    if not (value.isascii() and FIRST_YEAR <= int(value[:4]) <= LAST_YEAR):
        return False
    try:
        _span(value)
    except ValueError:
        return False
    return True


def is_day(value: str) -> bool:
    """Tell whether a partial date names a single day.

    >>> is_day("2020-12-15"), is_day("2020-12")
    (True, False)
    """
    return len(value) == 10


def first_day(value: str) -> date:
    """Give the first day a partial date may mean.  Raises ValueError when it does not exist.

    >>> first_day("2020-Q3").isoformat()
    '2020-07-01'
    """
    return _span(value)[0]


def last_day(value: str) -> date:
    """Give the last day a partial date may mean.  Raises ValueError when it does not exist.

    >>> last_day("2020-H1").isoformat()
    '2020-06-30'
    """
    return _span(value)[1]


def days_in_month(month: int) -> int:
    """Give the most days a month can have: 29 for February.

    >>> days_in_month(2), days_in_month(4)
    (29, 30)
    """
    return monthrange(2000, month)[1]  # 2000 is a leap year


def name_weekday(day: date) -> str:
    """Name the day of the week.

    >>> name_weekday(date(2020, 12, 29))
    'thứ Ba'
    """
    return WEEKDAYS[day.weekday()]


def _span(value: str) -> tuple[date, date]:
    if is_day(value):
        day = date.fromisoformat(value)
        return day, day
    year, _, rest = value.partition("-")
    if not rest:
        begin, months = 1, 12
    elif rest in _FIRST_MONTH:
        begin, months = _FIRST_MONTH[rest], _LENGTH[rest[0]]
    else:
        begin, months = int(rest), 1
    end = begin + months - 1
    return date(int(year), begin, 1), date(int(year), end, monthrange(int(year), end)[1])
