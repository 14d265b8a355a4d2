"""A lost line such as `sources:` is one finding where it should be, not a dozen under it."""

from __future__ import annotations

import pytest

from tests.catalogues import PLAN_TEXT, edited, load_text, place_of

BODY = """\
id: x
name: "X"
level: "tỉnh"
kind: "công đoàn"
source:
  - id: a
    title: "A"
    confidence: "suy luận"
"""
TERM = 'term:\n  from: "2023"\n  until: "2028"\n'


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("milestones:\n", "id: moc-1\n    what"),
        ("targets:\n  - id: ct-1", "id: ct-1\n    indicator"),
        ("participants:\n", 'group: "Đại biểu mời"'),
        ("periods:\n", "id: tk-1\n    what"),
        ("notes:\n", "id: gc-1"),
    ],
)
def test_lost_head_of_a_list_is_one_finding_at_its_first_entry(line: str, first: str) -> None:
    rest = line.partition("\n")[2]
    text = edited(PLAN_TEXT, (line, rest))

    assert load_text(text) == [("TRUONG-02", *place_of(text, first))]


@pytest.mark.parametrize(
    ("old", "new", "needle"),
    [
        (
            '    at:\n      path: "I.4"\n      lines: [5]\n',
            '      path: "I.4"\n      lines: [5]\n',
            None,
        ),
        (TERM, TERM.replace("term:\n", "").replace("  ", ""), "from:"),
    ],
)
def test_lost_head_of_a_group_is_one_finding_at_its_first_key(
    old: str, new: str, needle: str | None
) -> None:
    text = edited(PLAN_TEXT, (old, new))

    found = load_text(text)

    assert len(found) == 1
    if needle:
        assert found == [("TRUONG-02", *place_of(text, needle))]


def test_group_that_is_not_indented_is_an_empty_field() -> None:
    text = edited(PLAN_TEXT, (TERM, TERM.replace("  ", "")))

    assert load_text(text) == [("YAML-06", *place_of(text, "term:"))]


def test_misspelt_key_is_no_lost_line() -> None:
    text = edited(PLAN_TEXT, ("sources:\n", "source:\n"))

    assert load_text(text) == [("TRUONG-01", *place_of(text, "source:\n"))]


def test_single_misspelt_key_is_not_taken_for_another_group() -> None:
    found = load_text(BODY, "body", "data/bodies/x.yml")

    assert found == [("TRUONG-01", *place_of(BODY, "source:"))]


def test_entry_that_is_merely_wrong_keeps_its_own_findings() -> None:
    text = edited(
        PLAN_TEXT, ('    what: "Gửi báo cáo theo đề cương."\n', ""), ("day: 15", "day: 32")
    )

    assert [code for code, _, _ in load_text(text)] == ["TRUONG-02", "TRUONG-07"]
