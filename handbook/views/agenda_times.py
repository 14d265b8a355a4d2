"""The times the agenda and its months show: each time of each milestone, the latest ones whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from handbook.dates.bounds import last_permitted_day
from handbook.dates.calendar import is_day, whole_of
from handbook.dates.in_plan import UNBOUNDED, Span, end_of_term, end_of_work, times_in_plan
from handbook.dates.words import say, say_day, say_partial
from handbook.model.date_expression import (
    Before,
    By,
    DateExpression,
    On,
    Range,
    Recurring,
    Several,
    Within,
)
from handbook.model.plan import Milestone, Plan
from handbook.views.site import Site, newest_first

MAX_ITEMS, MAX_UNDATED = 900, 200
"""How many times a page shows when it shows all."""

NEAR, NEAR_UNDATED = 400, 100
"""How many it shows when there are more: the nearest to the day of the build."""

BEHIND = 150
"""How many of the nearest may be over, while so many are still to come."""

LONG = 300
"""From here on the browser lays out only what is looked at."""


class Chosen(NamedTuple):
    """The times a page shows, and how many of each sort there are in all."""

    dated: Sequence[AgendaTime]
    undated: Sequence[AgendaTime]
    all_dated: int
    all_undated: int

    @property
    def is_whole(self) -> bool:
        """Tell whether the page shows all times."""
        return len(self.dated) + len(self.undated) == self.all_dated + self.all_undated


def choose_times(site: Site) -> Chosen:
    """Give the times to show, those with a last day in its order."""
    dated, undated = all_times(site)
    all_dated, all_undated = len(dated), len(undated)
    if len(dated) > MAX_ITEMS:
        ahead = bisect_left(dated, site.today, key=_last_day)
        start = max(0, min(ahead - BEHIND, len(dated) - NEAR))
        dated = dated[start : start + NEAR]
    if len(undated) > MAX_UNDATED:
        undated = undated[:NEAR_UNDATED]
    return Chosen(dated, undated, all_dated, all_undated)


class AgendaTime(NamedTuple):
    """One time of a milestone, before anything is said about it."""

    plan: Plan
    milestone: Milestone
    span: Span
    end: date | None


@lru_cache(maxsize=1)
def all_times(site: Site) -> tuple[Sequence[AgendaTime], Sequence[AgendaTime]]:
    """Give every time: those with a last day, in its order, and the others."""
    return _split(_times(site))


def _times(site: Site) -> Iterator[AgendaTime]:
    for plan in site.index.plans.values():
        found = [
            (one, span)
            for one in plan.milestones
            for span in times_in_plan(plan, one) or [UNBOUNDED]
        ]
        end = _end_of(plan, [span for _, span in found])
        for milestone, span in found:
            yield AgendaTime(plan, milestone, span, end)


def _end_of(plan: Plan, spans: list[Span]) -> date | None:
    """Give the day a plan's time is over: its last milestone, its year of work, else its term."""
    known = [day for day in (*(span.last for span in spans), end_of_work(plan)) if day]
    return max(known, default=end_of_term(plan))


def _split(times: Iterable[AgendaTime]) -> tuple[list[AgendaTime], list[AgendaTime]]:
    """Split into those with a last day, in order, and the others, newest plans first."""
    dated: list[AgendaTime] = []
    undated: list[AgendaTime] = []
    for one in times:
        (dated if one.span.last else undated).append(one)
    if len(undated) > MAX_UNDATED:
        undated.sort(key=lambda one: newest_first(one.plan))
    return sorted(dated, key=_last_day), undated


def _last_day(time: AgendaTime) -> date:
    return time.span.last or date.max


def is_yearly(plan: Plan, milestone: Milestone) -> bool:
    """Tell whether the same may be due each year: what recurs, and reports on a year of work.

    What belongs to a term, a congress or a conference once held does not come back next year.
    """
    if isinstance(milestone.current, Recurring):
        return True
    return milestone.kind == "báo cáo" and plan.term is None and end_of_work(plan) is not None


def say_span(milestone: Milestone, first: date | None, last: date | None) -> str:
    """Write a time at its own precision: a month never becomes a day."""
    if last is None:
        return ""
    when = milestone.current
    if first is None and (deadline := _coarse_deadline(when, last)):
        return _capital(say(deadline))
    if first is None or first == last or when is None:
        return say_day(last, weekday=True)
    value = when.date if isinstance(when, On | Within) else whole_of(first, last)
    if value:
        return _capital(say_partial(value))
    return f"{say_day(first)} – {say_day(last)}"


def _coarse_deadline(when: DateExpression | None, last: date) -> Before | By | Range | None:
    """Give the deadline that ends on this day though the document names no day: “hết năm 2023”."""
    for part in when.parts if isinstance(when, Several) else (when,):
        match part:
            case Before(date=value) | By(date=value) | Range(start=None, until=value):
                if not is_day(value) and last_permitted_day(part) == last:
                    return part
    return None


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
