"""The self-check of a procedure: its questions are made from the items and clauses of its steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise, zip_longest

from handbook.dates.bounds import order_of
from handbook.model.plan import Milestone, Task
from handbook.model.reference import Procedure
from handbook.views.addresses import address_of
from handbook.views.self_check import (
    QuestionView,
    ask_deadline,
    ask_doer,
    ask_form,
    ask_receiver,
    ask_what_is_carried_out,
    find_item,
    items_of,
)
from handbook.views.site import Link, Site, place
from handbook.walk import PLAN_ITEMS, walk

MIN_QUESTIONS, MAX_QUESTIONS = 3, 6


def procedure_questions(site: Site, procedure: Procedure) -> list[QuestionView]:
    """Make the questions of a procedure from the items its steps name: one of each sort in turn."""
    found = [find_item(site, one) for one in _item_references(site, procedure)]
    milestones = [(plan, item) for plan, item in found if isinstance(item, Milestone)]
    milestones.sort(key=lambda one: order_of(one[1].current)[0])  # those with a day come first
    tasks = [(plan, item) for plan, item in found if isinstance(item, Task)]
    plans = [site.index.plans[one] for one in procedure.plans]
    sorts: tuple[Iterable[QuestionView], ...] = (
        (ask_deadline(site, *one) for one in milestones),
        (ask_receiver(site, *one) for one in milestones if one[1].submission),
        (ask_form(site, *one) for one in milestones if one[1].outline),
        (ask_doer(site, *one) for one in tasks),
        (ask_what_is_carried_out(site, one) for one in plans if one.relations),
        _clauses(site, procedure, advice=False),
    )
    questions = _in_turn(*sorts)
    if len(questions) < MIN_QUESTIONS:
        questions += _in_turn(_clauses(site, procedure, advice=True), _next_steps(procedure))
    return questions[:MAX_QUESTIONS]


def _in_turn(*sorts: Iterable[QuestionView]) -> list[QuestionView]:
    return [one for one in chain.from_iterable(zip_longest(*sorts)) if one]


def _item_references(site: Site, procedure: Procedure) -> list[str]:
    """Give the tasks and milestones that the steps name, each once, in order."""
    named = dict.fromkeys(hit.value for hit in walk(procedure, PLAN_ITEMS))
    return [one for one in named if _is_known(site, one)]


def _is_known(site: Site, reference: str) -> bool:
    plan_id, _, item_id = reference.partition("#")
    plan = site.index.plans.get(plan_id)
    return plan is not None and any(one.id == item_id for one in items_of(plan))


def _clauses(site: Site, procedure: Procedure, *, advice: bool) -> Iterator[QuestionView]:
    """Ask which document asks for a step, or shows by an example how it is done."""
    ask, reason = _WHY_CITED[advice]
    for step in procedure.steps:
        if step.advice != advice or not step.cites:
            continue
        link = site.document(step.cites[0].document)
        question = f"Bước “{step.title.rstrip('.')}”: {ask}"
        at = place(step.cites[0].at)
        yield QuestionView(question, "", [link], reason, link._replace(marks=()), at)


_WHY_CITED = {
    False: ("văn bản nào nêu?", "Bước này có trong văn bản, không phải gợi ý của ban biên tập."),
    True: ("xem ví dụ ở văn bản nào?", "Bước này là gợi ý của ban biên tập; đó chỉ là ví dụ."),
}
"""Whether a step is advice → what is asked of its clause, and why."""


def _next_steps(procedure: Procedure) -> Iterator[QuestionView]:
    """Ask what comes after a step; where steps are joined there is no one answer."""
    address = address_of("procedure", procedure.id)
    for step, following in pairwise(procedure.steps):
        if step.join or following.join:
            continue
        question = f"Xong bước “{step.title.rstrip('.')}” thì làm gì tiếp?"
        source = Link(f"{address}#{following.id}", procedure.title)
        reason = following.text.partition(". ")[0].rstrip(".") + "."
        yield QuestionView(question, following.title.rstrip("."), (), reason, source)
