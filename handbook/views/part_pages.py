"""The pages of parts: which there are, and what each shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Any

from handbook.relations import CARRYING_OUT
from handbook.views.agenda_parts import dated_list, undated_list
from handbook.views.body import body_lists
from handbook.views.citations import citation_lists
from handbook.views.coverage import older_entered
from handbook.views.deployment import deployment_lists
from handbook.views.directory import directory_lists
from handbook.views.family_tree import family_lists
from handbook.views.lists import older_targets_list
from handbook.views.long_lists import older_row_lists
from handbook.views.notes import older_notes
from handbook.views.outline import outline_lists
from handbook.views.parts import (
    LongList,
    bounds_of,
    find_part,
    groups_of,
    is_divided,
    link_part,
    may_be_divided,
    part_id,
    part_numbers,
    say_contents,
)
from handbook.views.records import area_lists
from handbook.views.relations import incoming_lists
from handbook.views.role import role_lists
from handbook.views.site import Site


def part_ids(site: Site) -> list[str]:
    """List the parts of all lists."""
    return [part_id(one, at) for one in _lists(site).values() for at in part_numbers(one)]


def part_page(site: Site, record_id: str) -> dict[str, Any]:
    """Prepare the page of a part."""
    long, number = find_part(_lists(site), record_id)
    start, stop = bounds_of(long, number)
    numbers = part_numbers(long)
    return {
        "title": long.title,
        "page": long.page,
        "contents": say_contents(long, number),
        "first": start + 1,
        "last": stop,
        "total": len(long.items),
        "before": link_part(long, number + 1) if number + 1 in numbers else None,
        "after": link_part(long, number - 1) if number - 1 in numbers else None,
        "groups": [
            (one.id, one.heading, [*map(long.entry, one.items)]) for one in groups_of(long, number)
        ],
    }


def part_title(site: Site, record_id: str) -> str:
    """Give the title of the page of a part."""
    long, number = find_part(_lists(site), record_id)
    return f"{long.title}. {say_contents(long, number)}"


@lru_cache(maxsize=1)
def _lists(site: Site) -> dict[str, LongList]:
    """Give the lists that go on in parts, by their names."""
    return {one.name: one for one in lists_to_divide(site) if is_divided(one)}


def lists_to_divide(site: Site) -> Iterator[LongList]:
    """Yield the lists that may go on in parts, each with a name of its own."""
    yield from _of_pages(site)
    yield from _of_records(site)
    yield from _of_documents(site)


def _of_pages(site: Site) -> Iterator[LongList]:
    yield from older_row_lists(site)
    yield from directory_lists(site)
    yield from citation_lists(site)
    yield dated_list(site)
    yield undated_list(site)
    yield older_targets_list(site)
    yield older_notes(site)
    yield older_entered(site)


def _of_records(site: Site) -> Iterator[LongList]:
    if not may_be_divided(len(site.index.documents)):  # a list holds a document at most once
        return
    index = site.index
    yield from chain.from_iterable(body_lists(site, one) for one in index.bodies)
    yield from chain.from_iterable(role_lists(site, one) for one in index.roles)
    yield from chain.from_iterable(area_lists(site, one) for one in index.areas)


def _of_documents(site: Site) -> Iterator[LongList]:
    index = site.index
    for one in index.documents.values():
        if may_be_divided(len(index.incoming_relations.get(one.id, ()))):
            yield from incoming_lists(site, one, leave_out=CARRYING_OUT)
        below = site.chain.size_below(one.id)
        if may_be_divided(below):
            yield from family_lists(site, one.id)
        if may_be_divided(below + sum(1 for _ in index.incoming(one.id))):
            yield from deployment_lists(site, one.id)
    told = Counter({one: len(due) for one, due in index.milestones_on_outline.items()})
    for section, tasks in index.tasks_feeding.items():
        told[section.plan_id] += len(tasks)
    for plan_id, size in told.items():
        if may_be_divided(size):
            yield from outline_lists(site, plan_id)
