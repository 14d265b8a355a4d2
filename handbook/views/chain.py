"""The chain on the page of a plan or directive: what stands above it, itself, what stands below.

Documents stand in rows, one for each level from the centre down, because that is how an officer
asks (“trên tôi là văn bản nào, dưới tôi là văn bản nào”), and because a document has several
others above it, which no tree of boxes shows without repeating itself.  Each node says in words
how it is tied to the next.  Everything is one nested list: level → document → ties.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from handbook.model.plan import Plan, Task
from handbook.relations import CHANGES
from handbook.views.chain_nodes import (
    LEVEL_NAMES,
    Node,
    Tie,
    family_link,
    levels_below,
    node,
    short_name,
    ties_above,
    ties_below,
)
from handbook.views.relations import RELATION_WORDS
from handbook.views.site import Link, Site, newest_first

MAX_NODES = 6
"""How many documents a level shows; the others are counted, and stand on the chain page."""


class ChainRow(NamedTuple):
    """One level of a chain: its documents with their ties, and how many more there are."""

    level: str
    nodes: list[tuple[Node, list[Tie]]]
    more: int


class Work(NamedTuple):
    """Tasks of the plan that carry out the same documents."""

    documents: list[str]
    tasks: list[Link]


class ChainView(NamedTuple):
    """The chain of one document."""

    above: list[ChainRow]
    own: Node
    changes: list[Tie]
    below: list[ChainRow]
    missing: list[str]
    """Levels under its own at which the catalogue holds nothing below it."""
    work: list[Work]
    other_tasks: int
    """How many of its own tasks name no document that they carry out."""
    outside: tuple[int, int]
    """How many tasks of other plans name it, and of how many plans."""
    whole: Link | None
    """Its chain page, when documents stand below it."""
    families: list[tuple[Link, int]]
    """The families it belongs to, with the number of their documents."""


def chain_view(site: Site, document_id: str) -> ChainView:
    """Prepare the chain of one document."""
    chain = site.chain
    above, all_below = chain.all_above(document_id), chain.all_below(document_id)
    # What stands on both sides of a ring is shown above, with its ties of either kind.
    below = {one: steps for one, steps in all_below.items() if one not in above}
    shown_above, shown_below = _shown(site, above), _shown(site, below)
    in_page = {document_id, *shown_above, *shown_below}
    from_here_up, from_here_down = {document_id, *above}, {document_id, *all_below}

    def ties_of_upper(one: str) -> list[Tie]:
        lower = _in(chain.below[one], from_here_up)
        own = _in(chain.above.get(one, ()), {document_id})
        return [
            *ties_below(site, one, lower, in_page, document_id),
            *ties_above(site, one, own, in_page, document_id),
        ]

    def ties_of_lower(one: str) -> list[Tie]:
        upper = _in(chain.above[one], from_here_down)
        return ties_above(site, one, upper, in_page, document_id)

    document = site.index.documents[document_id]
    own_tasks = document.tasks if isinstance(document, Plan) else ()
    outside = [
        placed.plan.id
        for placed in site.index.tasks_carrying_out(document_id)
        if placed.plan.id != document_id
    ]
    return ChainView(
        above=_rows(site, above, [(one, ties_of_upper(one)) for one in shown_above]),
        own=node(site, document_id),
        changes=_changes(site, document_id),
        below=_rows(site, below, [(one, ties_of_lower(one)) for one in shown_below]),
        missing=_missing(site, document_id, all_below),
        work=_work(site, own_tasks),
        other_tasks=sum(not one.directives for one in own_tasks),
        outside=(len(outside), len(set(outside))),
        whole=family_link(site, document_id) if all_below else None,
        families=[
            (family_link(site, head)._replace(marks=()), chain.size_below(head) + 1)
            for head in chain.heads_of.get(document_id, ())
            if head != document_id
        ],
    )


def _in(ids: tuple[str, ...], chosen: set[str]) -> list[str]:
    return [one for one in ids if one in chosen]


def _shown(site: Site, steps: dict[str, int]) -> list[str]:
    """Choose the documents of each level to show: the directly tied first, then the newest."""
    levels = site.chain.levels
    by_level: dict[str, list[str]] = defaultdict(list)
    for one in sorted(steps, key=lambda one: _order(site, one, steps[one])):
        by_level[levels.get(one, "")].append(one)
    return [one for ids in by_level.values() for one in ids[:MAX_NODES]]


def _order(site: Site, document_id: str, steps: int) -> tuple[int, int, str]:
    return steps, newest_first(site.index.documents[document_id]), document_id


def _rows(site: Site, steps: dict[str, int], shown: list[tuple[str, list[Tie]]]) -> list[ChainRow]:
    """Put documents into levels, from the top down."""
    levels = site.chain.levels
    count: dict[str, int] = defaultdict(int)
    for one in steps:
        count[levels.get(one, "")] += 1
    found: dict[str, list[tuple[Node, list[Tie]]]] = defaultdict(list)
    for one, ties in shown:
        found[levels.get(one, "")].append((node(site, one), ties))
    return [
        ChainRow(name, found[level], count[level] - len(found[level]))
        for level, name in LEVEL_NAMES.items()
        if count[level]
    ]


def _missing(site: Site, document_id: str, below: dict[str, int]) -> list[str]:
    levels = site.chain.levels
    held = {levels.get(one, "") for one in below}
    return [
        LEVEL_NAMES[one] for one in levels_below(levels.get(document_id, "")) if one not in held
    ]


def _changes(site: Site, document_id: str) -> list[Tie]:
    """Say what this document changes, and what has changed it."""
    document = site.index.documents[document_id]
    incoming = site.index.incoming_relations.get(document_id, ())
    ties = []
    for type_ in CHANGES:
        changed = [one.to for one in document.relations if one.type == type_]
        changing = [one.source.id for one in incoming if one.relation.type == type_]
        for words, ids in zip(RELATION_WORDS[type_], (changed, changing), strict=True):
            if ids:
                ties.append(Tie(words, [node(site, one).link for one in ids], 0))
    return ties


def _work(site: Site, tasks: tuple[Task, ...]) -> list[Work]:
    """Group a plan's tasks by the documents they carry out; each task stands once."""
    groups: dict[tuple[str, ...], list[Link]] = {}
    for one in tasks:
        if one.directives:
            groups.setdefault(one.directives, []).append(Link(f"#{one.id}", one.what))
    return [
        Work([short_name(site.index.documents[one]) for one in directives], links)
        for directives, links in groups.items()
    ]
