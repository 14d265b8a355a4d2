"""The frame of an assignment workbook, made once by openpyxl: everything but its rows.

It holds styles, widths, the head with its filter, the choice of states and the print settings; a
mark stands wherever a workbook differs from the next.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

COLUMNS = {
    "STT": 5,
    "Nhiệm vụ": 36,
    "Đơn vị chủ trì": 16,
    "Đơn vị phối hợp": 14,
    "Hạn": 12,
    "Nguồn (văn bản, mục)": 18,
    "Lĩnh vực": 12,
    "Trạng thái": 12,
    "Kết quả": 14,
    "Khó khăn": 12,
    "Đề xuất": 12,
    "Ghi chú": 20,
}
"""The columns offices use, with widths in characters that fit A4 landscape at a readable size."""

STATES = (
    "Chưa rõ",
    "Chưa thực hiện",
    "Đang thực hiện",
    "Đã hoàn thành",
    "Chậm hạn",
    "Không thực hiện",
)
"""What may be chosen as state.  A sheet begins with the first: the documents do not tell."""

SHEET_NAME = "Phân công"
LINE_POINTS = 15
"""The height of a line of text."""

TITLE_MARK, FOOT_MARK, LAST_ROW = "HBTITLE", "HBFOOT", 9999
_TEXT_MARK, FILTER = "HBROW", f"A1:{get_column_letter(len(COLUMNS))}{LAST_ROW}"
SHEET_PART = re.compile(r"xl/worksheets/sheet[0-9]+\.xml")
WIDTHS = list(COLUMNS.values())
LETTERS = [get_column_letter(one) for one in range(1, len(COLUMNS) + 1)]


class Styles(NamedTuple):
    """The numbers of the cell styles in the frame."""

    number: int
    text: int
    guarded: int
    day: int


class Frame(NamedTuple):
    """The parts of an empty workbook, its sheet cut where the rows go, its styles."""

    parts: dict[str, str]
    before: str
    after: str
    styles: Styles


def sheet_part(number: int) -> str:
    """Name the part of the file that holds a sheet; they count from 1."""
    return f"xl/worksheets/sheet{number}.xml"


@cache
def make_frame(sheets: int = 1) -> Frame:
    """Let openpyxl write a workbook with one row of each style, and take it apart.

    All sheets are alike; `before` and `after` are those of any.
    """
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # a new workbook has one
    sheet.title = SHEET_NAME
    styles = _lay_out(sheet)
    for number in range(2, sheets + 1):
        _lay_out(book.create_sheet(f"{SHEET_NAME} {number}"))
    book.properties.title = TITLE_MARK
    book.properties.creator = "Ban biên tập"
    book.properties.created = datetime(2000, 1, 1)
    book.calculation.fullCalcOnLoad = False  # there is nothing to calculate
    written = BytesIO()
    book.save(written)
    with ZipFile(written) as source:
        parts = {name: source.read(name).decode() for name in source.namelist()}
    parts["docProps/core.xml"] = re.sub(
        r"<dcterms:(created|modified).*?</dcterms:\1>", "", parts["docProps/core.xml"]
    )
    # Its dimension is optional, and not known yet.
    first = re.sub("<dimension [^>]*/>", "", parts[sheet_part(1)])
    head, _, rest = first.partition("</row>")
    return Frame(parts, f"{head}</row>", rest[rest.index("</sheetData>") :], styles)


def _lay_out(sheet: Worksheet) -> Styles:
    line = Side(style="thin", color="B8AFA5")
    border = Border(left=line, right=line, top=line, bottom=line)
    font = Font(name="Times New Roman", size=11)
    for column, (name, width) in enumerate(COLUMNS.items(), start=1):
        cell = sheet.cell(1, column, name)
        cell.font = Font(name="Times New Roman", size=11, bold=True)
        cell.fill = PatternFill("solid", fgColor="F1E7DB")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = border
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[1].height = 2 * LINE_POINTS + 2
    numbers = []
    for column in range(1, 5):
        cell = sheet.cell(2, column, _TEXT_MARK)
        cell.font, cell.border = font, border
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        if column == 3:
            cell.quotePrefix = True
        if column == 4:
            cell.number_format = "dd/mm/yyyy"
        if column in {1, 4}:
            cell.alignment = Alignment(horizontal="center", vertical="top")
        numbers.append(cell.style_id)
    _set_print(sheet)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = FILTER
    sheet.add_data_validation(_choice_of_state())
    return Styles(*numbers)


def _choice_of_state() -> DataValidation:
    choice = DataValidation(type="list", formula1=f'"{",".join(STATES)}"', allow_blank=True)
    choice.errorTitle = "Trạng thái"
    choice.error = "Hãy chọn một trạng thái trong danh sách."
    choice.showErrorMessage = True
    column = LETTERS[list(COLUMNS).index("Trạng thái")]
    choice.add(f"{column}2:{column}1048576")
    return choice


def _set_print(sheet: Worksheet) -> None:
    sheet.print_title_rows = "1:1"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    assert sheet.sheet_properties.pageSetUpPr is not None  # openpyxl makes it with the sheet
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.75, 0.75
    margins.header = margins.footer = 0.3
    for item, side, text in (
        (sheet.oddHeader, "left", TITLE_MARK),
        (sheet.oddFooter, "left", FOOT_MARK),
        (sheet.oddFooter, "right", "Trang &P/&N"),
    ):
        getattr(item, side).text = text
