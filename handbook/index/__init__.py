"""The index: lookups and back-references over a loaded catalogue, made once.

Everything is kept in the order of the catalogue (kind, then file name), so that whatever is made
from the index is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from handbook.grouping import Lazily, grouped
from handbook.index.by_body import ByBody
from handbook.index.by_section import BySection
from handbook.index.placed import (
    Incoming,
    IncomingRelation,
    PlacedMilestone,
    PlacedNote,
    PlacedParticipant,
    PlacedTarget,
    PlacedTask,
)
from handbook.model.document import Directive, Document
from handbook.model.plan import Plan
from handbook.text import normalise_number

__all__ = [
    "Incoming",
    "IncomingRelation",
    "Index",
    "PlacedMilestone",
    "PlacedNote",
    "PlacedParticipant",
    "PlacedTarget",
    "PlacedTask",
    "canonical_number",
]


class Index(ByBody, BySection):
    """Lookups over one catalogue.  Build it with `Index(catalogue)`.

    Here are those by document, area and role; the records themselves are in `records`.
    """

    @cached_property
    def roles_of_area(self) -> dict[str, tuple[str, ...]]:
        """Area id → the roles that follow it."""
        return grouped((area, role.id) for role in self.roles.values() for area in role.areas)

    @cached_property
    def task_numbers(self) -> Lazily[str, dict[str, int]]:
        """Plan id → task id → the position of the task in its plan, from 1."""
        return Lazily(
            lambda plan: {task.id: n for n, task in enumerate(self.plans[plan].tasks, start=1)}
        )

    def tasks_carrying_out(self, document_id: str) -> Iterator[PlacedTask]:
        """Yield the tasks that carry a document out, in the order of the catalogue."""
        for source, reference in self.incoming(document_id):
            if source.kind == "plan" and reference.where[::2] == ("tasks", "directives"):
                plan = self.plans[source.record.id]
                yield PlacedTask(plan, plan.tasks[int(reference.where[1])])

    @cached_property
    def tasks_in_area(self) -> dict[str, tuple[PlacedTask, ...]]:
        """Area id → its tasks."""
        return grouped((one.item.area, one) for one in self.tasks)

    @cached_property
    def targets_in_area(self) -> dict[str, tuple[PlacedTarget, ...]]:
        """Area id → its targets."""
        return grouped((one.item.area, one) for one in self.targets)

    @cached_property
    def documents_in_area(self) -> dict[str, tuple[Plan | Directive, ...]]:
        """Area id → the documents about it."""
        return grouped(
            (area, document)
            for document in self.documents.values()
            for area in dict.fromkeys(document.areas)
        )

    @cached_property
    def documents_by_number(self) -> dict[str, tuple[Plan | Directive, ...]]:
        """Normalised number → the documents that bear it."""
        return grouped(
            (normalise_number(number), document)
            for document in self.documents.values()
            if (number := canonical_number(document))
        )


def canonical_number(document: Document) -> str | None:
    """Give the number in its canonical form, or None when the document bears none."""
    return document.canonical_number or document.number
