"""The chain page of a document: the tree of everything below it; and the list of families."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from handbook.model.plan import Task
from handbook.text import sort_key
from handbook.views.chain_nodes import (
    LEVEL_NAMES,
    family_link,
    levels_below,
    node,
)
from handbook.views.family_tree import family_tree
from handbook.views.lists import Row
from handbook.views.site import UNKNOWN, Site, newest_first
from handbook.views.timeline import plans_to_draw, timeline_of


class LevelCount(NamedTuple):
    """How many documents and tasks a level of the family has."""

    level: str
    documents: int
    tasks: int


def family_page(site: Site, head: str) -> dict[str, Any]:
    """Prepare the chain page of a document."""
    members = {head, *site.chain.all_below(head)}
    tasks = _tasks_within(site, members)
    return {
        "name": f"Lược đồ: {family_link(site, head).text}",
        "head": node(site, head),
        "is_head": head in site.chain.heads,
        "is_deployed": head in site.index.directives or head in site.chain.below_by_carrying_out,
        "families": [
            (family_link(site, one)._replace(marks=()), site.chain.size_below(one) + 1)
            for one in site.chain.heads_of.get(head, ())
            if one != head
        ],
        "levels": _level_counts(site, members, tasks),
        "missing": [
            LEVEL_NAMES[one]
            for one in levels_below(site.chain.levels.get(head, ""))
            if one not in {site.chain.levels.get(other, "") for other in members}
        ],
        "document_count": len(members),
        "tree": family_tree(site, head, tasks),
        **_timeline(site, members),
    }


def _timeline(site: Site, members: set[str]) -> dict[str, Any]:
    """Prepare the picture of a family's times, and tell of how many plans it is."""
    plans = [site.index.plans[one] for one in sorted(members) if one in site.index.plans]
    drawn = plans_to_draw(plans)
    above = sorted(
        (site.index.directives[one] for one in members if one in site.index.directives),
        key=newest_first,
    )
    return {
        "timeline": timeline_of(site, drawn, above),
        "plans_drawn": len(drawn),
        "plan_count": len(plans),
    }


def _tasks_within(site: Site, members: set[str]) -> dict[str, list[Task]]:
    """Give, for each plan of a family, its tasks that carry out some document of the family."""
    plans = (site.index.plans[one] for one in sorted(members) if one in site.index.plans)
    return {
        plan.id: [task for task in plan.tasks if not members.isdisjoint(task.directives)]
        for plan in plans
    }


def _level_counts(site: Site, members: set[str], tasks: dict[str, list[Task]]) -> list[LevelCount]:
    documents: Counter[str] = Counter(site.chain.levels.get(one, "") for one in members)
    work: Counter[str] = Counter()
    for one, ones in tasks.items():
        work[site.chain.levels.get(one, "")] += len(ones)
    return [
        LevelCount(name, documents[level], work[level])
        for level, name in LEVEL_NAMES.items()
        if documents[level]
    ]


def family_rows(site: Site) -> list[Row]:
    """List the families, the largest first."""
    rows = []
    for head in sorted(site.chain.heads, key=lambda one: _largest_first(site, one)):
        members = {head, *site.chain.all_below(head)}
        levels = {site.chain.levels.get(one, "") for one in members}
        one = node(site, head)
        rows.append(
            Row(
                link=family_link(site, head),
                detail=one.note or one.title,
                cells={
                    "Cơ quan ban hành": one.issuer,
                    "Số văn bản": str(len(members)),
                    "Có ở cấp": ", ".join(
                        name for level, name in LEVEL_NAMES.items() if level in levels
                    ),
                    "Phần việc": str(sum(map(len, _tasks_within(site, members).values()))),
                },
                facets={"level": site.chain.levels.get(head, UNKNOWN)},
            )
        )
    return rows


def _largest_first(site: Site, head: str) -> tuple[int, object]:
    return -site.chain.size_below(head), sort_key(family_link(site, head).text)
