"""Conferences to which bodies are invited or summoned, as links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from handbook.views.site import Link, Site


class Attendance(NamedTuple):
    """A conference, in which group and as whom one attends it, and the plan that says so."""

    event: Link
    group: str
    who: str
    plan: Link
    plan_id: str


def attendances(site: Site, bodies: Iterable[str]) -> list[Attendance]:
    """List where bodies attend, each line of a plan once."""
    found: dict[Attendance, None] = {}
    for body in bodies:
        for plan, participant in site.index.participations_of.get(body, ()):
            document = site.document(plan.id)
            event = plan.milestone(participant.milestone)
            link = Link(f"{document.href}#{event.id}", event.what) if event else document
            found[Attendance(link, participant.group, participant.who, document, plan.id)] = None
    return list(found)
