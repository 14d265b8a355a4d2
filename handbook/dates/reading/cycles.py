"""Find in a cleaned phrase that something comes back, and how often: “hàng quý, 6 tháng, năm”."""

from __future__ import annotations

import re
from typing import NamedTuple

from handbook.model.date_expression import Cycle

CYCLES: dict[str, Cycle] = {
    "tuan": "tuần", "thang": "tháng", "quy": "quý", "6 thang": "6 tháng", "9 thang": "9 tháng",
    "nam": "năm", "3 thang": "quý", "12 thang": "năm", "1 thang": "tháng", "1 nam": "năm",
    "1 tuan": "tuần", "2 tuan": "2 tuần", "2 thang": "2 tháng", "4 thang": "4 tháng",
    "2 nam": "2 năm", "3 nam": "3 năm", "5 nam": "5 năm",
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
_LONG = r"\b0?(?:[12] tuan|[24] thang|[235] nam)\b"
_ONCE = r"(?: ?/ ?|,? (?:mot |1 )?)(?:lan|ky)\b(?! thu)"
_EVERY_FEW = re.compile(
    rf"{_LONG}{_ONCE}|\b(?:cu|moi|dinh ky(?: moi| hang)?) {_LONG}(?! (?:dau|cuoi))"
)
"""“2 tháng một lần”, “cứ 2 tuần”; “báo cáo 5 năm thực hiện” says how long, not how often."""
_BARE_LIST = re.compile(rf"(?<!ngay, )(?<!ngay )\b{_NAME}(?:(?:, | va |, va |/| & ){_NAME})+")
"""“9 tháng và năm”: who names several reports names what comes back."""
_ONE = re.compile(rf"{_LONG}|{_NAME}")


class FoundCycles(NamedTuple):
    """Cycles named at one place of the phrase."""

    start: int
    end: int
    every: tuple[Cycle, ...]


def find_cycles(plain: str) -> list[FoundCycles]:
    """Find all places that say how often."""
    places: list[FoundCycles] = []
    for pattern in (_EVERY_FEW, _LIST, _TIMES_FIRST, _TIMES_LAST, _BARE_LIST):
        for match in pattern.finditer(plain):
            names = [one[0].lstrip("0") for one in _ONE.finditer(match[0])]
            if names and not any(
                match.start() < one.end and one.start < match.end() for one in places
            ):
                every = tuple(dict.fromkeys(CYCLES[name] for name in names))
                places.append(FoundCycles(match.start(), match.end(), every))
    return sorted(places)
