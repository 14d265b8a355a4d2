"""Concepts: the list of explanations, and who reports to whom by the milestones of the plans."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from handbook.index import PlacedMilestone
from handbook.model.concept import Concept
from handbook.text import sort_key
from handbook.views.addresses import address_of
from handbook.views.items import MilestoneView, milestone_view
from handbook.views.limits import latest_first
from handbook.views.site import Link, Site

MAX_REPORTS = 12
"""A table of examples, not a register: `thoi-gian/` has every milestone."""


class ConceptRow(NamedTuple):
    """An explanation in a list."""

    link: Link
    summary: str
    questions: int


def ordered_concepts(site: Site) -> list[Concept]:
    """Give the concepts in the order their records name."""
    return sorted(site.index.concepts.values(), key=lambda one: (one.order, sort_key(one.title)))


def concept_link(concept: Concept) -> Link:
    """Link an explanation."""
    return Link(address_of("concept", concept.id), concept.title)


def concepts_list(site: Site) -> dict[str, Any]:
    """List the explanations."""
    return {
        "rows": [
            ConceptRow(concept_link(one), one.summary, len(one.questions))
            for one in ordered_concepts(site)
        ]
    }


def reports_list(site: Site) -> dict[str, Any]:
    """List who sends what to whom: a line for each pair of bodies, reports and the latest first."""
    return {"rows": list(islice(_reports(site), MAX_REPORTS))}


def _reports(site: Site) -> Iterator[MilestoneView]:
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for plan, milestone in sorted(site.index.milestones, key=_reports_first):
        to = milestone.submission.to if milestone.submission else ()
        pair = (milestone.bodies, to)
        if to and pair not in seen:
            seen.add(pair)
            yield milestone_view(site, plan, milestone)


def _reports_first(placed: PlacedMilestone) -> tuple[bool, tuple[int, int]]:
    return placed.item.kind != "báo cáo", latest_first(placed)
