"""The agenda groups by the reader's own day, filters at once, and is complete without scripts."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from playwright.sync_api import Page

from handbook.views.agenda import group_of
from tests.browsing import OpenPage

GROUPS = """() => Object.fromEntries([...document.querySelectorAll("[data-group]")].map((group) => [
  group.dataset.group,
  [...group.querySelectorAll("li[data-record]:not([hidden])")].map((item) => [
    item.dataset.record, item.dataset.at, item.dataset.first, item.dataset.last, item.dataset.end,
  ]),
]))"""
DAYS = ("2020-12-10", "2021-01-05", "2023-12-11", "2023-12-12", "2026-11-21")


def groups(page: Page) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = page.evaluate(GROUPS)
    return found


def open_on(new_page: OpenPage, address: str, day: str) -> Page:
    watched = new_page()
    watched.page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T09:00:00"))
    watched.open(f"{address}thoi-gian/")
    assert watched.errors == []
    return watched.page


@pytest.mark.parametrize("day", DAYS)
def test_groups_are_those_of_the_readers_day(
    site_address: str, new_page: OpenPage, day: str
) -> None:
    found = groups(open_on(new_page, site_address, day))

    assert sum(map(len, found.values())) > 15
    for name, items in found.items():
        for _, _, _, last, end in items:
            assert group_of(last, end, date.fromisoformat(day)) == name
        days = [item[3] for item in items if item[3]]
        assert days == sorted(days, reverse=name == "past")


@pytest.mark.parametrize(
    ("day", "record", "last", "group"),
    [
        ("2020-12-10", "thu-duc-39-kh-2020", "2020-12-14", "month"),
        ("2020-12-10", "quang-tri-54-kh-2020", "2021-01-31", "later"),
        ("2021-01-05", "quang-tri-54-kh-2020", "2021-01-09", "week"),
        ("2021-01-05", "quang-tri-54-kh-2020", "2021-01-31", "month"),
        ("2021-01-05", "thu-duc-39-kh-2020", "2020-12-14", "late"),
        ("2023-12-11", "thanh-hoa-148-hd-2023", "2023-12-11", "week"),
        ("2023-12-12", "thanh-hoa-148-hd-2023", "2023-12-11", "late"),
        ("2023-12-12", "long-bien-chu-de-2023", "2023-12-14", "week"),
        ("2026-11-21", "thanh-hoa-148-hd-2023", "2023-12-11", "past"),
    ],
)
def test_known_deadlines_are_in_their_group(
    site_address: str, new_page: OpenPage, day: str, record: str, last: str, group: str
) -> None:
    found = groups(open_on(new_page, site_address, day))

    where = [
        name
        for name, items in found.items()
        for item in items
        if (item[0], item[3]) == (record, last)
    ]
    assert set(where) == {group}


def test_filters_answer_at_once_and_say_how_many(site_address: str, new_page: OpenPage) -> None:
    page = open_on(new_page, site_address, "2023-12-11")
    choice = page.locator('select[data-filter="plan"]')
    all_of_them = sum(map(len, groups(page).values()))

    choice.select_option(label="Chủ đề công tác năm 2023 – Long Biên")

    found = groups(page)
    assert {item[0] for items in found.values() for item in items} == {"long-bien-chu-de-2023"}
    shown = sum(map(len, found.values()))
    assert f"{shown} trong {all_of_them}" in page.locator(".hb-agenda-found").inner_text()
    choice.select_option("")
    assert sum(map(len, groups(page).values())) == all_of_them


def test_past_days_are_shown_for_this_year_only_on_demand_and_as_not_official(
    site_address: str, new_page: OpenPage
) -> None:
    page = open_on(new_page, site_address, "2026-11-21")
    assert page.locator(".hb-agenda-oriented").count() == 0

    page.locator("[data-orient]").check()

    text = page.locator(
        'li[data-record="thanh-hoa-148-hd-2023"][data-last="2023-12-11"]'
    ).inner_text()
    assert "11/12/2026" in text
    assert "không phải hạn chính thức" in text


def test_what_belongs_to_a_term_is_not_offered_for_this_year(
    site_address: str, new_page: OpenPage
) -> None:
    page = open_on(new_page, site_address, "2026-11-21")

    page.locator("[data-orient]").check()

    shifted = page.locator("li:has(.hb-agenda-oriented)")
    assert shifted.count() > 0
    assert page.locator("li:not([data-yearly]) .hb-agenda-oriented").count() == 0
    assert page.locator('li[data-record="thu-duc-39-kh-2020"] .hb-agenda-oriented').count() == 0


def test_empty_groups_are_one_line_and_filters_are_folded_on_a_phone(
    site_address: str, new_page: OpenPage
) -> None:
    page = open_on(new_page, site_address, "2026-11-21")
    hidden = page.locator("section[data-group]:not(:visible)")
    names = hidden.evaluate_all("all => all.map(one => one.dataset.title.toLowerCase())")

    assert page.locator("section[data-group]").count() == 6
    assert names
    assert page.locator("[data-agenda-empty]").inner_text() == ", ".join(names)
    phone = new_page(viewport={"width": 360, "height": 740})
    phone.open(f"{site_address}thoi-gian/")
    assert not phone.page.locator(".hb-agenda-filters").is_visible()
    phone.page.locator(".hb-agenda-fold > summary").click()
    assert phone.page.locator(".hb-agenda-filters").is_visible()


def test_everything_is_there_without_scripts(site_address: str, new_page: OpenPage) -> None:
    watched = new_page(java_script_enabled=False)
    watched.open(f"{site_address}thoi-gian/")

    shown = watched.page.locator("li[data-record]:visible")
    assert shown.count() > 15
    assert "thứ Hai, 14/12/2020" in " ".join(shown.all_inner_texts())
    assert not watched.page.locator(".hb-agenda-filters").is_visible()


def test_undated_work_of_a_plan_whose_time_is_over_is_marked_and_last(
    site_address: str, new_page: OpenPage
) -> None:
    page = open_on(new_page, site_address, "2023-12-11")
    marks = page.locator('[data-group="undated"] li').evaluate_all(
        "all => all.map(one => [one.dataset.end < '2023-12-11' && one.dataset.end !== '', "
        "!!one.querySelector('.hb-agenda-over:not([hidden])')])"
    )

    assert [over for over, _ in marks] == [shown for _, shown in marks]
    assert [over for over, _ in marks] == sorted(over for over, _ in marks)
    assert {over for over, _ in marks} == {True, False}


def test_the_list_and_the_months_lead_to_each_other(site_address: str, new_page: OpenPage) -> None:
    page = open_on(new_page, site_address, "2023-12-11")

    page.locator(".hb-agenda-ways a").click()

    assert page.url == f"{site_address}thoi-gian/thang/index.html"
    page.locator(".hb-agenda-ways a").click()
    assert page.url == f"{site_address}thoi-gian/index.html"
