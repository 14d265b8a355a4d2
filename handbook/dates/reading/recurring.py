"""Put cycles and due times together: “hàng quý … trước ngày 15 tháng cuối quý”."""

from __future__ import annotations

from typing import Any

from handbook.dates.cycles import WEEKS, YEARS
from handbook.dates.reading.cycles import FoundCycles, find_cycles
from handbook.dates.reading.dues import FoundDue, find_dues
from handbook.dates.reading.plain import NotUnderstoodError, UnrealDayError, read_plain
from handbook.dates.reading.tokens import find_tokens
from handbook.model.date_expression import (
    By,
    Cycle,
    On,
    Range,
    Recurring,
    Since,
    SingleExpression,
    Within,
)


def read_recurring(plain: str, printed: str) -> list[SingleExpression] | None:
    """Read what a cleaned phrase says comes back, or give None when nothing does."""
    cycles = find_cycles(plain)
    dues = find_dues(plain)
    if not cycles and not any(due.is_sure for due in dues):
        return None
    if any(one.due is None for one in dues):
        raise UnrealDayError
    is_weekly = any(cycle in WEEKS for one in cycles for cycle in one.every)
    if any(one.due and one.due.weekday and not one.due.nth for one in dues) and not is_weekly:
        raise NotUnderstoodError  # “thứ Hai của tháng”
    places = [one[:2] for one in cycles] + [one[:2] for one in dues]
    window = _read_window(_blank(plain, places))
    if not dues:
        every = tuple(dict.fromkeys(cycle for one in cycles for cycle in one.every))
        return [Recurring(type="định kỳ", every=every, printed=printed, **window)]
    return [
        Recurring(
            type="định kỳ",
            every=_cycles_of(at, dues, cycles),
            due=one.due,
            printed=printed,
            **window,
        )
        for at, one in enumerate(dues)
    ]


def _cycles_of(at: int, dues: list[FoundDue], cycles: list[FoundCycles]) -> tuple[Cycle, ...]:
    """Give the cycles a due time belongs to: those named before it, else after it, else its own.

    A day of a named month comes back yearly whatever the report is called: “6 tháng (trước 15/6)”.
    """
    one = dues[at]
    assert one.due
    if isinstance(one.due.month, int) or one.due.month.startswith("Q"):
        few = tuple(cycle for found in cycles for cycle in found.every if cycle in YEARS)
        return few or ("năm",)
    if one.due.weekday and not one.due.nth:
        return tuple(cycle for found in cycles for cycle in found.every if cycle in WEEKS)
    begin = dues[at - 1].end if at else 0
    before = [found for found in cycles if begin <= found.start < one.start]
    after = [found for found in cycles if found.start >= one.end]
    named = before or after[:1] or cycles
    every = tuple(dict.fromkeys(cycle for found in named for cycle in found.every))
    if one.cycle and one.cycle not in every:
        # “ngày 05 tháng sau” of a quarterly report is in the month after the quarter.
        is_month_of_a_longer_cycle = one.cycle == "tháng" and every
        return every if is_month_of_a_longer_cycle else (one.cycle,)
    if not every and not one.cycle and one.is_sure:
        raise NotUnderstoodError  # “ngày 15 tháng cuối kỳ”: which cycle, nobody says
    return every or (one.cycle or "tháng",)


def _read_window(plain: str) -> dict[str, Any]:
    """Read from when until when something comes back: “từ năm 2021 đến năm 2025”, “năm 2023”."""
    found = read_plain(find_tokens(plain), plain, None)
    match found:
        case [Range(start=str() as start, until=until)]:
            return {"start": start, "until": until}
        case [Since(date=start)]:
            return {"start": start}
        case [By(date=until)] | [Range(until=until)]:
            return {"until": until}
        case [Within(date=value)] | [On(date=value)]:
            return {"start": value, "until": value}
    return {}


def _blank(plain: str, places: list[tuple[int, int]]) -> str:
    for start, end in places:
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return plain
