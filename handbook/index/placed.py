"""What the index gives: an item with the record it stands in."""

from __future__ import annotations

from typing import NamedTuple

from handbook.load.record_file import LoadedRecord
from handbook.model.base import EditorialNote
from handbook.model.document import Directive, Relation
from handbook.model.plan import Milestone, Participant, Plan, Target, Task
from handbook.references import Reference


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
