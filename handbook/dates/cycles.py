"""The cycles in which duties come back: how long each is, and in which months it begins.

Cycles lie on the calendar year.  Nine-month reports are made once a year, over January–September.
A week is no part of a month and stands in neither table.  What comes back every two weeks or every
few years has no place on the calendar: it is counted from its own beginning.
"""

from __future__ import annotations

from handbook.model.date_expression import Cycle

LENGTHS: dict[Cycle, int] = {
    "tháng": 1, "2 tháng": 2, "quý": 3, "4 tháng": 4, "6 tháng": 6, "9 tháng": 9, "năm": 12,
}  # fmt: skip
"""Cycle on the calendar → how many months it lasts."""

YEARS: dict[Cycle, int] = {"2 năm": 2, "3 năm": 3, "5 năm": 5}
"""Cycle counted from its beginning → how many years it lasts."""

WEEKS: dict[Cycle, int] = {"tuần": 1, "2 tuần": 2}
"""Cycle → how many weeks it lasts."""


def beginnings(cycle: Cycle) -> range:
    """Give the months in which a cycle begins.

    >>> list(beginnings("quý")), list(beginnings("9 tháng"))
    ([1, 4, 7, 10], [1])
    """
    length = LENGTHS[cycle]
    return range(1, 13, length if 12 % length == 0 else 12)


def offset_in_cycle(place: str, months: int) -> int:
    """Give how many months after its cycle's first month a place in the cycle lies.

    >>> [offset_in_cycle(one, 3) for one in ("đầu kỳ", "giữa kỳ", "cuối kỳ", "đầu kỳ sau")]
    [0, 1, 2, 3]
    """
    offsets = {"đầu kỳ": 0, "giữa kỳ": months // 2, "cuối kỳ": months - 1, "đầu kỳ sau": months}
    return offsets[place]
