"""Tìm trong trang đã dựng, bằng trình duyệt thật; hoặc chấm điểm bộ tìm kiếm.

    python3 scripts/search.py "hạn nộp báo cáo" [--site-dir DIR]
    python3 scripts/search.py --gold TỆP [--site-dir DIR] [--record TỆP.json]

Tệp chấm điểm .jsonl: mỗi dòng một đối tượng {"query": …, "expected": [mã bản ghi]}; hoặc một bộ
câu của dự án (tests/search/*queries.yml), khi đó mỗi câu được hỏi cả có dấu và không dấu. Kết quả
in ra stdout dạng JSON: recall@1, recall@3, recall@10, MRR, và từng câu với thứ hạng của nó.
`--record` so với lần ghi trước trong tệp đó (được gì, mất gì), rồi ghi lần này vào.
Mã thoát: 0 đã chạy xong, 1 không chạy được, 2 gọi sai.
"""

import json
import sys
from pathlib import Path
from typing import Any

from _arguments import new_parser
from _environment import ROOT, enter_environment


def main() -> int:
    """Search once, or score a file of judged queries."""
    parser = new_parser(__doc__)
    parser.add_argument("query", nargs="?", help="câu cần tìm")
    parser.add_argument("--gold", type=Path, metavar="TỆP", help="tệp chấm điểm: .jsonl hoặc .yml")
    parser.add_argument(
        "--site-dir", type=Path, default=ROOT / "site", metavar="DIR", help="trang đã dựng"
    )
    parser.add_argument("--record", type=Path, metavar="TỆP", help="so với lần trước và ghi lại")
    arguments = parser.parse_args()
    if (arguments.query is None) == (arguments.gold is None):
        parser.error("cần một câu để tìm, hoặc --gold TỆP")
    if not (arguments.site_dir / "search" / "index.js").is_file():
        parser.error(
            f"“{arguments.site_dir}” không phải trang đã dựng; chạy scripts/build.py trước"
        )
    enter_environment(dev=True)

    from _chromium import NoChromiumError
    from _search_gold import GoldError

    try:
        if arguments.gold is None:
            return print_hits(arguments.site_dir, arguments.query)
        return print_measures(arguments.site_dir, arguments.gold, arguments.record)
    except (NoChromiumError, OSError, GoldError) as error:
        print(error, file=sys.stderr)
        return 1


def print_hits(site: Path, query: str) -> int:
    """Print the results of one query."""
    from _search_page import open_search

    with open_search(site) as search:
        hits = search.ask(query)
    for place, hit in enumerate(hits, 1):
        print(f"{place}. [{hit.record}] {hit.kind} {hit.at}\n   {hit.text}\n   {hit.href}")
    if not hits:
        print("Không tìm thấy.", file=sys.stderr)
    return 0


def print_measures(site: Path, gold: Path, record: Path | None) -> int:
    """Print the measures of a file of judged queries as JSON."""
    from _search_gold import read_gold
    from _search_page import open_search

    from handbook.search.quality import Answer, changes, measures, rank_of

    judged = read_gold(gold)
    ranks: dict[str, int | None] = {}
    with open_search(site) as search:
        for one in judged:
            hits = search.ask(one.query)
            ranks[one.query] = rank_of(one, Answer(tuple(hit.record for hit in hits)))
    report: dict[str, Any] = {**measures(ranks[one.query] for one in judged), "ranks": ranks}
    if record:
        before = json.loads(record.read_text("utf-8"))["ranks"] if record.is_file() else {}
        report["gained"], report["lost"] = changes(before, ranks)
        record.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(json.dumps(report, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
