"""One mistake in a field is one finding, at the value, key or parent the editor must change."""

from __future__ import annotations

import pytest

from handbook.load.schema_errors import show_path
from tests.catalogues import KINDS, PLAN, PLAN_TEXT, edited, load_text, parse_record, place_of

TITLE = 'title: "Sơ kết công tác công đoàn năm 2024"'
WHEN = '      type: "trong"\n      date: "2024-11"\n      printed: "trong tháng 11/2024"\n'
BODY = "    body: cdcs-mau\n    milestone"


@pytest.mark.parametrize(
    ("old", "new", "needle", "code"),
    [
        # unknown keys: at the key, and not missing as well
        (BODY, BODY.replace("body", "bodi"), "bodi", "TRUONG-01"),
        (TITLE, TITLE.replace("title", "titel"), "titel", "TRUONG-01"),
        (TITLE, TITLE.replace("title", "ten"), "ten:", "TRUONG-01"),
        (TITLE, TITLE.replace("title", "Title"), "Title", "TRUONG-01"),
        (TITLE, TITLE + "\ncolour: red", "colour", "TRUONG-01"),
        (WHEN, WHEN + '      weekday: "thứ Ba"\n', 'weekday: "thứ Ba"\n    at', "TRUONG-01"),
        (
            '    area: tai-chinh\n    at:\n      path: "I.1"\n',
            '    at:\n      area: tai-chinh\n      path: "I.1"\n',
            "area: tai-chinh\n      path",
            "TRUONG-01",
        ),
        # missing: where the parent begins
        (TITLE + "\n", "", "id: 01", "TRUONG-02"),
        ("    operator: \"ít nhất\"\n", "", "id: ct-1", "TRUONG-02"),
        ('      type: "trong"\n', "", 'date: "2024-11"', "TRUONG-02"),
        ("      lines: [5, 11]\n", "", 'path: "I.4"\n    printed', "TRUONG-02"),
        # types
        (TITLE, "title: null", "null", "TRUONG-03"),
        (TITLE, "title: [a]", "[a]", "TRUONG-03"),
        (TITLE, "title: {a: b}", "{a", "TRUONG-03"),
        (TITLE, "title: 2024", "2024\nissued", "TRUONG-03"),
        (TITLE, "title: true", "true", "TRUONG-03"),
        ('number: "I"', "number: 3.10", "3.10", "TRUONG-03"),
        ("value: 95", 'value: "95"', '"95"', "TRUONG-03"),
        ("day: 15", "day: 1.5", "1.5", "TRUONG-03"),
        ("day: 15", "day: null", "null", "TRUONG-03"),
        ("areas:\n  - tai-chinh", "areas: tai-chinh", "tai-chinh", "TRUONG-03"),
        ("areas:\n  - tai-chinh", "areas: null", "null", "TRUONG-03"),
        ("areas:\n  - tai-chinh", "areas:\n  tai-chinh: x", "tai-chinh: x", "TRUONG-03"),
        ("areas:\n  - tai-chinh", "areas:\n  - [tai-chinh]", "[tai", "TRUONG-03"),
        ('  from: "2023"\n  until: "2028"', '  - "2023"\n  - "2028"', '- "2023"', "TRUONG-03"),
        ("lines: [5, 11]", 'lines: "5-11"', '"5-11"', "TRUONG-03"),
        ("lines: [5, 11]", 'lines: [5, "11"]', '"11"]', "TRUONG-03"),
        (WHEN, '      - "trong tháng 11"\n', '- "trong', "TRUONG-03"),
        ("month: 2", "month: [2]", "[2]\n      printed", "TRUONG-03"),
        # closed lists
        ('kind: "hội nghị"', 'kind: "hoi nghi"', '"hoi', "TRUONG-04"),
        ('type: "trong"', 'type: "trog"', '"trog"', "TRUONG-04"),
        ('type: "trong"', "type: [a]", "[a]", "TRUONG-04"),
        ("month: 2", 'month: "nửa kỳ"', '"nửa', "TRUONG-04"),
        # forms
        (BODY, BODY.replace("cdcs-mau", '"CĐCS Mẫu"'), '"CĐCS Mẫu"', "TRUONG-05"),
        (BODY, BODY.replace("cdcs-mau", "cdcs_mau"), "cdcs_mau", "TRUONG-05"),
        ('  from: "2023"', '  from: "23"', '"23"', "TRUONG-05"),
        ("    lines: 12", '    url: "congdoan.vn"\n    lines: 12', '"congdoan', "TRUONG-05"),
        ('issued: "2024-09-16"', 'issued: "16/9/2024"', '"16/9', "NGAY-05"),
        ('issued: "2024-09-16"', 'issued: "2024-13"', '"2024-13"', "NGAY-05"),
        ('issued: "2024-09-16"', 'issued: "2024-Q5"', '"2024-Q5"', "NGAY-05"),
        # nothing in it
        (TITLE, 'title: ""', '""', "TRUONG-06"),
        (TITLE, 'title: "  "', '"  "', "TRUONG-06"),
        ("lines: [5, 11]", "lines: []", "[]", "TRUONG-06"),
        # limits
        ("lines: [5, 11]", "lines: [0, 11]", "0, 11]", "TRUONG-07"),
        ("day: 15", "day: 40", "40", "TRUONG-07"),
        ("month: 2", "month: 13", "13\n      printed", "TRUONG-07"),
        ("month: 2", "month: 0", "0\n      printed", "TRUONG-07"),
        (BODY, BODY.replace("cdcs-mau", "a" * 121), "aaa", "TRUONG-07"),
        # already told by the reader: not told twice
        ("    operator: \"ít nhất\"\n", "    operator:\n", "operator", "YAML-06"),
        ('kind: "hội nghị"', "kind: no", "no\n", "YAML-03"),
        ('type: "trong"', "type:", "type:\n", "YAML-06"),
        ("month: 2", "month: 02", "02\n      printed", "YAML-03"),
        (TITLE, "titel:", "titel", "YAML-06"),
        ("areas:\n  - tai-chinh", "areas:\n  -", "\n  -\nali", "YAML-06"),
        (BODY, BODY.replace("cdcs-mau", "cdcs\u200b-mau"), "\u200b", "CHU-02"),
        (TITLE, TITLE.replace("title", "ti\u200btle"), "\u200b", "CHU-02"),
        (TITLE, TITLE.replace("title", "\u00a0title"), "\u00a0", "CHU-02"),
        ('kind: "hội nghị"', 'kind: "hội\u00a0nghị"', "\u00a0", "CHU-02"),
        ('type: "trước"', 'type: "trươ\u0301c"', "ơ\u0301", "CHU-01"),
        (TITLE, "\x07" + TITLE, "\x07", "CHU-02"),
        ('  until: "2028"', '\u00a0\u00a0until: "2028"', "\u00a0", "CHU-02"),
        (BODY, BODY.replace("cdcs-mau", '"cdcs\\u200b-mau"'), '"cdcs\\', "CHU-02"),
    ],
)  # fmt: skip
def test_one_finding_at_the_place_to_change(old: str, new: str, needle: str, code: str) -> None:
    text = edited(PLAN_TEXT, (old, new))

    found = load_text(text)

    line, column = place_of(text, needle)
    if needle.startswith("\n"):
        line, column = line + 1, 4  # after the dash of an empty entry
    assert found == [(code, line, column)]


