"""What the page of a plan shows."""

from __future__ import annotations

from typing import Any, NamedTuple

from handbook.dates.words import order_of, say_partial
from handbook.index import IncomingRelation, PlacedTask, canonical_number, walk_sections
from handbook.model.base import EditorialNote, ItemId, Source, Statement
from handbook.model.document import Document, Relation
from handbook.model.plan import Milestone, Participant, Plan, Target, Task
from handbook.text import sort_key
from handbook.views.addresses import address_of
from handbook.views.site import RELATION_WORDS, UNKNOWN, Link, Place, Site, When, document_name, newest_first, place


class Attribute(NamedTuple):
    """One row of the attribute block: links win over text; `place` says where it stands."""

    label: str
    text: str
    links: list[Link]
    place: Place | None = None


class RelationRow(NamedTuple):
    """One related document, with the places that name it."""

    link: Link
    ended: bool
    citations: list[tuple[str, Place]]
    note: str


class RelationGroup(NamedTuple):
    """All documents related in one way."""

    words: str
    rows: list[RelationRow]


class NoteView(NamedTuple):
    """An editorial note ready to show."""

    id: str
    number: str
    severity: str
    place: Place
    printed: str
    problem: str
    suggestion: str


class StatementView(NamedTuple):
    """A paragraph told in our words."""

    text: str
    place: Place
    documents: list[Link]


class TaskView(NamedTuple):
    """A task ready to show, wherever it is listed."""

    id: str
    plan: Link
    href: str
    what: str
    body: Link | None
    inferred: bool
    support: list[Link]
    when: When | None
    documents: list[Link]
    sections: list[Link]
    area: Link
    place: Place
    notes: list[str]


class MilestoneView(NamedTuple):
    """A milestone ready to show, wherever it is listed."""

    id: str
    plan: Link
    href: str
    what: str
    kind: str
    bodies: list[Link]
    inferred: bool
    when: When
    to: list[Link]
    via: str
    venue: str
    outline: Link | None
    place: Place
    notes: list[str]
    facets: dict[str, str]


class TargetView(NamedTuple):
    """A target ready to show, wherever it is listed."""

    id: str
    plan: Link
    href: str
    indicator: str
    value: str
    printed: str
    when: When
    bodies: list[Link]
    area: Link
    place: Place
    notes: list[str]
    facets: dict[str, str]


def plan_page(site: Site, plan_id: str) -> dict[str, Any]:
    """Prepare the page of one plan."""
    plan = site.index.plans[plan_id]
    return {
        "name": document_name(plan),
        "plan": plan,
        "issuer": site.issuer(plan),
        "notices": site.ended_notice(plan),
        "successors": site.successors(plan),
        "attributes": attributes(site, plan, plan_head_places(plan)),
        "milestones": milestone_views(site, plan),
        "outline": site.outline(plan.id) if plan.outline else None,
        "outline_sections": [one for one in walk_sections(plan) if one.depth <= 2],
        "relations": relation_groups(site, plan),
        "incoming": incoming_groups(site, plan),
        "task_groups": task_groups(site, [PlacedTask(plan, task) for task in plan.tasks]),
        "task_count": len(plan.tasks),
        "targets": [target_view(site, plan, target) for target in plan.targets],
        "periods": [(one, site.when(one.when), place(one.at)) for one in plan.periods],
        "participants": participant_groups(site, plan),
        "statements": [
            ("Lời dẫn", "loi-dan", statement_views(site, plan.preamble)),
            ("Mục đích", "muc-dich", statement_views(site, plan.purpose)),
            ("Yêu cầu", "yeu-cau", statement_views(site, plan.requirements)),
            ("Nội dung chung", "noi-dung", statement_views(site, plan.content)),
            ("Lời kết", "loi-ket", statement_views(site, plan.closing)),
        ],
        "recipients": [(one, site.bodies(one.bodies), place(one.at)) for one in plan.recipients],
        "attachments": [(one, site.document(one.directive) if one.directive else None, place(one.at)) for one in plan.attachments],
        "headings": [(one, place(one.at)) for one in plan.headings],
        "notes": [note_view(note) for note in plan.notes],
        "sources": plan.sources,
        "coverage": _coverage(plan),
    }  # fmt: skip


