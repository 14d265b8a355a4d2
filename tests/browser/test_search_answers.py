"""The search box: what it shows of an answer, and what it keeps of a question."""

from __future__ import annotations

from pathlib import Path

from tests.browser.searching import INPUT, LISTBOX, RESULTS, ask, records, set_engine, wait_for
from tests.browsing import OpenPage
from tests.crawl import generated_pages

WIDE = {"width": 1280, "height": 900}


def test_words_typed_without_tones_are_marked(site_address: str, new_page: OpenPage) -> None:
    watched = new_page()
    watched.show(site_address)

    ask(watched.page, "bao cao")

    marks = watched.page.locator(f"{LISTBOX} mark").all_inner_texts()
    assert "báo cáo" in [one.lower() for one in marks]


def test_a_result_says_what_it_is(built_site: Path, site_address: str, new_page: OpenPage) -> None:
    watched = new_page()
    plan = generated_pages(built_site)["ke-hoach"][0]
    watched.show(site_address + plan)
    name = watched.page.locator("h1").inner_text()
    issuer = watched.page.locator(".hb-issuer a").inner_text()

    ask(watched.page, name)

    hit = watched.page.locator(f'{RESULTS}[data-record="{plan.split("/")[1]}"]')
    assert name in hit.inner_text()
    assert issuer in hit.inner_text()


def test_the_count_is_announced(site_address: str, new_page: OpenPage) -> None:
    watched = new_page()
    watched.show(site_address)

    ask(watched.page, "cong doan")

    message = watched.page.locator(".hb-search__message")
    assert message.get_attribute("aria-live") == "polite"
    assert "kết quả" in message.inner_text()


def test_no_result_helps_on(site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE)
    page = watched.page
    watched.show(site_address)

    found = ask(page, "xqzzkwjf")

    assert found == []
    assert "Không thấy" in page.locator(".hb-search__message").inner_text()
    assert "xqzzkwjf" in page.locator(".hb-search__message").inner_text()
    page.locator(".hb-search__help a").click()
    page.wait_for_url("**/danh-muc/index.html")


def test_a_better_spelling_is_offered(site_address: str, new_page: OpenPage) -> None:
    watched = new_page()
    page = watched.page
    watched.show(site_address)
    set_engine(page, {"sai": {"text": "đúng"}})
    ask(page, "sai")

    page.locator(".hb-search__suggestion").click()
    wait_for(page, "đúng")

    assert page.locator(INPUT).input_value() == "đúng"


def test_recent_searches_stay_on_this_pc(site_address: str, new_page: OpenPage) -> None:
    watched = new_page(viewport=WIDE)
    page = watched.page
    watched.show(site_address)
    ask(page, "đại hội")
    page.locator(RESULTS).first.click()
    page.wait_for_load_state()

    watched.show(site_address + "van-ban/index.html")
    page.locator(INPUT).focus()
    assert page.locator(f"{LISTBOX} [role=option]").all_inner_texts() == ["đại hội"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    wait_for(page, "đại hội")
    page.locator(INPUT).fill("")
    page.locator(".hb-search__forget").click()

    assert page.locator(f"{LISTBOX} [role=option]").count() == 0
    watched.show(site_address)
    page.locator(INPUT).focus()
    assert page.locator(f"{LISTBOX} [role=option]").count() == 0


def test_an_old_answer_never_replaces_a_newer_one(site_address: str, new_page: OpenPage) -> None:
    watched = new_page()
    page = watched.page
    watched.show(site_address)
    set_engine(page, {"slow": {"delay": 400}, "quick": {"delay": 20}})

    page.locator(INPUT).fill("slow")
    page.wait_for_timeout(50)
    page.locator(INPUT).fill("quick")
    wait_for(page, "quick")
    page.wait_for_timeout(600)

    assert records(page) == ["quick"]
    assert page.locator(LISTBOX).get_attribute("data-query") == "quick"


def test_an_answer_to_what_was_deleted_is_dropped(site_address: str, new_page: OpenPage) -> None:
    watched = new_page()
    watched.show(site_address)
    set_engine(watched.page, {"slow": {"delay": 200}})

    watched.page.locator(INPUT).fill("slow")
    watched.page.wait_for_timeout(50)
    watched.page.locator(INPUT).fill("")
    watched.page.wait_for_timeout(400)

    assert watched.page.locator(LISTBOX).get_attribute("data-state") == "idle"
    assert records(watched.page) == []
