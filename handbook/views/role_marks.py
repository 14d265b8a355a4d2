"""Which readers' roles an item concerns: the marks by which a page finds “việc của tôi”."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from handbook.model.plan import Milestone, Task
from handbook.views.site import Site


class RoleMarks(NamedTuple):
    """Ids of roles: whose bodies lead, whose bodies support, who follow the area."""

    lead: tuple[str, ...]
    support: tuple[str, ...] = ()
    area: tuple[str, ...] = ()


def task_marks(site: Site, task: Task) -> RoleMarks:
    """Give the roles a task concerns; each role once, under the nearest bond."""
    lead = roles_of(site, (task.body,) if task.body else ())
    support = tuple(one for one in roles_of(site, task.support) if one not in lead)
    followers = site.index.roles_of_area.get(task.area, ())
    area = tuple(one for one in followers if one not in lead and one not in support)
    return RoleMarks(lead, support, area)


def milestone_marks(site: Site, milestone: Milestone) -> RoleMarks:
    """Give the roles whose bodies must meet a milestone."""
    return RoleMarks(roles_of(site, milestone.bodies))


def roles_of(site: Site, bodies: Iterable[str]) -> tuple[str, ...]:
    """Give the roles of bodies, each once."""
    return tuple(dict.fromkeys(role for body in bodies for role in site.index.bodies[body].roles))
