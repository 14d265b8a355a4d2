"""Search in one long page: without tones, step by step, with an address for the hit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browsing import OpenPage
from tests.crawl import sample_pages

ARTICLE = "article.md-content__inner"
BAR = ".hb-within"
WORDS = ".hb-within input"
HITS = "mark.hb-within-hit"
CURRENT = "mark.hb-within-hit--current"
COUNT = ".hb-within__count"


def long_page(built_site: Path, prefix: str) -> str:
    """Give the longest page of a kind."""
    return next(
        path
        for path in sample_pages(built_site)
        if path.startswith(f"{prefix}/") and path.count("/") == 2
    )


@pytest.mark.parametrize("prefix", ["ke-hoach", "de-cuong"])
def test_words_are_found_without_tones(
    prefix: str, built_site: Path, site_address: str, new_page: OpenPage
) -> None:
    watched = new_page()
    page = watched.page
    watched.show(site_address + long_page(built_site, prefix))
    before = page.locator(ARTICLE).inner_text()

    page.locator(WORDS).fill("CONG DOAN")

    shown = [one.lower() for one in page.locator(HITS).all_inner_texts()]
    assert "công đoàn" in shown
    assert page.locator(COUNT).inner_text().startswith("1/")
    page.keyboard.press("Escape")
    assert page.locator(HITS).count() == 0
    assert page.locator(ARTICLE).inner_text() == before
    assert watched.errors == []


def test_steps_go_round(built_site: Path, site_address: str, new_page: OpenPage) -> None:
    watched = new_page()
    page = watched.page
    watched.show(site_address + long_page(built_site, "ke-hoach"))
    page.locator(WORDS).fill("cong doan")
    total = page.locator(COUNT).inner_text().split("/")[1]

    page.keyboard.press("Enter")
    assert page.locator(COUNT).inner_text() == f"2/{total}"
    page.get_by_role("button", name="Chỗ trước").click()
    page.get_by_role("button", name="Chỗ trước").click()

    assert page.locator(COUNT).inner_text() == f"{total}/{total}"
    assert page.locator(CURRENT).first.is_visible()


@pytest.mark.parametrize("opened", ["server", "folder"])
def test_the_address_leads_a_colleague_to_the_hit(
    opened: str, built_site: Path, site_address: str, new_page: OpenPage
) -> None:
    root = site_address if opened == "server" else built_site.as_uri() + "/"
    watched = new_page()
    page = watched.page
    watched.show(root + long_page(built_site, "ke-hoach"))
    page.locator(WORDS).fill("nhiệm kỳ")
    item = ""
    while not item:
        page.keyboard.press("Enter")
        item = page.locator(CURRENT).first.evaluate(
            "one => one.closest('li[id], tr[id]')?.id || ''"
        )

    colleague = new_page()
    colleague.open(page.url)

    assert page.url.endswith(f"#{item}")
    assert colleague.page.locator(f"#{item} {CURRENT}").count() > 0
    assert colleague.page.locator(CURRENT).first.is_visible()
    assert colleague.errors == []


def test_words_across_elements_are_found(
    site_address: str, built_site: Path, new_page: OpenPage
) -> None:
    watched = new_page()
    page = watched.page
    watched.show(site_address + long_page(built_site, "ke-hoach"))
    page.locator("article p.hb-lead").evaluate(
        "one => { one.innerHTML = 'đại <b>hội</b> đ<i>ặ</i>c biệt'; }"
    )

    page.locator(WORDS).fill("dai hoi dac biet")

    assert page.locator(COUNT).inner_text() == "1/1"
    assert "".join(page.locator(CURRENT).all_inner_texts()) == "đại hội đặc biệt"


@pytest.mark.parametrize("words", ["(((", "[a-", "\\", "*+?", "<b>", ".", "$^|", "xqzzkwjf"])
def test_signs_are_only_signs(
    words: str, built_site: Path, site_address: str, new_page: OpenPage
) -> None:
    watched = new_page()
    watched.show(site_address + long_page(built_site, "ke-hoach"))

    watched.page.locator(WORDS).fill(words)

    for text in watched.page.locator(HITS).all_inner_texts():
        assert text == words
    assert watched.errors == []


def test_short_pages_and_print_have_no_bar(
    built_site: Path, site_address: str, new_page: OpenPage
) -> None:
    watched = new_page()
    watched.show(site_address)
    assert watched.page.locator(BAR).count() == 0

    watched.show(site_address + long_page(built_site, "ke-hoach"))
    watched.page.emulate_media(media="print")

    assert not watched.page.locator(BAR).is_visible()
