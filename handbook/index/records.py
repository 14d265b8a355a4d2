"""The records of each kind, what points to them, and the items of all plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar, cast

from handbook.grouping import grouped
from handbook.index.placed import (
    Incoming,
    IncomingRelation,
    PlacedMilestone,
    PlacedNote,
    PlacedTarget,
    PlacedTask,
)
from handbook.load.catalogue import Catalogue
from handbook.load.record_file import LoadedRecord
from handbook.model.base import Record
from handbook.model.concept import Concept
from handbook.model.document import Directive
from handbook.model.path import Path, WayIn
from handbook.model.plan import Plan
from handbook.model.reference import Area, Body, GlossaryTerm, Procedure, Role
from handbook.model.wording import WordTable

R = TypeVar("R", bound=Record)
DocumentSort = Literal["plan", "directive"]


@dataclass(frozen=True, eq=False)
class Records:
    """What the other lookups are made from."""

    catalogue: Catalogue

    def _records(self, kind: str, type_: type[R]) -> dict[str, R]:
        return {key: cast(R, one.record) for key, one in self.catalogue.of_kind(kind).items()}

    @cached_property
    def plans(self) -> dict[str, Plan]:
        return self._records("plan", Plan)

    @cached_property
    def directives(self) -> dict[str, Directive]:
        return self._records("directive", Directive)

    @cached_property
    def bodies(self) -> dict[str, Body]:
        return self._records("body", Body)

    @cached_property
    def areas(self) -> dict[str, Area]:
        return self._records("area", Area)

    @cached_property
    def roles(self) -> dict[str, Role]:
        return self._records("role", Role)

    @cached_property
    def terms(self) -> dict[str, GlossaryTerm]:
        return self._records("term", GlossaryTerm)

    @cached_property
    def procedures(self) -> dict[str, Procedure]:
        return self._records("procedure", Procedure)

    @cached_property
    def concepts(self) -> dict[str, Concept]:
        return self._records("concept", Concept)

    @cached_property
    def paths(self) -> dict[str, Path]:
        return self._records("path", Path)

    @cached_property
    def ways(self) -> dict[str, WayIn]:
        return self._records("way", WayIn)

    @cached_property
    def word_tables(self) -> dict[str, WordTable]:
        return self._records("words", WordTable)

    @cached_property
    def documents(self) -> dict[str, Plan | Directive]:
        """Plans and directives share one namespace: a relation may point to either."""
        return {**self.directives, **self.plans}

    def kind_of_document(self, document_id: str) -> DocumentSort:
        """Tell whether a document is a plan or a directive: the kind of its record and page."""
        return "plan" if document_id in self.plans else "directive"

    @property
    def references(self) -> Iterator[Incoming]:
        """Every reference of every record."""
        return (Incoming(one, found) for one in self.catalogue.loaded for found in one.references)

    def incoming(self, record_id: str) -> Iterator[Incoming]:
        """Yield the references that name an id; `reference.kinds` says which record is meant."""
        for one in self._referring.get(record_id, ()):
            for reference in one.references_by_target[record_id]:
                yield Incoming(one, reference)

    @cached_property
    def _referring(self) -> dict[str, tuple[LoadedRecord, ...]]:
        """Target id → the records that name it."""
        return grouped(
            (target, one) for one in self.catalogue.loaded for target in one.references_by_target
        )

    @cached_property
    def incoming_relations(self) -> dict[str, tuple[IncomingRelation, ...]]:
        """Document id → the relations other documents have to it."""
        return grouped(
            (relation.to, IncomingRelation(document, relation))
            for document in self.documents.values()
            for relation in document.relations
        )

    @cached_property
    def tasks(self) -> tuple[PlacedTask, ...]:
        return tuple(PlacedTask(plan, task) for plan in self.plans.values() for task in plan.tasks)

    @cached_property
    def milestones(self) -> tuple[PlacedMilestone, ...]:
        return tuple(
            PlacedMilestone(plan, item) for plan in self.plans.values() for item in plan.milestones
        )

    @cached_property
    def targets(self) -> tuple[PlacedTarget, ...]:
        return tuple(
            PlacedTarget(plan, item) for plan in self.plans.values() for item in plan.targets
        )

    @cached_property
    def notes(self) -> tuple[PlacedNote, ...]:
        return tuple(
            PlacedNote(document, note)
            for document in self.documents.values()
            for note in document.notes
        )
