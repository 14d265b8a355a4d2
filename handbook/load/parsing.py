"""Make the records of many files: of what an earlier run parsed, and the rest on all cores."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from handbook.kept import Kept, Result, digest_of
from handbook.load.record_file import (
    LoadedRecord,
    data_as_json,
    make_record,
    parse_source,
    remake_record,
)
from handbook.load.text_file import read_bytes
from handbook.model import RecordKind
from handbook.parallel import run_all
from handbook.problems import Problem

_SORT = "records"
"""The sort of what is kept of each file: its data, as JSON."""


class RecordFile(NamedTuple):
    """A file to read: where it lies, the path to print, and the kind of its record."""

    path: Path
    shown: str
    kind: RecordKind


Made = tuple[LoadedRecord | None, list[Problem]]
"""The record of a file, or why it is none."""


def make_records(
    files: Iterable[RecordFile], kept: Kept | None, names: Collection[str]
) -> dict[RecordFile, Made]:
    """Read files and make their records.

    Parsing takes five times as long as everything else, so `kept` holds the data of earlier runs,
    by the digest of the file.  `names` are all files of the catalogue: of others nothing is kept.
    """
    made: dict[RecordFile, Made] = {}
    sources: dict[RecordFile, bytes] = {}
    for file in files:
        source, problems = read_bytes(file.path, file.shown)
        if source is None:
            made[file] = None, problems
        else:
            sources[file] = source
    digests = {file.shown: digest_of(source) for file, source in sources.items()}
    known = kept.find(_SORT, digests) if kept else {}
    for file, source in sources.items():
        data = known.get(file.shown)
        if data and (record := remake_record(data, source, file.shown, file.kind)):
            made[file] = record, []
    fresh: dict[str, Result] = {}
    unknown = [file for file in sources if file not in made]
    parsed = run_all(lambda file: parse_source(sources[file], file.shown), unknown)
    parsed.reverse()
    for file in unknown:
        # Taken from the end of the list, so that raw data goes as soon as its record is made.
        one = parsed.pop()
        made[file] = make_record(one, sources[file], file.shown, file.kind)
        if kept and made[file][0] is not None:
            fresh[file.shown] = Result(digests[file.shown], data_as_json(one))
    if kept and fresh:
        kept.keep(_SORT, fresh, of=names)
    return made
