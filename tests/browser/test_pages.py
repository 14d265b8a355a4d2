"""Every kind of page opens in a real browser, quietly, and asks nobody else for anything."""

from __future__ import annotations

from pathlib import Path

from tests.browsing import OpenPage, origin, serving
from tests.crawl import handwritten_pages, listed_pages, sample_pages


def test_every_kind_opens_without_error(
    built_site: Path, site_address: str, new_page: OpenPage
) -> None:
    watched = new_page()

    for path in sample_pages(built_site):
        watched.open(site_address + path.removesuffix("index.html"))
        assert watched.page.locator("h1").first.inner_text().strip(), f"{path} has no heading"

    assert watched.errors == []
    assert watched.outside_requests(origin(site_address)) == []


def test_an_unknown_address_shows_the_sites_own_page(site_address: str, new_page: OpenPage) -> None:
    watched = new_page()

    response = watched.page.goto(site_address + "khong-co/trang-nay/")

    assert response
    assert response.status == 404
    assert watched.page.locator("html").get_attribute("lang") == "vi"
    assert watched.outside_requests(origin(site_address)) == []


def test_works_under_a_sub_path(built_site: Path, new_page: OpenPage) -> None:
    watched = new_page()

    with serving(built_site, "/cong-doan/site/") as address:
        watched.open(address)
        for path in sample_pages(built_site)[-4:]:
            watched.open(address + path)
        watched.page.locator("a.md-logo").first.click()
        watched.settle()
        assert watched.page.url.removesuffix("index.html") == address

    assert watched.errors == []
    assert watched.outside_requests(address) == []


def test_lists_are_complete_without_javascript(
    built_site: Path, site_address: str, new_page: OpenPage
) -> None:
    watched = new_page(java_script_enabled=False)
    lists = set(handwritten_pages(built_site))

    for prefix, paths in listed_pages(built_site).items():
        assert f"{prefix}/index.html" in lists, f"no list page for {prefix}"
        watched.open(f"{site_address}{prefix}/")
        shown = watched.page.locator("article a:visible").evaluate_all(
            "all => all.map(a => a.href)"
        )
        missing = {site_address + path for path in paths} - set(shown)
        assert not missing, f"{prefix}: {sorted(missing)}"
