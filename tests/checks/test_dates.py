"""Dates: real days, right weekdays, ends after beginnings, deadlines that make sense."""

from __future__ import annotations

import pytest

from tests.catalogues import BODY, DIRECTIVE, OTHER_DIRECTIVE, PLAN, BaseCatalogue, place_of

WITHIN = '      type: "trong"\n      date: "2024-11"\n      printed: "trong tháng 11/2024"\n'
BEFORE = '      date: "2024-12-31"\n      weekday: "thứ Ba"\n'
PERIOD = '      from: "2024-01"\n      until: "2024-10"\n'
NOTE_ABOUT = "    about:\n      - ct-1\n"


@pytest.mark.parametrize(
    ("path", "old", "new", "needle"),
    [
        (PLAN, 'issued: "2024-09-16"', 'issued: "2024-09-31"', '"2024-09-31"'),
        (DIRECTIVE, 'issued: "2023-06-12"', 'issued: "2023-02-29"', '"2023-02-29"'),
        (DIRECTIVE, 'issued: "2023-06-12"', 'issued: "2023-06-00"', '"2023-06-00"'),
        (DIRECTIVE, 'issued: "2023-06-12"', 'issued: "0203-06"', '"0203-06"'),
        (PLAN, BEFORE, '      date: "2024-11-31"\n', '"2024-11-31"'),
        (PLAN, '  from: "2023"', '  from: "0000"', '"0000"'),
        (PLAN, '      date: "2024"\n', '      date: "9999"\n', '"9999"'),
        (PLAN, PERIOD, PERIOD.replace("2024-10", "2024-10-32"), '"2024-10-32"'),
        (BODY, '  until: "2025-06"', '  until: "2025-06-31"', '"2025-06-31"'),
        (PLAN, "    lines: 12", '    checked_on: "2024-02-30"\n    lines: 12', '"2024-02-30"'),
        (
            OTHER_DIRECTIVE,
            "relations:",
            'validity:\n  state: chưa rõ\n  from: "2022-04-31"\nrelations:',
            '"2022-04-31"',
        ),
    ],
)
def test_day_that_does_not_exist_is_one_problem_wherever_it_stands(
    base: BaseCatalogue, path: str, old: str, new: str, needle: str
) -> None:
    text = base.edit(path, (old, new))

    assert base.places() == [("NGAY-01", *place_of(text, needle))]


@pytest.mark.parametrize(
    ("path", "old"), [(PLAN, 'issued: "2024-09-16"'), (DIRECTIVE, 'issued: "2023-06-12"')]
)
def test_day_that_does_not_exist_stops_no_other_check(
    base: BaseCatalogue, path: str, old: str
) -> None:
    """Which congress is meant follows from the days of both documents."""
    meeting = "Nghị quyết Đại hội Công đoàn Mẫu"
    base.edit(DIRECTIVE, ("aliases:\n", f'aliases:\n  - "{meeting}"\n'))
    base.edit(PLAN, ("Gửi báo cáo theo đề cương.", f"Gửi báo cáo thực hiện {meeting}."))

    text = base.edit(path, (old, 'issued: "2023-02-30"'))

    assert base.places() == [("NGAY-01", *place_of(text, '"2023-02-30"'))]


def test_impossible_deadline_is_told_how_to_stand_with_a_note(base: BaseCatalogue) -> None:
    base.edit(PLAN, (BEFORE, '      date: "2024-11-31"\n'))

    assert "không có thật" in base.check()[0].hint


def test_29_february_of_a_leap_year_exists(base: BaseCatalogue) -> None:
    base.edit(DIRECTIVE, ('"2023-06-12"', '"2024-02-29"'))

    assert base.check() == []


def test_impossible_date_with_its_note_is_allowed(base: BaseCatalogue) -> None:
    impossible = '      type: "không có thật"\n      printed: "30/02/2024"\n      note: gc-1\n'
    base.edit(PLAN, (WITHIN, impossible))

    assert base.check() == []


def test_wrong_weekday_says_the_right_one(base: BaseCatalogue) -> None:
    text = base.edit(PLAN, ('"thứ Ba"\n', '"Chủ nhật"\n'))

    (problem,) = base.check()

    assert (problem.line, problem.column) == place_of(text, '"Chủ nhật"')
    assert problem.message == "ngày 31/12/2024 là thứ Ba, không phải Chủ nhật"


def test_weekday_of_a_month_is_one_problem(base: BaseCatalogue) -> None:
    text = base.edit(PLAN, ('date: "2024-12-31"', 'date: "2024-12"'))

    assert base.places() == [("NGAY-02", *place_of(text, '"thứ Ba"\n'))]


@pytest.mark.parametrize(
    ("path", "old", "new", "needle"),
    [
        (PLAN, PERIOD, '      from: "2024-10"\n      until: "2024-09"\n', '"2024-09"\n'),
        (PLAN, PERIOD, '      from: "2024-10-02"\n      until: "2024-10-01"\n', '"2024-10-01"'),
        (PLAN, PERIOD, '      from: "2024"\n      until: "2023-12-31"\n', '"2023-12-31"'),
        (PLAN, PERIOD, '      from: "2024-H2"\n      until: "2024-Q2"\n', '"2024-Q2"'),
        (BODY, '  from: "1990"', '  from: "2025-07"', '"2025-06"'),
        (
            OTHER_DIRECTIVE,
            "relations:",
            'validity:\n  state: chưa rõ\n  from: "2022-05"\n  until: "2022-04"\nrelations:',
            '"2022-04"',
        ),
        (
            PLAN,
            '      type: "khoảng"\n' + PERIOD,
            '      type: "nhiệm kỳ"\n      from: "2024"\n      until: "2020"\n',
            '"2020"',
        ),
        (
            PLAN,
            '      every:\n        - "năm"\n',
            '      from: "2025"\n      until: "2024"\n      every:\n        - "năm"\n',
            '"2024"\n      every',
        ),
    ],
)
def test_end_before_the_beginning_is_one_problem_at_the_end(
    base: BaseCatalogue, path: str, old: str, new: str, needle: str
) -> None:
    text = base.edit(path, (old, new))

    assert base.places() == [("NGAY-03", *place_of(text, needle))]


