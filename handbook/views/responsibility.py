"""The matrix of a plan: for each body, the tasks it leads (C) and those it supports (P).

Tasks appear by number, linked to where they are told, so that nothing is said twice.
"""

from __future__ import annotations

from typing import NamedTuple

from handbook.model.plan import Plan
from handbook.views.role_marks import RoleMarks, roles_of
from handbook.views.site import UNKNOWN, Link, Site, body_name


class NumberedTask(NamedTuple):
    """A task by its number in the plan, where on the page it stands, whether its lead is told."""

    number: int
    anchor: str
    inferred: bool


class Share(NamedTuple):
    """The part of one body in a plan."""

    body: Link
    group: str
    also: list[Link]
    """The group that the body may be part of, where this page tells its tasks."""
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
        _share(site, body, groups, led.get(body, []), supported.get(body, []))
        for body in dict.fromkeys((*led, *supported))
    ]


def _share(
    site: Site,
    body: str,
    groups: dict[str, str],
    led: list[NumberedTask],
    supported: list[NumberedTask],
) -> Share:
    roles = roles_of(site, [body] if body else [])
    return Share(
        site.body(body) if body else Link("", UNKNOWN),
        groups.get(body, ""),
        _beside(site, body, groups) if body else [],
        led,
        supported,
        [site.role(one) for one in roles],
        RoleMarks(roles if led else (), () if led else roles),
    )


def _beside(site: Site, body: str, groups: dict[str, str]) -> list[Link]:
    """Link the tasks of the one group beside a body: who reads only its own row would miss them.

    Where there are several (schools, companies …), each reader knows which is theirs.
    """
    found = [one for one in site.index.groups_beside(site.index.bodies[body]) if one.id in groups]
    return [Link(f"#{groups[one.id]}", body_name(one)) for one in found] if len(found) == 1 else []
