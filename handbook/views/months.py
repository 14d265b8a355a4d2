"""The agenda month by month: every time on its day, and above the days what has none of its own.

What a document promises for a month or a quarter stands above the days of each month it touches;
what takes longer stands at the head of the year in which it ends.  Nothing is put on a day that
the document does not name.
"""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from handbook.dates.bounds import precision_of
from handbook.dates.calendar import WEEKDAYS
from handbook.dates.in_plan import is_on_a_day, say_in_plan
from handbook.dates.words import say_day
from handbook.views.addresses import address_of
from handbook.views.agenda_choices import Choices
from handbook.views.agenda_parts import dated_list, say_dated
from handbook.views.agenda_times import LONG, AgendaTime, choose_times, say_span
from handbook.views.items import notes_about
from handbook.views.parts import fold
from handbook.views.site import Link, Place, Site, place

A_QUARTER = 92
"""The most days a time may last to stand above the days of its months."""

MAX_OPEN = 6
"""How many times of one day, month or year stand open; the others are folded."""


class Entry(NamedTuple):
    """One time; `is_again` tells that it stands in an earlier month too."""

    record: str
    place: Place
    href: str
    what: str
    words: str
    is_deadline: bool
    is_again: bool
    plan: Link
    choices: dict[str, str]
    notes: list[str]


class Entries(NamedTuple):
    """Times of one place of the page: some open, the others folded."""

    open: list[Entry]
    folded: list[Entry]

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.open) + len(self.folded)


class Day(NamedTuple):
    """A square of a month; `before` and `after` its number make it a whole date where no column
    and no month around it say the rest: “thứ Bảy, 0” 9 “/01/2021”."""

    iso: str
    number: int
    before: str
    after: str
    entries: Entries


class Month(NamedTuple):
    """A month: its weeks from Monday, None for the days of its neighbours; no weeks when nothing
    stands on a day of it."""

    id: str
    title: str
    number: int
    size: int
    above: Entries
    weeks: list[list[Day | None]]


class Year(NamedTuple):
    """A year that has anything, with its months that have anything."""

    id: str
    title: str
    above: Entries
    months: list[Month]


def months_page(site: Site) -> dict[str, Any]:
    """Prepare all months that something falls in."""
    chosen = choose_times(site)
    choices = Choices(site)
    shelf = _Shelf()
    for one in chosen.dated:
        shelf.add(site, one, choices)
    return {
        "weekdays": WEEKDAYS,
        "years": list(shelf.years()),
        "choices": choices.listed(),
        "undated": chosen.all_undated,
        "shown": say_dated(chosen),
        "dated": fold(dated_list(site)),
        "total": len(chosen.dated),
        "is_long": len(chosen.dated) > LONG,
    }


class _Shelf:
    """Where the times lie: on days, above the days of months, at the head of years."""

    def __init__(self) -> None:
        self._days: dict[date, list[Entry]] = defaultdict(list)
        self._months: dict[date, list[Entry]] = defaultdict(list)
        self._years: dict[int, list[Entry]] = defaultdict(list)

    def add(self, site: Site, time: AgendaTime, choices: Choices) -> None:
        """Put a time where it belongs; a quarter lies in three months."""
        entry = _entry(site, time, choices)
        first, last = time.span
        assert last  # the undated are not shown by month
        first = first or last
        if is_on_a_day(time.plan, time.milestone, time.span):
            self._days[last].append(entry)
        elif (last - first).days >= A_QUARTER or _is_of_a_year(time):
            self._years[last.year].append(entry)
        else:
            for month in _months_between(first, last):
                again = month > first.replace(day=1)
                self._months[month].append(entry._replace(is_again=again))

    def years(self) -> Iterator[Year]:
        """Give the years that have anything, in order."""
        months = {*self._months, *(day.replace(day=1) for day in self._days)}
        for year in sorted({*self._years, *(month.year for month in months)}):
            held = [self._month(one) for one in sorted(months) if one.year == year]
            yield Year(f"nam-{year}", f"Năm {year}", _fold(self._years.get(year, [])), held)

    def _month(self, first: date) -> Month:
        weeks = [
            [self._day(day) if day.month == first.month else None for day in week]
            for week in Calendar().monthdatescalendar(first.year, first.month)
        ]
        above = self._months.get(first, [])
        on_days = sum(day.entries.size for week in weeks for day in week if day)
        return Month(
            id=f"thang-{first.year}-{first.month:02}",
            title=f"Tháng {first.month:02}/{first.year}",
            number=first.month,
            size=len(above) + on_days,
            above=_fold(above),
            weeks=weeks if on_days else [],
        )

    def _day(self, day: date) -> Day:
        before, after = say_day(day, weekday=True).rsplit(f"{day.day}/{day.month:02}/", 1)
        return Day(
            iso=day.isoformat(),
            number=day.day,
            before=before,
            after=f"/{day.month:02}/{after}",
            entries=_fold(self._days.get(day, [])),
        )


def _is_of_a_year(time: AgendaTime) -> bool:
    """Tell whether a deadline of no day names half a year, a year, or a part of one."""
    when = time.milestone.current
    precision = precision_of(when) if when else ""
    return precision in ("nửa năm", "9 tháng", "năm", "phần của năm")


def _months_between(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _fold(entries: Iterable[Entry]) -> Entries:
    held = list(entries)
    return Entries(held[:MAX_OPEN], held[MAX_OPEN:])


def _entry(site: Site, time: AgendaTime, choices: Choices) -> Entry:
    plan, milestone, (first, last), _ = time
    return Entry(
        record=plan.id,
        place=place(milestone.at),
        href=f"{address_of('plan', plan.id)}#{milestone.id}",
        what=milestone.what.rstrip("."),
        words=say_in_plan(plan, milestone) if first is None else say_span(milestone, first, last),
        is_deadline=first is None,
        is_again=False,
        plan=site.document(plan.id),
        choices=choices.of(plan, milestone),
        notes=notes_about(plan, milestone.id),
    )
