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


@pytest.fixture(scope="module", params=["built_site", "divided_site"])
def folder(request: pytest.FixtureRequest) -> Path:
    """The site, and the same with its lists in parts."""
    site: Path = request.getfixturevalue(request.param)
    return site


def test_every_link_leads_to_a_file(folder: Path) -> None:
    """Links name files, not folders: that is what makes them work from a disk."""
    targets = {
        (page.path, address): page.target(address)
        for page in read_site(folder).values()
        for address in page.addresses
        if not address.startswith("/")  # these have a test of their own
    }
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    folders = {path.relative_to(folder).as_posix() for path in folder.rglob("*/")}

    dead = sorted(link for link, to in targets.items() if to and to[0] not in files - folders)

    assert dead == []


def test_every_anchor_exists(folder: Path) -> None:
    pages = read_site(folder)
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


def test_ids_are_unique_on_a_page(folder: Path) -> None:
    pages = read_site(folder)
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


def test_every_kind_of_page_is_built(built_site: Path, divided_site: Path) -> None:
    kinds = {PREFIX[kind] for kind in RECORD_PAGES}

    assert generated_pages(divided_site).keys() == kinds
    assert generated_pages(built_site).keys() == kinds - {PREFIX["part"]}


def test_divided_lists_lose_no_plan(built_site: Path, divided_site: Path) -> None:
    """A page leads, over its parts, to every plan to which it leads when it is whole.

    The outline of a plan stands for it: folded sections are told by their outline.
    """
    whole, divided = read_site(built_site), read_site(divided_site)
    lost = {}
    for path, page in whole.items():
        parts, found = [path], set()
        for one in parts:
            to = targets(divided[one])
            found |= to
            parts += sorted(other for other in to - set(parts) if other.startswith("danh-sach/"))
        found |= {one.replace("de-cuong/", "ke-hoach/") for one in found}
        if missing := {one for one in targets(page) - found if one.startswith("ke-hoach/")}:
            lost[path] = sorted(missing)

    assert lost == {}


def targets(page: Page) -> set[str]:
    """Give the files to which a page leads."""
    return {to[0] for address in page.addresses if (to := page.target(address))}
