"""Cho biết một cách ghi thời gian trong văn bản nghĩa là gì: ngày đầu, ngày cuối, các lần lặp lại.

    python3 scripts/dates.py "trước ngày 15 tháng cuối quý" --from 2023-01-01 --until 2023-12-31
        [--issued NGÀY] [--anchor NGÀY] [--json] [--root DIR]

--issued là ngày văn bản ban hành: ngày không ghi năm được hiểu là lần đầu từ ngày đó trở đi (bỏ
trống thì lấy --from). --anchor là ngày của mốc mà từ đó tính (“sau hội nghị 05 ngày”).
Với --json in một đối tượng: kind, precision, bound, first, last, occurrences, text. “first” null
khi không nêu ngày bắt đầu (chỉ có hạn), “last” null khi không nêu ngày kết thúc; với “trước” thì
“last” là ngày liền trước. Mỗi lần trong “occurrences” có first, last; cần --from và --until.
Mã thoát: 0 xong, 1 không hiểu cách ghi, 2 gọi sai.
"""

import json
import sys
from datetime import date
from typing import Any

from _arguments import new_parser
from _environment import enter_environment


def main() -> int:
    """Read one phrase."""
    parser = new_parser(__doc__)
    parser.add_argument("phrase", metavar="CÁCH GHI", help="như in trong văn bản")
    for name, help_ in (
        ("--from", "kể các lần từ ngày này"),
        ("--until", "đến hết ngày này"),
        ("--issued", "ngày ban hành văn bản"),
        ("--anchor", "ngày của mốc mà từ đó tính"),
    ):
        parser.add_argument(
            name, dest=name[2:] + "_day", metavar="NGÀY", help=f"{help_} (2023-01-31)"
        )
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON ra stdout")
    arguments = parser.parse_args()
    enter_environment()
    try:
        days = {
            name: read_day(vars(arguments)[f"{name}_day"])
            for name in ("from", "until", "issued", "anchor")
        }
    except ValueError as error:
        parser.error(f"ngày phải viết như 2023-01-31 và có thật ({error})")
    if days["from"] and days["until"] and days["until"] < days["from"]:
        parser.error("--until phải từ --from trở đi")
    meaning = explain(arguments.phrase, days)
    if arguments.json:
        print(json.dumps(meaning, ensure_ascii=False, indent=2))
    else:
        _print(meaning)
    if meaning["kind"] is None:
        print("Không hiểu cách ghi này.", file=sys.stderr)
        return 1
    return 0


def read_day(text: "str | None") -> "date | None":
    """Read a day; ValueError when it is none."""
    return date.fromisoformat(text) if text else None


def explain(phrase: str, days: dict[str, date | None]) -> dict[str, Any]:
    """Give the object that `--json` prints: other programs rely on its keys."""
    from handbook.dates.bounds import (
        bound_of,
        first_permitted_day,
        last_permitted_day,
        precision_of,
    )
    from handbook.dates.occurrences import occurrences
    from handbook.dates.reading import Unreal, read
    from handbook.dates.words import say

    found = read(phrase, days["issued"] or days["from"])
    if found is None:
        return _nothing(None, "")
    if isinstance(found, Unreal):
        return _nothing("không có thật", "chưa rõ: ngày in trong văn bản không có thật")
    anchored = _anchored(found, days["anchor"])
    start, until = days["from"], days["until"]
    times = occurrences(anchored, start, until) if start and until else []
    return {
        "kind": found.type,
        "precision": precision_of(found) or None,
        "bound": bound_of(found) or None,
        "first": _iso(first_permitted_day(anchored)),
        "last": _iso(last_permitted_day(anchored)),
        "occurrences": [{"first": _iso(one.first), "last": _iso(one.last)} for one in times],
        "text": say(anchored),
    }


def _anchored(found: Any, anchor: date | None) -> Any:
    """Count from the anchor's day what is counted from an event."""
    if anchor is None or found.type != "theo mốc" or found.date:
        return found
    return found.model_copy(update={"date": anchor.isoformat()})


def _nothing(kind: str | None, text: str) -> dict[str, Any]:
    empty = dict.fromkeys(("precision", "bound", "first", "last"))
    return {"kind": kind, **empty, "occurrences": [], "text": text}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _print(meaning: dict[str, Any]) -> None:
    words = {"first": "Từ ngày", "last": "Đến ngày", "kind": "Loại", "precision": "Độ chính xác"}
    print(meaning["text"])
    for key, label in words.items():
        print(f"  {label}: {meaning[key] or 'không nêu'}")
    for one in meaning["occurrences"]:
        print(f"  - {' → '.join(day for day in (one['first'], one['last']) if day)}")


if __name__ == "__main__":
    sys.exit(main())
