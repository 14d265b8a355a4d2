"""Rows of assignment sheets: every duty once, deadlines as exact as the document, doubts told."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import TypeAdapter

from handbook.checks import load_and_check
from handbook.model.date_expression import DateExpression
from handbook.outputs.workbooks import workbook_files
from handbook.views.assignments import Assignment, assignments_of, deadline_of
from handbook.views.site import Site
from tests.catalogues import DIRECTIVE, PLAN, BaseCatalogue

PARSE = TypeAdapter(DateExpression)


def rows_of(base: BaseCatalogue) -> list[Assignment]:
    index, problems = load_and_check(base.root)
    assert not problems, problems
    site = Site(index, date(2024, 1, 1))
    return [row for plan in index.plans.values() for row in assignments_of(site, plan)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"type": "vào", "date": "2020-12-29"}, date(2020, 12, 29)),
        ({"type": "trước", "date": "2020-12-15"}, date(2020, 12, 14)),
        ({"type": "chậm nhất", "date": "2023-12-11"}, date(2023, 12, 11)),
        ({"type": "chậm nhất", "date": "2023"}, "đến hết năm 2023"),
        ({"type": "trong", "date": "2021-01"}, "trong tháng 01/2021"),
        ({"type": "vào", "date": "2020-11"}, "tháng 11/2020"),
        ({"type": "không có thật", "note": "gc-1"},
         "chưa rõ: ngày in trong văn bản không có thật"),
    ],
)  # fmt: skip
def test_only_an_exact_day_becomes_a_date(values: dict[str, str], expected: date | str) -> None:
    assert deadline_of(PARSE.validate_python({**values, "printed": "in"})) == expected


def test_a_month_before_which_it_is_due_makes_no_day() -> None:
    before = PARSE.validate_python({"type": "trước", "date": "2020-12", "printed": "trước 12/2020"})

    assert isinstance(deadline_of(before), str)


def test_every_task_and_every_milestone_without_a_task_is_a_row(base: BaseCatalogue) -> None:
    index, _ = load_and_check(base.root)
    (plan,) = index.plans.values()
    named = {task.milestone for task in plan.tasks}
    alone = [one for one in plan.milestones if one.id not in named]
    assert alone, "the base catalogue has a milestone that no task names"

    rows = rows_of(base)

    assert [row.what for row in rows] == [one.what for one in (*plan.tasks, *alone)]


def test_bodies_of_a_row_are_who_leads_and_who_supports(base: BaseCatalogue) -> None:
    assert rows_of(base)[1].bodies == {"cdcs-mau", "cong-doan-mau"}


def test_a_sheet_for_each_plan_each_role_and_all(base: BaseCatalogue) -> None:
    index, _ = load_and_check(base.root)

    paths = [path for path, _ in workbook_files(Site(index, date(2024, 1, 1)))]

    assert paths == [
        "xuat/phan-cong/01-kh-mau-2024.xlsx",
        "xuat/phan-cong/vai-tro/can-bo-cdcs.xlsx",
        "xuat/phan-cong/all.xlsx",
    ]


def test_a_renamed_plan_keeps_its_old_sheet(base: BaseCatalogue) -> None:
    base.edit(PLAN, ("id: 01-kh-mau-2024\n", "id: 01-kh-mau-2024\nformer_ids:\n  - kh-cu\n"))
    index, _ = load_and_check(base.root)

    files = dict(workbook_files(Site(index, date(2024, 1, 1))))

    assert files["xuat/phan-cong/kh-cu.xlsx"] == files["xuat/phan-cong/01-kh-mau-2024.xlsx"]


def test_a_moved_deadline_tells_the_old_one_and_who_moved_it(base: BaseCatalogue) -> None:
    printed = '      printed: "trong tháng 11/2024"\n'
    move = (
        "    moved:\n      - by: 02-nq-mau-2023\n        when:\n"
        '          type: "chậm nhất"\n          date: "2024-12-05"\n'
        '          printed: "chậm nhất ngày 05/12/2024"\n'
        '        place: "mục 2"\n        note: "Vì bão."\n'
    )
    base.edit(DIRECTIVE, ('issued: "2023-06-12"', 'issued: "2024-10-12"'))
    base.edit(PLAN, (printed, printed + move))

    row = next(one for one in reversed(rows_of(base)) if one.what == "Họp sơ kết.")

    assert row.deadline == date(2024, 12, 5)
    assert "Mốc cũ: trong tháng 11/2024, do " in row.note
    assert ", mục 2 dời: Vì bão." in row.note


def test_a_deadline_counted_from_another_is_the_day_it_gives(base: BaseCatalogue) -> None:
    when = '      type: "trong"\n      date: "2024-11"\n      printed: "trong tháng 11/2024"\n'
    counted = '      type: "theo mốc"\n      milestone: moc-1\n      days: 5\n      printed: "in"\n'
    base.edit(PLAN, (when, counted))

    row = next(one for one in reversed(rows_of(base)) if one.what == "Họp sơ kết.")

    assert row.deadline == date(2025, 1, 4)
