"""The agenda: every milestone, and every time of a recurring one, grouped by how near it is.

The groups are those of one day.  A page is built for one day and read on another, so each item
carries its dates and `docs/assets/js/agenda.js` groups them anew by the same rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from handbook.dates.in_plan import (
    UNKNOWN,
    Span,
    end_of_term,
    end_of_work,
    say_in_plan,
    times_in_plan,
)
from handbook.dates.words import say_day, say_partial
from handbook.model.date_expression import On, Recurring, Within
from handbook.model.plan import Milestone, Plan
from handbook.text import sort_key
from handbook.views.addresses import address_of
from handbook.views.events import areas_of
from handbook.views.items import notes_about
from handbook.views.limits import targets_ahead
from handbook.views.site import Link, Place, Site, place

MAX_ITEMS, MAX_UNDATED = 900, 200
"""How many times the page shows whole, the latest ones; the others are a line for each plan."""

LONG = 300
"""From here on the browser lays out only what is looked at."""

GROUPS = (
    ("late", "Quá hạn", "Hạn đã qua mà văn bản còn trong thời gian thực hiện."),
    ("week", "Tuần này", ""),
    ("month", "Tháng này", ""),
    ("later", "Sắp tới", ""),
    ("undated", "Không nêu ngày", "Văn bản không nêu ngày, hoặc in một ngày không có thật."),
    ("past", "Đã qua", "Thời gian thực hiện của văn bản đã hết."),
)
"""Group → its heading and what it holds."""


class Item(NamedTuple):
    """One line of the agenda; numbers count in the lists of choices."""

    record: str
    place: Place
    href: str
    what: str
    day: str
    words: str
    first: str
    last: str
    end: str
    is_yearly: bool
    plan: Link
    bodies: list[Link]
    choices: dict[str, str]
    notes: list[str]


class Group(NamedTuple):
    """A group of the agenda on the day the page is built for."""

    key: str
    title: str
    hint: str
    items: list[Item]


class Choice(NamedTuple):
    """A filter: its key, its label, and what may be chosen."""

    key: str
    label: str
    options: list[tuple[str, str]]


def agenda_page(site: Site) -> dict[str, Any]:
    """Prepare the agenda for the day of the build."""
    dated, undated = _split(_times(site))
    shown, rest = dated[-MAX_ITEMS:], dated[:-MAX_ITEMS]
    folded = Counter(one.plan.id for one in (*rest, *undated[MAX_UNDATED:]))
    choices = _Choices(site)
    items = [_item(site, one, choices) for one in (*shown, *undated[:MAX_UNDATED])]
    groups = _groups(items, site.today)
    return {
        "groups": groups,
        "empty": ", ".join(one.title.lower() for one in groups if not one.items),
        "has_yearly": any(one.is_yearly for one in items),
        "choices": choices.listed(),
        "day": say_day(site.today, weekday=True),
        "folded": [(site.document(plan_id), count) for plan_id, count in folded.items()],
        "targets_ahead": targets_ahead(site),
        "total": len(items),
        "is_long": len(items) > LONG,
    }


class _Time(NamedTuple):
    """One time of a milestone, before anything is said about it."""

    plan: Plan
    milestone: Milestone
    span: Span
    end: date | None


def _times(site: Site) -> Iterator[_Time]:
    for plan in site.index.plans.values():
        found = [
            (one, span) for one in plan.milestones for span in times_in_plan(plan, one) or [UNKNOWN]
        ]
        end = _end_of(plan, [span for _, span in found])
        for milestone, span in found:
            yield _Time(plan, milestone, span, end)


def _end_of(plan: Plan, spans: list[Span]) -> date | None:
    """Give the day a plan's time is over: its last milestone, its year of work, else its term."""
    known = [day for day in (*(span.last for span in spans), end_of_work(plan)) if day]
    return max(known, default=end_of_term(plan))


def _split(times: Iterable[_Time]) -> tuple[list[_Time], list[_Time]]:
    """Split into those with a last day, in order, and the others."""
    dated: list[tuple[date, _Time]] = []
    undated: list[_Time] = []
    for one in times:
        if one.span.last:
            dated.append((one.span.last, one))
        else:
            undated.append(one)
    dated.sort(key=lambda pair: pair[0])
    return [one for _, one in dated], undated


