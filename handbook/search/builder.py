"""Write the index: many small script files, each of which hands one value to `handbookSearch`.

    search/index.js                 what is where, and the query side (see `engine`): the only name
                                    that does not change
    search/<version>/t<n>.js        terms from one bound to the next, with their postings
    search/<version>/t<n>-<r>.js    the rest of long lists, for range r
    search/<version>/m<r>.js        the kinds and records of the sections in range r; those of
                                    range 0, which every query reads, stand in index.js
    search/<version>/f<r>.js        the facets of the sections in range r;  f.js: their names
    search/<version>/d<n>.js        what results show;  w.js: the vocabulary for spelling
    search/<version>/facets.js, spelling.js     parts of the query side that few queries need

Records are put in order of standing.  Sections fall into *ranges*: range 0 holds the first heads
of records and the first sections, and later ranges are larger.  A query reads range 0, and goes on
only while it finds too little.  The version is a digest of all that was written.
"""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from handbook.load.collection import paused_collection
from handbook.search.abbreviations import Table
from handbook.search.analysis import fold_of
from handbook.search.encoding import NUMBERS, fixed
from handbook.search.engine import LATER, engine_script, later_script
from handbook.search.entries import KINDS, Entry
from handbook.search.files import FacetTable, TextShards, Writer
from handbook.search.postings import FIRST_STEP, STEP_RATIO, STEPS, Analyser, PostingLists
from handbook.search.spelling import spell
from handbook.search.term_shards import Part, write_terms

FOLDER = "search"
FIRST_RANGE = 4096
LAST_RANGE = 65536
GROWTH = 4


class Stats(NamedTuple):
    """What was written."""

    version: str
    records: int
    sections: int
    terms: int
    files: int
    size: int


class Range(NamedTuple):
    """The bounds of a range: the heads and the records whose sections it holds, and how many."""

    first_head: int
    end_head: int
    first_record: int
    end_record: int
    sections: int


def write_index(folder: Path, entries: Iterable[Entry], abbreviations: Table) -> Stats:
    """Write the index under `folder / "search"`, in place of any that is there."""
    target = folder / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    draft = target / "draft"
    draft.mkdir(parents=True)
    writer = Writer(draft)
    with paused_collection():
        manifest, counts = Builder(writer, abbreviations).build(sort_entries(entries))
    for part in LATER:
        writer.write_script(part, later_script(part))
    version = writer.digest(manifest)
    draft.rename(target / version)
    writer.folder = target
    writer.write("index", {"version": version, **manifest}, engine=engine_script())
    return Stats(version, *counts, writer.files, writer.size)


def sort_entries(entries: Iterable[Entry]) -> list[Entry]:
    """Put records in order of standing; the order of equals is that of kind and id."""
    kinds = {letter: place for place, letter in enumerate(KINDS)}
    return sorted(entries, key=lambda one: (-one.standing, kinds[one.head.kind], one.id))


class Builder:
    """Goes through the records once and writes each file as soon as it is whole."""

    def __init__(self, writer: Writer, abbreviations: Table) -> None:
        self._writer = writer
        self._abbreviations = abbreviations
        self._analyser = Analyser(abbreviations)
        self._lists: dict[str, list[Part]] = {}
        self._facets = FacetTable()
        self._texts = TextShards(writer)

    def build(self, entries: list[Entry]) -> tuple[dict[str, Any], tuple[int, int, int]]:
        """Write every file but the manifest; give the manifest and the counts for `Stats`."""
        ranges: list[Range] = []
        counts: list[int] = []
        head = record = 0
        size = FIRST_RANGE
        while record < len(entries):
            end_head = min(head + size, len(entries))
            end = self._build_range(len(ranges), entries, (head, end_head, record), size, counts)
            ranges.append(Range(head, end_head, record, end, sum(counts[record:end])))
            head, record, size = end_head, end, min(size * GROWTH, LAST_RANGE)
        self._texts.flush()
        meta = self._meta_of(ranges, entries, counts)
        for number, one in enumerate(meta[1:], 1):
            self._writer.write(f"m{number}", one)
        bounds = write_terms(self._writer, self._lists)
        self._write_vocabulary()
        self._writer.write("f", self._facets.names())
        manifest = {
            "ranges": [list(one) for one in ranges],
            "range0": meta[0] if meta else None,
            "bounds": " ".join(bounds),
            "abbreviations": self._abbreviations.rows(),
            "wordings": self._abbreviations.wording_rows(),
            "steps": [STEPS, FIRST_STEP, STEP_RATIO],
            "kinds": {letter: list(names) for letter, names in KINDS.items()},
        }
        return manifest, (len(entries), sum(counts), len(self._lists))

    def _build_range(
        self,
        number: int,
        entries: list[Entry],
        starts: tuple[int, int, int],
        size: int,
        counts: list[int],
    ) -> int:
        """Add the heads and the sections of a range; give the record after its last."""
        first_head, end_head, record = starts
        postings_of = self._analyser.postings_of
        lists = PostingLists()
        for place, entry in enumerate(entries[first_head:end_head]):
            lists.add(place, postings_of(entry.head.fields, entry.head.names))
        first = end_head - first_head
        place = first
        facets: list[str] = []
        while record < end_head and place - first < size:
            sections = list(entries[record].sections())
            for section in sections:
                lists.add(place, postings_of(section.fields))
                facets.append(self._facets.section(section))
                place += 1
            self._texts.add(entries[record], sections)
            counts.append(len(sections))
            record += 1
        heads = "".join(
            self._facets.record(one) + self._facets.section(one.head)
            for one in entries[first_head:end_head]
        )
        self._writer.write(f"f{number}", [heads, "".join(facets)])
        for term, (count, text) in lists.take().items():
            self._lists.setdefault(term, []).append(Part(number, count, text))
        return record

    def _meta_of(
        self, ranges: list[Range], entries: list[Entry], counts: list[int]
    ) -> list[list[Any]]:
        """Give, for each range: kind, standing and text shard of each head; counts; kinds."""
        shards = list(accumulate(self._texts.starts))
        meta: list[list[Any]] = []
        for one in ranges:
            heads = "".join(
                entry.head.kind + fixed(min(round(entry.standing * 89), 89), 1) + starts
                for entry, starts in zip(
                    entries[one.first_head : one.end_head],
                    map(str, self._texts.starts[one.first_head : one.end_head]),
                    strict=True,
                )
            )
            before = shards[one.first_head - 1] if one.first_head else 0
            meta.append(
                [
                    before,
                    heads,
                    "".join(NUMBERS[count] for count in counts[one.first_record : one.end_record]),
                    "".join(self._texts.kinds[one.first_record : one.end_record]),
                ]
            )
        return meta

    def _write_vocabulary(self) -> None:
        """Write each syllable as people write it with the logarithm of how often it stands."""
        best: dict[str, tuple[int, str]] = {}
        total: dict[str, int] = {}
        for term, parts in self._lists.items():
            fold = fold_of[term]
            if fold.isalpha():
                count = sum(part.sections for part in parts)
                total[fold] = total.get(fold, 0) + count
                best[fold] = max(best.get(fold, (0, "")), (count, term))
        words = [
            f"{fold} {spell(best[fold][1])} {round(math.log2(total[fold] + 1))}"
            for fold in sorted(best)
        ]
        self._writer.write("w", ",".join(words))
