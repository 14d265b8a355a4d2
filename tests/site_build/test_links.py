"""The built folder, read without a browser: whole, relative, in Vietnamese."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from handbook.outputs.pages import RECORD_PAGES
from handbook.views.addresses import PREFIX
from tests.crawl import Page, generated_pages, handwritten_pages, read_site


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, Page]:
    return read_site(built_site)


def test_every_link_leads_to_a_file(built_site: Path, pages: dict[str, Page]) -> None:
    """Links name files, not folders: that is what makes them work from a disk."""
    targets = {
        (page.path, address): page.target(address)
        for page in pages.values()
        for address in page.addresses
        if not address.startswith("/")  # these have a test of their own
    }
    files = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*")}
    folders = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*/")}

    dead = sorted(link for link, to in targets.items() if to and to[0] not in files - folders)

    assert dead == []


def test_every_anchor_exists(pages: dict[str, Page]) -> None:
    ids = {path: {*page.ids, ""} for path, page in pages.items()}

    dead = sorted(
        (page.path, address)
        for page in pages.values()
        for address in page.addresses
        if (to := page.target(address)) and to[0] in ids and to[1] not in ids[to[0]]
    )

    assert dead == []


def test_links_are_relative(pages: dict[str, Page]) -> None:
    """All but those of 404.html, which a server shows at any depth."""
    absolute = sorted(
        (page.path, address)
        for page in pages.values()
        if page.path != "404.html"
        for address in page.addresses
        if address.startswith("/")
    )

    assert absolute == []


def test_no_link_runs_a_script(pages: dict[str, Page]) -> None:
    addresses = {address for page in pages.values() for address in page.addresses}

    assert not {one for one in addresses if one.lower().strip().startswith("javascript:")}


def test_ids_are_unique_on_a_page(pages: dict[str, Page]) -> None:
    twice = {
        path: doubled
        for path, page in pages.items()
        if (doubled := [one for one, count in Counter(page.ids).items() if count > 1])
    }

    assert twice == {}


def test_no_template_mark_is_left(pages: dict[str, Page]) -> None:
    marks = ("{{", "{%", "{#", "HBBLOCK")

    left = sorted(
        (path, text.strip()[:80])
        for path, page in pages.items()
        for text in page.texts
        if any(mark in text for mark in marks)
    )

    assert left == []


def test_every_page_is_marked_as_vietnamese(pages: dict[str, Page]) -> None:
    assert {page.lang for page in pages.values()} == {"vi"}


def test_every_handwritten_page_is_built(built_site: Path, pages: dict[str, Page]) -> None:
    assert set(handwritten_pages(built_site)) <= pages.keys()


def test_every_kind_of_page_is_built(built_site: Path) -> None:
    assert generated_pages(built_site).keys() == {PREFIX[kind] for kind in RECORD_PAGES}
