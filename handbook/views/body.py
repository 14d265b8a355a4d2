"""What the page of a body shows: what it leads, supports, issues, receives; whom it reports to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from handbook.dates.words import say_partial
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
from handbook.views.naming import Named, answer, find_named, lines_naming
from handbook.views.parts import Entry, LongList, fold, name_list
from handbook.views.section_lists import contributed_sections, limited_sections, older_sections
from handbook.views.site import UNKNOWN, Link, Site, newest_first, sorted_by_name

MAX_ANSWERS = 60
"""How many plans tell at length whether a body is among the recipients; older ones are linked."""

MAX_ISSUED = 100
"""How many documents that a body issued are told with their titles; older ones are linked."""

MAX_ASKED = 30
"""How many plans that name a body as the one to ask are named in its table; others are linked."""


def body_page(site: Site, body_id: str) -> dict[str, Any]:
    """Prepare the page of a body."""
    index = site.index
    body = index.bodies[body_id]
    named = find_named(site, body_id)
    older = {one.name: one for one in _older_lists(site, body, named)}
    of = partial(name_list, "body", body_id)
    milestones = milestones_of(site, [body_id])
    shown = limited_milestones(site, milestones, older[of("moc")])
    answers = [answer(site, body, plan) for plan in named.plans[:MAX_ANSWERS]]
    issued = _issued(site, body_id)
    return {
        "name": body.name,
        "body": body,
        **_among_bodies(site, body),
        "roles": [site.role(one) for one in body.roles],
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
        "named_in": sum(bool(lines_naming(plan, body_id)) for plan in named.plans),
        "conferences": attendances(site, [body_id], older[of("hoi-nghi")]),
        "asked": [site.document(one.id) for one in named.asked[:MAX_ASKED]],
        "older_asked": fold(older[of("tra-loi")]),
        "sections": limited_sections(
            contributed_sections(site, [body_id]), older[of("de-cuong")]
        ),
        "sources": body.sources,
    }  # fmt: skip


def body_lists(site: Site, body_id: str) -> Iterator[LongList]:
    """Give what a body's page does not show whole, of the lists that grow with the plans."""
    return _older_lists(site, site.index.bodies[body_id], find_named(site, body_id))


def _older_lists(site: Site, body: Body, named: Named) -> Iterator[LongList]:
    index = site.index
    body_id = body.id
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
            short_link(site, one[0]), answer(site, body, index.plans[one[0]]).word
        ),
    )
    yield plans_of(
        "tra-loi", "Trả lời vướng mắc", ((one.id, "") for one in named.asked[MAX_ASKED:])
    )
    yield plans_of(
        "da-ban-hanh", "Đã ban hành", ((one, "") for one in _issued(site, body_id)[MAX_ISSUED:])
    )


def _among_bodies(site: Site, body: Body) -> dict[str, Any]:
    """Tell how a body stands to others: above and below it, before and after it, beside it."""
    index = site.index
    below = index.child_bodies.get(body.id, ())
    return {
        "parents": site.bodies(one.id for one in index.lineage(body.id)[1:]),
        "children": sorted_by_name(site.body(one.id) for one in below),
        "general": site.body(body.general) if body.general else None,
        "no_parent": why_no_parent(site, body),
        "special": _special(site, body.id),
        "related": _related(site, body),
        "existed": _existence(body),
        "successors": successor_views(site, body.successors),
        "predecessors": [site.body(one.id) for one in index.predecessors.get(body.id, ())],
    }


def _issued(site: Site, body_id: str) -> list[str]:
    issued = site.index.documents_issued_by.get(body_id, ())
    return [one.id for one in sorted(issued, key=newest_first)]


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
