"""Results of earlier runs: used only when nothing they follow from has changed."""

from __future__ import annotations

import shutil
import sqlite3
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handbook.checks import load_and_check
from handbook.citations import find_cited_prose
from handbook.kept import LIBRARIES, Kept, Result, digest_of, digest_of_code
from handbook.load import load_catalogue
from handbook.problems import Problem
from tests.test_architecture import LIBRARY, imported_modules

MINIATURE = Path(__file__).resolve().parent / "site"
MADE_FROM = digest_of(b"a file")
MAKE_NOTHING_THAT_IS_KEPT = {"brotli", "icalendar", "openpyxl", "rapidfuzz"}
RESULT = Result(MADE_FROM, "một kết quả".encode())


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "folder" / "kept.sqlite", b"code")


def keep_one(kept: Kept) -> None:
    kept.keep("sort", {"name": RESULT})


def test_a_result_is_found_again(kept: Kept) -> None:
    keep_one(kept)

    assert kept.find("sort", {"name": MADE_FROM}) == {"name": RESULT.value}


@pytest.mark.parametrize(
    ("sort", "name", "made_from"),
    [
        ("other", "name", MADE_FROM),
        ("sort", "other", MADE_FROM),
        ("sort", "name", digest_of(b"a file, changed")),
    ],
)
def test_a_result_of_something_else_is_not(
    kept: Kept, sort: str, name: str, made_from: bytes
) -> None:
    keep_one(kept)

    assert kept.find(sort, {name: made_from}) == {}


def test_a_result_of_other_code_is_not(kept: Kept, tmp_path: Path) -> None:
    keep_one(kept)
    other = Kept(tmp_path / "folder" / "kept.sqlite", b"code, changed")

    assert other.find("sort", {"name": MADE_FROM}) == {}


def test_a_new_result_takes_the_place_of_the_old(kept: Kept) -> None:
    keep_one(kept)
    new = Result(digest_of(b"new"), b"new")
    kept.keep("sort", {"name": new})

    assert kept.find("sort", {"name": new.made_from}) == {"name": b"new"}
    assert kept.find("sort", {"name": MADE_FROM}) == {}


def test_results_of_names_that_are_gone_are_forgotten(kept: Kept) -> None:
    keep_one(kept)
    kept.keep("other", {"name": RESULT})
    kept.keep("sort", {"new": RESULT})
    kept.forget_all_but("sort", ["new"])

    assert kept.find("sort", {"name": MADE_FROM, "new": MADE_FROM}) == {"new": RESULT.value}
    assert kept.find("other", {"name": MADE_FROM}) == {"name": RESULT.value}


def test_every_library_that_makes_results_counts() -> None:
    """A page of the last build must not outlive the table of days off that it was made with."""
    distributions = packages_distributions()
    imported = {name.split(".")[0] for path in LIBRARY for name in imported_modules(path)}

    used = {
        one.lower().replace("_", "-") for name in imported for one in distributions.get(name, ())
    }

    assert used - MAKE_NOTHING_THAT_IS_KEPT == set(LIBRARIES)


