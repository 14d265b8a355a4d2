"""Checks of the questions by which readers check themselves."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.items import items_of
from handbook.checks.registry import Found, found, loaded_of
from handbook.index import Index
from handbook.model.concept import Concept
from handbook.model.questions import ItemQuestion

_ANSWERABLE = ("nhiệm vụ", "mốc")


def check_questions_ask_of_tasks(index: Index) -> Iterator[Found]:
    """A question about an item must name a task or a milestone: only these have answers."""
    for loaded, concept in loaded_of(index, "concept", Concept):
        for number, question in enumerate(concept.questions):
            if isinstance(question, ItemQuestion) and _is_another(index, question.item):
                message = f"“{question.item}” không phải là nhiệm vụ hay mốc thời gian"
                hint = "Chọn một mã trong “tasks” hoặc “milestones” của văn bản đó."
                where = ("questions", number, "item")
                yield found(loaded, "THAM-CHIEU-03", where, message, hint)


def _is_another(index: Index, reference: str) -> bool:
    """Tell whether an item that exists is neither; one that does not is reported elsewhere."""
    plan_id, _, item_id = reference.partition("#")
    plan = index.plans.get(plan_id)
    return plan is not None and items_of(plan).get(item_id, _ANSWERABLE[0]) not in _ANSWERABLE
