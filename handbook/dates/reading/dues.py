"""Find in a cleaned phrase when a recurring duty falls due: “ngày 15 tháng cuối quý”."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from handbook.dates.calendar import days_in_month
from handbook.dates.reading.tokens import read_weekday
from handbook.model.date_expression import Bound, Cycle, Due

_OF = r"(?:cua |trong )?(?:moi |hang )?"
_NEXT = r"(?P<next> (?:sau|ke tiep|tiep theo|lien ke|lien sau|toi))?"
_NEXT_YEAR = r"(?P<next>,? (?:cua )?nam (?:sau|ke tiep|tiep theo|lien ke))?"
_END = r"(?! ?[/\d]| lan\b)"
_NO_YEAR = r"(?!,? nam \d)"
_DAY = r"ngay (?:mung |mong )?(?P<day>[0-9]{1,2})"
_ANY_CYCLE = r"(?P<cycle>thang|quy|nam|6 thang|ky)"
_PLACE = r"(?P<place>dau tien|dau|giua|thu hai|thu 2|thu ba|thu 3|cuoi cung|cuoi)"
_QUARTER = r"(?P<quarter>iv|i{1,3}|[1-4])\b"
_TO = r" ?(?:-|den)(?: het)?(?: ngay)? ?"
_SEPARATOR = r"(?:/| thang )"
_NUMBERS = {"i": "Q1", "ii": "Q2", "iii": "Q3", "iv": "Q4"}

_PATTERNS = {
    "from_to_months": rf"tu (?:ngay )?(?P<from_day>\d{{1,2}}){_SEPARATOR}(?P<from_month>\d{{1,2}})"
    rf"{_TO}(?P<day>\d{{1,2}}){_SEPARATOR}(?P<month>\d{{1,2}}){_END}",
    "from_to": rf"(?:tu )?(?:ngay )?(?P<from_day>\d{{1,2}}){_TO}(?P<day>\d{{1,2}})"
    rf"(?! (?:lan|ngay)|\d)(?: {_OF}thang(?! \d)(?! (?:dau|cuoi|giua))| (?=hang |moi )){_NEXT}",
    "in_quarter": rf"{_DAY},? {_OF}thang {_PLACE}"
    rf"(?: {_OF}(?P<cycle>quy|ky|nam|6 thang)(?! (?:dinh|che|truoc)){_NEXT})?",
    "working_day": rf"ngay lam viec (?P<which>dau|cuoi)(?: tien| cung)?,? {_OF}"
    rf"(?P<cycle>thang|quy|nam){_NEXT}{_END}",
    "week": rf"tuan (?:le )?(?P<which>dau|cuoi)(?: tien| cung)?,? {_OF}"
    rf"(?:thang (?P<place>dau|cuoi)(?: cung)? {_OF})?(?P<cycle>thang|quy|nam){_END}",
    "last_day": rf"ngay cuoi(?: cung)?,? {_OF}(?:thang cuoi(?: cung)? {_OF})?{_ANY_CYCLE}{_END}",
    "after_end": r"(?P<day>\d{1,2}) ngay,? (?:sau khi|ke tu khi|ke tu ngay|ke tu|sau) ket thuc "
    rf"{_ANY_CYCLE}",
    "after_end_2": rf"sau (?:khi )?ket thuc {_ANY_CYCLE},? (?:khong qua |cham nhat |toi da )?"
    r"(?P<day>\d{1,2}) ngay",
    "first_days": rf"(?P<day>\d{{1,2}}) ngay dau(?: tien)? {_OF}(?P<cycle>thang|quy|nam){_END}"
    rf"{_NEXT}",
    "fixed_day": rf"(?<![\d/.])(?:ngay )?(?P<day>\d{{1,2}}){_SEPARATOR}(?P<month>\d{{1,2}})"
    rf"{_END}{_NO_YEAR}{_NEXT_YEAR}",
    "in_month": rf"{_DAY},? {_OF}thang{_NEXT}{_END}(?! (?:dau|cuoi))",
    "weekday": r"(?<!tuan )(?P<weekday>thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\b",
    "fixed_month": rf"thang (?P<month>\d{{1,2}}){_END}{_NO_YEAR}",
    "fixed_quarter": rf"quy {_QUARTER}{_END}{_NO_YEAR}",
    "part": rf"(?<!thang )(?P<part>dau|cuoi) {_OF}(?P<cycle>thang|quy|nam){_END}"
    r"(?! (?:hoc|dinh|che))",
    "month_of": rf"(?<!\d )thang {_PLACE} {_OF}(?P<cycle>quy|nam|ky){_NEXT}",
    "day_alone": rf"{_DAY}{_END}(?! (?:lam viec|thang))"
    r"|(?P<lone>\d{1,2})(?= (?:hang|moi) thang)",
}  # fmt: skip


def _with_own_groups(name: str, pattern: str) -> str:
    """Name a pattern and its groups so that all patterns fit into one."""
    return f"(?P<{name}>" + re.sub(r"\(\?P<(\w+)>", rf"(?P<{name}__\1>", pattern) + ")"


_DUE = re.compile("|".join(_with_own_groups(*one) for one in _PATTERNS.items()))
_BOUND = re.compile(
    r"\b(?:(?P<before>truoc)"
    r"|(?P<by>(?:cham|muon|tre) nhat|khong qua|den het|het|han|toi|den|trong vong))\b"
)
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
    for match in _DUE.finditer(plain):
        name = next(name for name in _PATTERNS if match[name] is not None)
        groups = {
            key.removeprefix(f"{name}__"): value
            for key, value in match.groupdict().items()
            if key.startswith(f"{name}__") and value
        }
        bound = _bound_before(plain[end : match.start()], found)
        fields, cycle = _MAKERS[name](groups)
        is_sure = name in _SURE or bool(fields.get("next_year"))
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
    return {"day": int(groups["day"]), "month": month}, _CYCLES.get(groups.get("cycle", ""), "quý")


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
