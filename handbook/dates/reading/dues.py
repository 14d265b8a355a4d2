"""Find in a cleaned phrase when a recurring duty falls due: “ngày 15 tháng cuối quý”."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from handbook.dates.calendar import days_in_month
from handbook.dates.reading.due_patterns import DUE, PATTERNS
from handbook.dates.reading.names import read_nth, read_weekday
from handbook.model.date_expression import Bound, Cycle, Due

_BOUND = re.compile(
    r"\b(?:(?P<before>truoc)"
    r"|(?P<by>(?:cham|muon|tre) nhat|khong qua|den het|het|han|toi|den|trong vong))\b"
)
_NUMBERS = {"i": "Q1", "ii": "Q2", "iii": "Q3", "iv": "Q4"}
_MONTHS: dict[str, Any] = {
    "dau tien": "đầu kỳ", "dau": "đầu kỳ", "giua": "giữa kỳ", "thu hai": "giữa kỳ",
    "thu 2": "giữa kỳ", "thu ba": "cuối kỳ", "thu 3": "cuối kỳ", "cuoi cung": "cuối kỳ",
    "cuoi": "cuối kỳ",
}  # fmt: skip
_CYCLES: dict[str, Cycle] = {"thang": "tháng", "quy": "quý", "nam": "năm", "6 thang": "6 tháng"}


class FoundDue(NamedTuple):
    """A due time at one place; `cycle` is what its own words say of the cycle.

    `due` is None for a day that no year has.

    `is_sure` tells whether its words alone show that it comes back.
    """

    start: int
    end: int
    due: Due | None
    cycle: Cycle | None
    is_sure: bool


def find_dues(plain: str) -> list[FoundDue]:
    """Find all due times."""
    found: list[FoundDue] = []
    end = 0
    for match in DUE.finditer(plain):
        name = next(name for name in PATTERNS if match[name] is not None)
        groups = {
            key.removeprefix(f"{name}__"): value
            for key, value in match.groupdict().items()
            if key.startswith(f"{name}__") and value
        }
        bound = _bound_before(plain[end : match.start()], found)
        fields, cycle = _MAKERS[name](groups)
        is_sure = (name in _SURE and not isinstance(fields.get("month"), int)) or bool(
            fields.get("next_year")
        )
        due = Due(**{"bound": bound, **fields}) if _exists(fields) else None
        found.append(FoundDue(match.start(), match.end(), due, cycle, is_sure))
        end = match.end()
    return found


def _exists(fields: dict[str, Any]) -> bool:
    month = fields.get("month", 1)
    days = [day for day in (fields.get("day"), fields.get("from_day")) if isinstance(day, int)]
    if not isinstance(month, int):
        return all(1 <= day <= 31 for day in days)
    return 1 <= month <= 12 and all(1 <= day <= days_in_month(month) for day in days)


_SURE = {
    "in_quarter",
    "working_day",
    "last_day",
    "after_end",
    "after_end_2",
    "in_month",
    "first_days",
    "month_of",
    "from_to_in_quarter",
    "after_cycle",
    "nth_weekday",
}


def _bound_before(words: str, found: list[FoundDue]) -> Bound:
    kinds = [match.lastgroup for match in _BOUND.finditer(words)]
    if not kinds and found and re.fullmatch(r"(?:[ ,]| va | hoac )*", words):
        return found[-1].due.bound if found[-1].due else "vào"  # “trước ngày 15/6 và 15/12”
    if "before" in kinds:
        return "trước"
    return "chậm nhất" if kinds else "vào"


_Fields = tuple[dict[str, Any], Cycle | None]


def _in_quarter(groups: dict[str, str]) -> _Fields:
    month = _MONTHS[groups["place"]]
    if "next" in groups:
        month = "đầu kỳ sau"
    fields = {"day": int(groups["day"]), "month": month}
    return fields, _CYCLES.get(groups.get("cycle", "quy"))


def _from_to_in_quarter(groups: dict[str, str]) -> _Fields:
    fields, cycle = _in_quarter(groups)
    return {**fields, "from_day": int(groups["from_day"])}, cycle


def _after_cycle(groups: dict[str, str]) -> _Fields:
    return {"day": int(groups["day"]), "month": "đầu kỳ sau"}, _CYCLES[groups["cycle"]]


def _nth_weekday(groups: dict[str, str]) -> _Fields:
    nth = read_nth(groups.get("week") or groups["nth"])
    fields = {"weekday": read_weekday(groups["weekday"]), "nth": nth}
    if "month" in groups:
        return {**fields, "month": int(groups["month"])}, "năm"
    return {**fields, "month": "cuối kỳ" if nth == "cuối cùng" else "đầu kỳ"}, _CYCLES[
        groups["cycle"]
    ]


def _last_day(groups: dict[str, str]) -> _Fields:
    cycle = _CYCLES.get(groups["cycle"])
    return {"day": "cuối tháng", "month": "cuối kỳ"}, cycle


def _working_day(groups: dict[str, str]) -> _Fields:
    is_first = groups["which"] == "dau"
    month = "đầu kỳ" if is_first else "cuối kỳ"
    day = "ngày làm việc đầu tháng" if is_first else "ngày làm việc cuối tháng"
    return {"day": day, "month": "đầu kỳ sau" if "next" in groups else month}, _CYCLES[
        groups["cycle"]
    ]


def _week(groups: dict[str, str]) -> _Fields:
    is_first = groups["which"] == "dau"
    days: dict[str, Any] = {"from_day": 1, "day": 7} if is_first else {"day": "tuần cuối tháng"}
    place = groups.get("place") or groups["which"]
    return {**days, "month": _MONTHS[place]}, _CYCLES[groups["cycle"]]


def _after_end(groups: dict[str, str]) -> _Fields:
    fields = {"day": int(groups["day"]), "month": "đầu kỳ sau", "bound": "chậm nhất"}
    return fields, _CYCLES.get(groups["cycle"])


def _first_days(groups: dict[str, str]) -> _Fields:
    month = "đầu kỳ sau" if "next" in groups else "đầu kỳ"
    return {"from_day": 1, "day": int(groups["day"]), "month": month}, _CYCLES[groups["cycle"]]


def _fixed_day(groups: dict[str, str]) -> _Fields:
    month, day = int(groups["month"]), int(groups["day"])
    return {"day": day, "month": month, "next_year": "next" in groups}, "năm"


def _in_month(groups: dict[str, str]) -> _Fields:
    month = "đầu kỳ sau" if "next" in groups else "cuối kỳ"
    return {"day": int(groups["day"]), "month": month}, "tháng"


def _from_to(groups: dict[str, str]) -> _Fields:
    month = "đầu kỳ sau" if "next" in groups else "cuối kỳ"
    return {"from_day": int(groups["from_day"]), "day": int(groups["day"]), "month": month}, "tháng"


def _from_to_months(groups: dict[str, str]) -> _Fields:
    return {key: int(value) for key, value in groups.items()}, "năm"


def _weekday(groups: dict[str, str]) -> _Fields:
    return {"weekday": read_weekday(groups["weekday"])}, "tuần"


def _fixed_month(groups: dict[str, str]) -> _Fields:
    return {"month": int(groups["month"])}, "năm"


def _fixed_quarter(groups: dict[str, str]) -> _Fields:
    quarter = groups["quarter"]
    return {"month": _NUMBERS.get(quarter) or f"Q{quarter}"}, "năm"


def _part(groups: dict[str, str]) -> _Fields:
    cycle, is_first = groups["cycle"], groups["part"] == "dau"
    if cycle == "thang":
        days = {"from_day": 1, "day": 10} if is_first else {"from_day": 21, "day": "cuối tháng"}
        return {**days, "month": "cuối kỳ"}, "tháng"
    if cycle == "nam":
        return {"month": "Q1" if is_first else "Q4"}, "năm"
    return {"month": "đầu kỳ" if is_first else "cuối kỳ"}, "quý"


def _month_of(groups: dict[str, str]) -> _Fields:
    month = "đầu kỳ sau" if "next" in groups else _MONTHS[groups["place"]]
    return {"month": month}, _CYCLES.get(groups["cycle"])


def _day_alone(groups: dict[str, str]) -> _Fields:
    return {"day": int(groups.get("day") or groups["lone"])}, None


_MAKERS: dict[str, Callable[[dict[str, str]], _Fields]] = {
    "from_to_months": _from_to_months,
    "from_to": _from_to,
    "in_quarter": _in_quarter,
    "from_to_in_quarter": _from_to_in_quarter,
    "after_cycle": _after_cycle,
    "nth_weekday": _nth_weekday,
    "working_day": _working_day,
    "week": _week,
    "last_day": _last_day,
    "after_end": _after_end,
    "after_end_2": _after_end,
    "first_days": _first_days,
    "fixed_day": _fixed_day,
    "in_month": _in_month,
    "weekday": _weekday,
    "fixed_month": _fixed_month,
    "fixed_quarter": _fixed_quarter,
    "part": _part,
    "month_of": _month_of,
    "day_alone": _day_alone,
}
