"""An assignment sheet as an Excel workbook, written row by row.

openpyxl makes the frame once: styles, widths, head, filter, choices, print settings.  The rows are
written here, as text, into that frame: openpyxl needs about 10 ms for a plan, which a federation
with a thousand plans would feel at every build; this needs about 1 ms and never holds more than a
row.  The file holds no clock: the same rows give the same bytes.

Data is untrusted.  Every text is an inline string, so a spreadsheet never reads it as a formula;
what begins like one also bears the `quotePrefix` mark, so that it stays text when someone edits it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cache, lru_cache
from html import escape
from io import BytesIO
from typing import IO, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from handbook.dates.words import say_day
from handbook.views.assignments import Assignment

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
MAX_TEXT = 32_767
"""The longest text a cell may hold; Excel calls a file with a longer one damaged."""

LINE_POINTS, MAX_POINTS = 15, 409
"""The height of a line of text, and the most a row may have.  Heights are written because some
programs do not fit a row to its wrapped text; they are not fixed, so editing fits them again."""

_FIRST_DATE = date(1900, 3, 1)
"""Before it Excel counts a day that never was (29/02/1900)."""

_TITLE_MARK, _FOOT_MARK, _LAST_ROW = "HBTITLE", "HBFOOT", 9999
_TEXT_MARK, _FILTER = "HBROW", f"A1:{get_column_letter(len(COLUMNS))}{_LAST_ROW}"
_EPOCH = date(1899, 12, 30)
_SHEET_PART = "xl/worksheets/sheet1.xml"
_WIDTHS = list(COLUMNS.values())
_LETTERS = [get_column_letter(one) for one in range(1, len(COLUMNS) + 1)]

_FORMULA_START = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠]")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class _Styles(NamedTuple):
    """The numbers of the cell styles in the frame."""

    number: int
    text: int
    guarded: int
    day: int


class _Frame(NamedTuple):
    """The parts of an empty workbook, its sheet cut where the rows go, its styles."""

    parts: dict[str, str]
    before: str
    after: str
    styles: _Styles


class AssignmentBook:
    """A workbook being written: append rows, then close it for its bytes."""

    def __init__(self, title: str, day: date) -> None:
        """Begin a workbook; `day` is the day of the data, printed in the foot of each page."""
        self._title, self._day = title, day
        self._rows = 0
        self._buffer = BytesIO()
        self._zip = ZipFile(self._buffer, "w", ZIP_DEFLATED)
        self._frame = _frame()
        for name in ("[Content_Types].xml", "_rels/.rels"):
            self._write_part(name, self._frame.parts[name])
        self._sheet: IO[bytes] = self._zip.open(_entry(_SHEET_PART), "w")
        self._sheet.write(self._frame.before.encode())

    def extend(self, rows: Iterable[Assignment]) -> None:
        """Write rows; they are numbered from 1."""
        written = []
        for row in rows:
            self._rows += 1
            written.append(_row(row, self._rows, self._frame.styles))
        self._sheet.write("".join(written).encode())

    def close(self) -> bytes:
        """Finish the workbook and give its bytes."""
        self._sheet.write(self._filled(self._frame.after).encode())
        self._sheet.close()
        for name, text in self._frame.parts.items():
            if name not in {"[Content_Types].xml", "_rels/.rels", _SHEET_PART}:
                self._write_part(name, self._filled(text))
        self._zip.close()
        return self._buffer.getvalue()

    def _write_part(self, name: str, text: str) -> None:
        self._zip.writestr(_entry(name), text.encode())

    def _filled(self, text: str) -> str:
        """Put the title, the day and the last row where the frame has its marks."""
        title = _clean(self._title)
        printed = title if len(title) <= 180 else title[:179] + "…"  # a page head holds 255 in all
        return (
            text.replace(f"&amp;L{_TITLE_MARK}", f"&amp;L{escape(printed.replace('&', '&&'))}")
            .replace(_TITLE_MARK, escape(title))
            .replace(_FOOT_MARK, f"Theo dữ liệu đến ngày {say_day(self._day)}")
            .replace(_FILTER, _FILTER.replace(str(_LAST_ROW), str(self._rows + 1)))
            .replace(f"${_LAST_ROW}", f"${self._rows + 1}")
        )


def _row(row: Assignment, number: int, styles: _Styles) -> str:
    line = number + 1
    values = (row.what, row.lead, row.support, row.deadline, row.source, row.area,
              STATES[0], "", "", "", row.note)  # fmt: skip
    cells = [f'<c r="A{line}" s="{styles.number}"><v>{number}</v></c>']
    height = 1
    for letter, width, value in zip(_LETTERS[1:], _WIDTHS[1:], values, strict=True):
        cells.append(_cell(f"{letter}{line}", value, styles))
        if isinstance(value, str) and len(value) > width:
            height = max(height, _lines(value, width))
    points = min(height * LINE_POINTS + 4, MAX_POINTS)
    return f'<row r="{line}" ht="{points}">{"".join(cells)}</row>'


@lru_cache(maxsize=10_000)
def _lines(text: str, width: int) -> int:
    """Count the lines a text takes in a column when words are kept whole."""
    lines, room = 1, width
    for word in text.split():
        if len(word) > room:
            lines += 1 + len(word) // (width + 1)
            room = width
        room -= len(word) + 1
    return lines


def _cell(place: str, value: str | date, styles: _Styles) -> str:
    return f'<c r="{place}"{_content(value, styles)}'


@lru_cache(maxsize=10_000)
def _content(value: str | date, styles: _Styles) -> str:
    """Write a cell from its style on; kept, for a row goes into several workbooks."""
    if isinstance(value, date):
        if value >= _FIRST_DATE:
            return f' s="{styles.day}"><v>{(value - _EPOCH).days}</v></c>'
        value = say_day(value)
    if not value:
        return f' s="{styles.text}"/>'
    style = styles.guarded if _FORMULA_START.match(value) else styles.text
    text = escape(_clean(value), quote=False)
    return f' s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _clean(text: str) -> str:
    """Remove what XML cannot hold, cut what a cell cannot hold, keep `_x0041_` as it is written."""
    kept = _ESCAPE_LIKE.sub("_x005F_", _ILLEGAL.sub("", text))
    return kept if len(kept) <= MAX_TEXT else kept[: MAX_TEXT - 1] + "…"


def _entry(name: str) -> ZipInfo:
    """Describe a part of the file without a clock, an owner or a system."""
    entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0
    return entry


@cache
def _frame() -> _Frame:
    """Let openpyxl write a workbook with one row of each style, and take it apart."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # a new workbook has one
    sheet.title = SHEET_NAME
    styles = _lay_out(sheet)
    book.properties.title = _TITLE_MARK
    book.properties.creator = "Ban biên tập"
    book.properties.created = datetime.combine(_FIRST_DATE, time())
    book.calculation.fullCalcOnLoad = False  # there is nothing to calculate
    written = BytesIO()
    book.save(written)
    with ZipFile(written) as source:
        parts = {name: source.read(name).decode() for name in source.namelist()}
    parts["docProps/core.xml"] = re.sub(
        r"<dcterms:(created|modified).*?</dcterms:\1>", "", parts["docProps/core.xml"]
    )
    sheet_part = re.sub("<dimension [^>]*/>", "", parts[_SHEET_PART])  # optional, and not known yet
    head, _, rest = sheet_part.partition("</row>")
    return _Frame(parts, f"{head}</row>", rest[rest.index("</sheetData>") :], styles)


def _lay_out(sheet: Worksheet) -> _Styles:
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
    sheet.auto_filter.ref = _FILTER
    sheet.add_data_validation(_choice_of_state())
    return _Styles(*numbers)


def _choice_of_state() -> DataValidation:
    choice = DataValidation(type="list", formula1=f'"{",".join(STATES)}"', allow_blank=True)
    choice.errorTitle = "Trạng thái"
    choice.error = "Hãy chọn một trạng thái trong danh sách."
    choice.showErrorMessage = True
    column = _LETTERS[list(COLUMNS).index("Trạng thái")]
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
        (sheet.oddHeader, "left", _TITLE_MARK),
        (sheet.oddFooter, "left", _FOOT_MARK),
        (sheet.oddFooter, "right", "Trang &P/&N"),
    ):
        getattr(item, side).text = text
