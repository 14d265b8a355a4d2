"""The search box: opening, typing, choosing; on every page and in every setting."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.searching import (
    INPUT,
    LISTBOX,
    RESULTS,
    ask,
    index_requests,
    records,
    wait_for,
)
from tests.browsing import OpenPage, serving
from tests.crawl import generated_pages, listed_pages, sample_pages

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
PANEL = ".hb-search__panel"


def test_every_page_keeps_the_contract(
    built_site: Path, site_address: str, new_page: OpenPage
) -> None:
    watched = new_page(viewport=WIDE)
    page = watched.page

    for path in sample_pages(built_site):
        watched.show(site_address + path)
        assert page.locator(INPUT).count() == 1, path
        assert page.locator(LISTBOX).count() == 1, path
        assert page.locator(LISTBOX).get_attribute("data-state") == "idle", path
        found = ask(page, "bao cao")
        assert len(found) >= 3, path
        hrefs = page.locator(RESULTS).evaluate_all("all => all.map(a => a.href)")
        assert len(set(hrefs)) == len(found), path
        assert page.locator(f"{RESULTS}:not([data-kind])").count() == 0
        assert page.locator(LISTBOX).is_visible()

    assert watched.errors == []


def test_nothing_of_the_index_is_loaded_before_the_first_key(
    site_address: str, new_page: OpenPage
) -> None:
    watched = new_page()
    watched.open(site_address)
    watched.page.keyboard.press("/")
    watched.settle()
    before = index_requests(watched.requests)

    watched.page.keyboard.type("b")
    wait_for(watched.page, "b")

    assert before == []
    assert index_requests(watched.requests)


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_opens_it(key: str, built_site: Path, site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE)
    watched.show(site_address + sample_pages(built_site)[-1])
    assert not watched.page.locator(PANEL).is_visible()

    watched.page.keyboard.press(key)

    assert watched.page.locator(INPUT).evaluate("one => one === document.activeElement")
    assert watched.page.locator(PANEL).is_visible()
    assert watched.page.locator(INPUT).input_value() == ""


def test_a_slash_is_typed_where_one_types(site_address: str, new_page: OpenPage) -> None:
    watched = new_page()
    watched.show(site_address)

    watched.page.locator(INPUT).focus()
    watched.page.keyboard.type("39/KH")

    assert watched.page.locator(INPUT).input_value() == "39/KH"


@pytest.mark.parametrize("path", ["index.html", "van-ban/index.html", "tim-kiem/index.html"])
def test_on_a_phone_a_tap_opens_it(path: str, site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page = watched.page
    watched.show(site_address + path)

    page.locator(INPUT).tap()
    page.keyboard.type("cong doan")
    wait_for(page, "cong doan")
    first = page.locator(RESULTS).first
    target = str(first.evaluate("a => a.href"))

    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
    first.tap()
    page.wait_for_url(target)
    assert watched.errors == []


def test_a_phone_goes_back_from_the_search_to_the_page(
    site_address: str, new_page: OpenPage
) -> None:
    watched = new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    watched.show(site_address + "van-ban/index.html")
    ask(watched.page, "cong doan")

    watched.page.get_by_role("button", name="Đóng tìm kiếm").tap()

    assert not watched.page.locator(PANEL).is_visible()
    assert watched.page.locator("h1").is_visible()


def test_arrow_keys_choose_and_enter_follows(site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE)
    page = watched.page
    watched.show(site_address)
    ask(page, "cong doan")
    options = page.locator(f"{LISTBOX} [role=option]")

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")

    chosen = page.locator(f"{LISTBOX} [aria-selected=true]")
    assert chosen.count() == 1
    assert chosen.get_attribute("id") == options.nth(1).get_attribute("id")
    assert page.locator(INPUT).get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    target = str(chosen.evaluate("a => a.href"))
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_arrow_up_from_the_box_chooses_the_last(site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE)
    watched.show(site_address)
    ask(watched.page, "cong doan")

    watched.page.keyboard.press("ArrowUp")

    last = watched.page.locator(f"{LISTBOX} [role=option]").last
    assert last.get_attribute("aria-selected") == "true"
    watched.page.keyboard.press("ArrowDown")
    assert watched.page.locator(INPUT).get_attribute("aria-activedescendant") is None


def test_escape_closes_then_empties(
    built_site: Path, site_address: str, new_page: OpenPage
) -> None:
    watched = new_page(viewport=WIDE)
    page = watched.page
    watched.show(site_address + sample_pages(built_site)[-1])
    ask(page, "cong doan")

    page.keyboard.press("Escape")
    assert not page.locator(PANEL).is_visible()
    assert page.locator(INPUT).input_value() == "cong doan"
    assert page.locator(INPUT).get_attribute("aria-expanded") == "false"
    page.keyboard.press("Escape")

    assert page.locator(INPUT).input_value() == ""
    assert page.locator(LISTBOX).get_attribute("data-state") == "idle"


def test_escape_on_a_result_goes_back_to_the_input(site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE)
    page = watched.page
    watched.show(site_address + "van-ban/index.html")
    ask(page, "cong doan")
    page.locator(RESULTS).first.focus()

    page.keyboard.press("Escape")

    assert not page.locator(PANEL).is_visible()
    assert page.locator(INPUT).evaluate("one => one === document.activeElement")


def test_found_words_are_as_large_as_the_words_around_them(
    site_address: str, new_page: OpenPage
) -> None:
    watched = new_page(viewport=WIDE)
    watched.show(site_address)
    ask(watched.page, "cong doan")

    sizes = watched.page.locator(".hb-hit__title mark").evaluate_all(
        "all => all.map(one => [getComputedStyle(one), getComputedStyle(one.parentElement)])"
        ".map(pair => pair.map(style => style.fontSize))"
    )

    assert sizes
    assert all(found == around for found, around in sizes)


def test_a_click_elsewhere_and_tab_close_it(site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE)
    watched.show(site_address + "van-ban/index.html")
    ask(watched.page, "cong doan")

    watched.page.locator("h1").click(position={"x": 5, "y": 5})
    assert not watched.page.locator(PANEL).is_visible()
    watched.page.locator(INPUT).focus()
    assert watched.page.locator(PANEL).is_visible()
    for _ in range(30):
        watched.page.keyboard.press("Tab")

    assert not watched.page.locator(PANEL).is_visible()


def test_enter_without_a_choice_opens_the_page_of_results(
    site_address: str, new_page: OpenPage
) -> None:
    watched = new_page(viewport=WIDE)
    watched.show(site_address + "van-ban/index.html")
    shown = ask(watched.page, "nghị quyết 02")

    watched.page.keyboard.press("Enter")
    watched.page.wait_for_url("**/tim-kiem/index.html?q=*")
    wait_for(watched.page, "nghị quyết 02")

    assert records(watched.page)[:3] == shown[:3]


def test_a_word_being_composed_is_searched_and_left_alone(
    site_address: str, new_page: OpenPage
) -> None:
    watched = new_page()
    page = watched.page
    watched.show(site_address)
    page.locator(INPUT).focus()
    method = page.context.new_cdp_session(page)

    for text in ("h", "ho", "hoo", "hô", "hôi", "hội"):
        method.send(
            "Input.imeSetComposition",
            {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
        )
    wait_for(page, "hội")
    assert records(page)
    page.locator(INPUT).evaluate(
        """one => ["ArrowDown", "Enter", "Escape"].forEach(key => one.dispatchEvent(
            new KeyboardEvent("keydown", { key, isComposing: true, bubbles: true })))"""
    )
    assert page.locator(f"{LISTBOX} [aria-selected=true]").count() == 0
    assert page.locator(PANEL).is_visible()
    method.send("Input.insertText", {"text": "hội"})
    page.keyboard.type(" nghị")
    wait_for(page, "hội nghị")

    assert page.locator(INPUT).input_value() == "hội nghị"
    assert records(page)
    assert watched.errors == []


@pytest.mark.parametrize(
    "kept",
    [
        'Object.defineProperty(window, "localStorage", { get() { throw new Error("blocked"); } })',
        'localStorage.setItem("handbook-recent-searches", "{no json")',
        'localStorage.setItem("handbook-recent-searches", "[1, {}, null]")',
    ],
)
def test_it_works_whatever_the_browser_keeps(
    kept: str, site_address: str, new_page: OpenPage
) -> None:
    watched = new_page(viewport=WIDE)
    watched.page.add_init_script(kept)
    watched.show(site_address)

    assert ask(watched.page, "cong doan")
    watched.page.keyboard.press("Enter")
    watched.page.wait_for_url("**/tim-kiem/**")
    wait_for(watched.page, "cong doan")

    assert watched.page.locator(RESULTS).count() > 0
    ours = [one for one in watched.errors if "search-" in one]
    assert ours == []


def test_a_failed_load_is_told_and_tried_again(site_address: str, new_page: OpenPage) -> None:
    watched = new_page()
    page = watched.page
    page.route("**/search/**", lambda route: route.abort())
    watched.show(site_address)
    ask(page, "cong")
    assert "Chưa tải được" in page.locator(".hb-search__message").inner_text()

    page.unroute("**/search/**")

    assert ask(page, "cong doan")


@pytest.mark.parametrize(
    ("query", "viewport", "scheme"),
    [
        ("", WIDE, "dark"),
        ("bao cao", WIDE, "light"),
        ("bao cao", PHONE, "dark"),
        ("xqzzkwjf", PHONE, "light"),
    ],
)
def test_no_serious_fault_while_open(
    query: str,
    viewport: dict[str, int],
    scheme: str,
    site_address: str,
    new_page: OpenPage,
) -> None:
    watched = new_page(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    watched.show(site_address + "van-ban/index.html")
    watched.page.locator(INPUT).focus()
    if query:
        ask(watched.page, query)
        watched.page.keyboard.press("ArrowDown")

    violations = Axe().run(watched.page).response["violations"]

    assert [
        (one["id"], one["nodes"][0]["html"][:150])
        for one in violations
        if one["impact"] in ("serious", "critical")
    ] == []


def test_works_from_a_folder(built_site: Path, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE)
    root = built_site.as_uri() + "/"
    watched.show(root + generated_pages(built_site)["ke-hoach"][0])

    ask(watched.page, "cong doan")
    watched.page.keyboard.press("Enter")
    watched.page.wait_for_url("**/tim-kiem/index.html?q=*")
    wait_for(watched.page, "cong doan")
    first = watched.page.locator(RESULTS).first
    target = str(first.evaluate("a => a.href"))
    first.click()
    watched.page.wait_for_url(target)

    assert target.startswith(root)
    assert watched.errors == []
    assert watched.outside_requests(root) == []


def test_works_under_a_sub_path_and_a_strict_policy(built_site: Path, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE)
    page = watched.page
    policy = {"Content-Security-Policy": "default-src 'self'; img-src 'self' data:"}

    with serving(built_site, "/cong-doan/site/") as address:
        page.route(
            "**/*",
            lambda route: route.fulfill(
                response=(answer := route.fetch()), headers={**answer.headers, **policy}
            ),
        )
        watched.show(address + "tim-kiem/index.html?q=bao+cao")
        wait_for(page, "bao cao")
        page.locator(".hb-facet__value").first.wait_for(state="attached")
        watched.show(address)
        shown = ask(page, "cong doan")
        links = page.locator(RESULTS).evaluate_all("all => all.map(a => a.href)")

    assert shown
    assert all(link.startswith(address) for link in links)
    assert [one for one in watched.errors if "search" in one] == []


def test_without_javascript_the_box_leads_to_the_complete_list(
    built_site: Path, site_address: str, new_page: OpenPage
) -> None:
    watched = new_page(java_script_enabled=False, viewport=WIDE)
    page = watched.page
    watched.show(site_address + "van-ban/index.html")
    page.locator(INPUT).fill("nghi quyet")
    page.keyboard.press("Enter")
    page.wait_for_url("**/danh-muc/index.html?*")

    shown = set(page.locator("article a").evaluate_all("all => all.map(a => a.href)"))

    for paths in listed_pages(built_site).values():
        missing = {site_address + path for path in paths} - shown
        assert not missing
