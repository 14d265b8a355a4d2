"""Find the citations in the prose of records: kept from an earlier run, or read on all cores."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import NamedTuple

from handbook.citations.annotate import Cited, annotate
from handbook.citations.context import Context, context_of, editorial_context
from handbook.citations.lexing import may_cite
from handbook.citations.pipeline import cite
from handbook.citations.registry import Registry
from handbook.index import Index
from handbook.kept import Result, digest_of
from handbook.load.record_file import LoadedRecord
from handbook.model.base import Record
from handbook.model.document import Directive
from handbook.model.plan import Plan
from handbook.parallel import run_all
from handbook.problems import KeyPath
from handbook.walk import PROSE, walk

_SORT = "citations"
"""The sort of what is kept of each record: its citing prose, as JSON."""


class CitedText(NamedTuple):
    """A piece of prose that cites something: where it stands in its record, and its citations."""

    where: KeyPath
    text: str
    cites: tuple[Cited, ...]


class Speakers(NamedTuple):
    """The contexts of those who speak in a record."""

    document: Context
    editors: Context


def cite_records(index: Index, registry: Registry) -> list[tuple[LoadedRecord, list[CitedText]]]:
    """Read every record of a catalogue, in its order."""
    loaded, kept = index.catalogue.loaded, index.catalogue.kept
    digests = {
        one.path: _digest_of(one, registry, _speakers_of(index, one.record))
        for one in loaded
        if kept and one.digest
    }
    known = kept.find(_SORT, digests) if kept else {}
    found = {path: _from_json(value) for path, value in known.items()}
    unknown = [one for one in loaded if one.path not in found]
    read = run_all(lambda one: cite_record(index, registry, one.record), unknown)
    fresh = {one.path: texts for one, texts in zip(unknown, read, strict=True)}
    results = {
        path: Result(digests[path], json.dumps(texts, ensure_ascii=False).encode())
        for path, texts in fresh.items()
        if path in digests
    }
    if kept and results:
        kept.keep(_SORT, results)
        kept.forget_all_but(_SORT, digests)
    found |= fresh
    return [(one, found[one.path]) for one in loaded]


def cite_record(index: Index, registry: Registry, record: Record) -> list[CitedText]:
    """Find the citations in one record's prose, in field order."""
    speakers = _speakers_of(index, record)
    contexts = {"văn bản": speakers.document, "ban biên tập": speakers.editors}
    found = []
    for where, text, voice in walk(record, PROSE):
        if may_cite(text) and (cites := cite_text(text, registry, contexts[voice.speaker])):
            found.append(CitedText(where, text, cites))
    return found


def cite_text(text: str, registry: Registry, context: Context) -> tuple[Cited, ...]:
    """Find the citations of one text."""
    return annotate(cite(text, registry, context))


def _speakers_of(index: Index, record: Record) -> Speakers:
    editors = editorial_context(index, record)
    if isinstance(record, (Plan, Directive)):
        return Speakers(context_of(index, record), editors)
    return Speakers(editors, editors)


def _digest_of(loaded: LoadedRecord, registry: Registry, speakers: Speakers) -> bytes:
    """Give the digest of what a record's citations follow from, besides the code."""
    # What a document relates to stands in its own file; the order of a set is not the same twice.
    told = [repr(replace(one, related=frozenset())) for one in speakers]
    return digest_of(loaded.digest, registry.digest, *(one.encode() for one in told))


def _from_json(value: bytes) -> list[CitedText]:
    return [
        CitedText(
            tuple(where),
            text,
            tuple(
                Cited(start, end, directive, tuple(candidates), number)
                for start, end, directive, candidates, number in cites
            ),
        )
        for where, text, cites in json.loads(value)
    ]
