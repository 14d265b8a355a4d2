"""Working days leave out weekends, public holidays and Tết, and keep exchanged Saturdays."""

from __future__ import annotations

from datetime import date

import pytest

from handbook.dates.counting import (
    add,
    add_working_days,
    are_holidays_settled,
    days_named,
    is_working_day,
)


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        (date(2021, 2, 9), True),
        (date(2021, 2, 10), False),  # Tết
        (date(2021, 2, 16), False),
        (date(2021, 4, 21), False),  # Giỗ Tổ
        (date(2021, 5, 3), False),  # a day off for 1 May, a Saturday
        (date(2025, 4, 26), True),  # a Saturday worked for 2 May
        (date(2025, 5, 2), False),
        (date(2023, 7, 1), False),  # a Saturday
        (date(2300, 7, 2), True),  # beyond the library: weekends only
    ],
)
def test_working_days(day: date, is_working: bool) -> None:
    assert is_working_day(day) is is_working


def test_counting_working_days_in_both_directions() -> None:
    assert add_working_days(date(2021, 2, 9), 5) == date(2021, 2, 23)
    assert add_working_days(date(2021, 2, 23), -5) == date(2021, 2, 9)
    assert add_working_days(date(2021, 2, 23), 0) == date(2021, 2, 23)


def test_months_end_with_the_month() -> None:
    assert add(date(2024, 2, 29), 1, "năm") == date(2025, 2, 28)
    assert add(date(2021, 5, 1), 25, "giờ") == date(2021, 5, 3)


def test_exchanged_days_are_known_only_for_years_with_a_notice() -> None:
    assert are_holidays_settled(2025)
    assert not are_holidays_settled(2099)
    assert days_named("Tết Nguyên Đán", 2099) == [date(2099, 1, 21)]
