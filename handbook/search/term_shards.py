"""Shards of terms: each holds the terms from its bound to the next, with their postings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from handbook.search.analysis import fold_of
from handbook.search.files import Writer

SHARD = 8_000
"""Characters of a shard of terms; about 5 kB compressed."""
LONG_LIST = 3_000
"""A list longer than this is cut: what lies beyond range 0 goes to files of its own."""


class Part(NamedTuple):
    """A term's postings in a range: the range, the number of sections, the postings."""

    range: int
    sections: int
    text: str


Lists = Mapping[str, list[Part]]


class _Shard:
    """The terms of one shard, and what of them goes to other files."""

    def __init__(self, bound: str) -> None:
        self.bound = bound
        self.terms: dict[str, list[Any]] = {}
        self.rest: dict[int, dict[str, str]] = {}
        self.size = 0

    def add(self, term: str, fold: str, parts: list[Part]) -> None:
        """Add a term: exact form (0 if the folded one), sections, then ranges and postings.

        Postings that stand in another file are 0.
        """
        is_long = sum(len(part.text) for part in parts if part.range) > LONG_LIST
        row: list[Any] = [0 if term == fold else term, sum(part.sections for part in parts)]
        for part in parts:
            is_elsewhere = is_long and part.range > 0
            row += part.range, 0 if is_elsewhere else part.text
            if is_elsewhere:
                self.rest.setdefault(part.range, {})[term] = part.text
            else:
                self.size += len(part.text)
        self.size += len(term)
        self.terms.setdefault(fold, []).append(row)

    def write(self, writer: Writer, number: int) -> None:
        """Write the shard and the files with the rest."""
        writer.write(f"t{number}", self.terms)
        for of_range, texts in self.rest.items():
            writer.write(f"t{number}-{of_range}", texts)


def write_terms(writer: Writer, lists: Lists) -> list[str]:
    """Write the shards of terms; give the first folded form of each."""
    bounds: list[str] = []
    shard = _Shard("")
    for fold, term in sorted((fold_of[term], term) for term in lists):
        if shard.size > SHARD and fold not in shard.terms:
            shard.write(writer, len(bounds))
            bounds.append(shard.bound)
            shard = _Shard(fold)
        shard.add(term, fold, lists[term])
    shard.write(writer, len(bounds))
    return [*bounds, shard.bound]
