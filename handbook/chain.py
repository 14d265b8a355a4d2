"""The chain of documents: which document stands below which, and what families they form.

A document stands *below* another when it carries it out, guides how to, is based on it or reviews
how it was carried out (`DOWNWARD`).  Mere mentions, and what replaces or amends a document, do not
lead from level to level and make no chain.  Data may hold loops: every walk ends all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from handbook.grouping import Lazily, grouped
from handbook.index import Index
from handbook.model.document import Document, RelationType
from handbook.model.reference import BODY_LEVELS
from handbook.relations import CARRYING_OUT, DOWNWARD

CHAIN_LEVELS = tuple(level for level in BODY_LEVELS if level != "bộ phận")
"""The levels of a chain; a department stands at the level of the body it belongs to."""

Ties = Mapping[str, Sequence[str]]


class Placed(NamedTuple):
    """A document in the tree of a chain: below which one it hangs, and how deep."""

    document_id: str
    parent: str
    depth: int


@dataclass(frozen=True)
class Chain:
    """The chain of one catalogue.  Build it with `Chain(index)`."""

    index: Index

    @cached_property
    def ties(self) -> dict[tuple[str, str], tuple[RelationType, ...]]:
        """(Lower, upper) document → the relations that tie them, the strongest first."""
        found: dict[tuple[str, str], set[RelationType]] = defaultdict(set)
        documents = self.index.documents
        for lower in documents.values():
            for relation in lower.relations:
                upper = relation.to
                if relation.type in DOWNWARD and upper in documents and upper != lower.id:
                    found[lower.id, upper].add(relation.type)
        return {pair: tuple(sorted(types, key=DOWNWARD.index)) for pair, types in found.items()}

    @cached_property
    def above(self) -> dict[str, tuple[str, ...]]:
        """Document id → the documents directly above it, in the order of its relations."""
        return grouped(self.ties)

    @cached_property
    def below(self) -> dict[str, tuple[str, ...]]:
        """Document id → the documents directly below it, in the order of the catalogue."""
        return grouped((upper, lower) for lower, upper in self.ties)

    @cached_property
    def below_by_carrying_out(self) -> dict[str, tuple[str, ...]]:
        """Document id → the documents that directly carry it out."""
        return grouped(
            (upper, lower)
            for (lower, upper), types in self.ties.items()
            if not set(types).isdisjoint(CARRYING_OUT)
        )

    @cached_property
    def levels(self) -> dict[str, str]:
        """Document id → the level of its issuer; documents whose level is not known are absent."""
        found = {one.id: self._level_of(one) for one in self.index.documents.values()}
        return {document_id: level for document_id, level in found.items() if level}

    def _level_of(self, document: Document) -> str:
        levels = (body.level for body in self.index.lineage(document.issuer))
        return next((level for level in levels if level in CHAIN_LEVELS), "")

    def rank(self, document_id: str) -> tuple[int, str, str]:
        """Give a key that sorts documents as a chain is read: by level, then by date."""
        level = self.levels.get(document_id, "")
        place = CHAIN_LEVELS.index(level) if level else len(CHAIN_LEVELS)
        return place, self.index.documents[document_id].issued or "9999", document_id

    def all_above(self, document_id: str) -> dict[str, int]:
        """Give every document above one, with how many steps away it is, the nearest first."""
        return steps_from(document_id, self.above)

    def all_below(self, document_id: str) -> dict[str, int]:
        """Give every document below one, with how many steps away it is, the nearest first."""
        return steps_from(document_id, self.below)

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The documents that head a family, by level and date.

        A family is a document with everything below it.  Its head has documents below and none
        above; a generic name (“nghị quyết đại hội các cấp”) above it does not count, because it is
        no document one could go to.  Of documents that stand above one another in a ring, the one
        of the highest level and the earliest date is the head.
        """
        ranked = sorted(self.index.documents, key=self.rank)
        below = {
            upper: [] if self.is_generic(upper) else self.below.get(upper, ()) for upper in ranked
        }
        heads = _sources(ranked, below)
        generic = (one for one in ranked if self.is_generic(one) and one not in heads)
        return tuple(
            one
            for one in sorted({*heads, *generic}, key=self.rank)
            if one in self.below and not (self.is_generic(one) and one in self.above)
        )

    @cached_property
    def heads_of(self) -> dict[str, tuple[str, ...]]:
        """Document id → the heads of the families it belongs to."""
        return grouped((one, head) for head in self.heads for one in [head, *self.all_below(head)])

    def is_generic(self, document_id: str) -> bool:
        """Tell whether a record stands for many documents of one name."""
        return bool(getattr(self.index.documents[document_id], "generic", False))

    def size_below(self, document_id: str) -> int:
        """Count the documents below one."""
        return self._sizes[document_id]

    @cached_property
    def _sizes(self) -> Lazily[str, int]:
        return Lazily(lambda one: len(self.all_below(one)))

    def tree_below(self, head: str) -> list[Placed]:
        """Hang every document below `head` in one place, parents before children.

        A document tied to several hangs below the one farthest from the head, so that the tree
        goes through every level the documents name.
        """
        order = _finishing_order([head], self.below)[::-1]
        position = {one: place for place, one in enumerate(order)}
        placed = {head: Placed(head, "", 0)}
        for upper in order:
            for lower in self.below.get(upper, ()):
                depth = placed[upper].depth + 1
                forward = position[lower] > position[upper]
                if forward and (lower not in placed or placed[lower].depth < depth):
                    placed[lower] = Placed(lower, upper, depth)
        return [placed[one] for one in order]


def steps_from(start: str, edges: Ties) -> dict[str, int]:
    """Walk breadth first: each id reached → its distance.  The start itself is left out.

    >>> steps_from("a", {"a": ["b", "c"], "b": ["c", "a"]})
    {'b': 1, 'c': 1}
    """
    found = {start: 0}
    queue = [start]
    for one in queue:  # grows while it is walked
        for other in edges.get(one, ()):
            if other not in found:
                found[other] = found[one] + 1
                queue.append(other)
    del found[start]
    return found


def _sources(names: Sequence[str], below: Ties) -> set[str]:
    """Give the names from which all others are reached: one of each knot nothing leads into.

    In the reverse of the order in which a depth-first walk leaves them, whatever leads to a name
    stands before it, so a name not yet reached when its turn comes has nothing above it.
    """
    sources: set[str] = set()
    reached: set[str] = set()
    for name in reversed(_finishing_order(names, below)):
        if name not in reached:
            sources.add(name)
            _walk_new(name, below, reached, [])
    return sources


def _finishing_order(names: Sequence[str], below: Ties) -> list[str]:
    reached: set[str] = set()
    left: list[str] = []
    for name in names:
        if name not in reached:
            _walk_new(name, below, reached, left)
    return left


def _walk_new(start: str, below: Ties, reached: set[str], left: list[str]) -> None:
    """Walk depth first from `start`, without recursion; note the names as the walk leaves them."""
    reached.add(start)
    stack = [(start, iter(below.get(start, ())))]
    while stack:
        name, others = stack[-1]
        other = next((one for one in others if one not in reached), None)
        if other is None:
            stack.pop()
            left.append(name)
        else:
            reached.add(other)
            stack.append((other, iter(below.get(other, ()))))
