"""Who must do what: the rows of an assignment sheet (phân công), for a plan, a role or all plans.

A task is one row.  A milestone that no task names is a row too, so that no deadline is lost.
What offices fill in themselves (result, difficulty, proposal) is not here: nothing is known of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from handbook.dates.bounds import last_permitted_day
from handbook.dates.calendar import is_day
from handbook.dates.in_plan import is_on_a_day, say_in_plan, span_of
from handbook.dates.words import say
from handbook.model.date_expression import Before, By, DateExpression, Impossible, On, Relative
from handbook.model.plan import Milestone, Plan, Task
from handbook.views.items import notes_about
from handbook.views.site import UNKNOWN, Site, body_name, document_name

NOT_NAMED = "không nêu"
"""What the document does not say; `chưa rõ` is for what nobody knows."""


class Assignment(NamedTuple):
    """One row: what, by whom, with whom, by when, from where, in which area, and what to heed."""

    what: str
    lead: str
    support: str
    deadline: date | str
    source: str
    area: str
    note: str
    bodies: frozenset[str]


def assignments_of(site: Site, plan: Plan) -> Iterator[Assignment]:
    """Yield every assignment of a plan: its tasks in the order of the document, then the rest."""
    for task in plan.tasks:
        yield _of_task(site, plan, task, plan.milestone(task.milestone))
    named = {task.milestone for task in plan.tasks}
    for milestone in plan.milestones:
        if milestone.id not in named:
            yield _of_milestone(site, plan, milestone)


def _of_task(site: Site, plan: Plan, task: Task, milestone: Milestone | None) -> Assignment:
    return Assignment(
        what=task.what,
        lead=_names(site, [task.body]) if task.body else UNKNOWN,
        support=_names(site, task.support) or NOT_NAMED,
        deadline=_deadline(plan, milestone) if milestone else NOT_NAMED,
        source=f"{document_name(plan)}, {task.at.path}",
        area=site.index.areas[task.area].name,
        note=_note(site, plan, task, milestone),
        bodies=frozenset((*filter(None, [task.body]), *task.support)),
    )


def _of_milestone(site: Site, plan: Plan, milestone: Milestone) -> Assignment:
    return Assignment(
        what=milestone.what,
        lead=_names(site, milestone.bodies),
        support=NOT_NAMED,
        deadline=_deadline(plan, milestone),
        source=f"{document_name(plan)}, {milestone.at.path}",
        area="; ".join(site.index.areas[one].name for one in plan.areas) or UNKNOWN,
        note=_note(site, plan, milestone, milestone),
        bodies=frozenset(milestone.bodies),
    )


def _deadline(plan: Plan, milestone: Milestone) -> date | str:
    """Give the deadline of a milestone; what is counted from another milestone is counted."""
    if not isinstance(milestone.current, Relative):
        return deadline_of(milestone.current)
    span = span_of(plan, milestone)
    counted = span.last if is_on_a_day(plan, milestone, span) else None
    return counted or say_in_plan(plan, milestone)


def deadline_of(expression: DateExpression | None) -> date | str:
    """Give the last permitted day when the document names a day, and otherwise its words.

    A month, a quarter, a range or a recurrence stays in words: no day is made of it.
    """
    match expression:
        case None:
            return UNKNOWN
        case On(date=value) | Before(date=value) | By(date=value) if is_day(value):
            return last_permitted_day(expression) or UNKNOWN
    return say(expression)


def _names(site: Site, bodies: Iterable[str]) -> str:
    return "; ".join(body_name(site.index.bodies[one]) for one in bodies)


def _note(site: Site, plan: Plan, item: Task | Milestone, milestone: Milestone | None) -> str:
    """Say what a reader of the sheet alone would miss: doubts, the printed date, where it goes."""
    parts = []
    if item.inferred:
        parts.append("Đơn vị chủ trì do ban biên tập suy ra, văn bản không nêu.")
    if milestone:
        parts.extend(_printed(milestone.current))
        parts.extend(_moves(site, milestone))
        parts.extend(_submission(site, milestone))
    if isinstance(item, Task) and item.sections:
        parts.append(f"Đưa vào đề cương, mục {', '.join(item.sections)}.")
    about = [*notes_about(plan, item.id)]
    if milestone and milestone is not item:
        about += [one for one in notes_about(plan, milestone.id) if one not in about]
    if about:
        numbers = ", ".join(one.rpartition("-")[2] for one in about)
        parts.append(f"Xem ghi chú biên tập {numbers} ở trang của văn bản.")
    return " ".join(parts)


def _printed(expression: DateExpression | None) -> Iterator[str]:
    """Quote the document where the deadline shown is not what it prints."""
    if isinstance(expression, Before | Impossible | Relative):
        yield f"Văn bản in hạn: “{expression.printed}”."


def _moves(site: Site, milestone: Milestone) -> Iterator[str]:
    """Tell the times that held before another document moved the milestone."""
    times = [milestone.when, *(move.when for move in milestone.moved)]
    for old, move in zip(times, milestone.moved, strict=False):
        place = f", {move.place}" if move.place else ""
        reason = f": {move.note.rstrip('.')}" if move.note else ""
        before = say(old) if old else UNKNOWN
        yield f"Mốc cũ: {before}, do {site.document(move.by).text}{place} dời{reason}."


def _submission(site: Site, milestone: Milestone) -> Iterator[str]:
    if not milestone.submission:
        return
    to = _names(site, milestone.submission.to)
    way = ", ".join(part for part in (to, milestone.submission.via) if part)
    if way:
        yield f"Gửi: {way}."
