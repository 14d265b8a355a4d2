"""Conferences to which bodies are invited or summoned, as links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from handbook.model.plan import Participant, Plan
from handbook.views.parts import Folded, LongList, fold
from handbook.views.site import Link, Site, newest_first

MAX_ROWS = 100
"""How many invitations a page tells; the plans that hold the others are a line each."""


class Attendance(NamedTuple):
    """A conference, in which group and as whom one attends it, and the plan that says so."""

    event: Link
    group: str
    who: str
    plan: Link
    plan_id: str


class Attendances(NamedTuple):
    """Conferences shown one by one, and the plans whose conferences are folded away."""

    rows: list[Attendance]
    folded: Folded

    def __bool__(self) -> bool:
        return bool(self.rows)


def attendances(site: Site, bodies: Iterable[str], older: LongList) -> Attendances:
    """List where bodies attend, each line of a plan once."""
    shown = [_attendance(site, *one) for one in _invitations(site, bodies)[:MAX_ROWS]]
    return Attendances(shown, fold(older))


def older_attendances(site: Site, bodies: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the plans whose invitations are not shown, with how many they are."""
    counts = Counter(plan.id for plan, _ in _invitations(site, bodies)[MAX_ROWS:])
    return ((plan_id, f"{count} lượt") for plan_id, count in counts.items())


def _invitations(site: Site, bodies: Iterable[str]) -> list[tuple[Plan, Participant]]:
    """Give the lines of plans that invite bodies, each once; of too many, the newest first."""
    found = {
        (plan.id, one.milestone, one.group, one.who): (plan, one)
        for body in bodies
        for plan, one in site.index.participations_of.get(body, ())
    }
    lines = list(found.values())
    return lines if len(lines) <= MAX_ROWS else sorted(lines, key=lambda one: newest_first(one[0]))


def _attendance(site: Site, plan: Plan, participant: Participant) -> Attendance:
    document = site.document(plan.id)
    event = plan.milestone(participant.milestone)
    link = Link(f"{document.href}#{event.id}", event.what) if event else document
    return Attendance(link, participant.group, participant.who, document, plan.id)
