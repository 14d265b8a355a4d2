"""What the page of a report outline shows: its sections, what feeds them, when it is due."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from handbook.index import PlacedTask
from handbook.model.plan import Plan
from handbook.outline_sections import PlacedSection, SectionAddress, walk_sections
from handbook.views.banner import banners
from handbook.views.document_lists import ListOwner, short_link
from handbook.views.items import (
    StatementView,
    note_view,
    section_anchor,
    statement_views,
    task_link,
)
from handbook.views.limits import limited_milestones, older_milestones
from handbook.views.parts import NOTHING_FOLDED, Entry, Folded, LongList, fold_apart, name_list
from handbook.views.procedures import navigation
from handbook.views.site import Link, Place, Site, newest_first, place
from handbook.walk import lines_of

MAX_FEEDING = 30
"""How many tasks that feed a section are told with it; those of older plans are folded away."""


class SectionView(NamedTuple):
    """A section of an outline with everything written under its heading."""

    anchor: str
    number: str
    depth: int
    heading: str
    place: Place
    guidance: list[StatementView]
    data: tuple[str, ...]
    contributors: list[Link]
    area: Link | None
    tasks: list[Link]
    older_tasks: Folded


def outline_page(site: Site, plan_id: str) -> dict[str, Any]:
    """Prepare the outline of a plan as a page of its own."""
    plan = site.index.plans[plan_id]
    assert plan.outline is not None  # RECORD_PAGES lists only plans with an outline
    lines = lines_of(plan.outline)
    due, feeding = outline_lists(site, plan_id)
    folded = fold_apart(feeding, lambda one: one[0])
    return {
        "name": plan.outline.title,
        "plan_link": site.document(plan_id),
        "step_navigation": navigation(site, "outline", plan_id),
        "outline_place": place(plan.outline.at),
        "introduction": statement_views(site, plan, plan.outline.introduction),
        "sections": [
            _section_view(site, plan, placed, folded.get(placed.number, NOTHING_FOLDED))
            for placed in walk_sections(plan)
        ],
        "milestones": limited_milestones(
            site, site.index.milestones_on_outline.get(plan_id, ()), due
        ),
        "banners": banners(site, plan),
        "notes": [note_view(note) for note in plan.notes if not lines.isdisjoint(note.at.lines)],
    }


def outline_lists(site: Site, plan_id: str) -> tuple[LongList, LongList]:
    """Give what an outline's page does not show whole: when it is due, and tasks that feed it."""
    owner = ListOwner("outline", plan_id, site.outline(plan_id))
    due = owner.list_plans(
        site,
        "han-nop",
        "Nộp khi nào, cho ai",
        older_milestones(site.index.milestones_on_outline.get(plan_id, ())),
    )
    feeding = LongList(
        name=name_list("outline", plan_id, "nhiem-vu"),
        title=f"Nhiệm vụ liên quan – {owner.page.text}",
        page=owner.page,
        items=[
            (placed.number, other, task)
            for placed in walk_sections(site.index.plans[plan_id])
            for other, task in _feeding(site, plan_id, placed.number)[MAX_FEEDING:]
        ],
        heading=lambda one: f"Mục {one[0]}",
        entry=lambda one: Entry(task_link(one[1], one[2]), plan=short_link(site, one[1].id)),
    )
    return due, feeding


def _feeding(site: Site, plan_id: str, section: str) -> Sequence[PlacedTask]:
    """Give the tasks that feed a section; of too many, those of the newest plans first."""
    tasks = site.index.tasks_feeding.get(SectionAddress(plan_id, section), ())
    if len(tasks) <= MAX_FEEDING:
        return tasks
    return sorted(tasks, key=lambda one: newest_first(one.plan))


def _section_view(
    site: Site, plan: Plan, placed: PlacedSection, older_tasks: Folded
) -> SectionView:
    section = placed.item
    return SectionView(
        anchor=section_anchor(placed.number),
        number=section.number or "",
        depth=placed.depth,
        heading=section.heading,
        place=place(section.at),
        guidance=statement_views(site, plan, section.guidance),
        data=tuple(one.rstrip(".;") for one in section.data),
        contributors=site.bodies(section.contributors),
        area=site.area(section.area) if section.area else None,
        tasks=[task_link(*one) for one in _feeding(site, plan.id, placed.number)[:MAX_FEEDING]],
        older_tasks=older_tasks,
    )
