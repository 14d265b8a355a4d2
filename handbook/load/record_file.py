"""Load one record file: what can be told of it without any other file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from handbook.grouping import grouped
from handbook.kept import digest_of
from handbook.load.faults import Fault
from handbook.load.schema_errors import find_schema_findings
from handbook.load.text_checks import Flaw, find_flaws, gather
from handbook.load.text_file import decode_record, read_bytes, text_of
from handbook.load.yaml_tree import parse, span_of
from handbook.model import RecordKind
from handbook.model.base import Record
from handbook.problems import Finding, Problem
from handbook.references import Reference, find_references

MAX_PROBLEMS = 100
"""More than this of one file is a flood that tells an editor nothing new."""


@dataclass(frozen=True, kw_only=True)
class LoadedRecord:
    """A record with the file it came from.  The file's text is not held: it is as large again.

    What follows from the record alone is kept with it: when the catalogue is read again, a record
    whose file is as it was is the same object.
    """

    kind: str
    path: str
    """From the catalogue's root, as it is shown."""
    record: Record
    file: Path
    digest: bytes
    """Of the file's bytes; empty when the record is not all of what they say (a public edition)."""

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference to another record, in field order."""
        return tuple(find_references(self.record))

    @cached_property
    def references_by_target(self) -> dict[str, tuple[Reference, ...]]:
        """Target id → the references to it; `kinds` says which record is meant."""
        return grouped((one.target, one) for one in self.references)

    def problem(self, finding: Finding) -> Problem:
        """Turn a finding into a problem with line and column.

        The file is read again for that; if somebody has just changed it, its first line is named.
        """
        source, _ = read_bytes(self.file, self.path)
        is_same = source is not None and digest_of(source) == self.digest
        return _to_problem(self.path, text_of(source) if source and is_same else "", finding)


class Parsed(NamedTuple):
    """A file after everything that needs no other file and no record type.

    `problems` say why it is no text; `flaws` and `faults` are what is wrong in the text.
    """

    problems: list[Problem]
    flaws: list[Flaw]
    data: dict[str, Any] | None
    faults: list[Fault]


def parse_source(source: bytes, shown: str) -> Parsed:
    """Parse the bytes of a file; `shown` is the path to print."""
    text, problems = decode_record(source, shown)
    if text is None:
        return Parsed(problems, [], None, [])
    data, faults = parse(text)
    return Parsed([], find_flaws(text), data, faults)


def data_as_json(source: bytes, shown: str) -> bytes | None:
    """Parse the bytes of a file and write its data for `record_of`; None if anything is wrong."""
    problems, flaws, data, faults = parse_source(source, shown)
    if problems or flaws or faults or data is None:
        return None
    with suppress(UnicodeEncodeError):  # half a character, in a key: PyYAML alone lets it pass
        return json.dumps(data, ensure_ascii=False, allow_nan=False).encode()
    return None


def record_of(data: bytes, shown: str, kind: RecordKind) -> Record | None:
    """Make the record of a file from its data, or None if they make none."""
    try:
        record = kind.type.model_validate_json(data)
    except ValidationError:
        return None
    return record if record.id == Path(shown).stem else None


def read_closely(
    source: bytes, shown: str, kind: RecordKind
) -> tuple[Record | None, list[Problem]]:
    """Make the record of a file from its bytes, or say why they make none: slower, with places."""
    problems, flaws, data, faults = parse_source(source, shown)
    if problems:
        return None, problems
    text = text_of(source)
    faults = [*gather(flaws), *(fault for fault in faults if not _follows(fault, flaws))]
    record: Record | None = None
    findings: Iterable[Finding] = ()
    if data is not None:
        record, findings = _validate(data, kind, Path(shown).stem, text)
    problems = [fault.problem(shown) for fault in faults]
    found = (one for one in findings if not _covers_flaw(text, one, flaws))
    problems.extend(_to_problem(shown, text, finding) for finding in found)
    return (None if problems else record), _shortened(problems)


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
