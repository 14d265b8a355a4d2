"""Lookups by body: what it leads, must meet and issued, and which bodies it belongs with."""

from __future__ import annotations

from functools import cached_property

from handbook.grouping import grouped
from handbook.index.placed import PlacedMilestone, PlacedParticipant, PlacedTarget, PlacedTask
from handbook.index.records import Records
from handbook.model.document import Directive
from handbook.model.plan import Plan
from handbook.model.reference import Body


class ByBody(Records):
    """The part of the index that is asked about bodies."""

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
    def milestones_of(self) -> dict[str, tuple[PlacedMilestone, ...]]:
        """Body id → the milestones it must meet."""
        return grouped((body, one) for one in self.milestones for body in one.item.bodies)

    @cached_property
    def targets_of(self) -> dict[str, tuple[PlacedTarget, ...]]:
        """Body id → the targets it must reach."""
        return grouped((body, one) for one in self.targets for body in one.item.bodies)

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
    def participations_of(self) -> dict[str, tuple[PlacedParticipant, ...]]:
        """Body id → the lines that invite or summon it to a conference."""
        return grouped(
            (body, PlacedParticipant(plan, one))
            for plan in self.plans.values()
            for one in plan.participants
            for body in one.bodies
        )

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

    def lineage(self, body_id: str | None) -> list[Body]:
        """List a body and those above it, the nearest first; a loop ends the walk.

        A check reports a loop, and an id that is none.
        """
        line: dict[str, Body] = {}
        while body_id in self.bodies and body_id not in line:
            line[body_id] = self.bodies[body_id]
            body_id = line[body_id].parent
        return list(line.values())