def attributes(site: Site, document: Document, places: dict[str, Place]) -> list[Attribute]:
    """Give the attribute block: what is not known is said, never left blank."""
    number = canonical_number(document)
    printed = f" (bản in ghi: {document.number})" if document.canonical_number else ""
    issuer = site.issuer(document)
    issued = say_partial(document.issued, weekday=True) if document.issued else UNKNOWN
    rows = [
        Attribute("Số, ký hiệu", f"{number}{printed}" if number else "không có số" , [], places.get("số, ký hiệu")),
        Attribute("Tên loại", document.kind, [], places.get("tên loại")),
        Attribute("Trích yếu", document.title, [], places.get("trích yếu")),
        Attribute("Ngày ban hành", f"{issued}. {document.issued_note}" if document.issued_note else issued, [], places.get("địa danh, ngày tháng")),
        Attribute("Cơ quan ban hành", "suy ra từ nội dung" if document.issuer_inferred else ("" if issuer else document.issuer_printed or UNKNOWN), [issuer] if issuer else []),
    ]  # fmt: skip
    if document.place:
        rows.append(Attribute("Nơi ban hành", document.place, [], places.get("địa danh, ngày tháng")))
    if isinstance(document, Plan):
        rows.append(_signer(document))
    if document.term:
        rows.append(Attribute("Nhiệm kỳ", f"{document.term.start}–{document.term.until}", []))
    if document.aliases:
        rows.append(Attribute("Cách viết khác đã gặp", "; ".join(document.aliases), []))
    rows.append(Attribute("Hiệu lực", _validity(document), []))
    if document.areas:
        rows.append(Attribute("Lĩnh vực", "", site.areas(document.areas)))
    return rows


def _signer(plan: Plan) -> Attribute:
    if plan.signer is None:
        return Attribute("Người ký", UNKNOWN, [])
    parts = [plan.signer.authority or "", plan.signer.title or "", plan.signer.name]
    said = ", ".join(part for part in parts if part)
    missing = "" if plan.signer.title else f" (chức vụ: {UNKNOWN})"
    return Attribute("Người ký", said + missing, [], place(plan.signer.at))


def _validity(document: Document) -> str:
    if document.validity is None:
        return UNKNOWN
    said = document.validity.state
    if document.validity.start:
        said += f", từ {say_partial(document.validity.start)}"
    if document.validity.until:
        said += f", đến {say_partial(document.validity.until)}"
    return f"{said}. {document.validity.note}" if document.validity.note else said


def plan_head_places(plan: Plan) -> dict[str, Place]:
    """Give the place of each part of the plan's head."""
    return {line.part: place(line.at) for line in plan.head}


def notes_about(document: Document, item_id: ItemId) -> list[str]:
    """Give the ids of the editorial notes about one item."""
    return [note.id for note in getattr(document, "notes", ()) if item_id in note.about]


def task_view(site: Site, plan: Plan, task: Task) -> TaskView:
    """Prepare one task."""
    address = address_of("plan", plan.id)
    milestone = next((one for one in plan.milestones if one.id == task.milestone), None)
    return TaskView(
        id=task.id,
        plan=site.document(plan.id),
        href=f"{address}#{task.id}",
        what=task.what,
        body=site.body(task.body) if task.body else None,
        inferred=task.inferred,
        support=site.bodies(task.support),
        when=site.when(milestone.when) if milestone else None,
        documents=site.documents(task.directives),
        sections=[section_link(plan, number) for number in task.sections],
        area=site.area(task.area),
        place=place(task.at),
        notes=notes_about(plan, task.id),
    )


def section_link(plan: Plan, number: str) -> Link:
    """Link a section of the plan's outline by its dotted number."""
    return Link(f"{address_of('outline', plan.id)}#{section_anchor(number)}", f"mục {number}")


def section_anchor(number: str) -> str:
    """Give the HTML id of an outline section.

    >>> section_anchor("II.1"), section_anchor("PHẦN THỨ HAI")
    ('muc-ii-1', 'muc-phan-thu-hai')
    """
    from handbook.text import slugify

    return f"muc-{slugify(number)}"


def task_groups(site: Site, tasks: list[PlacedTask]) -> list[tuple[Link | None, list[TaskView]]]:
    """Group tasks by the body that leads them, in the order in which the bodies first appear."""
    groups: dict[str, list[TaskView]] = {}
    for plan, task in tasks:
        groups.setdefault(task.body or "", []).append(task_view(site, plan, task))
    return [(site.body(body) if body else None, views) for body, views in groups.items()]


def milestone_views(site: Site, plan: Plan) -> list[MilestoneView]:
    """Prepare a plan's milestones, dated ones first and in order."""
    ordered = sorted(plan.milestones, key=lambda one: order_of(one.when))
    return [milestone_view(site, plan, one) for one in ordered]