def _item(site: Site, time: _Time, choices: _Choices) -> Item:
    plan, milestone, (first, last), end = time
    return Item(
        record=plan.id,
        place=place(milestone.at),
        href=f"{address_of('plan', plan.id)}#{milestone.id}",
        what=milestone.what.rstrip("."),
        day=_say_span(milestone, first, last),
        words=say_in_plan(plan, milestone),
        first=first.isoformat() if first else "",
        last=last.isoformat() if last else "",
        end=end.isoformat() if end else "",
        is_yearly=_is_yearly(plan, milestone),
        plan=site.document(plan.id),
        bodies=site.bodies(milestone.bodies),
        choices=choices.of(plan, milestone),
        notes=notes_about(plan, milestone.id),
    )


def _is_yearly(plan: Plan, milestone: Milestone) -> bool:
    """Tell whether the same may be due each year: what recurs, and reports on a year of work.

    What belongs to a term, a congress or a conference once held does not come back next year.
    """
    if isinstance(milestone.current, Recurring):
        return True
    return milestone.kind == "báo cáo" and plan.term is None and end_of_work(plan) is not None


def _say_span(milestone: Milestone, first: date | None, last: date | None) -> str:
    """Write a time at its own precision: a month never becomes a day."""
    if last is None:
        return ""
    if first is None or first == last or milestone.current is None:
        return say_day(last, weekday=True)
    if isinstance(milestone.current, On | Within):
        said = say_partial(milestone.current.date)
        return said[0].upper() + said[1:]
    return f"{say_day(first)} – {say_day(last)}"


def _groups(items: list[Item], today: date) -> list[Group]:
    held: dict[str, list[Item]] = {key: [] for key, _, _ in GROUPS}
    for one in items:
        held[group_of(one.last, one.end, today)].append(one)
    held["past"].reverse()
    return [Group(key, title, hint, held[key]) for key, title, hint in GROUPS]


def group_of(last: str, end: str, today: date) -> str:
    """Name the group of a time on a day; `agenda.js` keeps to the same rules.

    A week runs from Monday to Sunday.  What is over is late as long as its plan's own time runs.
    """
    if not last:
        return "undated"
    day = today.isoformat()
    if last < day:
        return "past" if end and end < day else "late"
    if last <= (today + timedelta(days=6 - today.weekday())).isoformat():
        return "week"
    return "month" if last[:7] == day[:7] else "later"


class _Choices:
    """The filters: who and what the items name, numbered in the order of the alphabet."""

    def __init__(self, site: Site) -> None:
        self._index = site.index
        self._names: dict[str, dict[str, str]] = {
            "role": {one.id: one.name for one in site.index.roles.values()},
            "body": {one: site.body(one).text for one in site.index.milestones_of},
            "area": {one.id: one.name for one in site.index.areas.values()},
            "plan": {one.id: site.document(one.id).text for one in site.index.plans.values()},
        }
        self._numbers = {
            key: {
                one: str(at)
                for at, one in enumerate(sorted(names, key=lambda one: sort_key(names[one])))
            }
            for key, names in self._names.items()
        }
        self._used: dict[str, set[str]] = {key: set() for key in self._names}

    def of(self, plan: Plan, milestone: Milestone) -> dict[str, str]:
        """Give the numbers by which one item is found."""
        roles = {role for body in milestone.bodies for role in self._index.bodies[body].roles}
        chosen = {
            "role": roles,
            "body": set(milestone.bodies),
            "area": set(areas_of(plan, milestone)),
            "plan": {plan.id},
        }
        for key, ids in chosen.items():
            self._used[key] |= ids
        return {
            key: " ".join(sorted((self._numbers[key][one] for one in ids), key=int))
            for key, ids in chosen.items()
        }

    def listed(self) -> list[Choice]:
        """Give the filters with what the items really name."""
        labels = {"role": "Vai trò", "body": "Đơn vị", "area": "Lĩnh vực", "plan": "Văn bản"}
        return [
            Choice(
                key,
                label,
                [
                    (number, self._names[key][one])
                    for one, number in self._numbers[key].items()
                    if one in self._used[key]
                ],
            )
            for key, label in labels.items()
        ]
