"""The first and last day a date expression allows, and how it bounds them.

None means that the document sets no bound on that side: a deadline (“trước 15/12/2020”) has no
first day.  What comes back again and again has no first and last day of its own either: see
`handbook.dates.occurrences`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import assert_never

from handbook.dates.calendar import first_day, is_day, last_day
from handbook.dates.counting import count_from
from handbook.model.date_expression import (
    After,
    Before,
    By,
    DateExpression,
    Impossible,
    On,
    Range,
    Recurring,
    Relative,
    SchoolYear,
    Several,
    Since,
    Term,
    Unspecified,
    Within,
)

_DAY = timedelta(days=1)

SCHOOL_YEAR = ((9, 1), (5, 31))
"""From 1 September until 31 May: the frame plans of the Ministry of Education name no other days
for all provinces than an opening on 5 September and an end before 31 May."""


def first_permitted_day(expression: DateExpression) -> date | None:
    """Give the first day the expression allows, or None when it sets no beginning."""
    match expression:
        case On(date=value) | Within(date=value) | Since(date=value):
            return first_day(value)
        case After(date=value):
            return last_day(value) + _DAY
        case Range(start=start) if start:
            return first_day(start)
        case Recurring(start=start) if start:
            return first_day(start)
        case Term(start=start):
            return first_day(start)
        case SchoolYear(start=start):
            return date(int(start), *SCHOOL_YEAR[0])
        case Relative(date=anchor) if anchor:
            return counted_span(expression, (first_day(anchor), last_day(anchor)))[0]
        case Several(parts=parts):
            days = [first_permitted_day(part) for part in parts]
            return min((day for day in days if day), default=None) if all(days) else None
        case Range() | Recurring() | Relative() | Before() | By() | Unspecified() | Impossible():
            return None
    assert_never(expression)


def last_permitted_day(expression: DateExpression) -> date | None:
    """Give the last day on which the duty can still be met, or None when no end is named."""
    match expression:
        case Before(date=value, time=time):
            has_hours = is_day(value) and time not in (None, "00:00")
            return first_day(value) - (timedelta(0) if has_hours else _DAY)
        case On(date=value) | By(date=value) | Within(date=value):
            return last_day(value)
        case Range(until=until):
            return last_day(until)
        case Recurring(until=until) if until:
            return last_day(until)
        case Term(until=until):
            return last_day(until)
        case SchoolYear(until=until):
            return date(int(until), *SCHOOL_YEAR[1])
        case Relative(date=anchor) if anchor:
            return counted_span(expression, (first_day(anchor), last_day(anchor)))[1]
        case Several(parts=parts):
            days = [last_permitted_day(part) for part in parts]
            return max((day for day in days if day), default=None) if all(days) else None
        case Recurring() | Relative() | Since() | After() | Unspecified() | Impossible():
            return None
    assert_never(expression)


def counted_span(expression: Relative, anchor: tuple[date, date]) -> tuple[date | None, date]:
    """Give the days a relative expression allows, from the span of what it is counted from.

    A number of days *after* an event is a limit that begins with the event; a number of days
    *before* it is a limit that nothing begins.
    """
    begin, end = (count_from(day, expression) for day in anchor)
    if expression.bound == "vào":
        return begin, end
    if expression.bound == "trước":
        end -= _DAY
    return (anchor[0] if expression.days >= 0 else None), end


def bound_of(expression: DateExpression) -> str:
    """Name how the expression bounds time: “trước” (the date excluded), “chậm nhất” (included) …"""
    match expression:
        case Recurring(due=due):
            return due.bound if due else ""
        case Relative(bound=bound):
            return bound
        case Several(parts=parts):
            bounds = {bound_of(part) for part in parts}
            return bounds.pop() if len(bounds) == 1 else ""
        case (
            On() | Before() | By() | Within() | Since() | After() | Range() | Term() | SchoolYear()
        ):
            return expression.type
        case Unspecified() | Impossible():
            return ""
    assert_never(expression)


def precision_of(expression: DateExpression) -> str:
    """Name the precision: “ngày”, “tuần”, “tháng”, “quý”, “nửa năm”, “năm”; empty when unknown.

    A part of a month, quarter or year is “phần của …”.
    """
    match expression:
        case Range(start=start, until=until):
            return _coarser(start or until, until)
        case Recurring(due=due, every=every):
            if due is None:
                return _CYCLE_PRECISION[every[0]]
            if due.day != "cả tháng" or due.weekday:
                return "ngày"
            return "quý" if isinstance(due.month, str) and due.month[0] == "Q" else "tháng"
        case Relative():
            return "ngày" if expression.unit in ("ngày", "giờ") else expression.unit
        case Term() | SchoolYear():
            return "năm"
        case Several(parts=parts):
            precisions = {precision_of(part) for part in parts}
            return precisions.pop() if len(precisions) == 1 else ""
        case Unspecified() | Impossible():
            return ""
        case On() | Before() | By() | Within() | Since() | After():
            return precision_of_date(expression.date)
    assert_never(expression)


_CYCLE_PRECISION = {
    "tuần": "tuần", "tháng": "tháng", "quý": "quý", "6 tháng": "nửa năm", "9 tháng": "9 tháng",
    "năm": "năm", "2 tuần": "2 tuần", "2 tháng": "2 tháng", "4 tháng": "4 tháng",
    "2 năm": "2 năm", "3 năm": "3 năm", "5 năm": "5 năm",
}  # fmt: skip


def precision_of_date(value: str) -> str:
    """Name the precision of a partial date.

    >>> precision_of_date("2020-12"), precision_of_date("2020-H1"), precision_of_date("2020-Q1-dau")
    ('tháng', 'nửa năm', 'phần của quý')
    """
    if is_day(value):
        return "ngày"
    if "tuan" in value:
        return "tuần"
    base, _, part = value.rpartition("-")
    if part in ("dau", "giua", "cuoi"):
        return f"phần của {precision_of_date(base)}"
    return {"Q": "quý", "H": "nửa năm", "": "năm"}.get(value[5:6], "tháng")


def _coarser(one: str, other: str) -> str:
    longest = max((one, other), key=lambda value: last_day(value) - first_day(value))
    return precision_of_date(longest)


def order_of(expression: DateExpression | None) -> tuple[int, date]:
    """Give a key that sorts dated expressions by their last day, and undated ones after them."""
    day = last_permitted_day(expression) if expression else None
    return (0, day) if day else (1, date.max)
