"""What the page of a body shows: what it leads, supports, issues, receives; whom it reports to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from handbook.dates.words import say_partial
from handbook.index import PlacedMilestone
from handbook.model.plan import Plan, Recipient
from handbook.model.reference import Body
from handbook.views.banner import successor_views, tells_day
from handbook.views.conferences import attendances, older_attendances
from handbook.views.document_lists import ListOwner, short_link
from handbook.views.events import body_calendar
from handbook.views.limits import (
    limited_milestones,
    limited_targets,
    milestones_of,
    older_milestones,
    older_targets,
    older_tasks,
    tasks_by_plan,
)
from handbook.views.parts import Entry, LongList, fold, name_list
from handbook.views.section_lists import contributed_sections, limited_sections, older_sections
from handbook.views.site import (
    UNKNOWN,
    Link,
    Place,
    Site,
    body_name,
    newest_first,
    place,
    sorted_by_name,
)

NAMED = "có"
MAX_ANSWERS = 60
"""How many plans tell at length whether a body is among the recipients; older ones are linked."""

MAX_ISSUED = 100
"""How many documents that a body issued are told with their titles; older ones are linked."""

MAX_ASKED = 30
"""How many plans that name a body as the one to ask are named in its table; others are linked."""


class Answer(NamedTuple):
    """Whether a plan names a body among its recipients: a word, how, and the lines that do."""

    plan: Link
    word: str
    how: str
    lines: list[tuple[str, Place]]


def body_page(site: Site, body_id: str) -> dict[str, Any]:
    """Prepare the page of a body."""
    index = site.index
    body = index.bodies[body_id]
    above = [one.id for one in index.lineage(body_id)[1:]]
    named = _Named(site, body_id)
    older = {one.name: one for one in body_lists(site, body_id)}
    of = partial(name_list, "body", body_id)
    milestones = milestones_of(site, [body_id])
    shown = limited_milestones(site, milestones, older[of("moc")])
    answers = [_answer(site, body, above, plan) for plan in named.plans[:MAX_ANSWERS]]
    issued = _issued(site, body_id)
    return {
        "name": body.name,
        "body": body,
        "parents": site.bodies(above),
        "children": sorted_by_name(
            site.body(one.id) for one in index.child_bodies.get(body_id, ())
        ),
        "general": site.body(body.general) if body.general else None,
        "no_parent": why_no_parent(site, body),
        "special": _special(site, body_id),
        "related": _related(site, body),
        "roles": [site.role(one) for one in body.roles],
        "existed": _existence(body),
        "successors": successor_views(site, body.successors),
        "predecessors": [site.body(one.id) for one in index.predecessors.get(body_id, ())],
        "reports_to": _unique(link for one in shown.rows for link in one.to),
        "reported_by": _unique(site.body(one) for r in named.received for one in r.item.bodies),
        "led": len(index.tasks_led_by.get(body_id, ())),
        "supported": len(index.tasks_supported_by.get(body_id, ())),
        "task_plans": tasks_by_plan(
            site, index.tasks_led_by.get(body_id, ()), older[of("nhiem-vu")]
        ),
        "supported_plans": tasks_by_plan(
            site, index.tasks_supported_by.get(body_id, ()), older[of("phoi-hop")]
        ),
        "milestones": shown,
        "calendar": body_calendar(site, "body", body_id, [body_id]),
        "received": limited_milestones(site, named.received, older[of("nhan-bao-cao")]),
        "targets": limited_targets(
            site, index.targets_of.get(body_id, ()), older[of("chi-tieu")]
        ),
        "issued": site.documents(issued[:MAX_ISSUED]),
        "issued_count": len(issued),
        "older_issued": fold(older[of("da-ban-hanh")]),
        "answers": answers,
        "older_answers": fold(older[of("noi-nhan")]),
        "named_in": sum(bool(_lines_naming(plan, {body_id})) for plan in named.plans),
        "conferences": attendances(site, [body_id], older[of("hoi-nghi")]),
        "asked": site.documents(named.asked[:MAX_ASKED]),
        "older_asked": fold(older[of("tra-loi")]),
        "sections": limited_sections(
            contributed_sections(site, [body_id]), older[of("de-cuong")]
        ),
        "sources": body.sources,
    }  # fmt: skip


def body_lists(site: Site, body_id: str) -> Iterator[LongList]:
    """Give what a body's page does not show whole, of the lists that grow with the plans."""
    index = site.index
    body = index.bodies[body_id]
    above = [one.id for one in index.lineage(body_id)[1:]]
    named = _Named(site, body_id)
    sections = contributed_sections(site, [body_id])
    owner = ListOwner("body", body_id, site.body(body_id))
    plans_of = partial(owner.list_plans, site)
    yield plans_of("nhiem-vu", "Nhiệm vụ chủ trì", older_tasks(index.tasks_led_by.get(body_id, ())))
    yield plans_of(
        "phoi-hop", "Nhiệm vụ phối hợp", older_tasks(index.tasks_supported_by.get(body_id, ()))
    )
    yield plans_of("moc", "Hạn và mốc thời gian", older_milestones(milestones_of(site, [body_id])))
    yield plans_of("chi-tieu", "Chỉ tiêu", older_targets(index.targets_of.get(body_id, ())))
    yield plans_of("nhan-bao-cao", "Nhận báo cáo, đăng ký của ai", older_milestones(named.received))
    yield plans_of("hoi-nghi", "Được mời, triệu tập dự", older_attendances(site, [body_id]))
    yield owner.list_outlines(site, "Mục đề cương được giao viết", older_sections(sections))
    yield replace(
        plans_of(
            "noi-nhan",
            "Nơi nhận: có chúng ta không?",
            ((one.id, "") for one in named.plans[MAX_ANSWERS:]),
        ),
        entry=lambda one: Entry(
            short_link(site, one[0]), _answer(site, body, above, index.plans[one[0]]).word
        ),
    )
    yield plans_of("tra-loi", "Trả lời vướng mắc", ((one, "") for one in named.asked[MAX_ASKED:]))
    yield plans_of(
        "da-ban-hanh", "Đã ban hành", ((one, "") for one in _issued(site, body_id)[MAX_ISSUED:])
    )


