"""Outlines: siblings are numbered in order, in one style, all of them."""

from __future__ import annotations

import pytest

from tests.catalogues import PLAN, BaseCatalogue, place_of

ONE, TWO = '        - number: "1"', '        - number: "2"'
CHILDREN = "      children:\n"
SECTION = """\
{pad}- number: {number}
{pad}  heading: "Mục"
{pad}  at:
{pad}    path: "Đề cương"
{pad}    lines: [6]
"""


@pytest.mark.parametrize(
    ("old", "new", "needle"),
    [
        (TWO, TWO.replace("2", "3"), '"3"'),
        (TWO, TWO.replace("2", "1"), '"1"\n          heading: "Chi"'),
        (ONE, ONE.replace("1", "2"), '"2"\n          heading: "Thu"'),
        (TWO, TWO.replace("2", "b"), '"b"'),
        ('    - number: "II"', '    - number: "III"', '"III"'),
        ('    - number: "I"\n', '    - number: "1"\n', '"II"'),
    ],
)
def test_number_out_of_order_is_one_problem(
    base: BaseCatalogue, old: str, new: str, needle: str
) -> None:
    text = base.edit(PLAN, (old, new))

    found = [one for one in base.places() if one[0] != "THAM-CHIEU-05"]
    assert found == [("DE-CUONG-01", *place_of(text, needle))]


def test_section_without_a_number_among_numbered_ones_is_one_problem(base: BaseCatalogue) -> None:
    text = base.edit(PLAN, (TWO, TWO.replace('"2"', "null")))

    assert base.places() == [("DE-CUONG-02", *place_of(text, "null"))]


def test_bullets_need_no_numbers(base: BaseCatalogue) -> None:
    base.edit(
        PLAN,
        (ONE, ONE.replace('"1"', "null")),
        (TWO, TWO.replace('"2"', "null")),
        ('    sections:\n      - "II.1"\n', ""),
    )

    assert base.check() == []


@pytest.mark.parametrize(
    ("numbers", "is_wrong"),
    [(("2.1", "2.2"), False), (("3.1", "3.2"), True), (("1.1", "1.2"), True)],
)
def test_dotted_numbers_begin_with_the_number_they_stand_under(
    base: BaseCatalogue, numbers: tuple[str, str], is_wrong: bool
) -> None:
    text = base.edit(
        PLAN,
        ('    - number: "I"\n', '    - number: "1"\n'),
        ('    - number: "II"\n', '    - number: "2"\n'),
        (ONE, ONE.replace('"1"', f'"{numbers[0]}"')),
        (TWO, TWO.replace('"2"', f'"{numbers[1]}"')),
        ('    sections:\n      - "II.1"\n', ""),
    )

    expected = [("DE-CUONG-01", *place_of(text, f'"{numbers[0]}"'))] if is_wrong else []
    assert base.places() == expected


@pytest.mark.parametrize(("number", "is_wrong"), [("I", False), ("II", False), ("III", True)])
def test_second_part_may_begin_anew_or_go_on_counting(
    base: BaseCatalogue, number: str, is_wrong: bool
) -> None:
    child = SECTION.format(pad=" " * 8, number='"I"')
    base.edit(
        PLAN,
        ('    - number: "I"\n', '    - number: "PHẦN THỨ NHẤT"\n'),
        ("        lines: [7]\n", "        lines: [7]\n" + CHILDREN + child),
        ('    - number: "II"\n', '    - number: "PHẦN THỨ HAI"\n'),
        (ONE, ONE.replace("1", number)),
        (TWO, TWO.replace("2", number + "I")),
        ('    sections:\n      - "II.1"\n', ""),
    )

    assert [one.code for one in base.check()] == (["DE-CUONG-01"] if is_wrong else [])


@pytest.mark.parametrize("number", ['"4"', "null"])
def test_note_about_the_numbers_at_that_line_answers(base: BaseCatalogue, number: str) -> None:
    base.edit(
        PLAN,
        (TWO, TWO.replace('"2"', number)),
        ("lines: [5, 11]", "lines: [5, 10, 11]"),
        ("Thiếu dấu cách trước ký hiệu phần trăm.", "Văn bản đánh số mục không liền."),
    )

    assert base.check() == []
