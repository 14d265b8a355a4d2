"""What the pages of the other record kinds show: directive, body, area, role, outline …"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from handbook.dates.words import say_partial
from handbook.index import (
    PlacedSection,
    PlacedTarget,
    PlacedTask,
    SectionAddress,
    canonical_number,
    walk_sections,
)
from handbook.model.plan import Plan
from handbook.model.reference import Body
from handbook.text import normalise_number, sort_key
from handbook.views.addresses import address_of
from handbook.views.banner import banners
from handbook.views.citing import citation_of
from handbook.views.documents import attributes
from handbook.views.items import (
    MilestoneView,
    StatementView,
    TaskView,
    note_view,
    section_anchor,
    statement_views,
    task_view,
)
from handbook.views.limits import MAX_ROWS, Limited, limited_milestones, limited_targets
from handbook.views.paths import paths_of_role
from handbook.views.relations import incoming_groups, relation_groups
from handbook.views.self_check import procedure_questions
from handbook.views.site import (
    Link,
    Place,
    Site,
    body_name,
    document_name,
    newest_first,
    place,
    sorted_by_name,
)
from handbook.walk import lines_of


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


def directive_page(site: Site, directive_id: str) -> dict[str, Any]:
    """Prepare the page of a directive."""
    directive = site.index.directives[directive_id]
    return {
        "name": document_name(directive),
        "directive": directive,
        "issuer": site.issuer(directive),
        "banners": banners(site, directive),
        "citation": citation_of(site, directive),
        "namesakes": _namesakes(site, directive_id),
        "attributes": attributes(site, directive, {}),
        "relations": relation_groups(site, directive),
        "incoming": incoming_groups(site, directive),
        "task_plans": _tasks_by_plan(site, site.index.tasks_carrying_out.get(directive_id, ())),
        "targets": limited_targets(site, _targets_under(site, directive_id)),
        "sections": _sections_naming(site, directive_id),
        "notes": [note_view(note) for note in directive.notes],
        "sources": directive.sources,
    }


def _targets_under(site: Site, directive_id: str) -> Iterable[PlacedTarget]:
    """Give the targets of the plans that carry a directive out."""
    plans = {
        one.source.id
        for one in site.index.incoming_relations.get(directive_id, ())
        if one.relation.type == "thực hiện"
    }
    return (
        placed
        for placed in site.index.targets
        if placed.plan.id in plans and _is_under(placed, directive_id)
    )


def _is_under(placed: PlacedTarget, directive_id: str) -> bool:
    """Tell whether a target serves a directive: it says so, or names none and its plan does."""
    return directive_id in placed.item.directives or not placed.item.directives


def _namesakes(site: Site, directive_id: str) -> list[Link]:
    """Link the other documents that bear the same number: Party numbers restart each term."""
    number = canonical_number(site.index.documents[directive_id])
    same = site.index.documents_by_number.get(normalise_number(number), ()) if number else ()
    return [site.document(other.id) for other in same if other.id != directive_id]


def _sections_naming(site: Site, directive_id: str) -> list[tuple[Link, str]]:
    """Link the outline sections whose guidance names a directive."""
    sources = {
        one.source.record.id
        for one in site.index.incoming.get(directive_id, ())
        if one.source.kind == "plan" and one.reference.where[0] == "outline"
    }
    found: list[tuple[Link, str]] = []
    for plan_id in sorted(sources):
        plan = site.index.plans[plan_id]
        for number, _, section in walk_sections(plan):
            if any(directive_id in one.directives for one in section.guidance):
                href = f"{address_of('outline', plan_id)}#{section_anchor(number)}"
                found.append((Link(href, f"Mục {number}. {section.heading}"), document_name(plan)))
    return found


def body_page(site: Site, body_id: str) -> dict[str, Any]:
    """Prepare the page of a body."""
    index = site.index
    body = index.bodies[body_id]
    return {
        "name": body.name,
        "body": body,
        "parents": _ancestors(site, body),
        "children": sorted_by_name(
            site.body(one.id) for one in index.child_bodies.get(body_id, ())
        ),
        "roles": [site.role(one) for one in body.roles],
        "existed": _existence(body),
        "successors": site.bodies(body.successors),
        "predecessors": [site.body(one.id) for one in index.predecessors.get(body_id, ())],
        "task_plans": _tasks_by_plan(site, index.tasks_led_by.get(body_id, ())),
        "supported_plans": _tasks_by_plan(site, index.tasks_supported_by.get(body_id, ())),
        "milestones": _milestones(site, [body_id]),
        "targets": limited_targets(site, index.targets_of.get(body_id, ())),
        "issued": sorted_by_name(
            site.document(one.id) for one in index.documents_issued_by.get(body_id, ())
        ),
        "mentions": _mentions(site, body_id),
        "sources": body.sources,
    }


def _ancestors(site: Site, body: Body) -> list[Link]:
    """Link the bodies above, the nearest first; a loop (reported by a check) ends the walk."""
    found: list[str] = []
    parent = body.parent
    while parent and parent not in found and parent in site.index.bodies:
        found.append(parent)
        parent = site.index.bodies[parent].parent
    return site.bodies(found)


def _existence(body: Body) -> str:
    if body.existed is None:
        return ""
    start = f"từ {say_partial(body.existed.start)}" if body.existed.start else ""
    until = f"đến {say_partial(body.existed.until)}" if body.existed.until else ""
    said = " ".join(part for part in (start, until) if part)
    return f"{said}. {body.existed.note}" if body.existed.note else said


EXPANDED_PLANS = 12
"""How many plans a page expands task by task; older ones are one line each, so that the page of a
body or an area stays light when a federation has entered thousands of plans."""


class TasksByPlan(NamedTuple):
    """Tasks grouped by plan, newest first: task by task, then one line for each older plan."""

    expanded: list[tuple[Link, list[TaskView]]]
    folded: list[tuple[Link, int]]

    def __bool__(self) -> bool:
        return bool(self.expanded)


def _tasks_by_plan(site: Site, tasks: Iterable[PlacedTask]) -> TasksByPlan:
    groups: dict[str, list[PlacedTask]] = defaultdict(list)
    for placed in tasks:
        groups[placed.plan.id].append(placed)
    ordered = sorted(groups.items(), key=lambda group: newest_first(group[1][0].plan))
    expanded = [
        (site.document(plan_id), [task_view(site, plan, task) for plan, task in ones])
        for plan_id, ones in ordered[:EXPANDED_PLANS]
    ]
    folded = [(site.document(plan_id), len(ones)) for plan_id, ones in ordered[EXPANDED_PLANS:]]
    return TasksByPlan(expanded, folded)


def _milestones(site: Site, body_ids: list[str]) -> Limited[MilestoneView]:
    placed = {
        (one.plan.id, one.item.id): one
        for body_id in body_ids
        for one in site.index.milestones_of.get(body_id, ())
    }
    return limited_milestones(site, placed.values())


_MENTION_WORDS = {
    "recipients": "Nơi nhận của",
    "participants": "Được mời, triệu tập theo",
    "outline": "Viết mục đề cương của",
    "milestones": "Nhận báo cáo theo",
}


def _mentions(site: Site, body_id: str) -> list[tuple[str, list[Link]]]:
    """Say in which plans a body receives, attends or contributes."""
    found: dict[str, list[str]] = defaultdict(list)
    for source, reference in site.index.incoming.get(body_id, ()):
        if source.kind != "plan":
            continue
        part = str(reference.where[0])
        if part == "milestones" and "submission" not in reference.where:
            continue
        if part in _MENTION_WORDS and source.record.id not in found[part]:
            found[part].append(source.record.id)
    return [
        (words, site.documents(found[part]))
        for part, words in _MENTION_WORDS.items()
        if found[part]
    ]


def area_page(site: Site, area_id: str) -> dict[str, Any]:
    """Prepare the page of an area of work."""
    area = site.index.areas[area_id]
    return {
        "name": area.name,
        "area": area,
        "task_plans": _tasks_by_plan(site, site.index.tasks_in_area.get(area_id, ())),
        "targets": limited_targets(
            site, (one for one in site.index.targets if one.item.area == area_id)
        ),
        "sections": _sections_in_area(site, area_id),
        "documents": sorted_by_name(
            site.document(one.id) for one in site.index.documents.values() if area_id in one.areas
        ),
    }


def _sections_in_area(site: Site, area_id: str) -> list[tuple[Link, str]]:
    """Link the outline sections of an area, newest plans first."""
    ordered = sorted(
        site.index.sections_in_area.get(area_id, ()), key=lambda one: newest_first(one[0])
    )
    return [
        (
            Link(
                f"{address_of('outline', plan.id)}#{section_anchor(number)}",
                f"Mục {number}. {section.heading}" if section.number else section.heading,
            ),
            document_name(plan),
        )
        for plan, (number, _, section) in ordered[:MAX_ROWS]
    ]


def role_page(site: Site, role_id: str) -> dict[str, Any]:
    """Prepare the page of a role: all that its bodies must do."""
    role = site.index.roles[role_id]
    bodies = [one for one in site.index.bodies.values() if role_id in one.roles]
    ids = [one.id for one in bodies]
    led = [placed for body in ids for placed in site.index.tasks_led_by.get(body, ())]
    supported = [placed for body in ids for placed in site.index.tasks_supported_by.get(body, ())]
    return {
        "name": role.name,
        "role": role,
        "bodies": sorted_by_name(site.body(one) for one in ids),
        "paths": paths_of_role(site, role_id),
        "milestones": _milestones(site, ids),
        "task_plans": _tasks_by_plan(site, led),
        "supported_plans": _tasks_by_plan(site, supported),
        "areas": [
            (site.area(one), len(site.index.tasks_in_area.get(one, ()))) for one in role.areas
        ],
        "procedures": [
            Link(address_of("procedure", one.id), one.title)
            for one in ordered_procedures(site)
            if role_id in one.roles
        ],
    }


def ordered_procedures(site: Site) -> list[Any]:
    """Give the procedures in the order their records name."""
    return sorted(site.index.procedures.values(), key=lambda one: (one.order, sort_key(one.title)))


def outline_page(site: Site, plan_id: str) -> dict[str, Any]:
    """Prepare the outline of a plan as a page of its own."""
    plan = site.index.plans[plan_id]
    assert plan.outline is not None  # RECORD_PAGES lists only plans with an outline
    lines = lines_of(plan.outline)
    return {
        "name": plan.outline.title,
        "plan_link": site.document(plan_id),
        "outline_place": place(plan.outline.at),
        "introduction": statement_views(site, plan.outline.introduction),
        "sections": [_section_view(site, plan, placed) for placed in walk_sections(plan)],
        "milestones": limited_milestones(
            site, (one for one in site.index.milestones_on_outline.get(plan_id, ()))
        ),
        "banners": banners(site, plan),
        "notes": [note_view(note) for note in plan.notes if not lines.isdisjoint(note.at.lines)],
    }


def _section_view(site: Site, plan: Plan, placed: PlacedSection) -> SectionView:
    section = placed.item
    feeding = site.index.tasks_feeding.get(SectionAddress(plan.id, placed.number), ())
    return SectionView(
        anchor=section_anchor(placed.number),
        number=section.number or "",
        depth=placed.depth,
        heading=section.heading,
        place=place(section.at),
        guidance=statement_views(site, section.guidance),
        data=tuple(one.rstrip(".;") for one in section.data),
        contributors=site.bodies(section.contributors),
        area=site.area(section.area) if section.area else None,
        tasks=[
            Link(f"{address_of('plan', other.id)}#{one.id}", one.what) for other, one in feeding
        ],
    )


def procedure_page(site: Site, procedure_id: str) -> dict[str, Any]:
    """Prepare the page of a procedure."""
    procedure = site.index.procedures[procedure_id]
    steps = [
        {
            "step": step,
            "bodies": site.bodies(step.bodies),
            "outline": site.outline(step.outline) if step.outline else None,
            "items": [_item_link(site, one) for one in step.items],
            "cites": [(site.document(one.document), place(one.at)) for one in step.cites],
        }
        for step in procedure.steps
    ]
    return {
        "name": procedure.title,
        "procedure": procedure,
        "steps": steps,
        "roles": [site.role(one) for one in procedure.roles],
        "plans": site.documents(procedure.plans),
        "questions": procedure_questions(site, procedure),
    }


def _item_link(site: Site, reference: str) -> Link:
    """Link an item of a plan: `plan-id#item-id`."""
    plan_id, _, item_id = reference.partition("#")
    plan = site.index.plans[plan_id]
    names = {one.id: one.what for one in plan.tasks} | {one.id: one.what for one in plan.milestones}
    what = names.get(item_id, item_id)
    href = f"{address_of('plan', plan_id)}#{item_id}"
    return Link(href, what.rstrip("."), body_name_of(site, plan))


def body_name_of(site: Site, plan: Plan) -> str:
    """Name the body that issued a plan, or nothing."""
    return body_name(site.index.bodies[plan.issuer]) if plan.issuer else ""
