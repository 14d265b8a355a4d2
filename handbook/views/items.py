"""The items of plans as every page shows them: tasks, milestones, targets, notes."""

from __future__ import annotations

from typing import NamedTuple

from handbook.index import PlacedTask
from handbook.model.base import EditorialNote, ItemId, Statement
from handbook.model.document import Document
from handbook.model.plan import Milestone, Plan, Target, Task
from handbook.outline_sections import fold_section
from handbook.text import slugify
from handbook.views.addresses import address_of
from handbook.views.role_marks import RoleMarks, milestone_marks, task_marks
from handbook.views.site import UNKNOWN, Link, Place, Site, When, document_name, place

NOTE_RANKS = {"nghiêm trọng": 3, "quan trọng": 2, "nhỏ": 1}
"""Severity of an editorial note → how grave it is."""


_HANDED_IN = frozenset({"báo cáo", "đăng ký"})
"""Kinds of milestones at which a paper is due somewhere: silence about where is said."""


class NoteView(NamedTuple):
    """An editorial note ready to show."""

    id: str
    number: str
    severity: str
    rank: int
    place: Place
    printed: str
    problem: str
    suggestion: str


class StatementView(NamedTuple):
    """A paragraph told in our words; `documents` are those it is about and does not cite."""

    text: str
    place: Place
    documents: list[Link]


class TaskView(NamedTuple):
    """A task ready to show, wherever it is listed."""

    id: str
    plan_id: str
    plan: Link
    href: str
    what: str
    body: Link | None
    inferred: bool
    support: list[Link]
    when: When | None
    documents: list[Link]
    sections: list[Link]
    period: str
    targets: list[Link]
    area: Link
    place: Place
    notes: list[str]
    number: int
    roles: RoleMarks


class MoveView(NamedTuple):
    """A time that no longer holds, and the document that set another."""

    old: When
    by: Link
    place: str
    note: str


class MilestoneView(NamedTuple):
    """A milestone ready to show, wherever it is listed."""

    id: str
    plan_id: str
    plan: Link
    href: str
    what: str
    kind: str
    bodies: list[Link]
    inferred: bool
    when: When
    moves: list[MoveView]
    to: list[Link]
    via: str
    addressee_unknown: bool
    venue: str
    outline: Link | None
    place: Place
    notes: list[str]
    facets: dict[str, str]
    roles: RoleMarks

    @property
    def nothing_to_send(self) -> bool:
        """Tell whether it is no report and has no outline: a meeting, say."""
        return not (self.to or self.via or self.outline or self.addressee_unknown)


class TargetView(NamedTuple):
    """A target ready to show, wherever it is listed."""

    id: str
    plan_id: str
    plan: Link
    href: str
    indicator: str
    value: str
    printed: str
    when: When
    bodies: list[Link]
    inferred: bool
    documents: list[Link]
    area: Link
    place: Place
    notes: list[str]
    facets: dict[str, str]


def notes_about(document: Document, item_id: ItemId) -> list[str]:
    """Give the ids of the editorial notes about one item."""
    return [note.id for note in getattr(document, "notes", ()) if item_id in note.about]


def task_link(plan: Plan, task: Task) -> Link:
    """Link a task on its plan's page."""
    return Link(f"{address_of('plan', plan.id)}#{task.id}", task.what)


def task_view(site: Site, plan: Plan, task: Task) -> TaskView:
    """Prepare one task."""
    address = address_of("plan", plan.id)
    milestone = plan.milestone(task.milestone)
    return TaskView(
        id=task.id,
        plan_id=plan.id,
        plan=site.document(plan.id),
        href=f"{address}#{task.id}",
        what=task.what,
        body=site.body(task.body) if task.body else None,
        inferred=task.inferred,
        support=site.bodies(task.support),
        when=site.when_of(plan, milestone) if milestone else None,
        documents=site.documents(task.directives),
        sections=section_links(site, plan, task),
        period=_period(site, plan, task),
        targets=[
            Link(f"{address}#{one.id}", f"{one.indicator}: {say_value(one)}")
            for one in plan.targets
            if one.id in task.targets
        ],
        area=site.area(task.area),
        place=place(task.at),
        notes=notes_about(plan, task.id),
        number=site.index.task_numbers[plan.id][task.id],
        roles=task_marks(site, task),
    )


