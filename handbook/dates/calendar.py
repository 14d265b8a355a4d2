"""Calendar arithmetic on partial dates: their first and last day, and whether they exist at all."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

_FIRST_MONTH = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
_LENGTH = {"Q": 3, "H": 6}


def is_real(value: str) -> bool:
    """Tell whether a partial date of the right form names a day that exists.

    >>> is_real("2023-02-30"), is_real("2023-02")
    (False, True)
    """
    if len(value) != 10:
        return int(value[:4]) >= 1
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def first_day(value: str) -> date:
    """Give the first day a partial date may mean.  Raises ValueError when it does not exist."""
    return _span(value)[0]


def last_day(value: str) -> date:
    """Give the last day a partial date may mean.  Raises ValueError when it does not exist."""
    return _span(value)[1]


def _span(value: str) -> tuple[date, date]:
    if len(value) == 10:
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
