"""Long lists made finite: the newest rows whole, the older ones as one line for each plan.

Nothing is dropped: every folded row stands on its plan's page, which the line links to; when the
lines are too many too, they go on in pages of their own (`handbook.views.parts`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
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
from handbook.views.parts import Folded, LongList, fold
from handbook.views.site import Link, Site, newest_first

MAX_ROWS = 100
"""How many milestones or targets a page tells one by one."""

EXPANDED_PLANS = 6
"""How many plans a page expands task by task; older ones are one line each, so that the page of a
body or an area stays light when a federation has entered thousands of plans."""

View = TypeVar("View")


class Limited(NamedTuple, Generic[View]):
    """Rows to show whole, and the plans whose rows are folded away."""

    rows: list[View]
    folded: Folded
    total: int

    def __bool__(self) -> bool:
        return bool(self.rows)


def limited_milestones(
    site: Site, placed: Iterable[PlacedMilestone], older: LongList
) -> Limited[MilestoneView]:
    """Prepare milestones, the latest first and undated ones last."""
    ordered = sorted(placed, key=latest_first)
    shown = [milestone_view(site, *one) for one in ordered[:MAX_ROWS]]
    return Limited(shown, fold(older), len(ordered))


def limited_targets(
    site: Site, placed: Iterable[PlacedTarget], older: LongList
) -> Limited[TargetView]:
    """Prepare targets, the latest first."""
    ordered = sorted(placed, key=latest_first)
    shown = [target_view(site, *one) for one in ordered[:MAX_ROWS]]
    return Limited(shown, fold(older), len(ordered))


def older_milestones(placed: Iterable[PlacedMilestone]) -> Iterator[tuple[str, str]]:
    """Give the plans whose milestones are not shown whole, with how many they are."""
    return _older(placed, "mốc")


def older_targets(placed: Iterable[PlacedTarget]) -> Iterator[tuple[str, str]]:
    """Give the plans whose targets are not shown whole, with how many they are."""
    return _older(placed, "chỉ tiêu")


def _older(
    placed: Iterable[PlacedMilestone | PlacedTarget], unit: str
) -> Iterator[tuple[str, str]]:
    held = list(placed)
    rest = sorted(held, key=latest_first)[MAX_ROWS:] if len(held) > MAX_ROWS else []
    counts = Counter(one.plan.id for one in rest)
    return ((plan_id, f"{count} {unit}") for plan_id, count in counts.items())


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


class TasksByPlan(NamedTuple):
    """Tasks grouped by plan, newest first: task by task, then one line for each older plan."""

    expanded: list[tuple[Link, list[TaskView]]]
    folded: Folded

    def __bool__(self) -> bool:
        return bool(self.expanded)


def tasks_by_plan(site: Site, tasks: Iterable[PlacedTask], older: LongList) -> TasksByPlan:
    """Group tasks by plan, newest plan first."""
    expanded = [
        (site.document(plan_id), [task_view(site, plan, task) for plan, task in ones])
        for plan_id, ones in _group_by_plan(tasks)[:EXPANDED_PLANS]
    ]
    return TasksByPlan(expanded, fold(older))


def older_tasks(tasks: Iterable[PlacedTask]) -> Iterator[tuple[str, str]]:
    """Give the plans that are not shown task by task, with how many tasks they have."""
    groups = _group_by_plan(tasks)[EXPANDED_PLANS:]
    return ((plan_id, f"{len(ones)} nhiệm vụ") for plan_id, ones in groups)


def _group_by_plan(tasks: Iterable[PlacedTask]) -> list[tuple[str, list[PlacedTask]]]:
    groups: dict[str, list[PlacedTask]] = defaultdict(list)
    for placed in tasks:
        groups[placed.plan.id].append(placed)
    return sorted(groups.items(), key=lambda group: newest_first(group[1][0].plan))


def milestones_of(site: Site, body_ids: Iterable[str]) -> list[PlacedMilestone]:
    """Give the milestones of bodies, each once."""
    placed = {
        (one.plan.id, one.item.id): one
        for body_id in body_ids
        for one in site.index.milestones_of.get(body_id, ())
    }
    return list(placed.values())
