"""Make the records of many files: of what an earlier run parsed, and the rest on all cores.

Between file and record stands the file's data as JSON: small to send from a worker, to keep for
the next run, and made into records by pydantic itself.  Only a file that makes no record is read
closely, to say why.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from handbook.kept import Kept, Result, digest_of
from handbook.load.lean import share_field_sets
from handbook.load.record_file import LoadedRecord, data_as_json, read_closely, record_of
from handbook.load.text_file import read_bytes
from handbook.model import RecordKind
from handbook.parallel import batches_of, run_each
from handbook.problems import Problem

_SORT = "records"
"""The sort of what is kept of each file: its data, as JSON."""
_BATCH = 1_000
"""Files that are read at a time: no more of them is held beside the records."""


class RecordFile(NamedTuple):
    """A file to read: where it lies, the path to print, and the kind of its record."""

    path: Path
    shown: str
    kind: RecordKind


class Made(NamedTuple):
    """The record of a file, or why it is none."""

    record: LoadedRecord | None
    problems: list[Problem]


def make_records(files: Sequence[RecordFile], kept: Kept | None) -> dict[RecordFile, Made]:
    """Read files and make their records; `kept` holds the data of earlier runs by file's digest."""
    return {
        file: one for batch in batches_of(files, _BATCH) for file, one in _make_batch(batch, kept)
    }


def forget_others(names: Collection[str], kept: Kept) -> None:
    """Keep nothing of files that are not among these; a name is the path to print."""
    kept.forget_all_but(_SORT, names)


def _make_batch(
    files: Sequence[RecordFile], kept: Kept | None
) -> Iterator[tuple[RecordFile, Made]]:
    sources: dict[RecordFile, bytes] = {}
    for file in files:
        source, problems = read_bytes(file.path, file.shown)
        if source is None:
            yield file, Made(None, problems)
        else:
            sources[file] = source
    digests = {file: digest_of(source) for file, source in sources.items()}
    known = _find(digests, kept)
    unknown = [file for file in sources if file not in known]
    fresh: dict[str, Result] = {}
    for file, data in known.items():
        yield file, _made(file, data, sources[file], digests[file])
    for file, parsed in zip(
        unknown,
        run_each(lambda file: data_as_json(sources[file], file.shown), unknown),
        strict=True,
    ):
        made = _made(file, parsed, sources[file], digests[file])
        yield file, made
        if parsed and made.record:
            fresh[file.shown] = Result(digests[file], parsed)
    if kept:
        kept.keep(_SORT, fresh)


def _find(digests: Mapping[RecordFile, bytes], kept: Kept | None) -> dict[RecordFile, bytes]:
    if not kept:
        return {}
    found = kept.find(_SORT, {file.shown: digest for file, digest in digests.items()})
    return {file: found[file.shown] for file in digests if file.shown in found}


def _made(file: RecordFile, data: bytes | None, source: bytes, digest: bytes) -> Made:
    record = record_of(data, file.shown, file.kind) if data else None
    if record is None:
        record, problems = read_closely(source, file.shown, file.kind)
        if record is None:
            return Made(None, problems)
    share_field_sets(record)
    loaded = LoadedRecord(
        kind=file.kind.name, path=file.shown, record=record, file=file.path, digest=digest
    )
    return Made(loaded, [])
