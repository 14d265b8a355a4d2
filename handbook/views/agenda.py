"""The agenda: every milestone, and every time of a recurring one, grouped by how near it is.

The groups are those of one day.  A page is built for one day and read on another, so each item
carries its dates and `docs/assets/js/agenda.js` groups them anew by the same rules.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from handbook.dates.in_plan import say_in_plan
from handbook.dates.words import say_day
from handbook.text import slugify
from handbook.views.addresses import address_of
from handbook.views.agenda_choices import Choices
from handbook.views.agenda_parts import dated_list, say_dated, say_undated, undated_list
from handbook.views.agenda_times import LONG, AgendaTime, choose_times, is_yearly, say_span
from handbook.views.items import notes_about
from handbook.views.limits import targets_ahead
from handbook.views.parts import fold
from handbook.views.site import Link, Place, Site, place

GROUPS = (
    ("late", "Quá hạn", "Hạn đã qua mà văn bản còn trong thời gian thực hiện."),
    ("week", "Tuần này", ""),
    ("month", "Tháng này", ""),
    ("later", "Sắp tới", ""),
    ("undated", "Không nêu ngày", "Văn bản không nêu ngày, hoặc in một ngày không có thật."),
    ("past", "Đã qua", "Thời gian thực hiện của văn bản đã hết."),
)
"""Group → its heading and what it holds; programs and old addresses know it by its key."""


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
    is_over: bool
    """It has no day, and its plan's time is over: nothing of it is left to do."""
    plan: Link
    bodies: list[Link]
    choices: dict[str, str]
    notes: list[str]


class Group(NamedTuple):
    """A group of the agenda on the day the page is built for."""

    key: str
    id: str
    """In the address of the group, where readers see it."""
    title: str
    hint: str
    items: list[Item]


def agenda_page(site: Site) -> dict[str, Any]:
    """Prepare the agenda for the day of the build."""
    chosen = choose_times(site)
    choices = Choices(site)
    items = [_item(site, one, choices) for one in (*chosen.dated, *chosen.undated)]
    groups = _groups(items, site.today)
    return {
        "groups": groups,
        "empty": ", ".join(one.title.lower() for one in groups if not one.items),
        "has_yearly": any(one.is_yearly for one in items),
        "choices": choices.listed(),
        "day": say_day(site.today, weekday=True),
        "shown": " ".join(filter(None, [say_dated(chosen), say_undated(chosen)])),
        "dated": fold(dated_list(site)),
        "undated": fold(undated_list(site)),
        "targets_ahead": targets_ahead(site),
        "total": len(items),
        "is_long": len(items) > LONG,
    }


def _item(site: Site, time: AgendaTime, choices: Choices) -> Item:
    plan, milestone, (first, last), end = time
    return Item(
        record=plan.id,
        place=place(milestone.at),
        href=f"{address_of('plan', plan.id)}#{milestone.id}",
        what=milestone.what.rstrip("."),
        day=say_span(milestone, first, last),
        words=say_in_plan(plan, milestone),
        first=first.isoformat() if first else "",
        last=last.isoformat() if last else "",
        end=end.isoformat() if end else "",
        is_yearly=is_yearly(plan, milestone),
        is_over=last is None and end is not None and end < site.today,
        plan=site.document(plan.id),
        bodies=site.bodies(milestone.bodies),
        choices=choices.of(plan, milestone),
        notes=notes_about(plan, milestone.id),
    )


def _groups(items: list[Item], today: date) -> list[Group]:
    held: dict[str, list[Item]] = {key: [] for key, _, _ in GROUPS}
    for one in items:
        held[group_of(one.last, one.end, today)].append(one)
    held["past"].reverse()
    held["undated"].sort(key=lambda one: one.is_over)
    return [Group(key, slugify(title), title, hint, held[key]) for key, title, hint in GROUPS]


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
