"""The page on the reader's day, and the buttons that copy: with a clipboard and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browsing import OpenPage, WatchedPage

COMING = "van-ban/nq-dai-hoi-ii-ldld-phu-rieng-2023/index.html"
"""A document whose term ends with 2028: it has no mark when built, and one from 2029 on."""
NAMING = "ke-hoach/phu-rieng-kh-149-2023/index.html"
LIST = "van-ban/index.html"
PLAN = "ke-hoach/thu-duc-39-kh-2020/index.html"
LINE = "Căn cứ Kế hoạch số 39/KH-LĐLĐ ngày 28/9/2020 của Liên đoàn Lao động quận Thủ Đức về sơ kết"

NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
NO_COPY = f"{NO_CLIPBOARD} document.execCommand = () => false;"


def open_on(new_page: OpenPage, address: str, day: str) -> Page:
    watched = new_page()
    watched.page.clock.set_fixed_time(f"{day}T12:00:00")
    watched.show(address)
    return watched.page


@pytest.mark.parametrize(
    ("day", "words"),
    [("2028-12-31", "Tình trạng: không xác định"), ("2029-01-01", "Tình trạng: hết nhiệm kỳ")],
)
def test_the_banner_is_that_of_the_readers_day(
    site_address: str, new_page: OpenPage, day: str, words: str
) -> None:
    page = open_on(new_page, site_address + COMING, day)

    banner = page.locator(".hb-status:visible")

    assert banner.locator("strong").all_inner_texts() == [words]


def test_the_mark_beside_a_link_appears_on_its_day(site_address: str, new_page: OpenPage) -> None:
    beside = 'a[href*="nq-dai-hoi-ii-ldld-phu-rieng-2023"] + .hb-mark:visible'

    before = open_on(new_page, site_address + NAMING, "2028-12-31").locator(beside)
    after = open_on(new_page, site_address + NAMING, "2029-01-01").locator(beside)

    assert before.count() == 0
    assert set(after.all_inner_texts()) == {"hết nhiệm kỳ"}


def test_a_list_filters_by_the_status_of_the_readers_day(
    site_address: str, new_page: OpenPage
) -> None:
    def found(day: str) -> int:
        page = open_on(new_page, site_address + LIST, day)
        page.get_by_label("Hiệu lực").select_option("hết nhiệm kỳ")
        return page.locator("tbody tr:visible").count()

    assert found("2029-01-01") == found("2028-12-31") + 1


def test_without_javascript_the_page_says_the_day_it_was_built_for(
    site_address: str, new_page: OpenPage
) -> None:
    page = new_page(java_script_enabled=False).page
    page.goto(site_address + COMING)

    assert page.locator(".hb-status:visible").count() == 1
    assert "theo dữ liệu đến ngày" in page.locator(".hb-status:visible").inner_text()
    assert page.locator(".hb-cite-line").is_visible()
    assert page.locator(".hb-copy, .hb-copy-place").count() == 0


def said(page: Page) -> str:
    return page.locator(".hb-copy-said").inner_text()


def selected(page: Page) -> str:
    return str(page.evaluate("String(window.getSelection())"))


def test_the_citation_is_copied(site_address: str, new_page: OpenPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"]).page
    page.goto(site_address + PLAN)

    page.get_by_role("button", name="Chép câu viện dẫn").click()

    page.get_by_text("Đã chép câu viện dẫn.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith(LINE)
    assert page.locator(".hb-copy-said").get_attribute("aria-live") == "polite"


def test_the_address_of_the_page_keeps_the_clause(site_address: str, new_page: OpenPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"]).page
    page.goto(f"{site_address}{PLAN}#nv-3")

    page.get_by_role("button", name="Chép địa chỉ trang").click()

    page.get_by_text("Đã chép địa chỉ").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site_address}{PLAN}#nv-3"


def test_an_item_has_an_address_of_its_own(site_address: str, new_page: OpenPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"]).page
    page.goto(site_address + PLAN)

    for item in ("nv-2", "moc-1", "gc-1"):
        button = page.locator(f"[id='{item}'] .hb-copy-place")
        place = page.locator(f"[id='{item}']").get_attribute("data-at")
        assert button.get_attribute("aria-label") == f"Chép địa chỉ mục {place}"
        button.press("Enter")
        page.get_by_text(f"Đã chép địa chỉ mục {place}.").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == f"{site_address}{PLAN}#{item}"


def test_an_outline_section_has_an_address(site_address: str, new_page: OpenPage) -> None:
    page = new_page().page
    page.goto(f"{site_address}de-cuong/thu-duc-39-kh-2020/index.html")

    sections = page.locator("article .hb-section :is(h2, h3, h4)[id]").count()

    assert sections
    assert page.locator("article .hb-section > .hb-copy-place").count() == sections


def test_without_a_clipboard_the_old_way_copies(site_address: str, new_page: OpenPage) -> None:
    watched = new_page()
    watched.page.add_init_script(NO_CLIPBOARD)
    watched.show(site_address + PLAN)

    watched.page.get_by_role("button", name="Chép câu viện dẫn").click()

    watched.page.get_by_text("Đã chép câu viện dẫn.").wait_for()
    assert selected(watched.page).startswith(LINE)
    assert watched.errors == []


def without_copying(new_page: OpenPage, address: str) -> WatchedPage:
    watched = new_page()
    watched.page.add_init_script(NO_COPY)
    watched.show(address)
    return watched


def test_where_nothing_copies_the_text_stands_selected(
    built_site: Path, new_page: OpenPage
) -> None:
    """From a disk, too: `file://` with no clipboard at all."""
    address = (built_site / PLAN).as_uri()
    watched = without_copying(new_page, address)
    page = watched.page

    page.get_by_role("button", name="Chép câu viện dẫn").click()
    page.get_by_text("bấm Ctrl+C để chép").wait_for()
    assert selected(page).startswith(LINE)

    page.locator("[id='nv-2'] .hb-copy-place").click()
    field = page.locator("[id='nv-2'] .hb-copy-field")
    field.wait_for()
    assert field.input_value() == f"{address}#nv-2"
    assert field.evaluate("one => one.selectionEnd - one.selectionStart") == len(f"{address}#nv-2")
    assert "bấm Ctrl+C" in said(page)
    assert watched.errors == []


def test_printed_pages_have_no_buttons(site_address: str, new_page: OpenPage) -> None:
    page = new_page().page
    page.goto(site_address + PLAN)

    page.emulate_media(media="print")

    assert page.locator(".hb-copy:visible, .hb-copy-place:visible").count() == 0
    assert page.locator(".hb-cite-line").is_visible()
    assert page.locator(".hb-status:visible").count() == 1
