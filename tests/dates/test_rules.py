"""RRULEs give the very days that occurrences give, expanded by another library."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import product
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from icalendar import vRecur

from handbook.dates.occurrences import occurrences
from handbook.dates.rules import rule_of
from handbook.model.date_expression import Recurring
from tests.dates.expressions import expression

START, UNTIL = date(2023, 1, 18), date(2026, 12, 31)
MONTHS = ("đầu kỳ", "giữa kỳ", "cuối kỳ", "đầu kỳ sau")
CYCLES = (("tháng",), ("quý",), ("6 tháng",), ("9 tháng",), ("năm",), ("quý", "6 tháng", "năm"))
DAYS: tuple[int | str, ...] = (1, 2, 15, 28, 29, 30, 31, "cuối tháng")


@pytest.mark.parametrize("every", CYCLES, ids=str)
@pytest.mark.parametrize("bound", ["trước", "chậm nhất", "vào"])
def test_rule_gives_the_same_days(every: tuple[str, ...], bound: str) -> None:
    for month, day in product((*MONTHS, 2, 12), DAYS):
        if month == 2 and isinstance(day, int) and day > 29:
            continue
        _compare(every=every, due={"bound": bound, "day": day, "month": month})


@pytest.mark.parametrize("bound", ["trước", "chậm nhất", "vào"])
@pytest.mark.parametrize("weekday", ["thứ Hai", "thứ Sáu", "Chủ nhật"])
def test_weekly_rule_gives_the_same_days(bound: str, weekday: str) -> None:
    _compare(every=("tuần",), due={"bound": bound, "weekday": weekday})


@pytest.mark.parametrize(
    "due",
    [
        None,
        {"bound": "vào"},
        {"bound": "vào", "month": "Q1"},
        {"bound": "vào", "from_day": 15, "day": 20},
        {"bound": "vào", "day": "ngày làm việc cuối tháng"},
        {"bound": "vào", "day": "tuần cuối tháng"},
    ],
)
def test_what_no_rule_says_exactly_has_none(due: dict[str, Any] | None) -> None:
    when = expression(type="định kỳ", every=("quý",), due=due)

    assert isinstance(when, Recurring)
    assert rule_of(when) is None


def _compare(**fields: Any) -> None:
    when = expression(type="định kỳ", **fields)
    assert isinstance(when, Recurring)
    days = [one.last for one in occurrences(when, START, UNTIL) if one.last]
    rule = rule_of(when)

    assert rule is not None
    written = vRecur(rule).to_ical().decode()
    begin = datetime.combine(days[0], time())
    expanded = rrulestr(written, dtstart=begin).between(
        begin, datetime.combine(UNTIL, time()), inc=True
    )
    assert [one.date() for one in expanded] == days, fields


def test_a_whole_quarter_has_no_rule() -> None:
    due = {"bound": "chậm nhất", "day": 15, "month": "Q2"}
    when = expression(type="định kỳ", every=("năm",), due=due)

    assert isinstance(when, Recurring)
    assert rule_of(when) is None


@pytest.mark.parametrize("bound", ["chậm nhất", "vào"])
@pytest.mark.parametrize("every", CYCLES, ids=str)
def test_rule_of_a_weekday_of_a_month_gives_the_same_days(
    every: tuple[str, ...], bound: str
) -> None:
    places = ("đầu tiên", "thứ hai", "thứ ba", "thứ tư", "cuối cùng")
    for nth, month in product(places, (*MONTHS, 2)):
        due = {"bound": bound, "weekday": "thứ Sáu", "nth": nth, "month": month}
        _compare(every=every, due=due)


@pytest.mark.parametrize("cycle", ["2 tuần", "2 năm", "5 năm"])
def test_what_is_counted_from_a_beginning_has_no_rule(cycle: str) -> None:
    due = {"bound": "vào", "day": 15}
    found = expression(type="định kỳ", every=(cycle,), due=due)

    assert isinstance(found, Recurring)
    assert rule_of(found) is None
