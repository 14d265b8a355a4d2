"""A build that uses what the last one left makes the bytes of one that does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from _arguments import BuildOptions
from _building import build_into
from _kept import kept_file

import macros.record_pages as record_pages
from tests.crawl import ROOT

EDITS: tuple[tuple[str, str, str], ...] = (
    ("plans/thu-duc-39-kh-2020.yml", "  - id: nv-1\n", "  - id: nv-1\n    audience: internal\n"),
    ("plans/phu-rieng-kh-149-2023.yml", '\nshort_title: "', '\nshort_title: "Tên khác, '),
    ("bodies/tong-ldld-viet-nam.yml", '\nname: "', '\nname: "Cơ quan '),
    ("areas/tai-chinh.yml", '\nname: "', '\nname: "Việc '),
    ("directives/02-nq-tw-2021.yml", '\nshort_title: "', '\nshort_title: "Tên khác, '),
    ("glossary/cdcs.yml", '\nexpansion: "', '\nexpansion: "một '),
)
"""File, a text in it, and what an editor puts there instead."""


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    root = tmp_path / "catalogue"
    shutil.copytree(ROOT / "data", root / "data")
    return root


@pytest.fixture
def small_catalogue(tmp_path: Path) -> Path:
    root = tmp_path / "catalogue"
    shutil.copytree(ROOT / "tests/site", root)
    return root


def edit(catalogue: Path, path: str, old: str, new: str) -> None:
    file = catalogue / "data" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def test_after_edits_the_site_is_that_of_a_full_build(catalogue: Path, tmp_path: Path) -> None:
    site, full = tmp_path / "site", tmp_path / "full"
    build_into(site, root=catalogue)
    for two in zip(EDITS[::2], EDITS[1::2], strict=True):
        for one in two:
            edit(catalogue, *one)
        build_into(site, root=catalogue)  # a page wrongly taken over stays to the end
    build_into(full, root=catalogue, options=BuildOptions(full=True))

    assert files_of(site) == files_of(full)


def test_a_page_is_copied_or_made_again(
    tmp_path: Path, small_catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    build_into(site, root=small_catalogue)
    before = files_of(site)
    changed = site / "ke-hoach/ke-hoach-mau/index.html"
    changed.write_text("ai đó đã sửa", encoding="utf-8")
    made: list[str] = []
    render = record_pages.render_record
    monkeypatch.setattr(
        record_pages,
        "render_record",
        lambda site, kind, one: made.append(f"{kind}/{one}") or render(site, kind, one),
    )

    build_into(site, root=small_catalogue)

    assert files_of(site) == before
    assert "plan/ke-hoach-mau" in made
    assert "dossier/ke-hoach-mau" not in made


@pytest.mark.parametrize("data", [b"", b"torn" * 5000])
def test_a_broken_store_is_noticed_and_done_without(
    tmp_path: Path, small_catalogue: Path, data: bytes
) -> None:
    site = tmp_path / "site"
    build_into(site, root=small_catalogue)
    before = files_of(site)
    kept_file(small_catalogue).write_bytes(data)

    build_into(site, root=small_catalogue)

    assert files_of(site) == before
