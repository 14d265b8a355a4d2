"""The files of an index: small, in order, the same for the same input."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.search.abbreviations import Table
from handbook.search.builder import sort_entries, write_index
from handbook.search.entries import Entry, Section
from tests.search.reading import all_hrefs, all_terms, read_index


def entry(name: str, *parts: str, standing: float = 0.5, kind: str = "p", text: str = "") -> Entry:
    head = Section(kind=kind, href=f"{name}/", title=name, text=text, fields=(("title", name),))
    sections = tuple(
        Section(kind="t", href=f"nv-{n}", title=one, text="", fields=(("heading", one),))
        for n, one in enumerate(parts)
    )
    return Entry(head=head, id=name, label="", standing=standing, sections=lambda: sections)


def files_of(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    entries = [entry(f"p{n}", "báo cáo", "sơ kết") for n in range(30)]

    write_index(tmp_path / "one", entries, Table(()))
    write_index(tmp_path / "two", reversed(entries), Table(()))

    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


def test_another_text_gives_another_version(tmp_path: Path) -> None:
    versions = {
        write_index(tmp_path, [entry("a", text=text)], Table(())).version for text in ("x", "y")
    }

    assert len(versions) == 2
    assert len(list((tmp_path / "search").iterdir())) == 2, "the old one is gone"


def test_records_are_in_order_of_standing() -> None:
    entries = [entry("b"), entry("c", standing=0.9), entry("a"), entry("a", kind="d")]

    assert [(one.id, one.head.kind) for one in sort_entries(entries)] == [
        ("c", "p"), ("a", "p"), ("b", "p"), ("a", "d"),
    ]  # fmt: skip


def test_counts_are_those_of_the_sections(tmp_path: Path) -> None:
    stats = write_index(tmp_path, [entry("a", "báo cáo", "báo tin"), entry("b")], Table(()))
    terms = all_terms(read_index(tmp_path))

    assert (stats.records, stats.sections) == (2, 2)
    assert (terms["bao4"], terms["cao4"], terms["b"]) == (2, 1, 1)


@pytest.mark.parametrize("ranges", [1, 4])
def test_nothing_is_lost_between_ranges(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ranges: int
) -> None:
    monkeypatch.setattr("handbook.search.builder.FIRST_RANGE", 40 // ranges)
    monkeypatch.setattr("handbook.search.builder.GROWTH", 1)
    monkeypatch.setattr("handbook.search.term_shards.LONG_LIST", 20)
    entries = [entry(f"p{n:02}", "báo cáo", f"riêng{chr(97 + n % 26)}") for n in range(40)]

    write_index(tmp_path, entries, Table(()))
    index = read_index(tmp_path)

    assert len(index["index"]["ranges"]) >= ranges
    assert sum(row[4] for row in index["index"]["ranges"]) == 80
    assert all_terms(index)["bao4"] == 40
    assert len(all_hrefs(index)) == 120


def test_text_cannot_leave_its_script(tmp_path: Path) -> None:
    hostile = "</script>\u2028\u2029 \"'\\ __proto__ constructor"
    write_index(tmp_path, [entry("a", hostile, text=hostile)], Table(()))

    index = read_index(tmp_path)

    (records,) = (value for name, value in index.items() if name == "d0")
    assert records[0][0][3] == hostile
    raw = b"".join(files_of(tmp_path).values()).decode()
    assert "\u2028" not in raw
    assert "\u2029" not in raw


def test_an_empty_index_is_written(tmp_path: Path) -> None:
    assert write_index(tmp_path, [], Table(())).records == 0
