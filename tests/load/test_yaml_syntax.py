"""A syntax error is one fault where the editor went wrong, not where the parser gave up."""

from __future__ import annotations

import pytest

from tests.catalogues import PLAN_TEXT, edited, load_text, place_of

TITLE = 'title: "Sơ kết công tác công đoàn năm 2024"'
WHAT = '    what: "Gửi báo cáo theo đề cương."'


@pytest.mark.parametrize(
    ("old", "new", "needle", "code"),
    [
        # quotation marks
        (TITLE, TITLE[:-1], '"Sơ kết', "YAML-01"),
        (TITLE, TITLE[:-1].replace('"', "'"), "'Sơ kết", "YAML-01"),
        (TITLE, TITLE.replace('"', "", 1), "Sơ kết", "YAML-01"),
        (TITLE, 'title: "Về "đổi mới" công đoàn"', "đổi mới", "YAML-01"),
        ('ký hiệu phần trăm."', "ký hiệu phần trăm.", '"Thiếu', "YAML-01"),
        # colons
        (TITLE, "title: Sơ kết: năm 2024", ": năm", "YAML-01"),
        (TITLE, TITLE.replace(":", ""), "title", "YAML-01"),
        (TITLE, TITLE.replace(": ", ":"), "title", "YAML-01"),
        ("term:\n", "term\n", "term\n", "YAML-01"),
        # tabs and indents
        (WHAT, "\t" + WHAT.strip(), "\twhat", "YAML-01"),
        ("  - id: nv-2", "\t- id: nv-2", "\t- id", "YAML-01"),
        (WHAT, WHAT[1:], 'what: "Gửi báo cáo theo', "YAML-01"),
        ("  - id: nv-2", "- id: nv-2", "- id: nv-2", "YAML-01"),
        ("  - id: nv-2", "    - id: nv-2", "- id: nv-2", "YAML-01"),
        ('number: "01/KH-CĐM"', ' number: "01/KH-CĐM"', ': "01/KH', "YAML-01"),
        # brackets
        ("lines: [5, 11]", "lines: [5, 11", "[5, 11", "YAML-01"),
        ("lines: [5, 11]", "lines: [5, 11}", "}", "YAML-01"),
        # signs that mean something to YAML
        (WHAT, "    what: @abc", "@abc", "YAML-01"),
        (WHAT, "    what: `abc`", "`abc", "YAML-01"),
        (WHAT, "    what: %abc", "%abc", "YAML-01"),
        (WHAT, "    what: - Họp", "- Họp", "YAML-01"),
        (WHAT, "    what: *Họp", "*Họp", "YAML-04"),
        (WHAT, "    what: & Họp", "& Họp", "YAML-04"),
        (WHAT, "    what: !Họp", "!Họp", "YAML-04"),
        # escapes
        (TITLE, r'title: "C:\mau"', r"\mau", "YAML-01"),
        (TITLE, r'title: "a\ud800b"', r"ud800", "YAML-01"),
        ("term:\n", "...\nterm:\n", "term:", "YAML-01"),
    ],
)
def test_one_fault_where_the_mistake_is(old: str, new: str, needle: str, code: str) -> None:
    text = edited(PLAN_TEXT, (old, new))

    found = load_text(text)

    assert [one for one, _, _ in found] == [code]
    line, column = place_of(text, needle)
    assert found[0][1] == line
    assert abs(found[0][2] - column) <= 1  # an escape is pointed at by its backslash or after it


@pytest.mark.parametrize(
    "text", ['"', "'", "[", "{", "a: [", "%", "a: |\n\tb", "\t", "a: 'b", "? ["]
)
def test_scraps_are_one_fault(text: str) -> None:
    assert len(load_text(text)) == 1
