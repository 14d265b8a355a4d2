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
