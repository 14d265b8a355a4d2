"""An index of a few small records: a test writes only the fields it is about."""

from __future__ import annotations

from pathlib import Path

from handbook.index import Index
from handbook.load.catalogue import load_catalogue

_SOURCES = """
sources:
  - id: s1
    title: Nguồn bịa
    confidence: nguồn thứ cấp
    checked_on: "2024-05-06"
"""
_DIRECTIVE = {
    "number": "null",
    "kind": "Quyết định",
    "title": "Về một việc",
    "issued": "null",
    "issuer": "null",
    "summary": "Bịa để thử.",
}
_BODY = {"name": "Công đoàn Mẫu", "level": "huyện", "kind": "công đoàn"}


def write_directive(root: Path, record_id: str, text: str = "", **fields: str) -> None:
    """Write a directive: `fields` are plain values, `text` is YAML for the others."""
    _write(root, "directives", record_id, {**_DIRECTIVE, **fields}, text)


def write_body(root: Path, record_id: str, text: str = "", **fields: str) -> None:
    """Write a body."""
    _write(root, "bodies", record_id, {**_BODY, **fields}, text)


def load_index(root: Path) -> Index:
    """Load what was written; a mistake in a test's own record shows itself here."""
    catalogue, problems = load_catalogue(root)
    assert not problems, "\n".join(map(str, problems))
    return Index(catalogue)


def _write(root: Path, folder: str, record_id: str, fields: dict[str, str], text: str) -> None:
    target = root / "data" / folder / f"{record_id}.yml"
    target.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"id: {record_id}"] + [
        f"{key}: {value if value == 'null' else repr_yaml(value)}" for key, value in fields.items()
    ]
    target.write_text("\n".join(lines) + f"\n{text.strip()}\n{_SOURCES}", encoding="utf-8")


def repr_yaml(value: str) -> str:
    """Quote a value for YAML."""
    return "'" + value.replace("'", "''") + "'"
