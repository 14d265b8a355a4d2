"""Say dates and date expressions in Vietnamese.

Days are written `thứ Ba, 29/12/2020`; a month stays a month.  “trước” is exclusive: its last
permitted day is the day before, and the words say both.
"""

from __future__ import annotations

import re
from datetime import date

from handbook.dates.bounds import last_permitted_day
from handbook.dates.calendar import WEEKDAYS, is_day, is_vague, span
from handbook.model.date_expression import (
    After,
    Before,
    By,
    DateExpression,
    Due,
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

_QUARTERS = {"Q1": "quý I", "Q2": "quý II", "Q3": "quý III", "Q4": "quý IV"}
_HALVES = {"H1": "6 tháng đầu năm", "H2": "6 tháng cuối năm"}
_PARTS = {"dau": "đầu", "giua": "giữa", "cuoi": "cuối"}
_CYCLES = {
    "tuần": "hàng tuần",
    "2 tuần": "2 tuần một lần",
    "2 tháng": "2 tháng một lần",
    "4 tháng": "4 tháng một lần",
    "2 năm": "2 năm một lần",
    "3 năm": "3 năm một lần",
    "5 năm": "5 năm một lần",
    "tháng": "hàng tháng",
    "quý": "hàng quý",
    "6 tháng": "6 tháng",
    "9 tháng": "9 tháng",
    "năm": "hàng năm",
}


_TIME_WORDS = re.compile(
    r"\d+/\d|\b(ngày|tháng|năm|quý|tuần|kỳ|khi|sau|trước|sớm|ngay|đến nay|thường xuyên|"
    r"thời (gian|hạn|điểm)|kịp thời|đột xuất|"
    r"theo (quy định|yêu cầu|kế hoạch|thông báo|hướng dẫn|lịch))\b",
    re.IGNORECASE,
)
"""Words that speak of time: of other words printed where a time is sought, a reader learns none."""


def say_day(day: date, *, weekday: bool = False) -> str:
    """Write a day.

    >>> say_day(date(2020, 12, 29), weekday=True)
    'thứ Ba, 29/12/2020'
    """
    written = f"{day.day:02}/{day.month:02}/{day.year}"
    return f"{WEEKDAYS[day.weekday()]}, {written}" if weekday else written


def say_partial(value: str, *, weekday: bool = False) -> str:
    """Write a partial date at its own precision.

    >>> say_partial("2021-01"), say_partial("2020-Q3"), say_partial("2025")
    ('tháng 01/2021', 'quý III/2020', 'năm 2025')
    >>> say_partial("2020-12-cuoi"), say_partial("2021-03-tuan2")
    ('cuối tháng 12/2020', 'tuần thứ 2 của tháng 03/2021')
    """
    if is_day(value):
        return say_day(date.fromisoformat(value), weekday=weekday)
    base, _, part = value.rpartition("-")
    if part in _PARTS:
        return f"{_PARTS[part]} {say_partial(base)}"
    if part.startswith("tuan"):
        week = part.removeprefix("tuan")
        return f"tuần {'cuối' if week == 'cuoi' else f'thứ {week}'} của {say_partial(base)}"
    year, _, rest = value.partition("-")
    if not rest:
        return f"năm {year}"
    if rest in _QUARTERS:
        return f"{_QUARTERS[rest]}/{year}"
    if rest in _HALVES:
        return f"{_HALVES[rest]} {year}"
    return f"tháng {rest}/{year}"


def say(expression: DateExpression) -> str:
    """Write a date expression for a reader."""
    match expression:
        case On(date=value):
            return f"{_at_hour(expression.time)}{say_partial(value, weekday=True)}{_meant(value)}"
        case Before(date=value):
            limit = last_permitted_day(expression)
            assert limit is not None  # a `trước` always has a day before
            said = f"trước {_at_hour(expression.time)}{say_partial(value)}"
            return f"{said} (chậm nhất {say_day(limit, weekday=True)})"
        case By(date=value):
            word = "chậm nhất" if is_day(value) else "đến hết"
            said = f"{word} {_at_hour(expression.time)}{say_partial(value, weekday=True)}"
            return f"{said}{_meant(value)}"
        case Within(date=value):
            word = "" if is_vague(value) else "trong "
            return f"{word}{say_partial(value)}{_meant(value)}"
        case Since(date=value):
            return f"từ {say_partial(value, weekday=True)}{_meant(value)}"
        case After(date=value):
            return f"sau {say_partial(value, weekday=True)}{_meant(value)}"
        case Range(start=start, until=until):
            begin = f"từ {say_partial(start)} " if start else ""
            return f"{begin}đến hết {say_partial(until)}"
        case Recurring():
            return _say_recurring(expression)
        case Relative():
            return _say_relative(expression)
        case Term(start=start, until=until):
            return f"nhiệm kỳ {start}–{until}"
        case SchoolYear(start=start, until=until):
            return f"năm học {start}–{until} (hiểu là từ tháng 9/{start} đến hết tháng 5/{until})"
        case Several(parts=parts):
            return "; ".join(say(part) for part in parts)
        case Unspecified(printed=printed):
            if not _TIME_WORDS.search(printed):
                return "chưa rõ ngày (văn bản không nêu)"
            return f"chưa rõ ngày (văn bản chỉ ghi “{printed}”)"
        case Impossible():
            return "chưa rõ: ngày in trong văn bản không có thật"


def _at_hour(time: str | None) -> str:
    return f"{time} " if time else ""


def _meant(value: str) -> str:
    """Say which days a vague part is taken to mean: the document does not."""
    if not is_vague(value):
        return ""
    first, last = span(value)
    return f" (hiểu là {say_day(first)}–{say_day(last)})"


def _say_recurring(expression: Recurring) -> str:
    words = ", ".join(_CYCLES[cycle] for cycle in expression.every)
    due = f"; {_say_due(expression.due, expression)}" if expression.due else " (không nêu ngày)"
    start = f", từ {say_partial(expression.start)}" if expression.start else ""
    until = f", đến hết {say_partial(expression.until)}" if expression.until else ""
    return f"{words}{due}{start}{until}"


def _say_due(due: Due, expression: Recurring) -> str:
    if due.weekday and not due.nth:
        return f"{due.bound} {due.weekday}"
    month = _say_due_month(due, expression)
    if due.nth:
        of_month = month if month.startswith("của") else f"của {month}"
        return f"{due.bound} {due.weekday} {due.nth} {of_month}"
    if due.day == "cả tháng":
        return f"{'trong' if due.bound == 'vào' else due.bound} {month}"
    if isinstance(due.day, str):
        return f"{due.bound} {_PARTS_OF_MONTH[due.day]} {month}"
    if due.from_day is None:
        return f"{due.bound} ngày {due.day:02} {month}"
    start = f"ngày {due.from_day:02}{f' tháng {due.from_month}' if due.from_month else ''}"
    return f"từ {start} đến ngày {due.day:02} {month}"


_PARTS_OF_MONTH: dict[str, str] = {
    "cuối tháng": "ngày cuối",
    "tuần cuối tháng": "tuần cuối",
    "ngày làm việc đầu tháng": "ngày làm việc đầu tiên",
    "ngày làm việc cuối tháng": "ngày làm việc cuối cùng",
}


def _say_due_month(due: Due, expression: Recurring) -> str:
    year = " năm sau" if due.next_year else ""
    if isinstance(due.month, int):
        return f"tháng {due.month}{year}"
    if due.month in _QUARTERS:
        return f"{_QUARTERS[due.month]}{year}"
    single = expression.every[0] if len(expression.every) == 1 else None
    if single == "tháng":
        return "tháng sau" if due.month == "đầu kỳ sau" else "của tháng"
    cycle = single if single in ("quý", "năm") else "kỳ"
    return f"tháng {due.month.replace('kỳ', cycle)}"


def _say_relative(expression: Relative) -> str:
    unit = "ngày làm việc" if expression.working_days else expression.unit
    anchor = expression.event or (say_partial(expression.date) if expression.date else "mốc")
    side = "trước" if expression.days < 0 else "sau"
    if expression.bound == "vào" or expression.days < 0:
        return f"{abs(expression.days)} {unit} {side} {anchor}"
    bound = "trước" if expression.bound == "trước" else "chậm nhất"
    return f"{bound} {expression.days} {unit} {side} {anchor}"
