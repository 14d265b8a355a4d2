"""What a procedure's page shows, and the step navigator on the pages its steps use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from handbook.model.plan import Plan
from handbook.model.reference import Procedure, Step
from handbook.procedures import NumberedStep, PageKind, UsedProcedure, number_steps
from handbook.text import sort_key
from handbook.views.addresses import address_of
from handbook.views.items import milestone_view
from handbook.views.procedure_questions import procedure_questions
from handbook.views.site import Link, Place, Site, When, body_name, place

MINE, OTHERS = "tôi làm", "người khác làm cho tôi"


class StepTime(NamedTuple):
    """A milestone of a step: when, as a link to it, and where the result goes."""

    when: When
    link: Link
    to: list[Link]
    via: str


class PitfallView(NamedTuple):
    """What goes wrong, and the editorial note that shows it."""

    text: str
    note: Link | None


class StepView(NamedTuple):
    """A step ready to show.

    `roles` are the roles of the bodies that do it; `whose` says how that concerns a reader who has
    any of the procedure's roles.  The check-list in the browser asks for one role and says it anew.
    """

    id: str
    number: int
    join: str
    title: str
    advice: bool
    whose: str
    roles: str
    text: str
    bodies: list[Link]
    when: str
    times: list[StepTime]
    outline: Link | None
    form: str
    tasks: list[Link]
    documents: list[Link]
    result: str
    pitfalls: list[PitfallView]
    cites: list[tuple[Link, list[Place]]]


class Navigation(NamedTuple):
    """One line of the step navigator: where a page stands in a procedure."""

    procedure: Link
    steps: str
    """“bước 3/7”, “bước 1–3 và 5 trong 7 bước”."""
    here: Link
    before: Link | None
    after: Link | None
    all: list[tuple[str, Link, bool]]
    """Every step: its number or “và”/“hoặc”, a link to it, whether the page belongs to it."""


def procedure_page(site: Site, procedure_id: str) -> dict[str, Any]:
    """Prepare the page of a procedure."""
    procedure = site.index.procedures[procedure_id]
    steps = [_step_view(site, procedure, one) for one in number_steps(procedure)]
    return {
        "name": procedure.title,
        "procedure": procedure,
        "steps": steps,
        "total": steps[-1].number,
        "roles": [(one, site.role(one)) for one in procedure.roles],
        "plans": site.documents(procedure.plans),
        "outlines": [
            site.outline(one)
            for one in dict.fromkeys(step.outline for step in procedure.steps if step.outline)
        ],
        "questions": procedure_questions(site, procedure),
    }


def ordered_procedures(site: Site) -> list[Procedure]:
    """Give the procedures in the order their records name."""
    return sorted(site.index.procedures.values(), key=lambda one: (one.order, sort_key(one.title)))


def _step_view(site: Site, procedure: Procedure, numbered: NumberedStep) -> StepView:
    number, join, step = numbered
    roles = _roles_of(site, step)
    is_readers = step.advice and not step.bodies
    mine = is_readers or not roles.isdisjoint(procedure.roles)
    return StepView(
        id=step.id,
        number=number,
        join=join,
        title=step.title,
        advice=step.advice,
        whose=MINE if mine else OTHERS,
        roles=" ".join(sorted(roles)) or ("" if is_readers else "-"),
        text=step.text,
        bodies=site.bodies(step.bodies),
        when=step.when or "",
        times=[_step_time(site, one) for one in step.milestones],
        outline=site.outline(step.outline) if step.outline else None,
        form=step.form or "",
        tasks=[_item_link(site, one) for one in step.items],
        documents=site.documents(step.documents),
        result=step.result or "",
        pitfalls=[
            PitfallView(one.text, _note_link(site, one.note) if one.note else None)
            for one in step.pitfalls
        ],
        cites=_cites(site, step),
    )


def _roles_of(site: Site, step: Step) -> set[str]:
    """Give the roles whose bearers do a step: those of its bodies."""
    return {role for body in step.bodies for role in site.index.bodies[body].roles}


def _cites(site: Site, step: Step) -> list[tuple[Link, list[Place]]]:
    """Give the clauses of a step by document: each is named once."""
    places: dict[str, list[Place]] = {}
    for one in step.cites:
        places.setdefault(one.document, []).append(place(one.at))
    return [(site.document(document), ones) for document, ones in places.items()]


def _step_time(site: Site, reference: str) -> StepTime:
    plan, item_id = _split(site, reference)
    milestone = plan.milestone(item_id)
    assert milestone is not None  # a check says so of a reference to nothing
    view = milestone_view(site, plan, milestone)
    return StepTime(view.when, Link(view.href, view.what.rstrip(".")), view.to, view.via)


def _item_link(site: Site, reference: str) -> Link:
    """Link an item of a plan; the hint names who issued the plan."""
    plan, item_id = _split(site, reference)
    names = {one.id: one.what for one in plan.tasks} | {one.id: one.what for one in plan.milestones}
    issuer = body_name(site.index.bodies[plan.issuer]) if plan.issuer else ""
    return Link(_href(reference), names.get(item_id, item_id).rstrip("."), issuer)


def _note_link(site: Site, reference: str) -> Link:
    plan, item_id = _split(site, reference)
    return Link(
        _href(reference), f"ghi chú {item_id.rpartition('-')[2]}", site.document(plan.id).text
    )


def _split(site: Site, reference: str) -> tuple[Plan, str]:
    plan_id, _, item_id = reference.partition("#")
    return site.index.plans[plan_id], item_id


def _href(reference: str) -> str:
    plan_id, _, item_id = reference.partition("#")
    return f"{address_of('plan', plan_id)}#{item_id}"


def navigation(site: Site, kind: PageKind, record_id: str) -> list[Navigation]:
    """Say to which steps of which procedures a page belongs.

    A page of several procedures names each in one line, without the steps before and after.
    """
    found = [_navigation(one) for one in site.procedures_by_page.get((kind, record_id), ())]
    return found if len(found) == 1 else [one._replace(before=None, after=None) for one in found]


def _navigation(used: UsedProcedure) -> Navigation:
    procedure = used.procedure
    steps = number_steps(procedure)
    own = {one.step.id for one in used.steps}
    first = steps.index(used.steps[0])
    last = steps.index(used.steps[-1])
    return Navigation(
        procedure=Link(address_of("procedure", procedure.id), procedure.title),
        steps=say_steps([one.number for one in used.steps], steps[-1].number),
        here=_step_link(procedure, steps[first].step),
        before=_step_link(procedure, steps[first - 1].step) if first else None,
        after=_step_link(procedure, steps[last + 1].step) if last + 1 < len(steps) else None,
        all=[
            (
                one.join or str(one.number),
                _step_link(procedure, one.step),
                one.step.id in own,
            )
            for one in steps
        ],
    )


def _step_link(procedure: Procedure, step: Step) -> Link:
    return Link(f"{address_of('procedure', procedure.id)}#{step.id}", step.title)


def say_steps(numbers: Iterable[int], total: int) -> str:
    """Say which steps of how many, neighbours as a range.

    >>> say_steps([3], 7), say_steps([1, 2, 2, 3, 5], 7), say_steps([1, 2], 2)
    ('bước 3/7', 'bước 1–3 và 5 trong 7 bước', 'cả 2 bước')
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    if runs == [[runs[0][0]]]:
        return f"bước {runs[0][0]}/{total}"
    if len(runs) == 1 and len(runs[0]) == total:
        return f"cả {total} bước"
    words = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    listed = ", ".join(words[:-1]) + " và " + words[-1] if len(words) > 1 else words[0]
    return f"bước {listed} trong {total} bước"
