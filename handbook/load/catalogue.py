"""Load a whole catalogue: every file under `data/`, as records with the means to find any place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from handbook.load.collection import paused_collection
from handbook.load.faults import Fault
from handbook.load.folders import find_stray_entries, record_paths, show
from handbook.load.schema_errors import find_schema_findings
from handbook.load.text_checks import Flaw, find_flaws, gather
from handbook.load.text_file import read_text
from handbook.load.written_pages import read_written_pages
from handbook.load.yaml_tree import parse, span_of
from handbook.model import RECORD_KINDS, RecordKind
from handbook.model.base import Record
from handbook.parallel import run_all
from handbook.problems import Finding, Problem

MAX_PROBLEMS = 100
"""More than this of one file is a flood that tells an editor nothing new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedRecord:
    """A record with the file it came from.  `path` is relative to the catalogue's root."""

    kind: str
    path: str
    record: Record
    text: str

    def problem(self, finding: Finding) -> Problem:
        """Turn a finding into a problem with line and column."""
        return _to_problem(self.path, self.text, finding)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All records, by kind and id, in the order of their file names.

    `failed` holds, by kind, the ids of the records that could not be loaded: references to them
    must not be called unknown.  `written` holds the hand-written pages: address → Markdown.
    """

    root: Path
    loaded: tuple[LoadedRecord, ...]
    by_kind: dict[str, dict[str, LoadedRecord]] = field(default_factory=dict)
    failed: dict[str, frozenset[str]] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)

    def of_kind(self, kind: str) -> dict[str, LoadedRecord]:
        """Give the records of one kind, id → loaded record."""
        return self.by_kind.get(kind, {})


def load_catalogue(root: Path, docs: Path | None = None) -> tuple[Catalogue, list[Problem]]:
    """Load `root/data`.  Files with errors are left out of the catalogue and into the problems.

    `docs` is the folder of the hand-written pages, `root/docs` when not given.
    """
    with paused_collection():
        return _load_folders(root, docs or root / "docs")


def _load_folders(root: Path, docs: Path) -> tuple[Catalogue, list[Problem]]:
    loaded: list[LoadedRecord] = []
    problems: list[Problem] = list(find_stray_entries(root))
    failed: dict[str, frozenset[str]] = {}
    folders = {kind: record_paths(root, kind.folder) for kind in RECORD_KINDS}
    every_path = [path for paths, _ in folders.values() for path in paths]
    parsed = dict(
        zip(
            every_path,
            run_all(lambda path: _parse_file(path, show(path, root)), every_path),
            strict=True,
        )
    )
    for kind, (paths, twins) in folders.items():
        lost: set[str] = set()
        problems.extend(twins)
        for path in paths:
            one, found = _make_record(parsed.pop(path), show(path, root), kind)
            problems.extend(found)
            if one is not None:
                loaded.append(one)
            else:
                lost |= _ids_meant(path, found)
        failed[kind.name] = frozenset(lost)
    by_kind: dict[str, dict[str, LoadedRecord]] = {kind.name: {} for kind in RECORD_KINDS}
    for one in loaded:
        by_kind[one.kind][one.record.id] = one
    catalogue = Catalogue(
        root=root,
        loaded=tuple(loaded),
        by_kind=by_kind,
        failed=failed,
        written=read_written_pages(docs),
    )
    return catalogue, sorted(problems)


_ID_LINE = re.compile(r"""^id: *["']?([a-z0-9-]+)""", re.MULTILINE)


def _ids_meant(path: Path, found: list[Problem]) -> set[str]:
    """Give the ids a broken file may stand for: its name, and the id it gives when that differs."""
    ids = {path.stem}
    if any(problem.code == "TEP-05" for problem in found):
        text, _ = read_text(path, path.name)
        ids |= set(_ID_LINE.findall(text or ""))
    return ids


class Parsed(NamedTuple):
    """A file after everything that needs no other file and no record type: text, flaws, data."""

    text: str | None
    problems: list[Problem]
    flaws: list[Flaw]
    data: dict[str, Any] | None
    faults: list[Fault]


def parse_record(
    text: str, shown: str, kind: RecordKind
) -> tuple[LoadedRecord | None, list[Problem]]:
    """Make a record of a file's text; `shown` is the path to print and to compare the id with."""
    return _make_record(_parse_text(text), shown, kind)


def _parse_file(path: Path, shown: str) -> Parsed:
    text, problems = read_text(path, shown)
    return Parsed(None, problems, [], None, []) if text is None else _parse_text(text)


def _parse_text(text: str) -> Parsed:
    data, faults = parse(text)
    return Parsed(text, [], find_flaws(text), data, faults)


def _make_record(
    parsed: Parsed, shown: str, kind: RecordKind
) -> tuple[LoadedRecord | None, list[Problem]]:
    text, problems, flaws, data, faults = parsed
    if text is None:
        return None, problems
    faults = [*gather(flaws), *(fault for fault in faults if not _follows(fault, flaws))]
    record: Record | None = None
    findings: Iterable[Finding] = ()
    if data is not None:
        record, findings = _validate(data, kind, Path(shown).stem, text)
    problems = [fault.problem(shown) for fault in faults]
    found = (one for one in findings if not _covers_flaw(text, one, flaws))
    problems.extend(_to_problem(shown, text, finding) for finding in found)
    if record is None or problems:
        return None, _shortened(problems)
    return LoadedRecord(kind=kind.name, path=shown, record=record, text=text), []


def _follows(fault: Fault, flaws: list[Flaw]) -> bool:
    """Tell whether a syntax error comes from an invisible character at or before it."""
    invisible = (flaw for flaw in flaws if flaw.code == "CHU-02")
    return fault.code == "YAML-01" and any(flaw.line <= fault.line for flaw in invisible)


def _covers_flaw(text: str, finding: Finding, flaws: list[Flaw]) -> bool:
    """Tell whether a finding is about a key or value whose text is already reported as bad."""
    if not flaws:
        return False
    span = span_of(text, finding.where, at_key=finding.at_key)
    return span.scalar and any(span.begin <= (flaw.line, flaw.column) < span.end for flaw in flaws)


def _shortened(problems: list[Problem]) -> list[Problem]:
    problems = sorted(problems)
    if len(problems) <= MAX_PROBLEMS:
        return problems
    last = problems[MAX_PROBLEMS]
    rest = Problem(
        path=last.path,
        line=last.line,
        column=last.column,
        code="TEP-10",
        message=f"còn {len(problems) - MAX_PROBLEMS} lỗi nữa trong tệp này",
        hint="Sửa các lỗi trên trước rồi kiểm tra lại.",
    )
    return [*problems[:MAX_PROBLEMS], rest]


def _validate(
    data: dict[str, Any], kind: RecordKind, stem: str, text: str
) -> tuple[Record | None, list[Finding]]:
    try:
        record = kind.type.model_validate(data)
    except ValidationError as error:
        return None, list(find_schema_findings(error, kind.type, data, text))
    if record.id != stem:
        hint = f"Đổi id thành “{stem}”, hoặc đổi tên tệp thành “{record.id}.yml”."
        message = f"id “{record.id}” khác tên tệp “{stem}.yml”"
        return record, [Finding(code="TEP-05", where=("id",), message=message, hint=hint)]
    return record, []


def _to_problem(shown: str, text: str, finding: Finding) -> Problem:
    line, column = span_of(text, finding.where, at_key=finding.at_key).begin
    return Problem(
        path=shown,
        line=line,
        column=column,
        code=finding.code,
        message=finding.message,
        hint=finding.hint,
        level=finding.level,
    )
