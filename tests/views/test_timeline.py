"""What a timeline draws, and which contradictions it tells."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from handbook.checks import load_and_check
from handbook.outputs.timeline_svg import timeline_chart
from handbook.views.site import Site
from handbook.views.timeline import MAX_PLANS, MAX_ROWS, Timeline, plans_to_draw, timeline_of
from tests.catalogues import PLAN, BaseCatalogue

ROOT = Path(__file__).resolve().parent.parent.parent


def timeline(root: Path, plan: str = "01-kh-mau-2024") -> Timeline:
    index, _ = load_and_check(root)
    found = timeline_of(Site(index, date(2025, 1, 1)), [index.plans[plan]])
    assert found
    return found


def test_milestones_periods_and_the_day_of_issue_stand_in_order(base: BaseCatalogue) -> None:
    found = timeline(base.root)

    assert [(row.kind, row.label) for row in found.rows] == [
        ("ban hành", "Ban hành Kế hoạch 01/KH-CĐM (16/09/2024)"),
        ("kỳ", "Kỳ số liệu"),
        ("mốc", "Họp sơ kết"),
        ("mốc", "Gửi báo cáo"),
        ("mốc", "Báo cáo định kỳ"),
    ]
    assert len(found.rows[-1].bars) == 4  # each time of the recurring report
    assert found.conflicts == []


def test_a_report_due_before_its_conference_is_marked_and_told(base: BaseCatalogue) -> None:
    base.edit(PLAN, ('date: "2024-11"', 'date: "2025-01"'))

    found = timeline(base.root)

    assert {row.label for row in found.rows if row.is_in_conflict} == {"Họp sơ kết", "Gửi báo cáo"}
    assert found.conflicts == [
        "“Gửi báo cáo” phải xong 30/12/2024, trước khi “Họp sơ kết” kết thúc (31/01/2025)"
    ]


def test_the_heading_counts_contradictions_and_the_rows_marked_for_them(
    base: BaseCatalogue,
) -> None:
    assert timeline(base.root).heading == "Dòng thời gian"
    base.edit(PLAN, ('date: "2024-11"', 'date: "2025-01"'))

    assert timeline(base.root).heading == "Dòng thời gian (1 chỗ vướng nhau, 2 dòng có dấu ⚠)"


def test_a_time_the_picture_does_not_reach_is_an_arrow_with_its_words() -> None:
    found = timeline(ROOT, "thu-duc-39-kh-2020")
    beyond = [row for row in found.rows if (row.bars[0].first or row.bars[0].last) > found.end]

    drawn = str(timeline_chart(found))

    assert beyond
    for row in beyond:
        assert f'text-anchor="end" class="hb-timeline-date">{row.words}<' in drawn


def test_too_little_is_not_drawn(base: BaseCatalogue) -> None:
    index, _ = load_and_check(base.root)
    plan = index.plans["01-kh-mau-2024"]
    short = plan.model_copy(update={"milestones": plan.milestones[:1]})

    assert timeline_of(Site(index, date(2025, 1, 1)), [short]) is None


def test_the_two_contradictions_of_the_documents_we_hold_are_found() -> None:
    assert "09/01/2021" in timeline(ROOT, "quang-tri-54-kh-2020").conflicts[0]
    assert "31/12/2020" in timeline(ROOT, "thu-duc-39-kh-2020").conflicts[0]


def test_the_drawing_escapes_what_it_says_and_keeps_inside(base: BaseCatalogue) -> None:
    base.edit(PLAN, ('what: "Gửi báo cáo."', 'what: "<b>Gửi</b> & báo cáo."'))

    drawn = str(timeline_chart(timeline(base.root)))

    assert "<b>" not in drawn
    assert "&lt;b&gt;Gửi&lt;/b&gt; &amp; báo cáo" in drawn
    assert 'role="img"' in drawn
    assert "style=" not in drawn


def test_a_document_above_is_drawn_without_widening_the_picture(base: BaseCatalogue) -> None:
    index, _ = load_and_check(base.root)
    plans = [index.plans["01-kh-mau-2024"]]
    site = Site(index, date(2025, 1, 1))

    found = timeline_of(site, plans, [index.directives["03-ct-mau-2022"]])

    assert found
    assert found.rows[0].kind == "ban hành"
    assert found.rows[0].bars[0].last < found.start == timeline(base.root).start


def test_what_contradicts_itself_has_room_first(base: BaseCatalogue) -> None:
    base.edit(PLAN, ('date: "2024-11"', 'date: "2025-01"'))
    index, _ = load_and_check(base.root)
    plan = index.plans["01-kh-mau-2024"]
    many = [plan.model_copy(update={"milestones": plan.milestones[2:]})] * 30

    found = timeline_of(Site(index, date(2025, 1, 1)), [*many, plan])

    assert found
    assert len(found.rows) == MAX_ROWS
    assert found.left_out > 0
    assert sum(row.is_in_conflict for row in found.rows) == 2


def test_a_plan_that_contradicts_itself_is_drawn_before_newer_ones(base: BaseCatalogue) -> None:
    base.edit(PLAN, ('date: "2024-11"', 'date: "2025-01"'))
    index, _ = load_and_check(base.root)
    plan = index.plans["01-kh-mau-2024"]
    newer = [
        plan.model_copy(update={"id": f"moi-{at}", "issued": "2025-01-01", "milestones": ()})
        for at in range(MAX_PLANS)
    ]

    assert plans_to_draw([*newer, plan]) == [plan, *newer[:-1]]


def test_a_bar_the_picture_cuts_points_on(base: BaseCatalogue) -> None:
    found = timeline(base.root)
    (row,) = [one for one in found.rows if one.label == "Kỳ số liệu"]
    (bar,) = row.bars
    assert bar.first

    def points(first: date, last: date) -> int:
        drawn = timeline_chart(found._replace(start=first, end=last, rows=[row]))
        return drawn.count("<path") - drawn.count("hb-timeline-line")

    day = timedelta(days=1)
    assert points(bar.first, bar.last) == 0
    assert points(bar.first + day, bar.last) == 1
    assert points(bar.first, bar.last - day) == 1
    assert points(bar.first + day, bar.last - day) == 2
