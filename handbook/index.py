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
from handbook.model.base import EditorialNote, Record
from handbook.model.concept import Concept
from handbook.model.document import Directive, Document, Relation
from handbook.model.outline import Section
from handbook.model.path import Path, WayIn
from handbook.model.plan import Milestone, Participant, Plan, Target, Task
from handbook.model.reference import Area, Body, GlossaryTerm, Procedure, Role
from handbook.references import Reference, find_references
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


class PlacedSection(NamedTuple):
    """A section of an outline: its dotted number (“II.1”), its depth from 1, the section."""

    number: str
    depth: int
    item: Section


class SectionAddress(NamedTuple):
    """Where a section stands: the plan whose outline it is, and its number there."""

    plan_id: str
    number: str


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
    def bodies_of_role(self) -> dict[str, frozenset[str]]:
        """Role id → the bodies whose work is that role's."""
        found: dict[str, set[str]] = defaultdict(set)
        for body in self.bodies.values():
            for role in body.roles:
                found[role].add(body.id)
        return {role: frozenset(ones) for role, ones in found.items()}

    @cached_property
    def roles_of_area(self) -> dict[str, tuple[str, ...]]:
        """Area id → the roles that follow it."""
        found: dict[str, list[str]] = defaultdict(list)
        for role in self.roles.values():
            for area in role.areas:
                found[area].append(role.id)
        return {area: tuple(ones) for area, ones in found.items()}

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
    def targets_in_area(self) -> dict[str, tuple[PlacedTarget, ...]]:
        found: dict[str, list[PlacedTarget]] = defaultdict(list)
        for placed in self.targets:
            if placed.item.area:
                found[placed.item.area].append(placed)
        return {area: tuple(ones) for area, ones in found.items()}

    @cached_property
    def documents_in_area(self) -> dict[str, tuple[Plan | Directive, ...]]:
        found: dict[str, list[Plan | Directive]] = defaultdict(list)
        for document in self.documents.values():
            for area in dict.fromkeys(document.areas):
                found[area].append(document)
        return {area: tuple(ones) for area, ones in found.items()}

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
        found: dict[SectionAddress, list[PlacedTask]] = defaultdict(list)
        for plan in self.plans.values():
            choices = self.section_choices[plan.id]
            for task in plan.tasks:
                for text in task.sections:
                    if address := choices.get(fold_section(text)):
                        found[address].append(PlacedTask(plan, task))
        return {address: tuple(ones) for address, ones in found.items()}

    @cached_property
    def documents_by_number(self) -> dict[str, tuple[Plan | Directive, ...]]:
        """Normalised number → the documents that bear it."""
        found: dict[str, list[Plan | Directive]] = defaultdict(list)
        for document in self.documents.values():
            if number := canonical_number(document):
                found[normalise_number(number)].append(document)
        return {number: tuple(ones) for number, ones in found.items()}

    @cached_property
    def documents_issued_by(self) -> dict[str, tuple[Plan | Directive, ...]]:
        """Body id → the documents it issued."""
        found: dict[str, list[Plan | Directive]] = defaultdict(list)
        for document in self.documents.values():
            if document.issuer:
                found[document.issuer].append(document)
        return {body: tuple(ones) for body, ones in found.items()}

    @cached_property
    def predecessors(self) -> dict[str, tuple[Body, ...]]:
        """Body id → the bodies it succeeded."""
        found: dict[str, list[Body]] = defaultdict(list)
        for body in self.bodies.values():
            for successor in body.successors:
                found[successor].append(body)
        return {body: tuple(ones) for body, ones in found.items()}

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
    def sections_by_contributor(self) -> dict[str, tuple[tuple[Plan, PlacedSection], ...]]:
        """Body id → the outline sections it is told to write, with their plans."""
        found: dict[str, list[tuple[Plan, PlacedSection]]] = defaultdict(list)
        for plan in self.plans.values():
            for placed in walk_sections(plan):
                for body in placed.item.contributors:
                    found[body].append((plan, placed))
        return {body: tuple(ones) for body, ones in found.items()}

    @cached_property
    def participations_of(self) -> dict[str, tuple[PlacedParticipant, ...]]:
        """Body id → the lines that invite or summon it to a conference."""
        found: dict[str, list[PlacedParticipant]] = defaultdict(list)
        for plan in self.plans.values():
            for one in plan.participants:
                for body in one.bodies:
                    found[body].append(PlacedParticipant(plan, one))
        return {body: tuple(ones) for body, ones in found.items()}

    @cached_property
    def sections_naming(self) -> dict[str, dict[str, tuple[SectionAddress, ...]]]:
        """Document id → plan id → the sections of its outline whose guidance names the document."""
        found: dict[str, dict[str, list[SectionAddress]]] = defaultdict(lambda: defaultdict(list))
        for plan in self.plans.values():
            for placed in walk_sections(plan):
                address = SectionAddress(plan.id, placed.number)
                named = (one for text in placed.item.guidance for one in text.directives)
                for document in dict.fromkeys(named):
                    found[document][plan.id].append(address)
        return {
            document: {plan: tuple(ones) for plan, ones in by_plan.items()}
            for document, by_plan in found.items()
        }

    @cached_property
    def special_bodies(self) -> dict[str, tuple[Body, ...]]:
        """Id of a general body → the bodies of that kind: “CĐCS” → “CĐCS quận Thủ Đức”."""
        found: dict[str, list[Body]] = defaultdict(list)
        for body in self.bodies.values():
            if body.general:
                found[body.general].append(body)
        return {general: tuple(ones) for general, ones in found.items()}

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
    """Yield every section of a plan's outline in order, each with a number of its own.

    The parts of a report (“PHẦN THỨ NHẤT”) do not enter the numbers of the sections inside them:
    documents themselves speak of “mục II.1”, not of “phần thứ nhất, mục II.1”.  Only when a second
    part counts from I again do its sections bear the part's name too.
    """
    seen: set[str] = set()
    part = ""
    for placed in _walk(plan.outline.sections if plan.outline else (), "", 1):
        number = placed.number
        if is_part(number):
            part = number
        elif number in seen and part:
            number = f"{part}.{number}"
        seen.add(number)
        yield placed._replace(number=number)


def _walk(sections: tuple[Section, ...], prefix: str, depth: int) -> Iterator[PlacedSection]:
    for position, section in enumerate(sections, start=1):
        own = section.number or f"{prefix}-{position}"
        number = f"{prefix}.{own}" if prefix and section.number and not is_part(own) else own
        yield PlacedSection(number, depth, section)
        yield from _walk(section.children, "" if is_part(own) else number, depth + 1)


def is_part(number: str) -> bool:
    """Tell whether a section number is that of a part: “PHẦN THỨ NHẤT”."""
    return number.upper().startswith("PHẦN")


def fold_section(number: str) -> str:
    """Make spellings of one section number the same: “II. 1”, “ii,1”, “II.1.”."""
    return " ".join(number.casefold().replace(",", ".").replace(". ", ".").split()).strip(".")
