"""Compressed copies: of text worth it, the same on every machine, and right."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import brotli
import pytest

from handbook.publish.compress import MIN_SIZE, compressed_copies


def copies(file: Path) -> dict[str, bytes]:
    return {path.name: data for path, data in compressed_copies([file])}


@pytest.mark.parametrize("name", ["a.html", "a.css", "a.min.js", "a.json", "a.ics", "a.csv"])
def test_text_is_compressed_both_ways(tmp_path: Path, name: str) -> None:
    data = "Công đoàn ".encode() * 500
    (tmp_path / name).write_bytes(data)

    found = copies(tmp_path / name)

    assert found.keys() == {f"{name}.br", f"{name}.gz"}
    assert brotli.decompress(found[f"{name}.br"]) == data
    assert gzip.decompress(found[f"{name}.gz"]) == data
    assert found[f"{name}.gz"][4:10] == b"\0\0\0\0\2\xff"  # no time, no system


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", b"a" * 5000),
        ("a.png", b"a" * 5000),
        ("a.html", b"a" * (MIN_SIZE - 1)),
        ("a.html", random.Random(1).randbytes(5000)),
    ],
)
def test_what_gains_nothing_is_left_alone(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)

    assert copies(tmp_path / name) == {}
