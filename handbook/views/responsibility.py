"""The matrix of a plan: for each body, the tasks it leads (C) and those it supports (P).

Tasks appear by number, linked to where they are told, so that nothing is said twice.
"""

from __future__ import annotations

from typing import NamedTuple

from handbook.model.plan import Plan
from handbook.views.role_marks import RoleMarks, roles_of
from handbook.views.site import UNKNOWN, Link, Site


class NumberedTask(NamedTuple):
    """A task by its number in the plan, where on the page it stands, whether its lead is told."""

    number: int
    anchor: str
    inferred: bool


class Share(NamedTuple):
    """The part of one body in a plan."""

    body: Link
    group: str
    led: list[NumberedTask]
    supported: list[NumberedTask]
    roles: list[Link]
    marks: RoleMarks


def has_inferred(shares: list[Share]) -> bool:
    """Tell whether the leading body of any task is the editors' inference."""
    return any(task.inferred for share in shares for task in share.led)


def responsibility(site: Site, plan: Plan) -> list[Share]:
    """Give the part of every body: those that lead, in the order of the plan, then the others."""
    led: dict[str, list[NumberedTask]] = {}
    supported: dict[str, list[NumberedTask]] = {}
    for number, task in enumerate(plan.tasks, start=1):
        numbered = NumberedTask(number, task.id, task.inferred)
        led.setdefault(task.body or "", []).append(numbered)
        for body in task.support:
            supported.setdefault(body, []).append(numbered)
    groups = {body: f"nhiem-vu-{position}" for position, body in enumerate(led, start=1)}
    return [
        _share(site, body, groups.get(body, ""), led.get(body, []), supported.get(body, []))
        for body in dict.fromkeys((*led, *supported))
    ]


def _share(
    site: Site,
    body: str,
    group: str,
    led: list[NumberedTask],
    supported: list[NumberedTask],
) -> Share:
    roles = roles_of(site, [body] if body else [])
    return Share(
        site.body(body) if body else Link("", UNKNOWN),
        group,
        led,
        supported,
        [site.role(one) for one in roles],
        RoleMarks(roles if led else (), () if led else roles),
    )
