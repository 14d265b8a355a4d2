"""The page of results: facets with counts, an address to send, more results; the list A–Z."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.searching import INPUT, LISTBOX, RESULTS, ask, records, wait_for
from tests.browsing import OpenPage, WatchedPage

PAGE = "tim-kiem/index.html"
VALUES = ".hb-facet__value"
WIDE = {"width": 1280, "height": 900}


def test_facets_narrow_and_their_counts_are_true(site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE)
    page = watched.page
    choices = open_and_list_choices(watched, site_address + f"{PAGE}?q=bao+cao")

    for choice in first_of_each_facet(choices):
        watched.show(site_address + f"{PAGE}?q=bao+cao")
        button = page.locator(f'{VALUES}[data-choice="{choice}"]')
        expected = int(button.locator(".hb-facet__count").inner_text())
        button.click()
        page.locator(f'{VALUES}[data-choice="{choice}"][aria-pressed=true]').wait_for()
        wait_for(page, "bao cao")
        while page.locator(".hb-search__more").is_visible():
            before = len(records(page))
            page.locator(".hb-search__more").click()
            page.wait_for_function(
                f"document.querySelectorAll('{RESULTS}').length > {before}", timeout=5000
            )
        assert len(records(page)) == expected, choice

    assert watched.errors == []


def open_and_list_choices(watched: WatchedPage, address: str) -> list[str]:
    """Open the results and list the choices that can be made."""
    watched.show(address)
    page = watched.page
    page.locator(VALUES).first.wait_for()
    found: list[str] = page.locator(VALUES).evaluate_all("all => all.map(b => b.dataset.choice)")
    return found


def first_of_each_facet(choices: list[str]) -> list[str]:
    """Take one choice of each facet."""
    firsts = {choice.split("=")[0]: choice for choice in reversed(choices)}
    assert len(firsts) >= 7, f"facets are missing: {firsts}"
    return list(firsts.values())


def test_the_address_holds_query_and_choices(site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE)
    page = watched.page
    watched.show(site_address + PAGE)
    ask(page, "báo cáo")
    page.locator(f'{VALUES}[data-choice^="kind="]').nth(1).click()
    page.locator(f"{VALUES}[aria-pressed=true]").wait_for()
    wait_for(page, "báo cáo")
    sent = page.url
    shown = records(page)

    colleague = new_page(viewport=WIDE)
    colleague.show(sent)
    wait_for(colleague.page, "báo cáo")

    parameters = parse_qs(urlsplit(sent).query)
    assert parameters["q"] == ["báo cáo"]
    assert parameters["loai"]
    assert records(colleague.page) == shown
    assert colleague.page.locator(INPUT).input_value() == "báo cáo"
    assert "báo cáo" in colleague.page.title()


def test_choices_are_taken_back(site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE)
    page = watched.page
    watched.show(site_address + f"{PAGE}?q=bao+cao&nam=1900")
    wait_for(page, "bao cao")
    assert records(page) == []

    page.locator(".hb-facets__clear").click()
    page.locator(RESULTS).first.wait_for()

    assert "nam=" not in page.url
    assert page.locator(f"{VALUES}[aria-pressed=true]").count() == 0


def test_the_focus_stays_on_a_choice(site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE)
    page = watched.page
    choice = open_and_list_choices(watched, site_address + f"{PAGE}?q=bao+cao")[0]
    button = page.locator(f'{VALUES}[data-choice="{choice}"]')

    button.focus()
    page.keyboard.press("Enter")
    page.locator(f"{VALUES}[aria-pressed=true]").wait_for()

    assert page.evaluate("document.activeElement.dataset.choice") == choice


def test_more_results_follow_in_order(site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE)
    page = watched.page
    watched.show(site_address + PAGE)
    first = ask(page, "cong doan")

    page.locator(".hb-search__more").click()
    page.wait_for_function(f"document.querySelectorAll('{RESULTS}').length > {len(first)}")

    assert records(page)[: len(first)] == first


def test_back_from_a_result_shows_the_results_again(site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE)
    page = watched.page
    watched.show(site_address + PAGE)
    shown = ask(page, "cong doan")
    page.locator(RESULTS).nth(1).click()
    page.wait_for_url(lambda url: PAGE not in url)

    page.go_back()
    wait_for(page, "cong doan")

    assert records(page) == shown


def test_an_empty_box_asks_for_nothing(site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE)
    watched.show(site_address + f"{PAGE}?q=bao+cao")
    wait_for(watched.page, "bao cao")

    watched.page.locator(INPUT).fill("")

    watched.page.wait_for_selector(f"{LISTBOX}[data-state=idle]")
    assert "q=" not in watched.page.url
    assert not watched.page.locator(".hb-search__facets").is_visible()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_results_fit_the_screen(width: int, site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport={"width": width, "height": 800})
    watched.show(site_address + f"{PAGE}?q=bao+cao")
    wait_for(watched.page, "bao cao")
    watched.page.locator(".hb-facets__title").click()

    assert watched.page.evaluate("document.scrollingElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["bao+cao", "xqzzkwjf"])
def test_no_serious_fault(query: str, scheme: str, site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE, color_scheme=scheme, reduced_motion="reduce")
    watched.open(site_address + f"{PAGE}?q={query}&loai=Nhi%E1%BB%87m+v%E1%BB%A5")

    violations = Axe().run(watched.page).response["violations"]

    assert [
        (one["id"], one["nodes"][0]["html"][:150])
        for one in violations
        if one["impact"] in ("serious", "critical")
    ] == []


def test_the_address_for_the_browser_is_that_of_the_site(
    site_address: str, new_page: OpenPage
) -> None:
    watched = new_page()
    watched.show(site_address + PAGE)

    pattern = watched.page.locator(".hb-search-address").inner_text()

    watched.show(pattern.replace("%s", "cong%20doan"))
    wait_for(watched.page, "cong doan")
    assert records(watched.page)


def test_nothing_of_the_themes_search_is_published(built_site: Path) -> None:
    names = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*")}

    assert not [one for one in names if "lunr" in one or "workers/search" in one]
    assert "search/search_index.json" not in names


def test_results_print_with_their_query(site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport={"width": 794, "height": 1123})
    watched.show(site_address + f"{PAGE}?q=bao+cao")
    wait_for(watched.page, "bao cao")

    watched.page.emulate_media(media="print")

    assert watched.page.locator(INPUT).is_visible()
    assert watched.page.locator(RESULTS).last.is_visible()
    assert not watched.page.locator(".hb-search__facets").is_visible()
