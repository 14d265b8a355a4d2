"""The months: the reader's own day, filters, a phone, paper, and no scripts."""

from __future__ import annotations

from datetime import datetime

import pytest
from playwright.sync_api import Page

from tests.browsing import OpenPage

ADDRESS = "thoi-gian/thang/index.html"


def open_on(new_page: OpenPage, address: str, day: str, **options: object) -> Page:
    watched = new_page(**options)
    watched.page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T09:00:00"))
    watched.open(address + ADDRESS)
    assert watched.errors == []
    return watched.page


@pytest.mark.parametrize(("day", "number"), [("2020-12-10", "10"), ("2020-12-14", "14")])
def test_today_is_marked_with_a_word(
    site_address: str, new_page: OpenPage, day: str, number: str
) -> None:
    page = open_on(new_page, site_address, day)

    today = page.locator('[aria-current="date"]')

    assert today.count() == 1
    assert (
        today.locator("xpath=ancestor::section[1]").get_attribute("data-month") == "thang-2020-12"
    )
    assert today.inner_text().split()[0] == number


@pytest.mark.parametrize(
    ("day", "month", "words"),
    [
        ("2020-12-10", "thang-2020-12", "Tháng này: 12/2020"),
        ("2021-05-05", "thang-2023-03", "Tháng sắp tới gần nhất có mốc: 03/2023"),
        ("2026-11-21", "thang-2023-12", "Tháng cuối cùng có mốc: 12/2023"),
    ],
)
def test_the_reader_is_led_to_the_month_that_is_near(
    site_address: str, new_page: OpenPage, day: str, month: str, words: str
) -> None:
    link = open_on(new_page, site_address, day).locator(".hb-month-index a").first

    assert (link.get_attribute("href"), link.inner_text()) == (f"#{month}", words)


def test_filters_leave_only_the_months_of_one_document(
    site_address: str, new_page: OpenPage
) -> None:
    page = open_on(new_page, site_address, "2023-12-11")
    every = page.locator("section[data-month]:visible").count()

    page.locator('select[data-filter="plan"]').select_option(
        label="Chủ đề công tác năm 2023 – Long Biên"
    )

    shown = page.locator("section[data-month]:visible")
    months = shown.evaluate_all("all => all.map(one => one.dataset.month)")
    assert months == [f"thang-2023-{month}" for month in ("03", "06", "09", "12")]
    records = page.locator("li[data-record]:visible").evaluate_all(
        "all => all.map(one => one.dataset.record)"
    )
    assert set(records) == {"long-bien-chu-de-2023"}
    index = page.locator(".hb-month-index a[aria-label]:visible")
    assert index.count() == 4
    assert "Tìm thấy 5 trong" in page.locator(".hb-agenda-found").inner_text()
    page.locator('select[data-filter="plan"]').select_option("")
    assert page.locator("section[data-month]:visible").count() == every


@pytest.mark.parametrize("width", [360, 1280])
def test_everything_is_there_without_scripts(
    site_address: str, new_page: OpenPage, width: int
) -> None:
    watched = new_page(java_script_enabled=False, viewport={"width": width, "height": 800})
    watched.open(site_address + ADDRESS)

    items = watched.page.locator("li[data-record]")

    assert items.count() > 10
    assert watched.page.locator("li[data-record]:visible").count() == items.count()
    if width == 360:  # where no columns are, a day says its whole date
        assert "thứ Bảy, 09/01/2021" in watched.page.locator("article").inner_text()


def test_on_paper_every_item_is_there_with_its_whole_date(
    site_address: str, new_page: OpenPage
) -> None:
    watched = new_page(viewport={"width": 794, "height": 1123})
    watched.page.emulate_media(media="print")
    watched.show(site_address + ADDRESS)

    items = watched.page.locator("li[data-record]")

    assert watched.page.locator("li[data-record]:visible").count() == items.count() > 10
    assert "thứ Bảy, 09/01/2021" in watched.page.locator("article").inner_text()
