"""Find in a cleaned phrase that something comes back, and how often: “hàng quý, 6 tháng, năm”."""

from __future__ import annotations

import re
from typing import NamedTuple

from handbook.model.date_expression import Cycle

CYCLES: dict[str, Cycle] = {
    "tuan": "tuần", "thang": "tháng", "quy": "quý", "6 thang": "6 tháng", "9 thang": "9 tháng",
    "nam": "năm", "3 thang": "quý", "12 thang": "năm", "1 thang": "tháng", "1 nam": "năm",
}  # fmt: skip
"""A half-year counts as “6 tháng”, three months as a quarter."""

_NAME = (
    r"(?<!\d )(?:tuan|quy|0?6 thang|0?9 thang|0?3 thang|12 thang|0?1 thang|thang|0?1 nam|nam)\b"
    r"(?! (?:dau|cuoi|iv|i{1,3}|dinh|che|trinh|vi|mo|hoach|uoc|hoc|nay|ke|sau)\b)"
    r"(?! truoc(?! (?:ngay|thang|thu|\d)))(?! ?\d+\b(?! ?(?:lan|ky|cuoc|buoi)\b))"
)
_EVERY = r"(?:hang|moi|dinh ky(?: theo)?(?: hang| moi)?|thuong ky|bao cao(?: dinh ky)?)"
_LIST = re.compile(rf"\b{_EVERY},? {_NAME}(?:[ ,/&+-]|\bva\b|\bbao cao\b|\b{_EVERY}\b|{_NAME})*")
_TIMES = r"(?:it nhat |toi thieu )?(?:\d{1,2}|mot|hai|ba|bon) ?(?:lan|ky|cuoc|buoi)"
_TIMES_FIRST = re.compile(rf"{_TIMES} ?(?:/|moi|trong mot|trong|mot|1|tren)? ?{_NAME}")
_TIMES_LAST = re.compile(rf"{_NAME} ?(?:/ ?|(?:\d{{1,2}}|mot|hai) )?lan\b(?! thu)")
_ONE = re.compile(_NAME)


class FoundCycles(NamedTuple):
    """Cycles named at one place of the phrase."""

    start: int
    end: int
    every: tuple[Cycle, ...]


def find_cycles(plain: str) -> list[FoundCycles]:
    """Find all places that say how often."""
    places: list[FoundCycles] = []
    for pattern in (_LIST, _TIMES_FIRST, _TIMES_LAST):
        for match in pattern.finditer(plain):
            names = [one[0].lstrip("0") for one in _ONE.finditer(match[0])]
            if names and not any(
                match.start() < one.end and one.start < match.end() for one in places
            ):
                every = tuple(dict.fromkeys(CYCLES[name] for name in names))
                places.append(FoundCycles(match.start(), match.end(), every))
    return sorted(places)
