"""References inside a record: milestones, periods, targets, notes, sources, sections."""

from __future__ import annotations

import pytest

from tests.catalogues import BODY, OTHER_DIRECTIVE, PLAN, PROCEDURE, BaseCatalogue, place_of

WHEN = '      type: "trong"\n      date: "2024-11"\n'


@pytest.mark.parametrize(
    ("path", "old", "new", "needle"),
    [
        (PLAN, "    milestone: moc-1", "    milestone: moc-7", "moc-7"),
        (PLAN, "    milestone: moc-1", "    milestone: tk-1", "tk-1"),
        (PLAN, "    period: tk-1", "    period: moc-1", "moc-1\n    targets"),
        (PLAN, "      - ct-1\n    directives", "      - ct-2\n    directives", "ct-2"),
        (PLAN, "    about:\n      - ct-1", "    about:\n      - ct-9", "ct-9"),
        (PLAN, "    milestone: moc-2", "    milestone: moc-x", "moc-x"),
        (PLAN, WHEN, '      type: "không có thật"\n      note: gc-7\n', "gc-7"),
        (PLAN, WHEN, '      type: "theo mốc"\n      milestone: moc-8\n      days: 1\n', "moc-8"),
        (PLAN, "    source: ban-go-lai", "    source: ban-goc", "ban-goc"),
        (OTHER_DIRECTIVE, "    source: vi-du", "    source: khac", "khac"),
        (BODY, "  source: vi-du", "  source: khac", "khac"),
        (PROCEDURE, "01-kh-mau-2024#nv-1", "01-kh-mau-2024#nv-99", "01-kh-mau-2024#nv-99"),
        (
            PROCEDURE,
            "    items:\n",
            "    milestones:\n      - 01-kh-mau-2024#nv-1\n    items:\n",
            "01-kh-mau-2024#nv-1",
        ),
        (
            PROCEDURE,
            '"Chép sai tên văn bản."\n',
            '"Chép sai tên văn bản."\n        note: 01-kh-mau-2024#moc-1\n',
            "01-kh-mau-2024#moc-1",
        ),
    ],
)
def test_unknown_item_is_one_problem_at_its_name(
    base: BaseCatalogue, path: str, old: str, new: str, needle: str
) -> None:
    text = base.edit(path, (old, new))

    assert base.places() == [("THAM-CHIEU-03", *place_of(text, needle))]


def test_validity_names_a_source_of_the_record(base: BaseCatalogue) -> None:
    text = base.edit(
        OTHER_DIRECTIVE,
        ("relations:", "validity:\n  state: còn hiệu lực\n  source: khac\nrelations:"),
    )

    assert base.places() == [("THAM-CHIEU-03", *place_of(text, "khac"))]


def test_note_of_a_directive_is_about_its_own_notes(base: BaseCatalogue) -> None:
    note = (
        "notes:\n  - id: gc-1\n    severity: nhỏ\n    at:\n      path: Đầu\n      lines: [1]\n"
        "    printed: x\n    problem: mới\n    about:\n      - gc-1\n      - nv-1\n"
    )
    text = base.edit(OTHER_DIRECTIVE, ("sources:", note + "sources:"))

    assert base.places() == [("THAM-CHIEU-03", *place_of(text, "nv-1"))]


def test_hint_lists_what_is_there(base: BaseCatalogue) -> None:
    base.edit(PLAN, ("    milestone: moc-1", "    milestone: moc-7"))

    (problem,) = base.check()

    assert "moc-1, moc-2, moc-3" in problem.hint


def test_item_of_the_wrong_sort_is_named(base: BaseCatalogue) -> None:
    base.edit(PLAN, ("    milestone: moc-1", "    milestone: tk-1"))

    (problem,) = base.check()

    assert problem.message == "“tk-1” là thời kỳ, ở đây cần mốc"


@pytest.mark.parametrize("number", ["I", "II", "II.1", "II.2.", "ii.2", "II. 1"])
def test_section_of_the_outline_is_known(base: BaseCatalogue, number: str) -> None:
    base.edit(PLAN, ('      - "II.1"', f'      - "{number}"'))

    assert base.check() == []


@pytest.mark.parametrize("number", ["III", "II.3", "1", "I.1"])
def test_section_that_is_not_there_is_one_problem(base: BaseCatalogue, number: str) -> None:
    text = base.edit(PLAN, ('      - "II.1"', f'      - "{number}"'))

    assert base.places() == [("THAM-CHIEU-05", *place_of(text, f'"{number}"\n    area'))]


def with_part(base: BaseCatalogue, section: str) -> str:
    return base.edit(
        PLAN,
        ('    - number: "I"\n', '    - number: "PHẦN THỨ NHẤT"\n'),
        ('    - number: "II"\n', '    - number: "PHẦN THỨ HAI"\n'),
        ('      - "II.1"', f'      - "{section}"'),
    )


@pytest.mark.parametrize("section", ["1", "PHẦN THỨ HAI", "Phần thứ hai, 1", "PHẦN THỨ HAI.2"])
def test_part_may_stand_before_the_section_or_not(base: BaseCatalogue, section: str) -> None:
    with_part(base, section)

    assert base.check() == []


def test_outline_of_another_plan_that_a_milestone_asks_for_counts(base: BaseCatalogue) -> None:
    text = (base.root / PLAN).read_text(encoding="utf-8")
    begin, end = text.index("outline:\n"), text.index("sources:\n")
    other = text[:begin] + text[end:]
    for old, new in (
        ("id: 01-kh-mau-2024", "id: 02-kh-mau-2024"),
        ('"01/KH-CĐM"', '"02/KH-CĐM"'),
        ("Kế hoạch sơ kết năm 2024", "Kế hoạch khác"),
        ("lines_with_text: 11", "lines_with_text: 2"),
    ):
        other = other.replace(old, new, 1)
    base.write("data/plans/02-kh-mau-2024.yml", other)

    assert base.check() == []


def test_plan_without_any_outline_has_no_sections(base: BaseCatalogue) -> None:
    text = (base.root / PLAN).read_text(encoding="utf-8")
    begin, end = text.index("outline:\n"), text.index("sources:\n")
    text = base.write(PLAN, text[:begin] + text[end:].replace("lines_with_text: 11", "lines: 12"))
    text = base.write(PLAN, text.replace("    lines: 12\n    lines: 12\n", "    lines: 12\n"))
    base.edit(PROCEDURE, ("    outline: 01-kh-mau-2024\n", ""))

    (problem,) = base.check()

    assert problem.code == "THAM-CHIEU-05"
    assert "không có đề cương" in problem.hint


def test_sections_are_not_checked_against_a_plan_that_did_not_load(base: BaseCatalogue) -> None:
    base.edit(
        PLAN,
        ('      - "II.1"', '      - "IX.9"'),
        ("    outline: 01-kh-mau-2024", "    outline: 02-kh-mau-2024"),
    )
    base.write("data/plans/02-kh-mau-2024.yml", "")

    assert [one.code for one in base.check()] == ["TEP-07"]
