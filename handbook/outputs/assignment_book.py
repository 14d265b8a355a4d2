"""An assignment sheet as an Excel workbook, written row by row.

openpyxl makes the frame once: styles, widths, head, filter, choices, print settings.  The rows are
written here, as text, into that frame: openpyxl needs about 10 ms for a plan, which a federation
with a thousand plans would feel at every build; this needs about 1 ms and never holds more than a
row.  The file holds no clock: the same rows give the same bytes.  What one sheet cannot hold goes
on in a further one.

Data is untrusted.  Every text is an inline string, so a spreadsheet never reads it as a formula;
what begins like one also bears the `quotePrefix` mark, so that it stays text when someone edits it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from html import escape
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from handbook.dates.words import say_day
from handbook.outputs.workbook_frame import (
    FILTER,
    FOOT_MARK,
    LAST_ROW,
    LETTERS,
    LINE_POINTS,
    SHEET_PART,
    STATES,
    TITLE_MARK,
    WIDTHS,
    Styles,
    make_frame,
    sheet_part,
)
from handbook.views.assignments import Assignment

MAX_TEXT = 32_767
"""The longest text a cell may hold; Excel calls a file with a longer one damaged."""

MAX_ROWS = 500_000
"""Rows of a sheet besides its head.  Excel holds 1,048,576; but a part of a plain zip file must
stay below 2 GiB, which a million long rows do not."""

MAX_POINTS = 409
"""The most a row may be high.  Heights are written because some programs do not fit a row to its
wrapped text; they are not fixed, so editing fits them again."""

_FIRST_DATE = date(1900, 3, 1)
"""Before it Excel counts a day that never was (29/02/1900)."""

_FIRST_PART = "_rels/.rels"
"""Programs that look at the first bytes of a file know an Office file by this part's name.  The
list of parts, which often stands there, must wait until the number of sheets is known."""

_LAST_ROW = re.compile(rf"\${LAST_ROW}\b")
_EPOCH = date(1899, 12, 30)
_FORMULA_START = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠]")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class AssignmentBook:
    """A workbook being written: append rows, then close it for its bytes."""

    def __init__(self, title: str, day: date) -> None:
        """Begin a workbook; `day` is the day of the data, printed in the foot of each page."""
        self._title, self._day = title, day
        self._rows: list[int] = []
        self._buffer = BytesIO()
        self._zip = ZipFile(self._buffer, "w", ZIP_DEFLATED)
        self._frame = make_frame()
        self._write_part(_FIRST_PART, self._frame.parts[_FIRST_PART])
        self._begin_sheet()

    def extend(self, rows: Iterable[Assignment]) -> None:
        """Write rows; they are numbered from 1, through all sheets."""
        left = list(rows)
        while left:
            room = MAX_ROWS - self._rows[-1]
            self._write_rows(left[:room])
            left = left[room:]
            if left:
                self._end_sheet()
                self._begin_sheet()

    def close(self) -> bytes:
        """Finish the workbook and give its bytes."""
        self._end_sheet()
        for name, text in make_frame(len(self._rows)).parts.items():
            if name != _FIRST_PART and not SHEET_PART.fullmatch(name):
                self._write_part(name, self._filled(text))
        self._zip.close()
        return self._buffer.getvalue()

    def _begin_sheet(self) -> None:
        self._rows.append(0)
        part = _entry(sheet_part(len(self._rows)))
        self._sheet: IO[bytes] = self._zip.open(part, "w")
        self._sheet.write(self._frame.before.encode())

    def _write_rows(self, rows: Sequence[Assignment]) -> None:
        before, line = sum(self._rows), self._rows[-1] + 2  # below the head
        styles = self._frame.styles
        written = [_row(row, before + at + 1, line + at, styles) for at, row in enumerate(rows)]
        self._sheet.write("".join(written).encode())
        self._rows[-1] += len(rows)

    def _end_sheet(self) -> None:
        self._sheet.write(self._filled(self._frame.after).encode())
        self._sheet.close()

    def _write_part(self, name: str, text: str) -> None:
        self._zip.writestr(_entry(name), text.encode())

    def _filled(self, text: str) -> str:
        """Put the title, the day and the last rows where the frame has its marks."""
        title = _clean(self._title)
        printed = title if len(title) <= 180 else title[:179] + "…"  # a page head holds 255 in all
        last_rows = (f"${rows + 1}" for rows in self._rows)  # named in the order of the sheets
        filled = (
            text.replace(f"&amp;L{TITLE_MARK}", f"&amp;L{escape(printed.replace('&', '&&'))}")
            .replace(TITLE_MARK, escape(title))
            .replace(FOOT_MARK, f"Theo dữ liệu đến ngày {say_day(self._day)}")
            .replace(FILTER, FILTER.replace(str(LAST_ROW), str(self._rows[-1] + 1)))
        )
        return _LAST_ROW.sub(lambda _: next(last_rows), filled)


def _row(row: Assignment, number: int, line: int, styles: Styles) -> str:
    values = (row.what, row.lead, row.support, row.deadline, row.source, row.area,
              STATES[0], "", "", "", row.note)  # fmt: skip
    cells = [f'<c r="A{line}" s="{styles.number}"><v>{number}</v></c>']
    height = 1
    for letter, width, value in zip(LETTERS[1:], WIDTHS[1:], values, strict=True):
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


def _cell(place: str, value: str | date, styles: Styles) -> str:
    return f'<c r="{place}"{_content(value, styles)}'


@lru_cache(maxsize=10_000)
def _content(value: str | date, styles: Styles) -> str:
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