def _period(site: Site, plan: Plan, task: Task) -> str:
    """Say the period a task speaks of: what it is, and when."""
    found = next((one for one in plan.periods if one.id == task.period), None)
    return f"{found.what.rstrip('.')}: {site.when(found.when).words}" if found else ""


def section_links(site: Site, plan: Plan, task: Task) -> list[Link]:
    """Link the outline sections a task feeds; they may stand in another plan's outline."""
    choices = site.index.section_choices[plan.id] if task.sections else {}
    addresses = (choices.get(fold_section(text)) for text in task.sections)
    return [
        Link(
            f"{address_of('outline', one.plan_id)}#{section_anchor(one.number)}",
            f"mục {one.number}",
            "" if one.plan_id == plan.id else site.outline(one.plan_id).text,
        )
        for one in addresses
        if one
    ]


def section_anchor(number: str) -> str:
    """Give the HTML id of an outline section.

    >>> section_anchor("II.1"), section_anchor("PHẦN THỨ HAI")
    ('muc-ii-1', 'muc-phan-thu-hai')
    """
    return f"muc-{slugify(number)}"


def task_groups(site: Site, tasks: list[PlacedTask]) -> list[tuple[Link | None, list[TaskView]]]:
    """Group tasks by the body that leads them, in the order in which the bodies first appear."""
    groups: dict[str, list[TaskView]] = {}
    for plan, task in tasks:
        groups.setdefault(task.body or "", []).append(task_view(site, plan, task))
    return [(site.body(body) if body else None, views) for body, views in groups.items()]


def milestone_view(site: Site, plan: Plan, milestone: Milestone) -> MilestoneView:
    """Prepare one milestone."""
    submission = milestone.submission
    when = site.when_of(plan, milestone)
    return MilestoneView(
        id=milestone.id,
        plan_id=plan.id,
        plan=site.document(plan.id),
        href=f"{address_of('plan', plan.id)}#{milestone.id}",
        what=milestone.what,
        kind=milestone.kind,
        bodies=site.bodies(milestone.bodies),
        inferred=milestone.inferred,
        when=when,
        moves=_moves(site, milestone),
        to=site.bodies(submission.to) if submission else [],
        via=(submission.via or "") if submission else "",
        addressee_unknown=milestone.kind in _HANDED_IN and not (submission and submission.to),
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
        roles=milestone_marks(site, milestone),
    )


def _moves(site: Site, milestone: Milestone) -> list[MoveView]:
    """Give every time that was printed before the one that holds, the first one first."""
    times = [milestone.when, *(move.when for move in milestone.moved)]
    return [
        MoveView(site.when(old), site.document(move.by), move.place or "", move.note or "")
        for old, move in zip(times, milestone.moved, strict=False)
    ]


def target_view(site: Site, plan: Plan, target: Target) -> TargetView:
    """Prepare one target."""
    when = site.when(target.when)
    return TargetView(
        id=target.id,
        plan_id=plan.id,
        plan=site.document(plan.id),
        href=f"{address_of('plan', plan.id)}#{target.id}",
        indicator=target.indicator,
        value=say_value(target),
        printed=target.printed,
        when=when,
        bodies=site.bodies(target.bodies),
        inferred=target.inferred,
        documents=site.documents(target.directives),
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


def statement_views(
    site: Site, plan: Plan, statements: tuple[Statement, ...]
) -> list[StatementView]:
    """Prepare paragraphs of a plan."""
    return [
        StatementView(one.text, place(one.at), _unlinked_documents(site, plan, one))
        for one in statements
    ]


def _unlinked_documents(site: Site, plan: Plan, statement: Statement) -> list[Link]:
    """Link the documents a paragraph is about, but for those its own words will be links to."""
    linked = {cited.directive for cited in site.cited.in_text(plan, statement.text)}
    return site.documents(one for one in statement.directives if one not in linked)


def note_view(note: EditorialNote) -> NoteView:
    """Prepare an editorial note."""
    return NoteView(
        note.id,
        note.id.rpartition("-")[2],
        note.severity,
        NOTE_RANKS[note.severity],
        place(note.at),
        note.printed,
        note.problem,
        note.suggestion or "",
    )
