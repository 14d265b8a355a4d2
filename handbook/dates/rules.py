"""The rule by which a recurring duty comes back, in the terms of RFC 5545 (RRULE).

Only for duties that fall on one day each time; the day is the last permitted one, as in
`handbook.dates.occurrences`.  What no rule says exactly (the last working day of a month, a week, a
whole month) has no rule, and its times are listed one by one instead.
"""

from __future__ import annotations

from handbook.dates.calendar import WEEKDAYS
from handbook.dates.cycles import LENGTHS, beginnings, offset_in_cycle
from handbook.model.date_expression import Cycle, Due, Recurring

Rule = dict[str, str | int | list[int]]

_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def rule_of(expression: Recurring) -> Rule | None:
    """Give the rule of a recurring duty, or None when no rule says it exactly."""
    due = expression.due
    if due is None or due.from_day is not None:
        return None
    if str(due.month).startswith("Q"):  # a whole quarter is no day
        return None
    if any(cycle not in LENGTHS and cycle != "tuần" for cycle in expression.every):
        return None  # counted from a beginning, which a rule by months does not know
    if due.nth:
        return _rule_of_nth(expression, due)
    if due.weekday:
        day = (WEEKDAYS.index(due.weekday) - (due.bound == "trước")) % 7
        return {"freq": "weekly", "byday": _NAMES[day]} if expression.every == ("tuần",) else None
    days = _days_of(due)
    if days is None or "tuần" in expression.every:
        return None
    months = sorted({month for cycle in expression.every for month in _months_of(due, cycle)})
    if due.bound == "trước" and due.day == 1:
        months = sorted((month - 2) % 12 + 1 for month in months)
    return _rule(months, days)


def _rule_of_nth(expression: Recurring, due: Due) -> Rule | None:
    """Give the rule of “thứ Sáu cuối cùng của tháng”; of the day before it there is none."""
    if due.bound == "trước" or due.weekday is None or "tuần" in expression.every:
        return None
    months = sorted({month for cycle in expression.every for month in _months_of(due, cycle)})
    rule: Rule = {"freq": "yearly" if len(months) == 1 else "monthly"}
    if len(months) < 12:
        rule["bymonth"] = months
    rule["byday"] = f"{_PLACES[due.nth]}{_NAMES[WEEKDAYS.index(due.weekday)]}"
    return rule


_PLACES = {"đầu tiên": 1, "thứ hai": 2, "thứ ba": 3, "thứ tư": 4, "cuối cùng": -1, None: 0}


def _rule(months: list[int], days: list[int]) -> Rule:
    rule: Rule = {"freq": "yearly" if len(months) == 1 else "monthly"}
    if len(months) < 12:
        rule["bymonth"] = months
    rule["bymonthday"] = days
    if len(days) > 1:
        rule["bysetpos"] = -1
    return rule


def _days_of(due: Due) -> list[int] | None:
    """Give the day of the month, or the days of which a month's last one counts."""
    is_before = due.bound == "trước"
    if due.day == "cuối tháng":
        return [-2 if is_before else -1]
    if isinstance(due.day, str):
        return None
    day = due.day - is_before
    if day == 0:
        return [-1]
    return [day] if day <= 28 else list(range(28, day + 1))


def _months_of(due: Due, cycle: Cycle) -> list[int]:
    if isinstance(due.month, int):
        return [due.month]
    offset = offset_in_cycle(due.month, LENGTHS[cycle])
    return [(beginning - 1 + offset) % 12 + 1 for beginning in beginnings(cycle)]
