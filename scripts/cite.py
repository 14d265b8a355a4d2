"""Tìm mọi dẫn chiếu văn bản trong một đoạn văn và cho biết mỗi dẫn chiếu chỉ bản ghi nào.

    python3 scripts/cite.py [FILE hoặc -] [--date NGÀY] [--plan MÃ] [--json] [--root DIR]

NGÀY là ngày của văn bản đang đọc (2023-07-19 hoặc 19/7/2023): cùng một số, mỗi thời mỗi văn bản.
MÃ là bản ghi của chính văn bản đang đọc; bỏ trống thì nhận từ phần đầu văn bản, nếu có trong kho.
Kết quả in ra stdout: một bảng, hoặc với --json một mảng; vị trí tính theo ký tự Unicode của tệp như
đã cho (“end” là vị trí ngay sau), dòng và cột đếm từ 1. Mã thoát: 0 xong, 2 gọi sai.
"""

import json
import sys
from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING, Any

from _arguments import new_parser
from _environment import enter_environment

if TYPE_CHECKING:
    from handbook.citations import Resolved

WIDTH = 160  # of the table when it goes into a file or another program


def main() -> int:
    """Cite a text."""
    parser = new_parser(__doc__)
    parser.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="tệp UTF-8; “-” là stdin"
    )
    parser.add_argument("--date", metavar="NGÀY", help="ngày của văn bản đang đọc")
    parser.add_argument("--plan", metavar="MÃ", help="bản ghi của chính văn bản đang đọc")
    parser.add_argument("--json", action="store_true", help="in mảng JSON ra stdout")
    arguments = parser.parse_args()
    enter_environment()

    from handbook.citations import build_registry, cite, read_context
    from handbook.index import Index
    from handbook.load import load_catalogue
    from handbook.problems import suggest

    try:
        date = read_day(arguments.date) if arguments.date else None
        text = read_text(arguments.file)
    except ValueError as error:
        parser.error(str(error))
    index = Index(load_catalogue(arguments.root)[0])
    if arguments.plan and arguments.plan not in index.documents:
        hint = suggest(arguments.plan, list(index.documents))
        parser.error(f"không có bản ghi “{arguments.plan}”. {hint}")
    context = read_context(text, index, document=arguments.plan, date=date)
    rows = as_rows(cite(text, build_registry(index), context), text)
    if arguments.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        print_table(rows)
    return 0


def read_day(printed: str) -> str:
    """Read a date as ISO (at any precision) or as documents print it.  Raises ValueError."""
    from handbook.citations.printed_dates import read_date
    from handbook.dates.calendar import first_day

    try:
        first_day(printed)
    except ValueError:
        found = read_date(printed.strip().lower(), 0, bare=True)
    else:
        return printed
    if found is None or found.value is None:
        raise ValueError(
            f"“{printed}” không phải một ngày có thật; viết như 2023-07-19 hoặc 19/7/2023"
        )
    return found.value


def read_text(file: str) -> str:
    """Read the text as it is, line ends included: offsets are the file's.  Raises ValueError."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8")
    except OSError:
        raise ValueError(f"không đọc được tệp “{file}”") from None
    except UnicodeDecodeError:
        raise ValueError(f"“{file}” không phải văn bản UTF-8; hãy lưu lại bằng mã UTF-8") from None


def as_rows(found: "tuple[Resolved, ...]", text: str) -> list[dict[str, Any]]:
    """Give each citation as the object that `--json` prints: other programs rely on its keys."""
    breaks = [-1, *(position for position, letter in enumerate(text) if letter == "\n")]
    rows = []
    for one in found:
        citation = one.citation
        line = bisect_right(breaks, citation.start - 1)
        rows.append(
            {
                "text": citation.text,
                "start": citation.start,
                "end": citation.end,
                "line": line,
                "column": citation.start - breaks[line - 1],
                "kind": citation.kind,
                "number": citation.number,
                "number_printed": citation.number_printed,
                "issuer": citation.issuer,
                "date": citation.date,
                "locator": citation.locator,
                "directive": one.directive,
                "candidates": list(one.candidates),
                "inferred": one.inferred,
            }
        )
    return rows


def print_table(rows: list[dict[str, Any]]) -> None:
    """Print the citations for a reader."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, caption=f"{len(rows)} dẫn chiếu")
    for heading in ("Dòng:cột", "Loại", "Số", "Cơ quan", "Ngày", "Vị trí", "Bản ghi"):
        table.add_column(heading, overflow="fold", no_wrap=heading in ("Dòng:cột", "Ngày"))
    for row in rows:
        values = (
            f"{row['line']}:{row['column']}",
            row["kind"],
            row["number"],
            row["issuer"],
            row["date"],
            row["locator"],
            _record_of(row),
        )
        table.add_row(*(Text(value or "–") for value in values))
    Console(width=None if sys.stdout.isatty() else WIDTH).print(table)


def _record_of(row: dict[str, Any]) -> str:
    if row["directive"]:
        return f"{row['directive']} (suy ra)" if row["inferred"] else str(row["directive"])
    if row["candidates"]:
        return "có thể là: " + ", ".join(row["candidates"])
    return "chưa nhận ra"


if __name__ == "__main__":
    sys.exit(main())
