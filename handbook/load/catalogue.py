"""Load a whole catalogue: every file under `data/`, as records with the means to find any place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from handbook.kept import Kept
from handbook.load.collection import paused_collection
from handbook.load.folders import find_stray_entries, record_paths, show
from handbook.load.parsing import RecordFile, forget_others, make_records
from handbook.load.record_file import LoadedRecord
from handbook.load.text_file import read_text
from handbook.load.written_pages import read_written_pages
from handbook.model import RECORD_KINDS, RecordKind
from handbook.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All records, by kind and id, in the order of their file names.

    `failed` holds, by kind, the ids of the records that could not be loaded: references to them
    must not be called unknown.  `written` holds the hand-written pages in the folder `docs`:
    address → Markdown.
    `kept` is where what was found in the records may be kept for the next run.
    """

    root: Path
    docs: Path
    loaded: tuple[LoadedRecord, ...]
    by_kind: dict[str, dict[str, LoadedRecord]] = field(default_factory=dict)
    failed: dict[str, frozenset[str]] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    kept: Kept | None = None

    def of_kind(self, kind: str) -> dict[str, LoadedRecord]:
        """Give the records of one kind, id → loaded record."""
        return self.by_kind.get(kind, {})


def load_catalogue(
    root: Path, docs: Path | None = None, kept: Kept | None = None
) -> tuple[Catalogue, list[Problem]]:
    """Load `root/data`.  Files with errors are left out of the catalogue and into the problems.

    `docs` is the folder of the hand-written pages, `root/docs` when not given; `kept` holds the
    data of files as earlier runs parsed them.
    """
    return Loader(root, docs, kept).load()


class _Read(NamedTuple):
    """What a file gave: its record or the ids it may have meant, and its problems.

    `mark` tells whether it is still as it was; None when that cannot be known.
    """

    mark: tuple[int, int, int] | None
    record: LoadedRecord | None
    lost: frozenset[str]
    problems: list[Problem]


class Loader:
    """Loads a catalogue again and again, reading only the files that are not as they were."""

    def __init__(self, root: Path, docs: Path | None = None, kept: Kept | None = None) -> None:
        self._root = root
        self._docs = docs or root / "docs"
        self._kept = kept
        self._read: dict[Path, _Read] = {}

    def load(self) -> tuple[Catalogue, list[Problem]]:
        """Do as `load_catalogue`; the record of an unchanged file is the same object again."""
        with paused_collection():
            paths = {kind: record_paths(self._root, kind.folder) for kind in RECORD_KINDS}
            self._read_all([(path, kind) for kind, (files, _) in paths.items() for path in files])
            twins = [problem for _, problems in paths.values() for problem in problems]
            return self._assemble(
                {kind: [self._read[path] for path in files] for kind, (files, _) in paths.items()},
                [*find_stray_entries(self._root), *twins],
            )

    def _read_all(self, files: list[tuple[Path, RecordKind]]) -> None:
        """Read what is new or changed; forget what is gone."""
        marks = {path: _mark_of(path) for path, _ in files}
        self._read = {
            path: one
            for path, one in self._read.items()
            if one.mark is not None and one.mark == marks.get(path)
        }
        wanted = [
            RecordFile(path, show(path, self._root), kind)
            for path, kind in files
            if path not in self._read
        ]
        if self._kept and wanted and not self._read:  # the first time: it takes a while
            forget_others({show(path, self._root) for path, _ in files}, self._kept)
        for file, (record, problems) in make_records(wanted, self._kept).items():
            lost = frozenset() if record else frozenset(_ids_meant(file.path, problems))
            self._read[file.path] = _Read(marks[file.path], record, lost, problems)

    def _assemble(
        self, files: dict[RecordKind, list[_Read]], problems: list[Problem]
    ) -> tuple[Catalogue, list[Problem]]:
        loaded = [one.record for read in files.values() for one in read if one.record is not None]
        by_kind: dict[str, dict[str, LoadedRecord]] = {kind.name: {} for kind in files}
        written, flaws = read_written_pages(self._docs)
        for one in loaded:
            by_kind[one.kind][one.record.id] = one
        catalogue = Catalogue(
            root=self._root,
            docs=self._docs,
            loaded=tuple(loaded),
            by_kind=by_kind,
            failed={
                kind.name: frozenset(lost for one in read for lost in one.lost)
                for kind, read in files.items()
            },
            written=written,
            kept=self._kept,
        )
        found = (problem for read in files.values() for one in read for problem in one.problems)
        return catalogue, sorted([*problems, *flaws, *found])


def _mark_of(path: Path) -> tuple[int, int, int] | None:
    """Give what changes when a file is written, however soon after: its time, size and place."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


_ID_LINE = re.compile(r"""^id: *["']?([a-z0-9-]+)""", re.MULTILINE)


def _ids_meant(path: Path, found: list[Problem]) -> set[str]:
    """Give the ids a broken file may stand for: its name, and the id it gives when that differs."""
    ids = {path.stem}
    if any(problem.code == "TEP-05" for problem in found):
        text, _ = read_text(path, path.name)
        ids |= set(_ID_LINE.findall(text or ""))
    return ids
