"""What stands on a day, what stands above the days of a month, and what at the head of a year."""

from __future__ import annotations

import re
from datetime import date

import pytest

from handbook.checks import load_and_check
from handbook.outputs.pages import render_list
from handbook.views.months import MAX_OPEN, Entries, Month, Year, months_page
from handbook.views.site import Site
from tests.catalogues import PLAN, BaseCatalogue

WHEN = '      type: "trong"\n      date: "2024-11"\n      printed: "trong tháng 11/2024"\n'


def site(base: BaseCatalogue) -> Site:
    index, _ = load_and_check(base.root)
    return Site(index, date(2024, 9, 20))


def years(base: BaseCatalogue) -> list[Year]:
    found: list[Year] = months_page(site(base))["years"]
    return found


def words(entries: Entries) -> list[str]:
    return [f"{one.what}: {one.words}" for one in (*entries.open, *entries.folded)]


def days(month: Month) -> dict[int, list[str]]:
    return {
        day.number: [one.what for one in day.entries.open]
        for week in month.weeks
        for day in week
        if day and day.entries.open
    }


def shape(found: list[Year]) -> dict[str, object]:
    return {
        one.title: (
            words(one.above),
            {month.title: (words(month.above), days(month)) for month in one.months},
        )
        for one in found
    }


def test_a_day_stands_on_its_day_and_a_month_above_its_days(base: BaseCatalogue) -> None:
    found = shape(years(base))

    assert list(found) == ["Năm 2024", "Năm 2025", "Năm 2026", "Năm 2027", "Năm 2028"]
    assert found["Năm 2024"] == (
        [],
        {
            "Tháng 11/2024": (["Họp sơ kết: Tháng 11/2024"], {}),
            "Tháng 12/2024": ([], {30: ["Gửi báo cáo"]}),
        },
    )
    assert found["Năm 2025"] == ([], {"Tháng 02/2025": ([], {15: ["Báo cáo định kỳ"]})})


def expression(kind: str, value: str) -> str:
    return f'      type: "{kind}"\n      date: "{value}"\n      printed: "như in"\n'


@pytest.mark.parametrize(
    ("kind", "value", "months"),
    [
        ("trong", "2024-Q4", ["Tháng 10/2024", "Tháng 11/2024", "Tháng 12/2024"]),
        ("chậm nhất", "2024-11", ["Tháng 11/2024"]),
        ("trước", "2024-12", ["Tháng 11/2024"]),
        ("vào", "2024-11-tuan2", ["Tháng 11/2024"]),
        ("trong", "2024-11-dau", ["Tháng 11/2024"]),
    ],
)
def test_what_names_no_day_is_above_the_days_of_each_month_it_touches(
    base: BaseCatalogue, kind: str, value: str, months: list[str]
) -> None:
    base.edit(PLAN, (WHEN, expression(kind, value)))

    found = {month.title: month for year in years(base) for month in year.months}

    above = {
        title: [one for one in month.above.open if one.what == "Họp sơ kết"]
        for title, month in found.items()
    }
    assert [title for title, entries in above.items() if entries] == months
    assert [one.is_again for title in months for one in above[title]] == [False] + [True] * (
        len(months) - 1
    )
    on_days = [what for month in found.values() for whats in days(month).values() for what in whats]
    assert "Họp sơ kết" not in on_days


@pytest.mark.parametrize(
    ("kind", "value"), [("trong", "2024-H2"), ("chậm nhất", "2024"), ("trong", "2024")]
)
def test_what_lasts_longer_than_a_quarter_is_at_the_head_of_its_year(
    base: BaseCatalogue, kind: str, value: str
) -> None:
    base.edit(PLAN, (WHEN, expression(kind, value)))

    first = years(base)[0]

    assert [one.what for one in first.above.open] == ["Họp sơ kết"]
    assert [month.title for month in first.months] == ["Tháng 12/2024"]


def test_a_deadline_says_that_it_is_one_and_no_deadline_does_not(base: BaseCatalogue) -> None:
    html = render_list(site(base), "months", "thoi-gian/thang/").html

    items = re.findall(r"<li data-record.*?</li>", html, re.DOTALL)
    assert ['<span class="hb-tag">hạn</span>' in one for one in items[:2]] == [False, True]
    assert 'href="../../ke-hoach/01-kh-mau-2024/index.html#moc-2"' in items[0]


def test_a_square_is_a_whole_date_without_its_column(base: BaseCatalogue) -> None:
    html = render_list(site(base), "months", "thoi-gian/thang/").html

    square = re.search(r'<time datetime="2024-12-30">(.*?)</time>', html)
    assert square
    assert re.sub(r"<.*?>", "", square[1]) == "thứ Hai, 30/12/2024"


def test_weeks_begin_on_monday(base: BaseCatalogue) -> None:
    december = years(base)[0].months[-1]

    assert [day.number if day else None for day in december.weeks[0]] == [None] * 6 + [1]


def test_nothing_of_a_month_is_read_as_a_group_of_the_agenda(base: BaseCatalogue) -> None:
    assert "data-group" not in render_list(site(base), "months", "thoi-gian/thang/").html


def test_a_crowded_day_is_folded(base: BaseCatalogue) -> None:
    text = (base.root / PLAN).read_text(encoding="utf-8")
    start, end = text.index("  - id: moc-1"), text.index("  - id: moc-2")
    copies = "".join(
        text[start:end].replace("id: moc-1", f"id: moc-9{number}") for number in range(MAX_OPEN + 2)
    )
    base.edit(PLAN, (text[start:end], text[start:end] + copies))

    crowded = [
        day.entries
        for year in years(base)
        for month in year.months
        for week in month.weeks
        for day in week
        if day and day.entries.folded
    ]

    assert [(len(one.open), len(one.folded)) for one in crowded] == [(MAX_OPEN, 3)]