@pytest.mark.parametrize(
    ("start", "until"),
    [
        ("2024-10", "2024-10"),
        ("2024-10-31", "2024-10"),
        ("2024-10", "2024-10-01"),
        ("2024", "2024-Q1"),
    ],
)
def test_mixed_precision_is_compared_generously(
    base: BaseCatalogue, start: str, until: str
) -> None:
    base.edit(PLAN, (PERIOD, f'      from: "{start}"\n      until: "{until}"\n'))

    assert base.check() == []


def test_range_without_a_beginning_is_allowed(base: BaseCatalogue) -> None:
    base.edit(PLAN, (PERIOD, '      until: "2024-10"\n'))

    assert base.check() == []


@pytest.mark.parametrize("date", ["2024-11", "2024-Q4", "2024-H2", "2024"])
def test_within_a_month_or_longer_is_allowed(base: BaseCatalogue, date: str) -> None:
    base.edit(PLAN, ('date: "2024-11"', f'date: "{date}"'), ('kind: "hội nghị"', 'kind: "khác"'))

    assert base.check() == []


@pytest.mark.parametrize(
    ("day", "month", "is_wrong"),
    [
        (30, "2", True),
        (29, "2", False),
        (31, "4", True),
        (31, "12", False),
        (31, '"cuối kỳ"', False),
    ],
)
def test_recurring_day_must_exist_in_a_named_month(
    base: BaseCatalogue, day: int, month: str, is_wrong: bool
) -> None:
    text = base.edit(PLAN, ("day: 15", f"day: {day}"), ("month: 2", f"month: {month}"))

    expected = [("NGAY-06", *place_of(text, f"{day}\n        month"))] if is_wrong else []
    assert base.places() == expected


@pytest.mark.parametrize(
    ("date", "is_early"), [("2024-08", True), ("2024-09", False), ("2023", True), ("2024", False)]
)
def test_deadline_before_the_issue_is_a_hint(
    base: BaseCatalogue, date: str, is_early: bool
) -> None:
    base.edit(PLAN, ('date: "2024-11"', f'date: "{date}"'))

    expected = [("NGAY-07", "lưu ý")] if is_early else []
    assert [(one.code, one.level) for one in base.check()] == expected


def test_exclusive_deadline_on_the_day_of_issue_is_early(base: BaseCatalogue) -> None:
    base.edit(PLAN, (BEFORE, '      date: "2024-09-16"\n'))

    assert "NGAY-07" in {one.code for one in base.check()}


def test_note_about_the_milestone_answers_the_hint(base: BaseCatalogue) -> None:
    base.edit(
        PLAN, ('date: "2024-11"', 'date: "2024-08"'), (NOTE_ABOUT, NOTE_ABOUT + "      - moc-2\n")
    )

    assert base.check() == []


def test_report_due_before_its_conference_is_a_hint(base: BaseCatalogue) -> None:
    text = base.edit(PLAN, (BEFORE, '      date: "2024-11-30"\n'))

    (problem,) = base.check()

    assert (problem.code, problem.level) == ("NGAY-08", "lưu ý")
    assert (problem.line, problem.column) == place_of(text, 'type: "trước"')
    assert "29/11/2024" in problem.message
    assert "30/11/2024" in problem.message


def test_report_of_other_bodies_is_not_compared(base: BaseCatalogue) -> None:
    base.edit(
        PLAN,
        (BEFORE, '      date: "2024-11-30"\n'),
        ("      - cong-doan-mau\n      - cdcs-mau\n", "      - cong-doan-mau\n"),
    )

    assert base.check() == []


def test_conference_at_some_time_of_a_year_is_not_compared(base: BaseCatalogue) -> None:
    base.edit(PLAN, ('date: "2024-11"', 'date: "2025"'))

    assert base.check() == []


def test_note_about_the_report_answers_the_hint(base: BaseCatalogue) -> None:
    base.edit(
        PLAN, (BEFORE, '      date: "2024-11-30"\n'), (NOTE_ABOUT, NOTE_ABOUT + "      - moc-1\n")
    )

    assert base.check() == []


def test_figures_that_run_past_the_last_milestone_are_a_hint(base: BaseCatalogue) -> None:
    text = base.edit(PLAN, (PERIOD, PERIOD.replace("2024-10", "2024-12-31")))

    assert base.places() == [("NGAY-08", *place_of(text, 'type: "khoảng"'))]


@pytest.mark.parametrize("target", ["moc-2", "moc-3"])
def test_milestones_counted_from_each_other_are_one_problem(
    base: BaseCatalogue, target: str
) -> None:
    relative = (
        '      type: "theo mốc"\n      milestone: {}\n      days: 5\n      printed: "sau 5 ngày"\n'
    )
    text = base.edit(PLAN, (WITHIN, relative.format(target)))
    if target == "moc-3":
        begin = text.index('      type: "định kỳ"')
        end = text.index("    at:", begin)
        text = base.write(PLAN, text[:begin] + relative.format("moc-2") + text[end:])

    assert base.places() == [("NGAY-09", *place_of(text, f"{target}\n      days"))]
