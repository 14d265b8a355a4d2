"""What a milestone's time means inside its plan: counted from another milestone, or coming back.

A recurrence that names no end of its own goes on until the plan's year of work or its term is over:
nobody reports on a plan for 2023 in 2024.  Where neither is known it has no end.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, TypeGuard

from handbook.dates.bounds import (
    counted_span,
    first_permitted_day,
    last_permitted_day,
    precision_of,
)
from handbook.dates.calendar import first_day, is_real, last_day
from handbook.dates.counting import are_holidays_settled
from handbook.dates.occurrences import occurrences
from handbook.dates.words import say, say_day
from handbook.model.date_expression import By, DateExpression, Recurring, Relative, Several
from handbook.model.plan import Milestone, Plan


class Span(NamedTuple):
    """The first and last permitted day; None where nothing bounds that side."""

    first: date | None
    last: date | None


UNBOUNDED = Span(None, None)
"""Of a time that the plan does not tell."""


def span_of(plan: Plan, milestone: Milestone) -> Span:
    """Give the days a milestone allows, following the milestones it is counted from."""
    *steps, anchor = chain_of(plan, milestone)
    if _is_counted(anchor.current):  # a loop, or a milestone that is not there: a check says so
        return UNBOUNDED
    span = _own_span(anchor.current)
    for step in reversed(steps):
        assert _is_counted(step.current)  # only such have a milestone after them
        span = _counted(step.current, span)
    return span


def chain_of(plan: Plan, milestone: Milestone) -> list[Milestone]:
    """Give a milestone, the one it is counted from, the one that is counted from, and so on."""
    chain = [milestone]
    while _is_counted(when := chain[-1].current):
        anchor = plan.milestone(when.milestone)
        if anchor is None or anchor in chain:
            break
        chain.append(anchor)
    return chain


def _is_counted(when: DateExpression | None) -> TypeGuard[Relative]:
    return isinstance(when, Relative) and when.milestone is not None


def _own_span(when: DateExpression | None) -> Span:
    if when is None or isinstance(when, Recurring):
        return UNBOUNDED
    return Span(first_permitted_day(when), last_permitted_day(when))


def _counted(step: Relative, anchor: Span) -> Span:
    first, last = anchor
    if last is None:
        return UNBOUNDED
    # When the event itself has only a deadline, nothing says when what follows it may begin.
    begin, end = counted_span(step, (first or last, last))
    return Span(begin if first else None, end)


def window_of(plan: Plan, when: Recurring) -> Span:
    """Give the days between which a recurring duty of a plan comes back."""
    start = (
        _first(when.start) or _first(plan.issued) or _first(plan.term.start if plan.term else None)
    )
    own = last_day(when.until) if when.until and is_real(when.until) else None
    return Span(start, own or end_of_work(plan) or end_of_term(plan))


YEARS_WITHOUT_END = 5
"""For how many years times are listed one by one when nothing tells when a duty ends."""


def times_in_plan(plan: Plan, milestone: Milestone) -> list[Span]:
    """Give every time of a milestone, in order; an empty list when it has none.

    Of a duty that nothing ends, the times of its first years.
    """
    when = milestone.current
    if isinstance(when, Recurring):
        return recurring_times(plan, when)
    if isinstance(when, Several):
        return _times_of_parts(plan, when)
    span = span_of(plan, milestone)
    return [span] if any(span) else []


def _times_of_parts(plan: Plan, when: Several) -> list[Span]:
    found: set[Span] = set()
    for part in when.parts:
        found.update(
            recurring_times(plan, part) if isinstance(part, Recurring) else [_own_span(part)]
        )
    return sorted(filter(any, found), key=lambda one: (one.last or date.max, one.first or date.min))


def recurring_times(plan: Plan, when: Recurring) -> list[Span]:
    """Give the times of a duty that comes back; with no deadline in its cycle it has none."""
    start, end = window_of(plan, when)
    if when.due is None or start is None:
        return []
    # A year is counted by its first of the month: 29 February comes only every fourth year.
    until = end or start.replace(year=start.year + YEARS_WITHOUT_END, day=1)
    found = (Span(*one) for one in occurrences(when, start, until))
    return [one for one in found if one.last and start <= one.last <= until]


def is_on_a_day(plan: Plan, milestone: Milestone, span: Span) -> bool:
    """Tell whether a time of a milestone is one day; “đến hết tháng 11” only ends on one."""
    first, last = span
    if last is None or first not in (None, last):
        return False
    return first == last or any(
        precision_of(part) == "ngày" for part in _parts_at(chain_of(plan, milestone)[-1], span)
    )


def _parts_at(milestone: Milestone, span: Span) -> list[DateExpression]:
    """Give what is said of a time, where a milestone names several."""
    when = milestone.current
    if isinstance(when, Several):
        return [one for one in when.parts if isinstance(one, Recurring) or _own_span(one) == span]
    if isinstance(when, Relative) and when.date:
        return [By(type="chậm nhất", date=when.date, printed=when.printed)]
    return [when] if when else []


def end_of_work(plan: Plan) -> date | None:
    """Give the last day of the years of work a plan is for, if it says so."""
    years = [_last_of(one.when) for one in plan.periods if one.kind == "năm công tác"]
    return max((day for day in years if day), default=None)


def end_of_term(plan: Plan) -> date | None:
    """Give the last day of the term a plan belongs to, if it belongs to one."""
    return last_day(plan.term.until) if plan.term and is_real(plan.term.until) else None


def say_in_plan(plan: Plan, milestone: Milestone) -> str:
    """Say when a milestone is; what is counted from another one names it, and the day it gives."""
    when = milestone.current
    if when is None:
        return "chưa rõ"
    if not isinstance(when, Relative):
        return say(when)
    anchor = plan.milestone(when.milestone)
    named = when.model_copy(update={"event": f"“{anchor.what.rstrip('.')}”"}) if anchor else when
    last = span_of(plan, milestone).last
    if last is None:
        return say(named)
    is_settled = not when.working_days or are_holidays_settled(last.year)
    doubt = "" if is_settled else ", chưa kể ngày nghỉ hoán đổi sẽ được thông báo"
    return f"{say(named)} (chậm nhất {say_day(last, weekday=True)}{doubt})"


def _first(value: str | None) -> date | None:
    return first_day(value) if value and is_real(value) else None


def _last_of(when: DateExpression) -> date | None:
    return None if isinstance(when, Recurring) else last_permitted_day(when)
