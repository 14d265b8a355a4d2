"""Section numbers are read in the styles Vietnamese documents use."""

from __future__ import annotations

import pytest

from handbook.checks.numbering import find_slip, read_number, write_in_style, write_roman


@pytest.mark.parametrize(
    "row",
    [
        ["I", "II", "III", "IV", "V"],
        ["I.", "II.", "III."],
        ["1", "2", "3"],
        ["1.", "2.", "3."],
        ["1)", "2)", "3)"],
        ["3.1", "3.2", "3.3"],
        ["2.1.1", "2.1.2"],
        ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k"],
        ["a)", "b)", "c)", "d)", "e)", "f)"],
        ["A", "B", "C", "D"],
        ["i", "ii", "iii"],
        ["PHẦN THỨ NHẤT", "PHẦN THỨ HAI", "PHẦN THỨ BA", "PHẦN THỨ TƯ"],
        ["Phần I", "Phần II"],
        ["Phần 1", "Phần 2"],
        ["Chương I", "Chương II"],
        ["Điều 1", "Điều 2"],
        ["Phụ lục I", "Phụ lục II"],
        [str(n) for n in range(1, 40)],
        [write_roman(n) for n in range(1, 40)],
        ["I"],
        [None, None],
        ["1", None, "3"],
        [],
    ],
)
def test_row_in_order(row: list[str | None]) -> None:
    assert find_slip(row) is None


@pytest.mark.parametrize(
    ("row", "position"),
    [
        (["I", "III"], 1),
        (["II", "III"], 0),
        (["1", "2", "2"], 2),
        (["1", "3", "2"], 1),
        (["1", "2", "4", "5"], 2),
        (["2.1", "2.3"], 1),
        (["3.1", "4.2"], 1),
        (["a", "c"], 1),
        (["a", "b", "c", "đ"], 3),
        (["a", "b", "c", "d", "đ", "f"], 5),
        (["1", "II"], 1),
        (["I", "2"], 1),
        (["1", "a", "2"], 1),
        (["PHẦN THỨ NHẤT", "PHẦN THỨ BA"], 1),
        (["PHẦN THỨ NHẤT", "II"], 1),
        (["1", "1.1"], 1),
        (["*"], 0),
        (["1", "?"], 1),
        (["0", "1"], 0),
        (["1", None, "4"], 2),
    ],
)
def test_row_out_of_order_has_one_slip(row: list[str | None], position: int) -> None:
    slip = find_slip(row)

    assert slip is not None
    assert slip.position == position


def test_slip_says_what_was_expected() -> None:
    assert find_slip(["a", "b", "c", "d", "e", "h"]) is not None
    assert "phải là “III”" in (find_slip(["I", "II", "IV"]) or ("", ""))[1]
    assert "bị lặp" in (find_slip(["1", "1"]) or ("", ""))[1]
    assert "khác kiểu" in (find_slip(["1", "b"]) or ("", ""))[1]


def test_row_may_begin_where_the_last_part_ended() -> None:
    assert find_slip(["III", "IV"], starts=(1, 3)) is None
    assert find_slip(["I", "II"], starts=(1, 3)) is None
    assert find_slip(["II", "III"], starts=(1, 3)) is not None


def test_letter_i_and_roman_one_are_told_apart_by_their_siblings() -> None:
    assert {reading.style for reading in read_number("I")} >= {"La Mã", "a, b, c, d, đ (hoa)"}


@pytest.mark.parametrize(
    "number", ["", "  ", "?", "Mở đầu", "IIII", "1.2.", "99999999999999999999"]
)
def test_strange_numbers_do_no_harm(number: str) -> None:
    assert isinstance(read_number(number), tuple)


def test_places_beyond_a_style_are_not_written() -> None:
    assert write_in_style("a, b, c, d, đ", 99) == ""
    assert write_in_style("phần + La Mã", 2) == "phần II"
    assert write_in_style("phần + chữ", 12) == ""
