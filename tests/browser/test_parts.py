"""A list that goes on in parts, as a reader walks it: by clicks, from a disk, on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browsing import OpenPage, serving

PHONE = {"viewport": {"width": 360, "height": 740}}
LINES = "document.querySelectorAll('ul.hb-directory > li').length"


def test_all_times_are_reached_by_clicks_without_scripts(
    divided_site: Path, new_page: OpenPage
) -> None:
    watched = new_page(java_script_enabled=False)
    page = watched.page
    watched.show((divided_site / "thoi-gian/index.html").as_uri())
    page.get_by_role("article").get_by_role("link", name="Mọi mốc, theo tháng").click()
    page.locator("ul.hb-parts a").first.click()

    seen: list[str] = []
    while True:
        lines = page.locator("ul.hb-directory > li")
        assert 0 < lines.count() <= 3
        seen += [lines.nth(at).inner_text() for at in range(lines.count())]
        following = page.locator("a[rel=next]").first
        if not following.count():
            break
        following.click()

    assert page.get_by_text(f"trong {len(seen)} dòng").count() == 1
    assert len(seen) > 6
    page.locator(".hb-part-ways").first.get_by_role("link", name="Việc theo thời gian").click()
    assert page.url.endswith("thoi-gian/index.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_part_fits_a_phone_and_is_accessible(
    divided_site: Path, new_page: OpenPage, scheme: str
) -> None:
    watched = new_page(**PHONE, color_scheme=scheme)
    with serving(divided_site) as address:
        for path in (
            "danh-sach/thoi-gian--1/",
            "danh-sach/danh-muc--2/",
            "danh-muc/",
            "thoi-gian/",
        ):
            watched.open(f"{address}{path}")
            check_page(watched.page)
    assert watched.errors == []


def check_page(page: Page) -> None:
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 360, page.url
    violations = Axe().run(page).response["violations"]
    serious = [one["id"] for one in violations if one["impact"] in ("serious", "critical")]
    assert serious == [], page.url
    assert "landmark-unique" not in {one["id"] for one in violations}, page.url


def test_a_letter_of_the_directory_leads_to_its_lines(
    divided_site: Path, new_page: OpenPage
) -> None:
    watched = new_page()
    page = watched.page
    watched.show((divided_site / "danh-muc/index.html").as_uri())
    page.locator(".hb-letters").get_by_role("link", name="K", exact=True).click()

    heading = page.locator(":target")
    assert heading.inner_text().startswith("K")
    assert page.evaluate(LINES) > 0
