"""Points in time as printed, perhaps without a year, and how one takes it from another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from handbook.dates.calendar import first_day, is_real, last_day


@dataclass(frozen=True, slots=True)
class Point:
    """A partial date whose year, or month and year, may stand elsewhere in the phrase.

    `rest` is what follows the year in a partial date (“12-15”, “Q3”, “” for a whole year).  A day
    that names no month has the month 0.
    """

    rest: str
    year: int | None = None

    @property
    def value(self) -> str:
        """The partial date; only asked of a point that has its year."""
        return f"{self.year:04}-{self.rest}" if self.rest else f"{self.year:04}"

    @property
    def lacks_month(self) -> bool:
        return self.rest.startswith("00-")

    @property
    def is_real(self) -> bool:
        return is_real(self.value if self.year else replace(self, year=2000).value)


def complete(points: list[Point], reference: date | None) -> list[Point | None]:
    """Give every point its year: from the next point that has one, from the one before, else from
    the reference day; None where nothing gives it.
    """
    done: list[Point | None] = [
        _with_month(point, points[at + 1 :]) for at, point in enumerate(points)
    ]
    for at in range(len(done) - 1, -1, -1):
        after = done[at + 1] if at + 1 < len(done) else None
        if (point := done[at]) and point.year is None and after and after.year:
            done[at] = _latest_until(point, after)
    before: Point | None = None
    for at, point in enumerate(done):
        if point and point.year is None and point.is_real:
            since = first_day(before.value) if before and before.is_real else reference
            done[at] = _earliest_since(point, since) if since else None
        before = done[at] or before
    return done


def _with_month(point: Point, following: list[Point]) -> Point | None:
    if not point.lacks_month:
        return point
    other = next((one for one in following if not one.lacks_month), None)
    if other is None or not other.rest[:2].isdigit():
        return None
    return Point(f"{other.rest[:2]}{point.rest[2:]}", other.year)


def _latest_until(point: Point, other: Point) -> Point:
    """Take the year of a later point: “từ 15/12 đến 15/01/2021” begins the year before."""
    same = replace(point, year=other.year)
    if (
        same.is_real
        and other.is_real
        and other.year
        and first_day(same.value) > last_day(other.value)
    ):
        return replace(point, year=other.year - 1)
    return same


def _earliest_since(point: Point, since: date) -> Point:
    """Take the first year in which the point does not lie before a day."""
    for year in range(since.year, since.year + 9):  # 29 February may have to wait eight years
        one = replace(point, year=year)
        if one.is_real and last_day(one.value) >= since:
            return one
    return replace(point, year=since.year)
