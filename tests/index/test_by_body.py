"""Lookups by body: the line from a body up to the top ends whatever the records say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_index import load_index, write_body


@pytest.mark.parametrize(
    ("parents", "line"),
    [
        ({"a": "b", "b": "c", "c": None}, ["a", "b", "c"]),
        ({"a": "b", "b": "a"}, ["a", "b"]),
        ({"a": "a"}, ["a"]),
        ({"a": "khong-co"}, ["a"]),
        ({}, []),
    ],
    ids=["to the top", "a loop", "its own parent", "an unknown parent", "an unknown body"],
)
def test_lineage_ends(tmp_path: Path, parents: dict[str, str | None], line: list[str]) -> None:
    for body, parent in parents.items():
        write_body(tmp_path, body, **({"parent": parent} if parent else {}))
    (tmp_path / "data").mkdir(exist_ok=True)

    index = load_index(tmp_path)

    assert [one.id for one in index.lineage("a")] == line
    assert index.lineage(None) == []
