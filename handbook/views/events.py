"""The events of calendars: what a milestone becomes in a reader's own calendar.

A deadline stands on its last permitted day.  What a document only promises for a month or longer
spans that time and does not make anyone busy.  A milestone without a day of its own (“theo quy
định”, “hàng quý” with no day, a term) has no event, and neither has a day that does not exist.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple, assert_never

from handbook.dates.calendar import is_real, last_day
from handbook.dates.in_plan import chain_of, recurring_times, say_in_plan, span_of, window_of
from handbook.dates.occurrences import occurrences
from handbook.dates.rules import Rule, rule_of
from handbook.model.date_expression import (
    After,
    Before,
    By,
    DateExpression,
    Impossible,
    On,
    Range,
    Recurring,
    Relative,
    SchoolYear,
    Several,
    Since,
    Term,
    Unspecified,
    Within,
)
from handbook.model.plan import Milestone, Move, Plan
from handbook.views.addresses import address_of
from handbook.views.site import Site, document_name, place


class Event(NamedTuple):
    """An event ready to write.

    `page` is a name, for where no link can lead to it; `href` counts from the site's root; `last`
    is included.
    """

    uid: str
    summary: str
    description: str
    page: str
    href: str
    categories: list[str]
    first: date
    last: date
    rule: Rule | None
    until: date | None
    is_busy: bool
    sequence: int
    modified: date


class EventTime(NamedTuple):
    """When an event is, before anything is said about it."""

    first: date
    last: date
    is_busy: bool = False
    rule: Rule | None = None
    until: date | None = None


def events_of(site: Site, plan: Plan, milestone: Milestone) -> list[Event]:
    """Give the events of a milestone: none, one, or one for each of its times."""
    times = times_of(plan, milestone)
    if not times:
        return []
    moves = [move for one in chain_of(plan, milestone) for move in one.moved]
    uid = f"{(*plan.former_ids, plan.id)[0]}--{milestone.id}"
    shared = {
        "summary": milestone.what.rstrip("."),
        "description": _describe(site, plan, milestone),
        "page": document_name(plan),
        "href": f"{address_of('plan', plan.id)}index.html#{milestone.id}",
        "categories": _categories(site, plan, milestone),
        "sequence": len(moves),
        "modified": _modified(site, plan, moves),
    }
    return [
        Event(
            uid=uid if number == 1 else f"{uid}--{number}",
            first=time.first,
            last=time.last,
            rule=time.rule,
            until=time.until,
            is_busy=time.is_busy,
            **shared,  # type: ignore[arg-type]
        )
        for number, time in enumerate(times, start=1)
    ]


def times_of(plan: Plan, milestone: Milestone) -> list[EventTime]:
    """Give the times of a milestone that a calendar can show."""
    when = milestone.current
    if isinstance(when, Several):
        return [time for part in when.parts for time in _times(plan, part)]
    if when is None:
        return []
    if when.type == "theo mốc":
        first, last = span_of(plan, milestone)
        return [_single(when, first, last)] if last else []
    return _times(plan, when)


def _times(plan: Plan, when: DateExpression) -> list[EventTime]:
    match when:
        case Recurring():
            return _recurring(plan, when)
        case Unspecified() | Impossible() | Term() | SchoolYear() | Since() | After():
            return []
        case On() | Before() | By() | Within() | Range() | Relative() | Several():
            found = occurrences(when, date.min, date.max)
            return [_single(when, one.first, one.last) for one in found if one.last]
    assert_never(when)


def _single(when: DateExpression, first: date | None, last: date | None) -> EventTime:
    assert last is not None  # the callers asked
    if when.type == "theo mốc":
        first = last  # a limit that begins with its event: only its end is a day to remember
    is_busy = isinstance(when, On) and first == last
    return EventTime(first or last, last, is_busy)


def _recurring(plan: Plan, when: Recurring) -> list[EventTime]:
    """Give one event with a rule, or all times one by one when no rule says them."""
    found = recurring_times(plan, when)
    rule = rule_of(when)
    if found and rule and (last := found[0].last):
        return [EventTime(last, last, rule=rule, until=window_of(plan, when).last)]
    return [EventTime(one.first or one.last, one.last) for one in found if one.last]


def _describe(site: Site, plan: Plan, milestone: Milestone) -> str:
    """Say what, when, who, to whom, and where it is written."""
    words = say_in_plan(plan, milestone)
    printed = milestone.current.printed if milestone.current else ""
    submission = milestone.submission
    to = "; ".join(link.text for link in site.bodies(submission.to)) if submission else ""
    via = (submission.via or "") if submission else ""
    lines = (
        ("", milestone.what),
        ("Khi nào", words),
        ("Văn bản in", f"“{printed}”"),
        *(_moved_lines(site, milestone)),
        ("Ai làm", "; ".join(link.text for link in site.bodies(milestone.bodies))),
        ("Gửi tới", ", ".join(part for part in (to, via) if part)),
        ("Tại", milestone.place or ""),
        ("Nguồn", f"{document_name(plan)}, {place(milestone.at).words}"),
    )
    return "\n".join(f"{label}: {text}" if label else text for label, text in lines if text)


def _moved_lines(site: Site, milestone: Milestone) -> list[tuple[str, str]]:
    times = [milestone.when, *(move.when for move in milestone.moved)]
    return [
        ("Mốc cũ", f"{site.when(old).words}; đã dời theo {site.document(move.by).text}")
        for old, move in zip(times, milestone.moved, strict=False)
    ]


def _categories(site: Site, plan: Plan, milestone: Milestone) -> list[str]:
    """Name the areas a milestone belongs to."""
    return [link.text for link in site.areas(areas_of(plan, milestone))]


def areas_of(plan: Plan, milestone: Milestone) -> list[str]:
    """Give the areas of the tasks that lead to a milestone, else those of its plan."""
    areas = [task.area for task in plan.tasks if task.milestone == milestone.id]
    return list(dict.fromkeys(areas or plan.areas))


def _modified(site: Site, plan: Plan, moves: list[Move]) -> date:
    """Give the newest day the record itself names: issued, checked, moved; never the clock."""
    movers = (site.index.documents[move.by].issued for move in moves)
    values = [plan.issued, *(source.checked_on for source in plan.sources), *movers]
    days = [last_day(value) for value in values if value and is_real(value)]
    return max(days, default=date(2020, 1, 1))


def has_events(plan: Plan) -> bool:
    """Tell whether a plan has anything for a calendar."""
    return any(times_of(plan, milestone) for milestone in plan.milestones)


def next_day(day: date) -> date:
    """Give the day after: calendars name the first day that is free again."""
    return day + timedelta(days=1)


def calendar_path(kind: str, record_id: str) -> str:
    """Give the address of a record's calendar, from the site's root."""
    return f"lich/{address_of(kind, record_id).rstrip('/')}.ics"


ALL = "lich/all.ics"


class CalendarView(NamedTuple):
    """A calendar: its address, its name, and its milestones in order."""

    path: str
    name: str
    milestones: list[tuple[Plan, Milestone]]


def calendars(site: Site) -> Iterable[CalendarView]:
    """List every calendar: all, then one for each plan, body and role."""
    index = site.index
    yield CalendarView(ALL, "Mọi mốc thời gian", [(one.plan, one.item) for one in index.milestones])
    for plan in index.plans.values():
        named = [(plan, one) for one in plan.milestones]
        yield CalendarView(calendar_path("plan", plan.id), document_name(plan), named)
    for body in index.bodies.values():
        yield CalendarView(
            calendar_path("body", body.id), body.name, milestones_to_follow(site, [body.id])
        )
    for role in index.roles.values():
        of_role = index.bodies_of_role.get(role.id, frozenset())
        bodies = [one for one in index.bodies if one in of_role]
        path = calendar_path("role", role.id)
        yield CalendarView(path, role.name, milestones_to_follow(site, bodies))


def milestones_to_follow(site: Site, bodies: Iterable[str]) -> list[tuple[Plan, Milestone]]:
    """Give the milestones bodies must meet, and those of the tasks they lead or support."""
    found: dict[tuple[str, str], tuple[Plan, Milestone]] = {}
    for body in bodies:
        for one in site.index.milestones_of.get(body, ()):
            found[one.plan.id, one.item.id] = (one.plan, one.item)
        for tasks in (site.index.tasks_led_by, site.index.tasks_supported_by):
            for plan, task in tasks.get(body, ()):
                if milestone := plan.milestone(task.milestone):
                    found.setdefault((plan.id, milestone.id), (plan, milestone))
    return list(found.values())


def body_calendar(site: Site, kind: str, record_id: str, bodies: Iterable[str]) -> str:
    """Give the address of the calendar of a body or role, or nothing when it would be empty."""
    named = milestones_to_follow(site, bodies)
    return calendar_path(kind, record_id) if any(times_of(*one) for one in named) else ""