def milestone_view(site: Site, plan: Plan, milestone: Milestone) -> MilestoneView:
    """Prepare one milestone."""
    submission = milestone.submission
    when = site.when(milestone.when)
    return MilestoneView(
        id=milestone.id,
        plan=site.document(plan.id),
        href=f"{address_of('plan', plan.id)}#{milestone.id}",
        what=milestone.what,
        kind=milestone.kind,
        bodies=site.bodies(milestone.bodies),
        inferred=milestone.inferred,
        when=when,
        to=site.bodies(submission.to) if submission else [],
        via=(submission.via or "") if submission else "",
        venue=milestone.place or "",
        outline=site.outline(milestone.outline) if milestone.outline else None,
        place=place(milestone.at),
        notes=notes_about(plan, milestone.id),
        facets={
            "kind": milestone.kind,
            "year": when.last_day[:4] or UNKNOWN,
            "body": "|".join(link.text for link in site.bodies(milestone.bodies)),
            "plan": document_name(plan),
        },
    )


def target_view(site: Site, plan: Plan, target: Target) -> TargetView:
    """Prepare one target."""
    when = site.when(target.when)
    return TargetView(
        id=target.id,
        plan=site.document(plan.id),
        href=f"{address_of('plan', plan.id)}#{target.id}",
        indicator=target.indicator,
        value=say_value(target),
        printed=target.printed,
        when=when,
        bodies=site.bodies(target.bodies),
        area=site.area(target.area),
        place=place(target.at),
        notes=notes_about(plan, target.id),
        facets={
            "year": when.last_day[:4] or UNKNOWN,
            "area": site.area(target.area).text,
            "body": "|".join(link.text for link in site.bodies(target.bodies)),
            "plan": document_name(plan),
        },
    )


def say_value(target: Target) -> str:
    """Write a target's value as Vietnamese offices do: `trên 75 %`, `khoảng 3.100 đoàn viên`."""
    if target.value is None:
        return target.operator
    number = f"{target.value:,}".replace(",", " ").replace(".", ",").replace(" ", ".")
    operator = "" if target.operator == "bằng" else f"{target.operator} "
    unit = "\u00a0%" if target.unit == "%" else f" {target.unit}" if target.unit else ""
    return f"{operator}{number}{unit}"


def relation_groups(site: Site, document: Document) -> list[RelationGroup]:
    """Group the documents this one names, in the active wording."""
    groups: dict[str, list[Relation]] = {}
    for relation in document.relations:
        groups.setdefault(relation.type, []).append(relation)
    return [
        RelationGroup(
            RELATION_WORDS[type_][0], [_relation_row(site, one.to, one) for one in relations]
        )
        for type_, relations in sorted(groups.items(), key=_relation_order)
    ]


EXPANDED_RELATIONS = 12
"""How many documents of a group show where they name this one; the others are only linked."""


def incoming_groups(site: Site, document: Document) -> list[RelationGroup]:
    """Group the documents that name this one, in the reverse wording, newest first."""
    groups: dict[str, list[IncomingRelation]] = {}
    for incoming in site.index.incoming_relations.get(document.id, ()):
        groups.setdefault(incoming.relation.type, []).append(incoming)
    return [
        RelationGroup(
            RELATION_WORDS[type_][1],
            [
                _relation_row(site, source.id, relation, with_places=position < EXPANDED_RELATIONS)
                for position, (source, relation) in enumerate(
                    sorted(ones, key=lambda one: newest_first(one.source))
                )
            ],
        )
        for type_, ones in sorted(groups.items(), key=_relation_order)
    ]


def _relation_order(group: tuple[str, Any]) -> int:
    return list(RELATION_WORDS).index(group[0])


def _relation_row(
    site: Site, document_id: str, relation: Relation, *, with_places: bool = True
) -> RelationRow:
    document = site.index.documents[document_id]
    citations = [
        (f"{one.printed} ({one.locator})" if one.locator else one.printed, place(one.at))
        for one in relation.citations
        if with_places
    ]
    return RelationRow(
        site.document(document_id), bool(site.ended_notice(document)), citations, relation.note or ""
    )


def participant_groups(site: Site, plan: Plan) -> list[tuple[str, str, list[Any]]]:
    """Group participants by conference and by the group printed."""
    names = {one.id: one.what for one in plan.milestones}
    groups: dict[tuple[str, str], list[Participant]] = {}
    for one in plan.participants:
        groups.setdefault((names.get(one.milestone, ""), one.group), []).append(one)
    return [
        (event, group, [(one, site.bodies(one.bodies), place(one.at)) for one in ones])
        for (event, group), ones in groups.items()
    ]


def statement_views(site: Site, statements: tuple[Statement, ...]) -> list[StatementView]:
    """Prepare paragraphs."""
    return [StatementView(one.text, place(one.at), site.documents(one.directives)) for one in statements]


def note_view(note: EditorialNote) -> NoteView:
    """Prepare an editorial note."""
    return NoteView(note.id, note.id.rpartition("-")[2], note.severity, place(note.at), note.printed, note.problem, note.suggestion or "")


def _coverage(plan: Plan) -> Source | None:
    return next((source for source in plan.sources if source.lines_with_text), None)
