"""The sections of a plan: deadlines, tasks, targets, the outline, passages, editorial notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.dates.bounds import last_permitted_day
from handbook.dates.words import say
from handbook.model.base import EditorialNote
from handbook.model.plan import Milestone, Plan, Target, Task
from handbook.outline_sections import walk_sections
from handbook.search.entries import Section
from handbook.views.addresses import address_of
from handbook.views.dossier import passages
from handbook.views.items import say_value, section_anchor
from handbook.views.site import Site, body_name, document_name

MILESTONE_WORDS = {
    "báo cáo": "hạn nộp báo cáo",
    "đăng ký": "hạn đăng ký",
    "hội nghị": "ngày họp hội nghị",
}
"""What a reader calls a milestone of a kind."""


def plan_sections(site: Site, plan: Plan) -> Iterator[Section]:
    """Yield the sections of a plan in the order of its page."""
    milestones = {one.id: one for one in plan.milestones}
    yield from (_milestone(site, one) for one in plan.milestones)
    yield from (_task(site, one, milestones.get(one.milestone or "")) for one in plan.tasks)
    yield from (_target(site, one) for one in plan.targets)
    yield from _outline(site, plan)
    dossier = address_of("dossier", plan.id)
    for title, anchor, ones in passages(plan):
        text = " ".join(one.text for one in ones)
        yield passage(title, f"{dossier}#{anchor}", text, ones[0].at.path)
    yield from _lists(plan, dossier)
    yield from (note_section(one, dossier) for one in plan.notes)


def _milestone(site: Site, one: Milestone) -> Section:
    when = say(one.current) if one.current else "chưa rõ"
    printed = one.current.printed if one.current else ""
    names = body_names(site, one.bodies)
    to = body_names(site, one.submission.to) if one.submission else ""
    via = one.submission.via or "" if one.submission else ""
    sent = _joined(f"Gửi {to}" if to else "", via, f"Tại {one.place}" if one.place else "")
    return Section(
        kind="m",
        href=one.id,
        title=one.what,
        text=_joined(when, names, sent),
        fields=(
            ("heading", f"{one.what}; {_called(one)}"),
            ("body", f"{when}; {printed}; {sent}"),
            ("name", names),
        ),
        place=one.at.path,
        roles=role_names(site, one.bodies),
        has_deadline=one.when is not None,
    )


def _called(one: Milestone) -> str:
    """Say what readers call a milestone; only one with a date is a deadline to them."""
    is_dated = one.current is not None and (
        one.current.type == "định kỳ" or last_permitted_day(one.current) is not None
    )
    return MILESTONE_WORDS.get(one.kind, one.kind) if is_dated else one.kind


def _task(site: Site, one: Task, milestone: Milestone | None) -> Section:
    bodies = ((one.body,) if one.body else ()) + one.support
    area = site.index.areas[one.area].name
    due = f"Hạn: {say(milestone.current)}" if milestone and milestone.current else ""
    documents = "; ".join(document_name(site.index.documents[to]) for to in one.directives)
    leader = f"Chủ trì: {body_names(site, (one.body,))}" if one.body else ""
    return Section(
        kind="t",
        href=one.id,
        title=one.what,
        text=_joined(leader, due),
        fields=(
            ("heading", one.what),
            ("name", body_names(site, bodies)),
            ("body", due),
            ("context", f"{area}; {documents}"),
        ),
        place=one.at.path,
        areas=(area,),
        roles=role_names(site, bodies),
        has_deadline=bool(due),
    )


def _target(site: Site, one: Target) -> Section:
    names = body_names(site, one.bodies)
    when = say(one.when)
    area = site.index.areas[one.area].name
    return Section(
        kind="c",
        href=one.id,
        title=f"{one.indicator}: {say_value(one)}",
        text=_joined(one.printed, when, names),
        fields=(
            ("heading", one.indicator),
            ("body", f"{one.printed}; {when}"),
            ("name", names),
            ("context", f"chỉ tiêu; {area}"),
        ),
        place=one.at.path,
        areas=(area,),
        roles=role_names(site, one.bodies),
    )


def _outline(site: Site, plan: Plan) -> Iterator[Section]:
    outline = plan.outline
    if outline is None:
        return
    address = address_of("outline", plan.id)
    introduction = " ".join(one.text for one in outline.introduction)
    yield Section(
        kind="o",
        href=address,
        title=f"Đề cương theo {document_name(plan)}",
        text=_joined(outline.title, introduction),
        fields=(
            ("title", outline.title),
            ("heading", "đề cương, mẫu báo cáo"),
            ("body", introduction),
            ("context", "; ".join(one.item.heading for one in walk_sections(plan))),
        ),
        place=outline.at.path,
    )
    for number, _, section in walk_sections(plan):
        guidance = " ".join(one.text for one in section.guidance)
        data = f"Số liệu cần có: {'; '.join(section.data)}." if section.data else ""
        area = site.index.areas[section.area].name if section.area else ""
        numbered = f"{section.number}. " if section.number else ""
        yield Section(
            kind="s",
            href=f"{address}#{section_anchor(number)}",
            title=f"{numbered}{section.heading}",
            text=f"{guidance} {data}".strip(),
            fields=(
                ("heading", section.heading),
                ("body", f"{guidance} {data}"),
                ("context", f"mục {number}; {area}"),
                ("name", body_names(site, section.contributors)),
            ),
            place=section.at.path,
            areas=(area,) if area else (),
            roles=role_names(site, section.contributors),
        )


def _lists(plan: Plan, dossier: str) -> Iterator[Section]:
    """Yield the plan's lists, each as one passage."""
    if plan.participants:
        text = "; ".join(f"{one.group}: {one.who}" for one in plan.participants)
        yield passage("Thành phần hội nghị", "thanh-phan", text, plan.participants[0].at.path)
    if plan.periods:
        text = "; ".join(f"{one.what}: {say(one.when)}" for one in plan.periods)
        title = "Thời kỳ, nhiệm kỳ, kỷ niệm"
        yield passage(title, f"{dossier}#thoi-ky", text, plan.periods[0].at.path)
    if plan.recipients:
        text = "; ".join(one.text for one in plan.recipients)
        yield passage("Nơi nhận", "noi-nhan", text, plan.recipients[0].at.path)
    if plan.attachments:
        text = "; ".join(one.what for one in plan.attachments)
        yield passage("Tài liệu kèm theo", "kem-theo", text, plan.attachments[0].at.path)


def passage(title: str, anchor: str, text: str, place: str = "") -> Section:
    """Make a section of a piece of text under a heading."""
    return Section(
        kind="x",
        href=anchor,
        title=title,
        text=text,
        fields=(("heading", title), ("body", text)),
        place=place,
    )


def note_section(note: EditorialNote, dossier: str = "") -> Section:
    """Make the section of an editorial note; `dossier` is the page it stands on, if another."""
    text = _joined(note.problem, note.suggestion or "")
    return Section(
        kind="n",
        href=f"{dossier}#{note.id}" if dossier else note.id,
        title=f"“{note.printed}”",
        text=text,
        fields=(
            ("heading", note.printed),
            ("body", text),
            ("context", f"ghi chú biên tập; {note.severity}"),
        ),
        place=note.at.path,
    )


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def body_names(site: Site, ids: Iterable[str]) -> str:
    """Name bodies, one after another."""
    return "; ".join(body_name(site.index.bodies[one]) for one in ids)


def role_names(site: Site, ids: Iterable[str]) -> tuple[str, ...]:
    """Name the roles of bodies, each once."""
    index = site.index
    return tuple(
        sorted({index.roles[role].name for one in ids for role in index.bodies[one].roles})
    )
