"""What the page of a role shows: everything the bodies of a reader's role must do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from handbook.index import PlacedTask
from handbook.model.reference import Role
from handbook.views.addresses import address_of, assignment_sheet_of
from handbook.views.conferences import attendances, older_attendances
from handbook.views.document_lists import ListOwner
from handbook.views.events import body_calendar
from handbook.views.items import task_link
from handbook.views.limits import (
    limited_milestones,
    milestones_of,
    older_milestones,
    older_tasks,
    tasks_by_plan,
)
from handbook.views.parts import LongList, name_list
from handbook.views.paths import paths_of_role
from handbook.views.procedures import ordered_procedures
from handbook.views.section_lists import (
    area_sections,
    contributed_sections,
    limited_sections,
    older_sections,
    section_link,
)
from handbook.views.site import Link, Site, newest_first, sorted_by_name

MAX_NEAR = 40
"""How many tasks and sections of the role's areas are listed; the areas' pages have all."""


class NearTask(NamedTuple):
    """A task in one of the role's areas that other bodies lead."""

    task: Link
    lead: Link | None
    plan: Link


def role_page(site: Site, role_id: str) -> dict[str, Any]:
    """Prepare the page of a role."""
    index = site.index
    role = index.roles[role_id]
    ids = _bodies_of(site, role_id)
    bodies = frozenset(ids)
    older = {one.name: one for one in role_lists(site, role_id)}
    of = partial(name_list, "role", role_id)
    led, supported = _led_by(site, ids), _supported_by(site, ids)
    near = _near(site, role, bodies)
    own_sections = contributed_sections(site, ids)
    own = {(plan.id, section.number) for plan, section in own_sections}
    more_sections = [
        one for one in area_sections(site, role.areas) if (one[0].id, one[1].number) not in own
    ]
    return {
        "name": role.name,
        "role": role,
        "sources": role.sources,
        "paths": paths_of_role(site, role_id),
        "see_also": [site.role(one) for one in role.see_also],
        "bodies": sorted_by_name(site.body(one) for one in ids),
        "sheet": Link(assignment_sheet_of("role", role_id), "Tải việc của tôi (Excel)"),
        "milestones": limited_milestones(site, milestones_of(site, ids), older[of("moc")]),
        "calendar": body_calendar(site, "role", role_id, ids),
        "led": len(led),
        "given": _given_to(site, ids),
        "levels_of_departments": _levels_of_departments(site, ids),
        "supported": len(supported),
        "task_plans": tasks_by_plan(site, led, older[of("nhiem-vu")]),
        "supported_plans": tasks_by_plan(site, supported, older[of("phoi-hop")]),
        "near": [_near_task(site, one) for one in near[:MAX_NEAR]],
        "near_count": len(near),
        "areas": site.areas(role.areas),
        "own_sections": limited_sections(own_sections, older[of("de-cuong")]),
        "area_sections": [section_link(*one) for one in more_sections[:MAX_NEAR]],
        "section_count": len(own_sections) + len(more_sections),
        "conferences": attendances(site, ids, older[of("hoi-nghi")]),
        "procedures": [
            Link(address_of("procedure", one.id), one.title)
            for one in ordered_procedures(site)
            if role_id in one.roles
        ],
    }  # fmt: skip


def role_lists(site: Site, role_id: str) -> Iterator[LongList]:
    """Give what a role's page does not show whole, of the lists that grow with the plans."""
    ids = _bodies_of(site, role_id)
    owner = ListOwner("role", role_id, site.role(role_id))
    plans_of = partial(owner.list_plans, site)
    yield plans_of("nhiem-vu", "Nhiệm vụ chủ trì", older_tasks(_led_by(site, ids)))
    yield plans_of("phoi-hop", "Nhiệm vụ phối hợp", older_tasks(_supported_by(site, ids)))
    yield plans_of("moc", "Hạn và mốc thời gian", older_milestones(milestones_of(site, ids)))
    yield plans_of("hoi-nghi", "Được mời, triệu tập dự", older_attendances(site, ids))
    yield owner.list_outlines(
        site, "Mục đề cương được giao viết", older_sections(contributed_sections(site, ids))
    )


def _bodies_of(site: Site, role_id: str) -> list[str]:
    bodies = site.index.bodies_of_role.get(role_id, frozenset())
    return [one for one in site.index.bodies if one in bodies]


def _led_by(site: Site, bodies: Sequence[str]) -> list[PlacedTask]:
    return [placed for body in bodies for placed in site.index.tasks_led_by.get(body, ())]


def _supported_by(site: Site, bodies: Sequence[str]) -> list[PlacedTask]:
    """List the tasks that bodies support and none of them leads."""
    return [
        placed
        for body in bodies
        for placed in site.index.tasks_supported_by.get(body, ())
        if placed.item.body not in bodies
    ]


def _given_to(site: Site, bodies: list[str]) -> list[tuple[Link, int]]:
    """Link the bodies of a role that lead tasks, with how many: a reader works in one place."""
    counts = {site.body(one): len(site.index.tasks_led_by.get(one, ())) for one in bodies}
    return [(link, counts[link]) for link in sorted_by_name(counts) if counts[link]]


def _levels_of_departments(site: Site, bodies: list[str]) -> list[str]:
    """Name the levels of a role's work when departments of higher levels have all of it.

    A reader at the grassroots must not take such work for their own.
    """
    index = site.index
    working = [
        one
        for one in bodies
        if index.tasks_led_by.get(one)
        or index.tasks_supported_by.get(one)
        or index.milestones_of.get(one)
    ]
    levels = dict.fromkeys(_level_above(site, one) for one in working)
    return [] if "" in levels or "cơ sở" in levels else list(levels)


def _level_above(site: Site, body: str) -> str:
    """Give the level of the body a department is part of; nothing for what is no department."""
    own, *above = site.index.lineage(body)
    if own.level != "bộ phận":
        return ""
    return next((one.level for one in above if one.level != "bộ phận"), own.level)


def _near(site: Site, role: Role, bodies: frozenset[str]) -> list[PlacedTask]:
    """List the tasks of the role's areas in which its bodies have no part, newest plans first."""
    found = [
        placed
        for area in role.areas
        for placed in site.index.tasks_in_area.get(area, ())
        if bodies.isdisjoint((placed.item.body, *placed.item.support))
    ]
    return sorted(found, key=lambda one: newest_first(one.plan))


def _near_task(site: Site, placed: PlacedTask) -> NearTask:
    plan, task = placed
    lead = site.body(task.body) if task.body else None
    return NearTask(task_link(plan, task), lead, site.document(plan.id))
