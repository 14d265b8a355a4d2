"""The index: lookups and back-references over a loaded catalogue, made once.

Everything is kept in the order of the catalogue (kind, then file name), so that whatever is made
from the index is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar, cast

from handbook.grouping import grouped
from handbook.load.catalogue import Catalogue
from handbook.load.record_file import LoadedRecord
from handbook.model.base import EditorialNote, Record
from handbook.model.concept import Concept
from handbook.model.document import Directive, Document, Relation
from handbook.model.path import Path, WayIn
from handbook.model.plan import Milestone, Participant, Plan, Target, Task
from handbook.model.reference import Area, Body, GlossaryTerm, Procedure, Role
from handbook.model.wording import WordTable
from handbook.outline_sections import (
    PlacedSection,
    SectionAddress,
    fold_section,
    is_part,
    walk_sections,
)
from handbook.references import Reference
from handbook.text import normalise_number

R = TypeVar("R", bound=Record)


class PlacedTask(NamedTuple):
    """A task with the plan it stands in."""

    plan: Plan
    item: Task


class PlacedMilestone(NamedTuple):
    """A milestone with the plan it stands in."""

    plan: Plan
    item: Milestone


class PlacedTarget(NamedTuple):
    """A target with the plan it stands in."""

    plan: Plan
    item: Target


class PlacedParticipant(NamedTuple):
    """A line of participants with the plan it stands in."""

    plan: Plan
    item: Participant


class PlacedNote(NamedTuple):
    """An editorial note with the document it is about."""

    document: Plan | Directive
    item: EditorialNote


class Incoming(NamedTuple):
    """A reference seen from its target: the record that points here, and where it does."""

    source: LoadedRecord
    reference: Reference


class IncomingRelation(NamedTuple):
    """A relation seen from its target."""

    source: Plan | Directive
    relation: Relation


@dataclass(frozen=True, eq=False)
class Index:
    """Lookups over one catalogue.  Build it with `Index(catalogue)`."""

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

    @cached_property
    def tasks_led_by(self) -> dict[str, tuple[PlacedTask, ...]]:
        """Body id → the tasks it leads (chủ trì)."""
        return grouped((one.item.body, one) for one in self.tasks if one.item.body)

    @cached_property
    def tasks_supported_by(self) -> dict[str, tuple[PlacedTask, ...]]:
        """Body id → the tasks it supports (phối hợp)."""
        return grouped((body, one) for one in self.tasks for body in one.item.support)

    @cached_property
    def bodies_of_role(self) -> dict[str, frozenset[str]]:
        """Role id → the bodies whose work is that role's."""
        pairs = grouped((role, body.id) for body in self.bodies.values() for role in body.roles)
        return {role: frozenset(ids) for role, ids in pairs.items()}

    @cached_property
    def roles_of_area(self) -> dict[str, tuple[str, ...]]:
        """Area id → the roles that follow it."""
        return grouped((area, role.id) for role in self.roles.values() for area in role.areas)

    @cached_property
    def task_numbers(self) -> dict[tuple[str, str], int]:
        """(Plan id, task id) → the position of the task in its plan, from 1."""
        return {
            (plan.id, task.id): number
            for plan in self.plans.values()
            for number, task in enumerate(plan.tasks, start=1)
        }

    @cached_property
    def milestones_of(self) -> dict[str, tuple[PlacedMilestone, ...]]:
        """Body id → the milestones it must meet."""
        return grouped((body, one) for one in self.milestones for body in one.item.bodies)

    @cached_property
    def milestones_on_outline(self) -> dict[str, tuple[PlacedMilestone, ...]]:
        """Plan id → the milestones at which a report on that plan's outline is due."""
        return grouped((one.item.outline, one) for one in self.milestones if one.item.outline)

    @cached_property
    def targets_of(self) -> dict[str, tuple[PlacedTarget, ...]]:
        """Body id → the targets it must reach."""
        return grouped((body, one) for one in self.targets for body in one.item.bodies)

    @cached_property
    def tasks_carrying_out(self) -> dict[str, tuple[PlacedTask, ...]]:
        """Document id → the tasks that carry it out."""
        return grouped((document, one) for one in self.tasks for document in one.item.directives)

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
    def _sections(self) -> tuple[tuple[Plan, PlacedSection], ...]:
        """Every section of every outline, with its plan."""
        return tuple(
            (plan, placed) for plan in self.plans.values() for placed in walk_sections(plan)
        )

    @cached_property
    def section_choices(self) -> dict[str, dict[str, SectionAddress]]:
        """Plan id → the sections its tasks may name, folded number → where it stands.

        They are those of the plan's own outline, then of the outlines its milestones ask for; a
        section inside a part may be named with the part or without.
        """
        return {plan.id: self._section_choices_of(plan) for plan in self.plans.values()}

    def _section_choices_of(self, plan: Plan) -> dict[str, SectionAddress]:
        asked = {one.outline for one in plan.milestones if one.outline}
        plans = [plan, *(self.plans[one] for one in sorted(asked) if one in self.plans)]
        choices: dict[str, SectionAddress] = {}
        for one in plans:
            part = ""
            for placed in walk_sections(one):
                part = placed.number if is_part(placed.number) else part
                address = SectionAddress(one.id, placed.number)
                choices.setdefault(fold_section(placed.number), address)
                choices.setdefault(fold_section(f"{part}.{placed.number}"), address)
        return choices

    @cached_property
    def tasks_feeding(self) -> dict[SectionAddress, tuple[PlacedTask, ...]]:
        """Section of an outline → the tasks, of any plan, whose results it reports."""
        return grouped(
            (address, PlacedTask(plan, task))
            for plan in self.plans.values()
            for task in plan.tasks
            for text in task.sections
            if (address := self.section_choices[plan.id].get(fold_section(text)))
        )

    @cached_property
    def documents_by_number(self) -> dict[str, tuple[Plan | Directive, ...]]:
        """Normalised number → the documents that bear it."""
        return grouped(
            (normalise_number(number), document)
            for document in self.documents.values()
            if (number := canonical_number(document))
        )

    @cached_property
    def documents_issued_by(self) -> dict[str, tuple[Plan | Directive, ...]]:
        """Body id → the documents it issued."""
        return grouped((one.issuer, one) for one in self.documents.values() if one.issuer)

    @cached_property
    def predecessors(self) -> dict[str, tuple[Body, ...]]:
        """Body id → the bodies it succeeded."""
        return grouped(
            (successor, body) for body in self.bodies.values() for successor in body.successors
        )

    @cached_property
    def sections_in_area(self) -> dict[str, tuple[tuple[Plan, PlacedSection], ...]]:
        """Area id → the outline sections that report on it, with their plans."""
        return grouped(
            (placed.item.area, (plan, placed))
            for plan, placed in self._sections
            if placed.item.area
        )

    @cached_property
    def sections_by_contributor(self) -> dict[str, tuple[tuple[Plan, PlacedSection], ...]]:
        """Body id → the outline sections it is told to write, with their plans."""
        return grouped(
            (body, (plan, placed))
            for plan, placed in self._sections
            for body in placed.item.contributors
        )

    @cached_property
    def participations_of(self) -> dict[str, tuple[PlacedParticipant, ...]]:
        """Body id → the lines that invite or summon it to a conference."""
        return grouped(
            (body, PlacedParticipant(plan, one))
            for plan in self.plans.values()
            for one in plan.participants
            for body in one.bodies
        )

    @cached_property
    def sections_naming(self) -> dict[str, dict[str, tuple[SectionAddress, ...]]]:
        """Document id → plan id → the sections of its outline whose guidance names the document."""
        named = grouped(
            (document, (plan.id, SectionAddress(plan.id, placed.number)))
            for plan, placed in self._sections
            for document in dict.fromkeys(
                one for text in placed.item.guidance for one in text.directives
            )
        )
        return {document: grouped(pairs) for document, pairs in named.items()}

    @cached_property
    def special_bodies(self) -> dict[str, tuple[Body, ...]]:
        """Id of a general body → the bodies of that kind: “CĐCS” → “CĐCS quận Thủ Đức”."""
        return grouped((one.general, one) for one in self.bodies.values() if one.general)

    @cached_property
    def child_bodies(self) -> dict[str, tuple[Body, ...]]:
        """Body id → the bodies whose parent it is."""
        return grouped((one.parent, one) for one in self.bodies.values() if one.parent)

    def groups_beside(self, body: Body) -> list[Body]:
        """Give the other groups of the same place, level and kind: their work may be its too."""
        return [
            one
            for one in self.child_bodies.get(body.parent or "", ())
            if one.group and one.id != body.id and (one.level, one.kind) == (body.level, body.kind)
        ]


def canonical_number(document: Document) -> str | None:
    """Give the number in its canonical form, or None when the document bears none."""
    return document.canonical_number or document.number
