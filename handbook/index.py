"""The index: lookups and back-references over a loaded catalogue, made once.

Everything is kept in the order of the catalogue (kind, then file name), so that whatever is made
from the index is the same on every machine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar, cast

from handbook.load.catalogue import Catalogue, LoadedRecord
from handbook.model.base import EditorialNote, Record, Statement
from handbook.model.document import Directive, Document, Relation
from handbook.model.outline import Section
from handbook.model.plan import Milestone, Plan, Target, Task
from handbook.model.reference import Area, Body, GlossaryTerm, Procedure, Role
from handbook.references import Reference, find_references

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


class PlacedNote(NamedTuple):
    """An editorial note with the document it is about."""

    document: Plan | Directive
    item: EditorialNote


class PlacedSection(NamedTuple):
    """A section of an outline: its dotted number (“II.1”), its depth from 1, the section."""

    number: str
    depth: int
    item: Section


class Incoming(NamedTuple):
    """A reference seen from its target: the record that points here, and where it does."""

    source: LoadedRecord
    reference: Reference


class IncomingRelation(NamedTuple):
    """A relation seen from its target."""

    source: Plan | Directive
    relation: Relation


@dataclass(frozen=True)
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
    def documents(self) -> dict[str, Plan | Directive]:
        """Plans and directives share one namespace: a relation may point to either."""
        return {**self.directives, **self.plans}

    @cached_property
    def references(self) -> tuple[Incoming, ...]:
        """Every reference of every record."""
        return tuple(
            Incoming(one, reference)
            for one in self.catalogue.loaded
            for reference in find_references(one.record)
        )

    @cached_property
    def incoming(self) -> dict[str, tuple[Incoming, ...]]:
        """Target id → the references that name it; `reference.kinds` says which record is meant."""
        found: dict[str, list[Incoming]] = defaultdict(list)
        for one in self.references:
            found[one.reference.target].append(one)
        return {target: tuple(ones) for target, ones in found.items()}

    @cached_property
    def outgoing(self) -> dict[tuple[str, str], tuple[Incoming, ...]]:
        """(Kind, id) of a record → the references it makes."""
        found: dict[tuple[str, str], list[Incoming]] = defaultdict(list)
        for one in self.references:
            found[one.source.kind, one.source.record.id].append(one)
        return {key: tuple(ones) for key, ones in found.items()}

    @cached_property
    def incoming_relations(self) -> dict[str, tuple[IncomingRelation, ...]]:
        """Document id → the relations other documents have to it."""
        found: dict[str, list[IncomingRelation]] = defaultdict(list)
        for document in self.documents.values():
            for relation in document.relations:
                found[relation.to].append(IncomingRelation(document, relation))
        return {target: tuple(ones) for target, ones in found.items()}

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
        found: dict[str, list[PlacedTask]] = defaultdict(list)
        for placed in self.tasks:
            if placed.item.body:
                found[placed.item.body].append(placed)
        return {body: tuple(ones) for body, ones in found.items()}

    @cached_property
    def tasks_supported_by(self) -> dict[str, tuple[PlacedTask, ...]]:
        """Body id → the tasks it supports (phối hợp)."""
        found: dict[str, list[PlacedTask]] = defaultdict(list)
        for placed in self.tasks:
            for body in placed.item.support:
                found[body].append(placed)
        return {body: tuple(ones) for body, ones in found.items()}

    @cached_property
    def milestones_of(self) -> dict[str, tuple[PlacedMilestone, ...]]:
        """Body id → the milestones it must meet."""
        found: dict[str, list[PlacedMilestone]] = defaultdict(list)
        for placed in self.milestones:
            for body in placed.item.bodies:
                found[body].append(placed)
        return {body: tuple(ones) for body, ones in found.items()}

    @cached_property
    def milestones_on_outline(self) -> dict[str, tuple[PlacedMilestone, ...]]:
        """Plan id → the milestones at which a report on that plan's outline is due."""
        found: dict[str, list[PlacedMilestone]] = defaultdict(list)
        for placed in self.milestones:
            if placed.item.outline:
                found[placed.item.outline].append(placed)
        return {plan: tuple(ones) for plan, ones in found.items()}

    @cached_property
    def targets_of(self) -> dict[str, tuple[PlacedTarget, ...]]:
        """Body id → the targets it must reach."""
        found: dict[str, list[PlacedTarget]] = defaultdict(list)
        for placed in self.targets:
            for body in placed.item.bodies:
                found[body].append(placed)
        return {body: tuple(ones) for body, ones in found.items()}

    @cached_property
    def tasks_carrying_out(self) -> dict[str, tuple[PlacedTask, ...]]:
        """Document id → the tasks that carry it out."""
        found: dict[str, list[PlacedTask]] = defaultdict(list)
        for placed in self.tasks:
            for document in placed.item.directives:
                found[document].append(placed)
        return {document: tuple(ones) for document, ones in found.items()}

    @cached_property
    def tasks_in_area(self) -> dict[str, tuple[PlacedTask, ...]]:
        found: dict[str, list[PlacedTask]] = defaultdict(list)
        for placed in self.tasks:
            found[placed.item.area].append(placed)
        return {area: tuple(ones) for area, ones in found.items()}

    @cached_property
    def sections_in_area(self) -> dict[str, tuple[tuple[Plan, PlacedSection], ...]]:
        """Area id → the outline sections that report on it, with their plans."""
        found: dict[str, list[tuple[Plan, PlacedSection]]] = defaultdict(list)
        for plan in self.plans.values():
            for placed in walk_sections(plan):
                if placed.item.area:
                    found[placed.item.area].append((plan, placed))
        return {area: tuple(ones) for area, ones in found.items()}

    @cached_property
    def child_bodies(self) -> dict[str, tuple[Body, ...]]:
        """Body id → the bodies whose parent it is."""
        found: dict[str, list[Body]] = defaultdict(list)
        for body in self.bodies.values():
            if body.parent:
                found[body.parent].append(body)
        return {parent: tuple(ones) for parent, ones in found.items()}


def canonical_number(document: Document) -> str | None:
    """Give the number in its canonical form, or None when the document bears none."""
    return document.canonical_number or document.number


def walk_sections(plan: Plan) -> Iterator[PlacedSection]:
    """Yield every section of a plan's outline in order, with its dotted number.

    The parts of a report (“PHẦN THỨ NHẤT”) do not enter the numbers of the sections inside them:
    documents themselves speak of “mục II.1”, not of “phần thứ nhất, mục II.1”.
    """
    if plan.outline:
        yield from _walk(plan.outline.sections, "", 1)


def _walk(sections: tuple[Section, ...], prefix: str, depth: int) -> Iterator[PlacedSection]:
    for position, section in enumerate(sections, start=1):
        own = section.number or f"{prefix + '-' if prefix else '-'}{position}"
        is_part = own.upper().startswith("PHẦN")
        number = own if is_part or not prefix or not section.number else f"{prefix}.{own}"
        yield PlacedSection(number, depth, section)
        yield from _walk(section.children, "" if is_part else number, depth + 1)


def statements_of(plan: Plan) -> tuple[tuple[str, tuple[Statement, ...]], ...]:
    """Give the plan's groups of statements under their Vietnamese headings."""
    return (
        ("Lời dẫn", plan.preamble),
        ("Mục đích", plan.purpose),
        ("Yêu cầu", plan.requirements),
        ("Nội dung", plan.content),
        ("Lời kết", plan.closing),
    )
