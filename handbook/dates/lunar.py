"""Days of the lunar calendar, as far as the `holidays` library knows them for Viet Nam.

It knows the first day of the year (Tết) and the 10th of the third month (Giỗ Tổ Hùng Vương), and so
the other days of these two months: months have 29 or 30 days, so their 30th is not known.
"""

from __future__ import annotations

from datetime import date, timedelta

from handbook.dates.counting import FIRST_YEAR, LAST_YEAR, days_named

_KNOWN = {1: ("Tết Nguyên Đán", 1), 3: ("Ngày Giỗ Tổ Hùng Vương", 10)}
"""Lunar month → a holiday in it, and the day of the lunar month it falls on."""


def solar_day(year: int, month: int, day: int) -> date | None:
    """Give the day of a lunar day; None where the library does not tell.

    >>> solar_day(2023, 1, 15), solar_day(2023, 7, 15)
    (datetime.date(2023, 2, 5), None)
    """
    if month not in _KNOWN or not 0 <= day <= 29 or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    name, number = _KNOWN[month]
    found = days_named(name, year)
    return found[0] + timedelta(days=day - number) if found else None
