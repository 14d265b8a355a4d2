"""Counting days, working days, weeks, months and years from a day.

Working days leave out Saturdays, Sundays and the public holidays of Viet Nam, Tết included, and
keep the Saturdays worked in exchange for another day off (Bộ luật Lao động, Điều 111, 112).  The
`holidays` library computes the lunar days until 2100; days off exchanged by the government's notice
are known only for past years and the next, which `are_holidays_settled` tells.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from handbook.model.date_expression import Relative

if TYPE_CHECKING:
    from holidays.countries.vietnam import Vietnam

FIRST_YEAR, LAST_YEAR = 1901, 2100
"""The years for which the library knows the lunar days; outside, only weekends are left out."""


def are_holidays_settled(year: int) -> bool:
    """Tell whether the days off of a year are known, exchanged ones included.

    >>> are_holidays_settled(2021), are_holidays_settled(2090)
    (True, False)
    """
    from holidays.countries.vietnam import VietnamStaticHolidays

    return FIRST_YEAR <= year <= max(VietnamStaticHolidays.special_public_holidays)


def is_working_day(day: date) -> bool:
    """Tell whether offices work on a day.

    >>> is_working_day(date(2021, 2, 12)), is_working_day(date(2021, 2, 17))
    (False, True)
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return day.weekday() < 5
    return _holidays(day.year).is_working_day(day)


def days_named(name: str, year: int) -> list[date]:
    """Give the days of a year that bear a holiday's name.

    >>> days_named("Tết Nguyên Đán", 2023)
    [datetime.date(2023, 1, 22)]
    """
    found: list[date] = _holidays(year).get_named(name, lookup="exact")
    return [day for day in found if day.year == year]


@cache
def _holidays(year: int) -> Vietnam:
    # Imported when first asked for: the library brings every country, and few documents need it.
    from holidays.countries.vietnam import Vietnam

    return Vietnam(years=year, language="vi")  # type: ignore[no-untyped-call]


def count_from(day: date, expression: Relative) -> date:
    """Count what a relative expression says from a day; the day itself is not counted."""
    if expression.working_days:
        return add_working_days(day, expression.days)
    return add(day, expression.days, expression.unit)


def add(day: date, number: int, unit: str) -> date:
    """Add (or take away) hours, days, weeks, months or years; hours count as whole days begun.

    >>> add(date(2021, 1, 31), 1, "tháng").isoformat()
    '2021-02-28'
    """
    match unit:
        case "giờ":
            return day + timedelta(days=-(-number // 24) if number > 0 else number // 24)
        case "tuần":
            return day + timedelta(weeks=number)
        case "tháng":
            moved: date = day + relativedelta(months=number)
            return moved
        case "năm":
            return add(day, 12 * number, "tháng")
    return day + timedelta(days=number)


def add_working_days(day: date, number: int) -> date:
    """Add (or take away) working days; the day itself is not counted.

    >>> add_working_days(date(2021, 2, 9), 1).isoformat()  # over Tết
    '2021-02-17'
    """
    step = timedelta(days=1 if number > 0 else -1)
    left = abs(number)
    while left:
        day += step
        left -= is_working_day(day)
    return day
