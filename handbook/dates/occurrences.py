"""The times a date expression names inside a period: one for a single date, many for a recurrence.

A recurrence repeats on the calendar: its quarters, halves and years are those of the calendar year,
whatever the day a document was issued.  A deadline inside a cycle has no first day (see `bounds`);
a cycle without a deadline is an occurrence as long as the cycle.  A 31st that a month does not have
is the last day of that month.  What comes back every two weeks or every few years is counted from
its own beginning; where none is named, from the beginning of the period asked about: for a plan
that is the day it was issued.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from handbook.dates.bounds import first_permitted_day, last_permitted_day
from handbook.dates.calendar import WEEKDAYS, end_of_month, first_day, last_day
from handbook.dates.counting import is_working_day
from handbook.dates.cycles import LENGTHS, WEEKS, YEARS, beginnings, offset_in_cycle
from handbook.model.date_expression import DateExpression, Due, Nth, PartOfMonth, Recurring, Several

_DAY = timedelta(days=1)


class Occurrence(NamedTuple):
    """One time something falls due: its first day (None for a deadline) and its last."""

    first: date | None
    last: date | None


def occurrences(expression: DateExpression, start: date, until: date) -> list[Occurrence]:
    """Give the times that touch the days from `start` to `until`, in order, each once."""
    found = {one for one in _all_times(expression, start, until) if _touches(one, start, until)}
    return sorted(found, key=lambda one: (one.last or date.max, one.first or date.min))


def _all_times(expression: DateExpression, start: date, until: date) -> Iterator[Occurrence]:
    if isinstance(expression, Several):
        for part in expression.parts:
            yield from _all_times(part, start, until)
    elif isinstance(expression, Recurring):
        yield from _recurring_times(expression, start, until)
    else:
        one = Occurrence(first_permitted_day(expression), last_permitted_day(expression))
        if any(one):
            yield one


def _touches(one: Occurrence, start: date, until: date) -> bool:
    """Tell whether a time lies in the period; a deadline does when its last day does."""
    last = one.last or date.max
    first = one.first or last
    return first <= until and last >= start


def _recurring_times(expression: Recurring, start: date, until: date) -> Iterator[Occurrence]:
    begin, end = first_permitted_day(expression), last_permitted_day(expression)
    for one in _unbounded_times(expression, begin or start, start, until):
        # A duty's last day decides: what is due before the beginning or after the end is not asked.
        if one.last and (not begin or one.last >= begin) and (not end or one.last <= end):
            yield one


def _unbounded_times(
    expression: Recurring, anchor: date, start: date, until: date
) -> Iterator[Occurrence]:
    for cycle in expression.every:
        if weeks := WEEKS.get(cycle):
            # A week more before: a day before its Monday may be asked.
            since = anchor if weeks > 1 else start - timedelta(weeks=1)
            yield from _weekly(expression.due, weeks, since, until)
            continue
        # One cycle more on both sides: a report may be due in the cycle after its own.
        first, last = max(start.year - 2, 1), min(until.year + 2, date.max.year - 1)
        if length := YEARS.get(cycle):
            for year in range(anchor.year, last + 1, length):
                yield _in_cycle(date(year, 1, 1), 12 * length, expression.due)
            continue
        for year in range(first, last + 1):
            for month in beginnings(cycle):
                yield _in_cycle(date(year, month, 1), LENGTHS[cycle], expression.due)


def _weekly(due: Due | None, weeks: int, since: date, until: date) -> Iterator[Occurrence]:
    monday = since - timedelta(days=since.weekday())
    for first in _days_from(monday, 7 * weeks):
        if first > until:
            break
        if due is None or due.weekday is None:
            yield Occurrence(first, first + timedelta(days=7 * weeks - 1))
        else:
            day = first + timedelta(days=WEEKDAYS.index(due.weekday))
            yield _bounded(due, day, day)


def _in_cycle(beginning: date, months: int, due: Due | None) -> Occurrence:
    if due is None:
        return Occurrence(beginning, _months_on(beginning, months) - _DAY)
    first, last = _days_of(beginning, months, due)
    return _bounded(due, first, last)


def _days_of(beginning: date, months: int, due: Due) -> tuple[date, date]:
    if isinstance(due.month, str) and due.month.startswith("Q"):
        quarter = f"{beginning.year + due.next_year}-{due.month}"
        return first_day(quarter), last_day(quarter)
    month = _month_of(beginning, months, due)
    if due.nth and due.weekday:
        day = nth_weekday(month, due.weekday, due.nth)
        return day, day
    if isinstance(due.day, str):
        return _days_named(month, due.day)
    # Before the 31st a month of 30 days is allowed whole; before the 1st, the month before.
    last = _clamped(month, due.day - (due.bound == "trước"))
    if due.from_day is None:
        return last, last
    first_month = due.from_month or month.month
    return _clamped(
        date(month.year - (first_month > month.month), first_month, 1), due.from_day
    ), last


def _days_named(month: date, name: PartOfMonth) -> tuple[date, date]:
    end = end_of_month(month.year, month.month)
    match name:
        case "cả tháng":
            return month, end
        case "cuối tháng":
            return end, end
        case "tuần cuối tháng":
            return end - timedelta(days=6), end
        case "ngày làm việc đầu tháng":
            day = next(one for one in _days_from(month, 1) if is_working_day(one))
        case "ngày làm việc cuối tháng":
            day = next(one for one in _days_from(end, -1) if is_working_day(one))
    return day, day


def nth_weekday(month: date, weekday: str, nth: Nth) -> date:
    """Give a weekday by its place in a month, named by its first day.

    >>> nth_weekday(date(2023, 11, 1), "thứ Sáu", "cuối cùng").isoformat()
    '2023-11-24'
    """
    number = WEEKDAYS.index(weekday)
    if nth == "cuối cùng":
        end = end_of_month(month.year, month.month)
        return end - timedelta(days=(end.weekday() - number) % 7)
    weeks = ("đầu tiên", "thứ hai", "thứ ba", "thứ tư").index(nth)
    return month + timedelta(days=(number - month.weekday()) % 7, weeks=weeks)


def _days_from(day: date, step: int) -> Iterator[date]:
    while True:
        yield day
        day += timedelta(days=step)


def _month_of(beginning: date, months: int, due: Due) -> date:
    """Give the first day of the month in which a cycle's duty falls due."""
    if isinstance(due.month, int):
        return date(beginning.year + due.next_year, due.month, 1)
    return _months_on(beginning, offset_in_cycle(due.month, months))


def _months_on(beginning: date, months: int) -> date:
    years, month = divmod(beginning.month - 1 + months, 12)
    return date(beginning.year + years, month + 1, 1)


def _clamped(month: date, day: int) -> date:
    end = end_of_month(month.year, month.month)
    return min(month + timedelta(days=day - 1), end)


def _bounded(due: Due, first: date, last: date) -> Occurrence:
    if due.bound == "trước":
        is_counted = isinstance(due.day, int) and due.weekday is None
        return Occurrence(None, last if is_counted else first - _DAY)
    if due.bound == "chậm nhất" and due.from_day is None:
        return Occurrence(None, last)
    return Occurrence(first, last)
