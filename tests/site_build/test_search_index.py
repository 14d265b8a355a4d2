"""The index of the built site leads to places that exist, and holds every record and page."""

from __future__ import annotations

from pathlib import Path

from handbook.checks import load_and_check
from tests.crawl import ROOT, read_site
from tests.search.reading import all_hrefs, read_index


def test_every_address_of_the_index_exists(built_site: Path) -> None:
    pages = {page.path: {*page.ids, ""} for page in read_site(built_site).values()}
    hrefs = all_hrefs(read_index(built_site))

    dead = []
    for href in sorted(hrefs):
        path, _, anchor = href.partition("#")
        if anchor not in pages.get(f"{path}index.html", ()):
            dead.append(href)

    assert len(hrefs) > 800
    assert dead == []


def test_every_record_is_found(built_site: Path) -> None:
    catalogue, _ = load_and_check(ROOT)
    index = read_index(built_site)
    found = {about[0] for name, rows in index.items() if name[0] == "d" for about, _ in rows}

    ids = {
        one.record.id
        for one in catalogue.catalogue.loaded
        if one.kind not in ("way", "words")  # a heading of the home page; what the search reads
    }
    assert ids <= found


def test_hand_written_pages_are_found(built_site: Path) -> None:
    index = read_index(built_site)
    titles = {
        about[0]: about[2] for name, rows in index.items() if name[0] == "d" for about, _ in rows
    }

    assert titles["bien-tap/them-van-ban"] == "Thêm một văn bản"


def test_old_files_of_the_theme_are_gone(built_site: Path) -> None:
    assert not (built_site / "search" / "search_index.json").exists()