@pytest.mark.parametrize("library", LIBRARIES)
def test_another_version_of_a_library_is_other_code(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest_of_code()
    monkeypatch.setattr(
        "handbook.kept.version", lambda name: "0" if name == library else version(name)
    )

    assert digest_of_code() != before


@settings(deadline=None)
@given(place=st.integers(0, 8191), byte=st.integers(0, 255))
@example(place=4089, byte=128)  # in the text of the table's declaration
def test_a_torn_file_gives_the_result_or_nothing(
    tmp_path_factory: pytest.TempPathFactory, place: int, byte: int
) -> None:
    file = tmp_path_factory.mktemp("torn") / "kept.sqlite"
    kept = Kept(file, b"code")
    keep_one(kept)
    data = bytearray(file.read_bytes())
    data[place % len(data)] = byte
    file.write_bytes(data)

    assert kept.find("sort", {"name": MADE_FROM}) in ({}, {"name": RESULT.value})
    keep_one(kept)


@pytest.mark.parametrize("data", [b"", b"no database" * 1000])
def test_a_file_that_is_no_database_is_replaced(kept: Kept, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "folder" / "kept.sqlite"
    file.parent.mkdir()
    file.write_bytes(data)

    assert kept.find("sort", {"name": MADE_FROM}) == {}
    keep_one(kept)
    assert kept.find("sort", {"name": MADE_FROM}) == {"name": RESULT.value}


def test_a_folder_one_may_not_look_into_is_done_without(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(path)

    keep_one(kept)
    monkeypatch.setattr(Path, "is_file", refuse)

    assert kept.find("sort", {"name": MADE_FROM}) == {}


def test_a_value_under_another_name_is_not_taken(kept: Kept, tmp_path: Path) -> None:
    keep_one(kept)
    database = sqlite3.connect(tmp_path / "folder" / "kept.sqlite")
    with database:
        database.execute("UPDATE kept SET name = 'other'")
    database.close()

    assert kept.find("sort", {"other": MADE_FROM}) == {}


def test_a_store_in_use_keeps_nobody_waiting_for_ever(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handbook.kept._PATIENCE", 0.05)
    keep_one(kept)
    other = sqlite3.connect(tmp_path / "folder" / "kept.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    assert kept.find("sort", {"name": MADE_FROM}) == {}
    keep_one(kept)
    other.close()


def test_a_store_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    kept = Kept(tmp_path / "file" / "kept.sqlite", b"code")

    keep_one(kept)
    assert kept.find("sort", {"name": MADE_FROM}) == {}


Told = tuple[object, list[Problem], object]


def told_of(root: Path, kept: Kept | None) -> Told:
    """Give all that follows from a catalogue and may have been kept."""
    index, problems = load_and_check(root, kept=kept)
    cited = [(loaded.path, texts) for loaded, texts in find_cited_prose(index)]
    return [(one.path, one.record, one.digest) for one in index.catalogue.loaded], problems, cited


@pytest.mark.parametrize("root", [MINIATURE, MINIATURE.parents[1]], ids=["miniature", "real"])
def test_a_catalogue_is_the_same_with_what_was_kept(root: Path, tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept.sqlite", digest_of_code())
    fresh = told_of(root, None)

    assert told_of(root, kept) == fresh
    assert told_of(root, kept) == fresh


def test_nothing_is_parsed_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept(tmp_path / "kept.sqlite", digest_of_code())
    told_of(MINIATURE, kept)

    def refuse(*_: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr("handbook.load.parsing.data_as_json", refuse)
    monkeypatch.setattr("handbook.citations.records.cite_record", refuse)
    catalogue, problems = load_catalogue(MINIATURE, kept=kept)

    assert not problems
    assert catalogue.loaded
    told_of(MINIATURE, kept)


EDITS: tuple[tuple[str, str, str], ...] = (
    ("plans/ke-hoach-mau.yml", "title:", "title: Tên khác #"),
    ("plans/ke-hoach-mau.yml", "number:", "number: 77/KH-MAU #"),
    ("directives/02-nq-mau-2023.yml", "title:", "title: Nghị quyết khác về cùng việc #"),
    ("directives/02-nq-mau-2023.yml", "number:", "number: 99-NQ/MAU #"),
    ("directives/01-nq-mau-2020.yml", "issued:", 'issued: "2019-01-02" #'),
    ("bodies/cong-doan-mau.yml", "name:", "name: Công đoàn tỉnh Khác #"),
    ("bodies/cong-doan-mau.yml", "parent:", "# parent:"),
    ("areas/tai-chinh.yml", "name:", "name: no #"),
    ("glossary/cdcs.yml", "id:", "id: khac #"),
)
"""File, the beginning of its first line that changes, and what stands there then; some of them
change what others cite, some are errors."""


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(EDITS), min_size=1, max_size=4))
def test_after_any_edits_it_is_as_if_nothing_had_been_kept(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, str]]
) -> None:
    root = tmp_path_factory.mktemp("edited")
    shutil.copytree(MINIATURE, root, dirs_exist_ok=True)
    kept = Kept(root / "kept.sqlite", digest_of_code())
    told_of(root, kept)
    for path, old, new in edits:
        file = root / "data" / path
        lines = file.read_text(encoding="utf-8").split("\n")
        place = next((n for n, line in enumerate(lines) if line.startswith((old, new))), 0)
        lines[place] = new + lines[place].removeprefix(new).removeprefix(old)
        file.write_text("\n".join(lines), encoding="utf-8", newline="\n")

        assert told_of(root, kept) == told_of(root, None)
