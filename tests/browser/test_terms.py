"""Terms are explained by mouse, keyboard and touch; the note can be closed and pointed at."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browsing import OpenPage

PAGE = "khai-niem/so-ket-tong-ket/index.html"


def open_page(new_page: OpenPage, site_address: str, **options: object) -> Page:
    watched = new_page(**options)
    watched.show(site_address + PAGE)
    return watched.page


def test_focus_explains_and_escape_closes(site_address: str, new_page: OpenPage) -> None:
    page = open_page(new_page, site_address)
    term = page.locator("a.hb-term").first
    expansion = term.get_attribute("data-expansion")
    entry = page.locator(".hb-terms dt", has_text=str(term.text_content()))
    listed = entry.first.locator("xpath=following-sibling::dd").text_content()

    page.keyboard.press("Tab")
    term.focus()

    note = page.locator(".hb-term-note:visible")
    assert expansion
    assert listed == expansion
    assert expansion in note.inner_text()
    page.wait_for_function(
        "length => document.querySelector('.hb-term-note').textContent.length > length",
        arg=len(expansion) + 10,
    )
    assert term.get_attribute("aria-describedby") == note.get_attribute("id")
    page.keyboard.press("Escape")
    assert note.count() == 0
    assert term.get_attribute("aria-describedby") is None
    assert term.evaluate("one => one === document.activeElement")


def test_the_pointer_opens_the_note_and_may_rest_on_it(
    site_address: str, new_page: OpenPage
) -> None:
    page = open_page(new_page, site_address)

    page.locator("a.hb-term").first.hover()
    note = page.locator(".hb-term-note:visible")
    note.wait_for()
    note.hover()
    page.wait_for_timeout(600)

    assert note.is_visible()
    page.locator("h1").hover()
    note.wait_for(state="hidden")


def test_a_touch_explains_before_it_leads_away(site_address: str, new_page: OpenPage) -> None:
    page = open_page(new_page, site_address, has_touch=True, viewport={"width": 360, "height": 700})
    address = page.url

    page.locator("a.hb-term").first.tap()
    note = page.locator(".hb-term-note:visible")
    note.wait_for()

    assert page.url == address
    box = note.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    note.get_by_role("link").tap()
    page.wait_for_url("**/thuat-ngu/**")


def test_without_javascript_a_term_is_a_link_with_a_tooltip(
    site_address: str, new_page: OpenPage
) -> None:
    page = open_page(new_page, site_address, java_script_enabled=False)
    term = page.locator("a.hb-term").first

    assert term.get_attribute("title")
    page.emulate_media(media="print")
    said = term.evaluate("one => getComputedStyle(one, '::after').content")
    assert str(term.get_attribute("title")) in said
    page.emulate_media(media="screen")
    term.click()
    assert "/thuat-ngu/index.html#" in page.url


def test_the_list_of_terms_is_printed(site_address: str, new_page: OpenPage) -> None:
    page = open_page(new_page, site_address)

    page.emulate_media(media="print")

    entries = page.locator(".hb-terms dt")
    assert entries.count() == page.locator("a.hb-term").count()
    assert all(
        one.evaluate("one => one.checkVisibility({ contentVisibilityAuto: true })")
        for one in entries.all()
    )


def test_answers_open_by_keyboard_and_are_printed(site_address: str, new_page: OpenPage) -> None:
    page = open_page(new_page, site_address)
    question = page.locator(".hb-question").first
    answer = question.get_by_text("Đáp án:")

    assert not answer.is_visible()
    question.locator("summary").focus()
    page.keyboard.press("Enter")

    assert answer.is_visible()