def test_two_mistakes_are_two_findings() -> None:
    text = edited(PLAN_TEXT, ("day: 15", "day: 40"), ('kind: "hội nghị"', 'kind: "họp"'))

    assert [code for code, _, _ in load_text(text)] == ["TRUONG-04", "TRUONG-07"]


def test_all_missing_fields_of_one_mapping_are_one_finding() -> None:
    assert load_text("id: 01-kh-mau-2024\n") == [("TRUONG-02", 1, 1)]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (BODY, BODY.replace("body", "bodi"), "“body”"),
        ('kind: "hội nghị"', 'kind: "hoi nghi"', "“hội nghị”"),
        ('number: "I"', "number: 3.10", '"3.10"'),
        ("day: 15", "day: 40", "đến 31"),
        ("month: 2", "month: 13", "“cuối kỳ”"),
        (
            '    area: tai-chinh\n    at:\n      path: "I.1"\n',
            '    at:\n      area: tai-chinh\n      path: "I.1"\n',
            "“tasks[1]”",
        ),
    ],
)
def test_hint_offers_what_to_write(old: str, new: str, words: str) -> None:
    _, problems = parse_record(edited(PLAN_TEXT, (old, new)), PLAN, KINDS["plan"])

    assert words in problems[0].hint


def test_long_value_is_cut_in_the_message() -> None:
    text = edited(PLAN_TEXT, ('issued: "2024-09-16"', f'issued: "{"9" * 500}"'))

    _, problems = parse_record(text, PLAN, KINDS["plan"])

    assert len(problems[0].message) < 120


def test_paths_count_from_one() -> None:
    assert show_path(("tasks", 0, "at", "lines", 2)) == "tasks[1].at.lines[3]"
    assert show_path(()) == "bản ghi"