def _issued(site: Site, body_id: str) -> list[str]:
    issued = site.index.documents_issued_by.get(body_id, ())
    return [one.id for one in sorted(issued, key=newest_first)]


class _Named:
    """Where plans name a body: all of them, those that ask it to answer, what it is sent."""

    def __init__(self, site: Site, body_id: str) -> None:
        plans: dict[str, Plan] = {}
        asked: dict[str, None] = {}
        self.received: list[PlacedMilestone] = []
        for part, plan, where in _mentions(site, body_id):
            plans[plan.id] = plan
            if part == "milestones":
                self.received += _received(plan, where)
            elif part == "contacts":
                asked[plan.id] = None
        self.plans = sorted(plans.values(), key=newest_first)
        self.asked = list(asked)


def _mentions(site: Site, body_id: str) -> Iterator[tuple[str, Plan, tuple[Any, ...]]]:
    """Yield every place where a plan names a body: its part, the plan, the whole path."""
    for source, reference in site.index.incoming(body_id):
        if isinstance(source.record, Plan):
            yield str(reference.where[0]), source.record, reference.where


def _received(plan: Plan, where: tuple[Any, ...]) -> Iterator[PlacedMilestone]:
    """Give the milestone at a path when the path is that of an addressee."""
    if "submission" in where:
        yield PlacedMilestone(plan, plan.milestones[where[1]])


def _existence(body: Body) -> str:
    if body.existed is None:
        return ""
    start = f"từ {say_partial(body.existed.start)}" if body.existed.start else ""
    end = body.existed.until
    told = end and body.present and tells_day(body.present.text, end)
    until = f"đến {say_partial(end)}" if end and not told else ""
    said = " ".join(part for part in (start, until) if part)
    return ". ".join(part for part in (said, body.existed.note) if part)


def why_no_parent(site: Site, body: Body) -> str:
    """Say why no body is named above this one."""
    if site.index.special_bodies.get(body.id):
        return "tùy từng nơi"
    return "—" if body.level == "trung ương" else UNKNOWN


def _special(site: Site, body_id: str) -> list[tuple[Link, int]]:
    """Link the bodies of a general kind, with the number of tasks each leads."""
    links = {
        site.body(one.id): len(site.index.tasks_led_by.get(one.id, ()))
        for one in site.index.special_bodies.get(body_id, ())
    }
    return [(link, links[link]) for link in sorted_by_name(links)]


def _related(site: Site, body: Body) -> list[tuple[Link, int]]:
    """Link the other groups of the same place, level and kind that lead tasks."""
    counts = {
        site.body(one.id): len(site.index.tasks_led_by.get(one.id, ()))
        for one in site.index.groups_beside(body)
    }
    return [(link, counts[link]) for link in sorted_by_name(counts) if counts[link]]


def _unique(links: Iterable[Link]) -> list[Link]:
    return list(dict.fromkeys(links))


def _answer(site: Site, body: Body, above: list[str], plan: Plan) -> Answer:
    """Tell whether a plan names a body among its recipients, itself or through another."""
    document = site.document(plan.id)
    own = _lines_naming(plan, {body.id})
    if own:
        return Answer(document, NAMED, "", own)
    if plan.issuer == body.id:
        return Answer(document, "không cần", "chính là đơn vị ban hành", [])
    inside = plan.issuer in above
    if inside:  # what is above the issuer says nothing of those within it
        above = above[: above.index(str(plan.issuer))]
    for other in filter(None, [body.general, *above]):
        if lines := _lines_naming(plan, {other}):
            name = body_name(site.index.bodies[other])
            return Answer(document, "không ghi đích danh", f"có tên {name}", lines)
    how = "thuộc đơn vị ban hành" if inside else ""
    return Answer(document, "không ghi đích danh", how, [])


def _lines_naming(plan: Plan, bodies: set[str]) -> list[tuple[str, Place]]:
    return [
        (_printed(one), place(one.at))
        for one in plan.recipients
        if not bodies.isdisjoint(one.bodies)
    ]


def _printed(recipient: Recipient) -> str:
    start = "Kính gửi: " if recipient.part == "kính gửi" else ""
    return start + recipient.text.rstrip(" ;,.")
