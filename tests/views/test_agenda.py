"""How the agenda groups times, and what it shows of each."""

from __future__ import annotations

from datetime import date

import pytest

from handbook.checks import load_and_check
from handbook.outputs.pages import render_list
from handbook.views.agenda import Item, agenda_page, group_of
from handbook.views.site import Site
from tests.catalogues import PLAN, BaseCatalogue

WHEN = '      type: "trong"\n      date: "2024-11"\n      printed: "trong tháng 11/2024"\n'


@pytest.mark.parametrize(
    ("last", "end", "today", "group"),
    [
        ("", "2024-12-31", "2024-06-05", "undated"),
        ("2024-06-04", "2024-12-31", "2024-06-05", "late"),
        ("2024-06-04", "2024-06-05", "2024-06-05", "late"),
        ("2024-06-04", "2024-06-04", "2024-06-05", "past"),
        ("2024-06-04", "", "2024-06-05", "late"),
        ("2024-06-05", "2024-12-31", "2024-06-05", "week"),  # a Wednesday
        ("2024-06-09", "2024-12-31", "2024-06-05", "week"),  # its Sunday
        ("2024-06-10", "2024-12-31", "2024-06-05", "month"),
        ("2024-06-30", "2024-12-31", "2024-06-05", "month"),
        ("2024-07-01", "2024-12-31", "2024-06-05", "later"),
        ("2024-07-01", "2024-12-31", "2024-06-30", "later"),  # the Sunday ends the week
        ("2024-07-05", "2024-12-31", "2024-07-01", "week"),
        ("2025-06-05", "2025-12-31", "2024-06-05", "later"),  # the same month of another year
    ],
)
def test_group_of_a_day(last: str, end: str, today: str, group: str) -> None:
    assert group_of(last, end, date.fromisoformat(today)) == group


def items_on(base: BaseCatalogue, day: str) -> dict[str, list[Item]]:
    index, _ = load_and_check(base.root)
    page = agenda_page(Site(index, date.fromisoformat(day)))
    return {group.key: group.items for group in page["groups"]}


def test_recurring_and_single_times_stand_in_one_list(base: BaseCatalogue) -> None:
    later = items_on(base, "2024-09-20")["later"]

    assert [(one.last, one.day) for one in later] == [
        ("2024-11-30", "Tháng 11/2024"),
        ("2024-12-30", "thứ Hai, 30/12/2024"),
        ("2025-02-15", "thứ Bảy, 15/02/2025"),
        ("2026-02-15", "Chủ nhật, 15/02/2026"),
        ("2027-02-15", "thứ Hai, 15/02/2027"),
        ("2028-02-15", "thứ Ba, 15/02/2028"),
    ]
    assert {one.first for one in later} == {"2024-11-01", ""}


def test_a_plans_time_ends_with_its_last_time(base: BaseCatalogue) -> None:
    assert {one.end for one in items_on(base, "2024-09-20")["later"]} == {"2028-02-15"}
    assert len(items_on(base, "2026-01-01")["late"]) == 3
    assert len(items_on(base, "2028-02-16")["past"]) == 6


def test_what_has_no_day_is_undated_and_has_no_dates(base: BaseCatalogue) -> None:
    base.edit(
        PLAN, (WHEN, '      type: "không có thật"\n      printed: "30/02"\n      note: gc-1\n')
    )

    undated = items_on(base, "2024-09-20")["undated"]

    assert [(one.first, one.last, one.day) for one in undated] == [("", "", "")]


def test_what_has_no_day_is_over_when_its_plan_is(base: BaseCatalogue) -> None:
    base.edit(PLAN, (WHEN, '      type: "không nêu"\n      printed: "theo quy định"\n'))

    assert [one.is_over for one in items_on(base, "2028-02-15")["undated"]] == [False]
    assert [one.is_over for one in items_on(base, "2028-02-16")["undated"]] == [True]


def test_items_are_found_by_body_role_area_and_plan(base: BaseCatalogue) -> None:
    index, _ = load_and_check(base.root)
    page = agenda_page(Site(index, date(2024, 9, 20)))
    names = {choice.key: dict(choice.options) for choice in page["choices"]}
    first = page["groups"][3].items[0]

    bodies = [names["body"][number] for number in first.choices["body"].split()]
    assert sorted(bodies) == sorted(link.text for link in first.bodies)
    assert names["plan"][first.choices["plan"]] == first.plan.text


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ('type: "chậm nhất"\n      date: "2024"', "Đến hết năm 2024"),
        ('type: "chậm nhất"\n      date: "2024-11"', "Đến hết tháng 11/2024"),
        ('type: "chậm nhất"\n      date: "2024-11-05"', "thứ Ba, 05/11/2024"),
        (
            'type: "trước"\n      date: "2024-12"',
            "Trước tháng 12/2024 (chậm nhất thứ Bảy, 30/11/2024)",
        ),
        ('type: "khoảng"\n      until: "2024-11"', "Đến hết tháng 11/2024"),
    ],
)
def test_a_deadline_is_told_at_the_precision_of_the_document(
    base: BaseCatalogue, when: str, day: str
) -> None:
    base.edit(PLAN, (WHEN, f'      {when}\n      printed: "như trên"\n'))

    said = [one.day for items in items_on(base, "2024-09-20").values() for one in items]

    assert day in said


def test_addresses_of_groups_are_vietnamese_and_the_old_ones_still_lead_there(
    base: BaseCatalogue,
) -> None:
    index, _ = load_and_check(base.root)

    html = render_list(Site(index, date(2026, 1, 1)), "agenda", "thoi-gian/").html

    for old, new in (("late", "qua-han"), ("undated", "khong-neu-ngay"), ("past", "da-qua")):
        assert f'<section id="{old}" data-group="{old}"' in html
        assert f'<h2 id="{new}">' in html
