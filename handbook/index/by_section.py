"""Lookups by outline section: who writes it, which tasks feed it, what it is about."""

from __future__ import annotations

from functools import cached_property

from handbook.grouping import Lazily, grouped
from handbook.index.placed import PlacedMilestone, PlacedTask
from handbook.index.records import Records
from handbook.model.plan import Plan
from handbook.outline_sections import (
    PlacedSection,
    SectionAddress,
    fold_section,
    is_part,
    walk_sections,
)


class BySection(Records):
    """The part of the index that is asked about outlines."""

    @cached_property
    def _sections(self) -> tuple[tuple[Plan, PlacedSection], ...]:
        """Every section of every outline, with its plan."""
        return tuple(
            (plan, placed) for plan in self.plans.values() for placed in walk_sections(plan)
        )

    @cached_property
    def section_choices(self) -> Lazily[str, dict[str, SectionAddress]]:
        """Plan id → the sections its tasks may name, folded number → where it stands.

        They are those of the plan's own outline, then of the outlines its milestones ask for; a
        section inside a part may be named with the part or without.
        """
        return Lazily(lambda plan_id: self._section_choices_of(self.plans[plan_id]))

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
    def milestones_on_outline(self) -> dict[str, tuple[PlacedMilestone, ...]]:
        """Plan id → the milestones at which a report on that plan's outline is due."""
        return grouped((one.item.outline, one) for one in self.milestones if one.item.outline)

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
    def sections_naming(self) -> Lazily[str, dict[str, tuple[SectionAddress, ...]]]:
        """Plan id → document id → the sections of its outline whose guidance names the document."""
        return Lazily(
            lambda plan_id: grouped(
                (document, SectionAddress(plan_id, placed.number))
                for placed in walk_sections(self.plans[plan_id])
                for document in dict.fromkeys(
                    one for text in placed.item.guidance for one in text.directives
                )
            )
        )
