"""Long lists made finite: the newest rows whole, the older ones as one line for each plan.

Nothing is dropped: every folded row stands on its plan's page, which the line links to.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from handbook.dates.bounds import last_permitted_day, order_of
from handbook.index import PlacedMilestone, PlacedTarget, PlacedTask
from handbook.model.date_expression import DateExpression
from handbook.model.plan import Milestone, Target
from handbook.views.items import (
    MilestoneView,
    TargetView,
    TaskView,
    milestone_view,
    target_view,
    task_view,
)
from handbook.views.site import Link, Site, newest_first

MAX_ROWS = 100

View = TypeVar("View")


class Limited(NamedTuple, Generic[View]):
    """Rows to show whole, and plans with the number of their rows that are folded away."""

    rows: list[View]
    folded: list[tuple[Link, int]]
    total: int

    def __bool__(self) -> bool:
        return bool(self.rows)


def limited_milestones(site: Site, placed: Iterable[PlacedMilestone]) -> Limited[MilestoneView]:
    """Prepare milestones, the latest first and undated ones last."""
    ordered = sorted(placed, key=latest_first)
    shown, rest = ordered[:MAX_ROWS], ordered[MAX_ROWS:]
    return Limited([milestone_view(site, *one) for one in shown], _folded(site, rest), len(ordered))


def limited_targets(site: Site, placed: Iterable[PlacedTarget]) -> Limited[TargetView]:
    """Prepare targets, the latest first."""
    ordered = sorted(placed, key=latest_first)
    shown, rest = ordered[:MAX_ROWS], ordered[MAX_ROWS:]
    return Limited([target_view(site, *one) for one in shown], _folded(site, rest), len(ordered))


def targets_ahead(site: Site) -> int:
    """Count the targets whose time is not over."""
    days = (last_permitted_day(one.item.when) for one in site.index.targets if one.item.when)
    return sum(day is not None and day >= site.today for day in days)


def latest_first(placed: PlacedMilestone | PlacedTarget) -> tuple[int, int]:
    """Give a key that sorts the latest day first and what has no day last."""
    undated, day = order_of(_time_of(placed.item))
    return undated, -day.toordinal()


def _time_of(item: Milestone | Target) -> DateExpression | None:
    return item.current if isinstance(item, Milestone) else item.when


def _folded(site: Site, placed: Iterable[PlacedMilestone | PlacedTarget]) -> list[tuple[Link, int]]:
    counts = Counter(one.plan.id for one in placed)
    return [(_short(site, plan_id), count) for plan_id, count in counts.items()]


def _short(site: Site, plan_id: str) -> Link:
    """Link a plan without its tooltip, which a line among a thousand can do without."""
    return site.document(plan_id)._replace(hint="")


EXPANDED_PLANS = 6
"""How many plans a page expands task by task; older ones are one line each, so that the page of a
body or an area stays light when a federation has entered thousands of plans."""


class TasksByPlan(NamedTuple):
    """Tasks grouped by plan, newest first: task by task, then one line for each older plan."""

    expanded: list[tuple[Link, list[TaskView]]]
    folded: list[tuple[Link, int]]

    def __bool__(self) -> bool:
        return bool(self.expanded)


def tasks_by_plan(site: Site, tasks: Iterable[PlacedTask]) -> TasksByPlan:
    """Group tasks by plan, newest plan first."""
    groups: dict[str, list[PlacedTask]] = defaultdict(list)
    for placed in tasks:
        groups[placed.plan.id].append(placed)
    ordered = sorted(groups.items(), key=lambda group: newest_first(group[1][0].plan))
    expanded = [
        (site.document(plan_id), [task_view(site, plan, task) for plan, task in ones])
        for plan_id, ones in ordered[:EXPANDED_PLANS]
    ]
    folded = [(_short(site, plan_id), len(ones)) for plan_id, ones in ordered[EXPANDED_PLANS:]]
    return TasksByPlan(expanded, folded)


def milestones_of(site: Site, body_ids: Iterable[str]) -> Limited[MilestoneView]:
    """Give the milestones of bodies, each once."""
    placed = {
        (one.plan.id, one.item.id): one
        for body_id in body_ids
        for one in site.index.milestones_of.get(body_id, ())
    }
    return limited_milestones(site, placed.values())
