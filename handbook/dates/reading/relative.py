"""Read times counted from something else: “sau hội nghị 05 ngày”, “trong 10 ngày kể từ …”."""

from __future__ import annotations

import re
from datetime import date

from handbook.dates.reading.cleaning import compose
from handbook.dates.reading.plain import read_plain
from handbook.dates.reading.tokens import find_tokens
from handbook.model.date_expression import Bound, On, Relative, Unit, Within
from handbook.text import fold

MAX_COUNT = 3660
"""As in the model: ten years of days."""

_LEADS = (
    r"(?:trong vong|trong thoi (?:han|gian)|thoi han|khong qua|cham nhat(?: la)?|muon nhat(?: la)?"
    r"|toi da|toi thieu|it nhat|trong|sau|truoc|dung|la|khoang)"
)
_COUNT = (
    r"(?P<count>\d{1,4}) (?P<unit>ngay lam viec|ngay|tuan|thang|nam|gio)\b"
    r"(?! (?:dau|cuoi|\d)|/|-)(?P<working> lam viec)?"
)
_SIDE = (
    r"(?P<side>ke tu (?:khi|ngay)|ke tu|tinh tu|tu ngay|tu khi|tu|sau khi|sau|truoc khi|truoc"
    r"|so voi)"
)
_SOME_LEADS = rf"(?P<lead>(?:{_LEADS} )*)"
_COUNT_FIRST = re.compile(rf"{_SOME_LEADS}{_COUNT},? {_SIDE}(?= )(?P<event> .+)")
_EVENT_FIRST = re.compile(
    rf"\b(?P<side>sau|truoc)(?: khi| ngay)? (?P<event>[a-z][^\d]{{1,80}}?),? {_SOME_LEADS}{_COUNT}"
)
_NO_EVENT = re.compile(
    r"(?P<event>)(?P<lead>(?:trong vong|trong thoi han|thoi han|khong qua|cham nhat|toi da|trong"
    rf"|sau) (?:{_LEADS} )*){_COUNT}"
)
_UNITS: dict[str, Unit] = {
    "ngay": "ngày",
    "tuan": "tuần",
    "thang": "tháng",
    "nam": "năm",
    "gio": "giờ",
}
_END_OF_EVENT = re.compile(r", |\.| (?:phai|gui ve|bao cao ve|nop ve) ")


def read_relative(plain: str, original: str, reference: date | None) -> Relative | None:
    """Read what a cleaned phrase counts from something, or give None when it counts nothing."""
    for pattern in (_COUNT_FIRST, _EVENT_FIRST, _NO_EVENT):
        if match := pattern.search(plain):
            points = [one for one in find_tokens(match["event"]) if one.kind == "point"]
            # “3 năm (từ năm 2018 đến năm 2020)” tells how long the years are.
            is_count = len(points) < 2 and int(match["count"]) <= MAX_COUNT
            return _build(match, original, reference) if is_count else None
    return None


def _build(match: re.Match[str], original: str, reference: date | None) -> Relative:
    groups = match.groupdict()
    side, lead = groups.get("side") or "", groups["lead"].split()
    is_before = side.startswith("truoc") or (side == "so voi" and "truoc" in lead)
    count = int(groups["count"])
    is_working = bool(groups["working"]) or groups["unit"] == "ngay lam viec"
    event = _END_OF_EVENT.split((groups.get("event") or "").strip(), maxsplit=1)[0].strip(" ,")
    anchor = _date_in(f"{side} {event}", reference)
    return Relative(
        type="theo mốc",
        printed=original,
        date=anchor,
        event=None if anchor or not event else _as_printed(event, original),
        days=-count if is_before else count,
        unit="ngày" if is_working else _UNITS[groups["unit"]],
        working_days=is_working,
        bound=_bound(lead, is_before, is_event_first=match.re is _EVENT_FIRST),
    )


def _bound(lead: list[str], is_before: bool, *, is_event_first: bool) -> Bound:
    """“sau 05 ngày kể từ …” and “đúng 05 ngày sau …” name the day itself; the rest is a limit."""
    is_limit = not {"cham", "muon", "qua", "vong", "da"}.isdisjoint(lead)
    names_day = lead[-1:] in (["sau"], ["dung"]) and not is_limit
    return "vào" if names_day and not is_before and not is_event_first else "chậm nhất"


def _date_in(event: str, reference: date | None) -> str | None:
    """Give the date an event is, when the words name nothing else."""
    tokens = [token for token in find_tokens(event) if token.kind in ("point", "term", "school")]
    if len(tokens) != 1 or tokens[0].kind != "point":
        return None
    found = read_plain(tokens, event, reference)
    one = found[0] if found else None
    return one.date if isinstance(one, On | Within) else None


def _as_printed(event: str, original: str) -> str:
    """Give an event's words as the document writes them, tone marks and all."""
    composed = " ".join(compose(original).split())
    at = fold(composed).find(event)
    return (
        composed[at : at + len(event)]
        if at >= 0 and len(fold(composed)) == len(composed)
        else event
    )
