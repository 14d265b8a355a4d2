"""Calendar arithmetic on partial dates: their first and last day, and whether they exist at all.

A partial date has passed `PartialDate`'s pattern, which cannot know that February has no 30th.

Documents also name parts of a month, quarter or year without saying which days they mean.  What is
taken here, wide enough for every usual reading:

- of a month: `dau` 1–10, `giua` 11–20, `cuoi` 21 to the end (thượng tuần, trung tuần, hạ tuần);
- of a quarter: its first, second, third month;
- of a year: its first quarter, the two quarters in the middle, its last quarter;
- the nth week of a month: its nth seven days (`tuan1` is 1–7); `tuancuoi` is its last seven days.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1800, 2200
"""Years outside are slips of the finger (“0202”); inside, no arithmetic leaves `date`'s range."""

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
"""As `date.weekday()` counts: Monday is 0."""

_FIRST_MONTH = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
_LENGTH = {"Q": 3, "H": 6}
_MONTHS_OF_YEAR = {"dau": (1, 3), "giua": (4, 9), "cuoi": (10, 12)}
_PARTS = ("dau", "giua", "cuoi")

Days = tuple[date, date]


def is_real(value: str) -> bool:
    """Tell whether a partial date of the right form names a time that exists, in a likely year.

    >>> is_real("2023-02-30"), is_real("2023-02"), is_real("0202")
    (False, True, False)
    """
    if not (value.isascii() and FIRST_YEAR <= int(value[:4]) <= LAST_YEAR):
        return False
    try:
        span(value)
    except ValueError:
        return False
    return True


def is_day(value: str) -> bool:
    """Tell whether a partial date names a single day.

    >>> is_day("2020-12-15"), is_day("2020-12")
    (True, False)
    """
    return len(value) == 10


def is_vague(value: str) -> bool:
    """Tell whether a partial date names a part whose days are only understood: “đầu tháng 12”.

    >>> is_vague("2020-12-dau"), is_vague("2020-12-tuan2"), is_vague("2020-Q4")
    (True, True, False)
    """
    return value[-1].isalpha() or "tuan" in value


def first_day(value: str) -> date:
    """Give the first day a partial date may mean.  Raises ValueError when it does not exist.

    >>> first_day("2020-Q3").isoformat()
    '2020-07-01'
    """
    return span(value)[0]


def last_day(value: str) -> date:
    """Give the last day a partial date may mean.  Raises ValueError when it does not exist.

    >>> last_day("2020-H1").isoformat(), last_day("2020-12-giua").isoformat()
    ('2020-06-30', '2020-12-20')
    """
    return span(value)[1]


def span(value: str) -> Days:
    """Give the first and last day a partial date may mean.  Raises ValueError as above."""
    if is_day(value):
        day = date.fromisoformat(value)
        return day, day
    year, *rest = value.split("-")
    match rest:
        case []:
            return _months(int(year), 1, 12)
        case [part] if part in _PARTS:
            return _months(int(year), *_MONTHS_OF_YEAR[part])
        case [name] if name in _FIRST_MONTH:
            first = _FIRST_MONTH[name]
            return _months(int(year), first, first + _LENGTH[name[0]] - 1)
        case [quarter, part] if quarter in _FIRST_MONTH:
            month = _FIRST_MONTH[quarter] + _PARTS.index(part)
            return _months(int(year), month, month)
        case [month_]:
            return _months(int(year), int(month_), int(month_))
        case [month_, part]:
            return _part_of_month(int(year), int(month_), part)
    raise ValueError(value)


def whole_of(first: date, last: date) -> str | None:
    """Name the month, quarter, half-year or year that two days bound; None when they bound none.

    >>> whole_of(date(2023, 4, 1), date(2023, 6, 30)), whole_of(date(2023, 4, 1), date(2023, 4, 30))
    ('2023-Q2', '2023-04')
    >>> whole_of(date(2023, 4, 2), date(2023, 4, 30))
    """
    names = (f"-{first.month:02}", f"-Q{(first.month + 2) // 3}", f"-H{(first.month + 5) // 6}", "")
    wholes = (f"{first.year:04}{name}" for name in names)
    return next((one for one in wholes if span(one) == (first, last)), None)


def real_or_none(value: str | None) -> str | None:
    """Give a partial date, or None when it names no time that exists.

    >>> real_or_none("2023-02-28"), real_or_none("2023-02-30"), real_or_none(None)
    ('2023-02-28', None, None)
    """
    return value if value is not None and is_real(value) else None


def days_in_month(month: int) -> int:
    """Give the most days a month can have: 29 for February.

    >>> days_in_month(2), days_in_month(4)
    (29, 30)
    """
    return monthrange(2000, month)[1]  # 2000 is a leap year


def end_of_month(year: int, month: int) -> date:
    """Give the last day of a month.

    >>> end_of_month(2023, 2).isoformat()
    '2023-02-28'
    """
    return date(year, month, monthrange(year, month)[1])


def name_weekday(day: date) -> str:
    """Name the day of the week.

    >>> name_weekday(date(2020, 12, 29))
    'thứ Ba'
    """
    return WEEKDAYS[day.weekday()]


def _months(year: int, begin: int, end: int) -> Days:
    return date(year, begin, 1), end_of_month(year, end)


def _part_of_month(year: int, month: int, part: str) -> Days:
    begin, end = _months(year, month, month)
    if part == "tuancuoi":
        return end - timedelta(days=6), end
    if part in _PARTS:
        position = _PARTS.index(part)
        return date(year, month, 10 * position + 1), (
            end if part == "cuoi" else date(year, month, 10 * position + 10)
        )
    week = begin + timedelta(weeks=int(part.removeprefix("tuan")) - 1)
    if week > end:
        raise ValueError(f"{year}-{month:02} has no fifth week")
    return week, min(week + timedelta(days=6), end)
