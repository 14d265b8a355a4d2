"""Assignment sheets, read back by openpyxl: columns, types, print settings, hostile text."""

from __future__ import annotations

from datetime import date, datetime
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from handbook.outputs import assignment_book
from handbook.outputs.assignment_book import MAX_TEXT, AssignmentBook
from handbook.outputs.workbook_frame import COLUMNS, STATES
from handbook.views.assignments import Assignment

DAY = date(2026, 1, 2)


def assignment(**values: str | date) -> Assignment:
    plain: dict[str, str | date] = {
        "what": "Gửi báo cáo.",
        "lead": "CĐCS",
        "support": "không nêu",
        "deadline": date(2023, 12, 11),
        "source": "Kế hoạch 01/KH-CĐM, II.1",
        "area": "Tài chính",
        "note": "",
    }
    return Assignment(**{**plain, **values}, bodies=frozenset())  # type: ignore[arg-type]


def write(*rows: Assignment, title: str = "Kế hoạch") -> bytes:
    book = AssignmentBook(title, DAY)
    book.extend(rows)
    return book.close()


def read(data: bytes) -> Worksheet:
    sheet = load_workbook(BytesIO(data)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def test_columns_are_those_offices_use() -> None:
    sheet = read(write(assignment()))

    assert [cell.value for cell in sheet[1]] == [
        "STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Hạn", "Nguồn (văn bản, mục)",
        "Lĩnh vực", "Trạng thái", "Kết quả", "Khó khăn", "Đề xuất", "Ghi chú",
    ]  # fmt: skip
    assert [cell.value for cell in sheet[2]] == [
        1, "Gửi báo cáo.", "CĐCS", "không nêu", datetime(2023, 12, 11), "Kế hoạch 01/KH-CĐM, II.1",
        "Tài chính", STATES[0], None, None, None, None,
    ]  # fmt: skip


def test_a_day_is_a_date_and_words_stay_words() -> None:
    sheet = read(write(assignment(), assignment(deadline="trong tháng 01/2021")))

    assert sheet["E2"].is_date
    assert sheet["E2"].number_format == "dd/mm/yyyy"
    assert sheet["E3"].data_type == "s"
    assert sheet["E3"].value == "trong tháng 01/2021"


def test_a_day_spreadsheets_cannot_count_is_written_in_words() -> None:
    sheet = read(write(assignment(deadline=date(1890, 5, 1))))

    assert sheet["E2"].value == "01/05/1890"


def test_filter_head_and_print_settings_cover_every_row() -> None:
    sheet = read(write(*[assignment()] * 7))

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:L8"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert [sheet.column_dimensions[one].width for one in "ABL"] == [5, 36, 20]
    assert all(cell.alignment.wrap_text for cell in sheet[2][1:3])


def test_the_state_is_chosen_from_a_list() -> None:
    (choice,) = read(write(assignment())).data_validations.dataValidation

    assert choice.type == "list"
    assert choice.formula1 == f'"{",".join(STATES)}"'
    assert str(choice.sqref) == "H2:H1048576"
    assert len(choice.formula1) < 255


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+84",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=cmd|' /C calc'!A0",
        " =1",
        "＝1",
        "=" * 99,
    ],
)
def test_no_text_is_a_formula(text: str) -> None:
    row = dict.fromkeys(("what", "lead", "support", "deadline", "source", "area", "note"), text)

    data = write(assignment(**row))

    for cell in read(data)[2][1:7]:
        assert cell.data_type == "s"
        assert cell.quotePrefix
    with ZipFile(BytesIO(data)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_plain_text_bears_no_mark_against_formulas() -> None:
    assert not read(write(assignment()))["B2"].quotePrefix


def test_what_xml_and_cells_cannot_hold_is_left_out() -> None:
    sheet = read(
        write(
            assignment(what="a\x00b\x0bc\ud800d\ufffee", note="x" * 40_000),
            assignment(what="<b>&amp; ]]>", lead="a\nb"),
        )
    )

    assert sheet["B2"].value == "abcde"
    assert len(sheet["L2"].value) == MAX_TEXT
    assert sheet["B3"].value == "<b>&amp; ]]>"
    assert sheet["C3"].value == "a\nb"


def test_text_like_an_escape_of_the_format_stays_as_written() -> None:
    with ZipFile(BytesIO(write(assignment(what="_x0041_")))) as parts:
        assert ">_x005F_x0041_<" in parts.read("xl/worksheets/sheet1.xml").decode()


def test_a_hostile_title_stays_in_the_page_head() -> None:
    with ZipFile(BytesIO(write(title='A & B <c> "&R&P' + "x" * 300))) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    head = sheet.partition("<oddHeader>")[2].partition("</oddHeader>")[0]

    assert head.startswith("&amp;LA &amp;&amp; B &lt;c&gt; &quot;&amp;&amp;R&amp;&amp;Px")
    assert len(unescape(head)) < 255


def test_the_foot_tells_how_old_the_data_is() -> None:
    foot = read(write()).oddFooter

    assert foot.left.text == "Theo dữ liệu đến ngày 02/01/2026"
    assert foot.right.text == "Trang &P/&N"


def test_no_rows_make_a_sheet_with_its_head() -> None:
    sheet = read(write())

    assert sheet.max_row == 1
    assert sheet.auto_filter.ref == "A1:L1"


def test_long_text_gets_a_higher_row() -> None:
    sheet = read(write(assignment(), assignment(what="việc " * 60)))

    assert sheet.row_dimensions[3].height > 3 * sheet.row_dimensions[2].height


def test_the_same_rows_give_the_same_bytes_without_a_clock() -> None:
    data = write(assignment())

    assert data == write(assignment())
    with ZipFile(BytesIO(data)) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:" not in parts.read("docProps/core.xml").replace(b"xmlns:dcterms", b"")
        assert b"HB" not in b"".join(parts.read(one) for one in parts.namelist())


def test_widths_fit_a_landscape_page() -> None:
    assert sum(COLUMNS.values()) <= 190


def test_what_a_sheet_cannot_hold_goes_on_in_further_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assignment_book, "MAX_ROWS", 3)
    book = AssignmentBook("Mọi kế hoạch", DAY)

    for size in (2, 3, 0, 1, 1):  # as plans come: also over the end of a sheet, and up to it
        book.extend([assignment()] * size)
    data = book.close()

    sheets = load_workbook(BytesIO(data)).worksheets
    assert [one.title for one in sheets] == ["Phân công", "Phân công 2", "Phân công 3"]
    assert [[row[0].value for row in one.iter_rows()] for one in sheets] == [
        ["STT", 1, 2, 3],
        ["STT", 4, 5, 6],
        ["STT", 7],
    ]
    assert [one.auto_filter.ref for one in sheets] == ["A1:L4", "A1:L4", "A1:L2"]
    for one in sheets:
        assert (one.print_title_rows, one.freeze_panes) == ("$1:$1", "A2")
        assert one["E2"].is_date
    with ZipFile(BytesIO(data)) as parts:
        named = parts.read("xl/workbook.xml").decode()
    assert [f"$A$1:$L${last}" in named for last in (4, 2)] == [True, True]
    assert "9999" not in named


def test_a_full_sheet_begins_no_empty_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assignment_book, "MAX_ROWS", 2)

    assert len(load_workbook(BytesIO(write(*[assignment()] * 2))).worksheets) == 1


def test_sheets_stay_below_what_excel_holds() -> None:
    assert assignment_book.MAX_ROWS + 1 <= 1_048_576
