"""The tree of everything below a document, each document in one place, cut to what can be read."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from handbook.chain import Placed
from handbook.model.plan import Task
from handbook.views.addresses import address_of
from handbook.views.chain_nodes import Node, Tie, family_link, node, say_relations, ties_above
from handbook.views.parts import NOTHING_FOLDED, Entry, Folded, LongList, fold_apart, name_list
from handbook.views.site import Link, Site, newest_first

MAX_CHILDREN = 24
"""How many documents below one are shown as nodes; the others are a line each, folded."""

MAX_NODES = 300
MAX_DEPTH = 12
"""Beyond these a document's own chain page shows what is below it."""


class Branch(NamedTuple):
    """A node of the tree with what hangs below it."""

    node: Node
    words: str
    """What it does to the document it hangs below."""
    also: list[Tie]
    """Its ties to other documents of the tree."""
    tasks: list[Link]
    children: list[Branch]
    folded: Folded
    """Documents that are only a line here, each with the number of those below it."""


class _Children(NamedTuple):
    shown: list[str]
    folded: list[str]


def family_tree(site: Site, head: str, tasks: dict[str, list[Task]]) -> Branch:
    """Prepare the tree; `tasks` gives, for each plan, its tasks for documents of the family."""
    placed = site.chain.tree_below(head)
    parents = {one.document_id: one.parent for one in placed}
    children = _choose(site, placed)
    folded = fold_apart(_older(site, head, children), lambda one: one[0])
    shown = {head, *(one for row in children.values() for one in row.shown)}

    def branch(document_id: str) -> Branch:
        parent = parents[document_id]
        others = [
            one
            for one in site.chain.above.get(document_id, ())
            if one in parents and one != parent and parent
        ]
        row = children[document_id]
        return Branch(
            node(site, document_id),
            say_relations(site.chain.ties[document_id, parent], 0) if parent else "",
            ties_above(site, document_id, others, shown),
            [
                Link(f"{address_of('plan', document_id)}#{one.id}", one.what)
                for one in tasks.get(document_id, ())
            ],
            [branch(one) for one in row.shown],
            folded.get(document_id, NOTHING_FOLDED),
        )

    return branch(head)


def family_lists(site: Site, head: str) -> Iterator[LongList]:
    """Give what the tree does not show as nodes."""
    yield _older(site, head, _choose(site, site.chain.tree_below(head)))


def _older(site: Site, head: str, children: Mapping[str, _Children]) -> LongList:
    return LongList(
        name=name_list("family", head, "ben-duoi"),
        title=f"Lược đồ {site.document(head).text}: văn bản bên dưới",
        page=family_link(site, head),
        items=[(parent, one) for parent, row in children.items() for one in row.folded],
        heading=lambda one: f"Dưới {site.document(one[0]).text}",
        entry=lambda one: _entry(site, one[1]),
    )


def _choose(site: Site, placed: list[Placed]) -> dict[str, _Children]:
    """Share the room out from the top down: of many, those that lead on, then the newest."""
    hanging: dict[str, list[str]] = defaultdict(list)
    for one in placed:
        hanging[one.parent].append(one.document_id)
    room = MAX_NODES
    found: dict[str, _Children] = {}
    queue = deque([(placed[0].document_id, 0)])
    while queue:
        document_id, depth = queue.popleft()
        ordered = sorted(hanging[document_id], key=lambda one: _weight(site, one, hanging))
        count = min(MAX_CHILDREN, room) if depth < MAX_DEPTH else 0
        room -= len(ordered[:count])
        shown = sorted(ordered[:count], key=site.chain.rank)
        found[document_id] = _Children(shown, ordered[count:])
        queue.extend((one, depth + 1) for one in shown)
    return found


def _weight(site: Site, document_id: str, hanging: dict[str, list[str]]) -> tuple[bool, int, str]:
    document = site.index.documents[document_id]
    return document_id not in hanging, newest_first(document), document_id


def _entry(site: Site, document_id: str) -> Entry:
    below = site.chain.size_below(document_id)
    link = (family_link if below else Site.document)(site, document_id)
    return Entry(link, f"còn {below} văn bản bên dưới" if below else "")
