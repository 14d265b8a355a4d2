"""The patterns of `handbook.dates.reading.dues`: how offices write when a recurring duty falls due.

Where two patterns begin at one place, the first of the table counts.
"""

from __future__ import annotations

import re

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
_WEEKDAY = r"thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat"
_NTH = r"dau tien|dau|nhat|mot|hai|ba|tu|[1-4]|cuoi cung|cuoi"

PATTERNS = {
    "from_to_months": rf"tu (?:ngay )?(?P<from_day>\d{{1,2}}){_SEPARATOR}(?P<from_month>\d{{1,2}})"
    rf"{_TO}(?P<day>\d{{1,2}}){_SEPARATOR}(?P<month>\d{{1,2}}){_END}",
    "from_to_in_quarter": rf"(?:tu )?(?:ngay )?(?P<from_day>\d{{1,2}}){_TO}(?P<day>\d{{1,2}})"
    rf",? {_OF}thang {_PLACE}"
    rf"(?: {_OF}(?P<cycle>quy|ky|nam|6 thang)(?! (?:dinh|che|truoc)){_NEXT})?",
    "from_to": rf"(?:tu )?(?:ngay )?(?P<from_day>\d{{1,2}}){_TO}(?P<day>\d{{1,2}})"
    rf"(?! (?:lan|ngay)|\d)(?: {_OF}thang(?! \d)(?! (?:dau|cuoi|giua))| (?=hang |moi )){_NEXT}",
    "in_quarter": rf"{_DAY},? {_OF}thang {_PLACE}"
    rf"(?: {_OF}(?P<cycle>quy|ky|nam|6 thang)(?! (?:dinh|che|truoc)){_NEXT})?",
    "after_cycle": rf"{_DAY},? {_OF}thang (?:dau(?: tien)? )?"
    r"(?:lien ke |ke tiep |tiep theo |lien )?sau (?:khi )?(?:ket thuc |het )?"
    r"(?P<cycle>quy|nam|6 thang)(?! \d)",
    "nth_weekday": rf"(?P<weekday>{_WEEKDAY})(?:,? {_OF}tuan (?:le )?(?:thu )?(?P<week>{_NTH})"
    rf"| (?:thu )?(?P<nth>{_NTH})),? {_OF}(?:thang (?P<month>\d{{1,2}}){_END}{_NO_YEAR}"
    rf"|(?P<cycle>thang|quy|nam)(?! \d){_END})",
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
    "weekday": rf"(?<!tuan )(?P<weekday>{_WEEKDAY})\b",
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


DUE = re.compile("|".join(_with_own_groups(*one) for one in PATTERNS.items()))
