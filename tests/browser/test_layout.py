"""Phone, tablet, desktop and paper: nothing is too wide, and print leaves nothing out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browsing import OpenPage
from tests.crawl import generated_pages, sample_pages

A4_WIDTH = 794  # px at 96 dpi
_OVERFLOW = "() => document.scrollingElement.scrollWidth - window.innerWidth"
_UNPRINTED = """() => [...document.querySelectorAll("article [id][data-at]")]
    .filter(one => !one.checkVisibility({ contentVisibilityAuto: true }))
    .map(one => one.id)"""

_BROKEN_DATES = """() => {
    const found = [];
    const article = document.querySelector("article");
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const { data } = walker.currentNode;
        for (const date of data.matchAll(/\\d{1,2}\\/\\d{1,2}\\/\\d{4}/g)) {
            const range = document.createRange();
            range.setStart(walker.currentNode, date.index);
            range.setEnd(walker.currentNode, date.index + date[0].length);
            const lines = [...range.getClientRects()].filter(one => one.width).map(one => one.top);
            if (new Set(lines).size > 1) found.push(date[0]);
        }
    }
    return found;
}"""


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_date_is_broken_across_lines(
    width: int, built_site: Path, site_address: str, new_page: OpenPage
) -> None:
    watched = new_page(viewport={"width": width, "height": 800})

    broken = {}
    for path in (*sample_pages(built_site), "vai-tro/can-bo-cdcs/index.html"):
        watched.show(site_address + path)
        found = watched.page.evaluate(_BROKEN_DATES)
        if found:
            broken[path] = found

    assert broken == {}


def test_the_publication_has_no_source_maps(built_site: Path) -> None:
    assert list(built_site.rglob("*.map")) == []


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_is_wider_than_the_screen(
    width: int, built_site: Path, site_address: str, new_page: OpenPage
) -> None:
    watched = new_page(viewport={"width": width, "height": 800})

    too_wide = {}
    for path in sample_pages(built_site):
        watched.show(site_address + path)
        excess = watched.page.evaluate(_OVERFLOW)
        if excess > 0:
            too_wide[path] = excess

    assert too_wide == {}


def test_nothing_is_wider_than_the_paper(
    built_site: Path, site_address: str, new_page: OpenPage
) -> None:
    watched = new_page(viewport={"width": A4_WIDTH, "height": 1123})
    watched.page.emulate_media(media="print")

    too_wide = {}
    for path in sample_pages(built_site):
        watched.show(site_address + path)
        excess = watched.page.evaluate(_OVERFLOW)
        if excess > 0:
            too_wide[path] = excess

    assert too_wide == {}


@pytest.mark.parametrize("prefix", ["ke-hoach", "de-cuong"])
def test_every_item_is_printed(
    prefix: str, built_site: Path, site_address: str, new_page: OpenPage
) -> None:
    watched = new_page(viewport={"width": A4_WIDTH, "height": 1123})
    watched.page.emulate_media(media="print")

    for path in generated_pages(built_site)[prefix]:
        watched.show(site_address + path)
        assert watched.page.locator("article [id][data-at]").count() > 0
        assert watched.page.evaluate(_UNPRINTED) == [], path


def test_a_plan_prints_on_paper(built_site: Path, site_address: str, new_page: OpenPage) -> None:
    watched = new_page()
    watched.show(site_address + generated_pages(built_site)["ke-hoach"][0])

    paper = watched.page.pdf(format="A4")

    assert paper.startswith(b"%PDF")


def test_a_list_in_groups_is_short_on_a_phone_and_filtered_as_one(
    site_address: str, new_page: OpenPage
) -> None:
    page = new_page(viewport={"width": 360, "height": 800}).page
    page.goto(f"{site_address}don-vi/")
    every = page.locator("article tbody tr").count()
    assert page.locator("article tbody tr:visible").count() == 0
    assert page.evaluate("document.scrollingElement.scrollHeight") < 2_000

    page.locator(".hb-filters input").first.fill("thu duc")

    shown = page.locator("article tbody tr:visible").count()
    assert 0 < shown < every
    assert page.locator(".hb-filter-count").inner_text() == f"Hiện {shown}/{every}"
    counts = page.locator(".hb-list-group:visible .hb-count").all_inner_texts()
    assert sum(map(int, counts)) == shown

    page.goto(f"{site_address}tai-ve/")
    page.goto(f"{site_address}don-vi/#cap-co-so")
    assert page.locator("#cap-co-so tbody tr:visible").count() > 0
    assert page.locator("#cap-huyen tbody tr:visible").count() == 0


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("don-vi/cdcs-thu-duc/", "vai-tro/"),
        ("ho-so/thu-duc-39-kh-2020/", "ke-hoach/"),
        ("van-ban/02-nq-tw-2021/", "van-ban/"),
    ],
)
def test_the_menu_tells_where_a_record_belongs(
    path: str, part: str, site_address: str, new_page: OpenPage
) -> None:
    page = new_page().page
    page.goto(site_address + path)

    marked = page.locator(".hb-nav [aria-current]").evaluate_all("all => all.map(one => one.href)")

    assert marked == [f"{site_address}{part}index.html"]
