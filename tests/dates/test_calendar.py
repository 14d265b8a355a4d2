"""Partial dates: first and last day at every precision, and what does not exist."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.dates.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    WEEKDAYS,
    days_in_month,
    first_day,
    is_day,
    is_real,
    last_day,
    name_weekday,
)

YEARS = st.integers(FIRST_YEAR, LAST_YEAR).map(str)
MONTHS = st.builds("{}-{:02}".format, YEARS, st.integers(1, 12))
QUARTERS = st.builds("{}-Q{}".format, YEARS, st.integers(1, 4))
HALVES = st.builds("{}-H{}".format, YEARS, st.integers(1, 2))
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)).map(date.isoformat)
PARTIAL_DATES = st.one_of(YEARS, MONTHS, QUARTERS, HALVES, DAYS)
WRITTEN_DAYS = st.builds(
    "{:04}-{:02}-{:02}".format, st.integers(0, 9999), st.integers(1, 12), st.integers(0, 99)
)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-H1", "2020-01-01", "2020-06-30"),
        ("2020-H2", "2020-07-01", "2020-12-31"),
        ("2020-Q1", "2020-01-01", "2020-03-31"),
        ("2020-Q4", "2020-10-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2020-12-15", "2020-12-15", "2020-12-15"),
    ],
)
def test_first_and_last_day(value: str, first: str, last: str) -> None:
    assert first_day(value).isoformat() == first
    assert last_day(value).isoformat() == last


@pytest.mark.parametrize(
    "value",
    ["2023-02-30", "2023-02-29", "2023-04-31", "2023-01-00", "0000", "0202-12", "9999", "٢٠٢٠"],
)
def test_what_does_not_exist_is_not_real(value: str) -> None:
    assert not is_real(value)


@given(PARTIAL_DATES)
def test_every_real_date_begins_before_it_ends(value: str) -> None:
    assert is_real(value)
    assert first_day(value) <= last_day(value)
    assert (first_day(value) == last_day(value)) == is_day(value)


@given(PARTIAL_DATES)
def test_a_year_holds_its_parts(value: str) -> None:
    year = value[:4]

    assert first_day(year) <= first_day(value)
    assert last_day(value) <= last_day(year)


@given(st.one_of(YEARS, MONTHS, QUARTERS, HALVES))
def test_the_day_after_the_last_begins_a_month(value: str) -> None:
    assert first_day(value).day == 1
    assert (last_day(value) + timedelta(days=1)).day == 1


@given(WRITTEN_DAYS)
def test_real_days_are_those_of_the_calendar(value: str) -> None:
    try:
        exists = FIRST_YEAR <= date.fromisoformat(value).year <= LAST_YEAR
    except ValueError:
        exists = False

    assert is_real(value) == exists


def test_february_may_have_29_days() -> None:
    assert [days_in_month(month) for month in (1, 2, 4)] == [31, 29, 30]


@given(st.dates())
def test_weekdays_follow_one_another(day: date) -> None:
    if day < date.max:
        position = WEEKDAYS.index(name_weekday(day))
        assert name_weekday(day + timedelta(days=1)) == WEEKDAYS[(position + 1) % 7]
