"""Say dates and date expressions in Vietnamese, and give a deadline's last permitted day.

Days are written `thứ Ba, 29/12/2020`; a month stays a month.  “trước” is exclusive: its last
permitted day is the day before, and the words say both.
"""

from __future__ import annotations

from datetime import date, timedelta

from handbook.dates.calendar import first_day, last_day
from handbook.model.date_expression import (
    Before,
    By,
    DateExpression,
    Impossible,
    On,
    Range,
    Recurring,
    Relative,
    Term,
    Unspecified,
    Within,
)

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_QUARTERS = {"Q1": "quý I", "Q2": "quý II", "Q3": "quý III", "Q4": "quý IV"}
_HALVES = {"H1": "6 tháng đầu năm", "H2": "6 tháng cuối năm"}
_CYCLES = {"tháng": "hàng tháng", "quý": "hàng quý", "6 tháng": "6 tháng", "năm": "hàng năm"}


def say_day(day: date, *, weekday: bool = False) -> str:
    """Write a day.

    >>> say_day(date(2020, 12, 29), weekday=True)
    'thứ Ba, 29/12/2020'
    """
    written = f"{day.day:02}/{day.month:02}/{day.year}"
    return f"{_WEEKDAYS[day.weekday()]}, {written}" if weekday else written


def say_partial(value: str, *, weekday: bool = False) -> str:
    """Write a partial date at its own precision.

    >>> say_partial("2021-01"), say_partial("2020-Q3"), say_partial("2025")
    ('tháng 01/2021', 'quý III/2020', 'năm 2025')
    """
    year, _, rest = value.partition("-")
    if not rest:
        return f"năm {year}"
    if rest in _QUARTERS:
        return f"{_QUARTERS[rest]}/{year}"
    if rest in _HALVES:
        return f"{_HALVES[rest]} {year}"
    if len(rest) == 2:
        return f"tháng {rest}/{year}"
    return say_day(date.fromisoformat(value), weekday=weekday)


def say(expression: DateExpression) -> str:
    """Write a date expression for a reader."""
    match expression:
        case On(date=value):
            return say_partial(value, weekday=True)
        case Before(date=value):
            limit = last_permitted_day(expression)
            assert limit is not None  # a `trước` always has a day before
            return f"trước {say_partial(value)} (chậm nhất {say_day(limit, weekday=True)})"
        case By(date=value):
            word = "chậm nhất" if len(value) == 10 else "đến hết"
            return f"{word} {say_partial(value, weekday=True)}"
        case Within(date=value):
            return f"trong {say_partial(value)}"
        case Range(start=start, until=until):
            begin = f"từ {say_partial(start)} " if start else ""
            return f"{begin}đến hết {say_partial(until)}"
        case Recurring():
            return _say_recurring(expression)
        case Relative(days=days, working_days=working):
            unit = "ngày làm việc" if working else "ngày"
            return f"{abs(days)} {unit} {'trước' if days < 0 else 'sau'} mốc"
        case Term(start=start, until=until):
            return f"nhiệm kỳ {start}–{until}"
        case Unspecified(printed=printed):
            return f"chưa rõ ngày (văn bản chỉ ghi “{printed}”)"
        case Impossible():
            return "chưa rõ: ngày in trong văn bản không có thật"


def _say_recurring(expression: Recurring) -> str:
    words = ", ".join(_CYCLES[cycle] for cycle in expression.every)
    if expression.due is None:
        return f"{words} (không nêu ngày)"
    due = expression.due
    return f"{words}; {due.bound} ngày {due.day:02} tháng {due.month}"


def last_permitted_day(expression: DateExpression) -> date | None:
    """Give the last day on which the duty can still be met, or None when no single day is named."""
    match expression:
        case Before(date=value):
            return first_day(value) - timedelta(days=1)
        case On(date=value) | By(date=value) | Within(date=value):
            return last_day(value)
        case Range(until=until):
            return last_day(until)
    return None


def order_of(expression: DateExpression | None) -> tuple[int, date]:
    """Give a key that sorts dated expressions by their last day, and undated ones after them."""
    day = last_permitted_day(expression) if expression else None
    return (0, day) if day else (1, date.max)
