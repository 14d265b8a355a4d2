"""Tìm trong trang đã dựng, bằng trình duyệt thật; hoặc chấm điểm bộ tìm kiếm.

    python3 scripts/search.py "hạn nộp báo cáo" [--site-dir DIR]
    python3 scripts/search.py --gold TỆP … [--site-dir DIR] [--compare] [--record TỆP.json]

Tệp chấm điểm .jsonl: mỗi dòng một đối tượng {"query": …, "expected": [mã bản ghi]}, mã viết “id”
hoặc, khi nhiều loại bản ghi trùng mã, “loại/id” (role/tai-chinh); hoặc một bộ câu của dự án
(tests/search/*queries.yml), khi đó mỗi câu được hỏi cả có dấu và không dấu. Kết quả in ra stdout
dạng JSON: recall@1, recall@3, recall@10, MRR, và từng câu với thứ hạng của nó.
`--compare` chấm cả Pagefind và lunr (trong Material for MkDocs) trên cùng các mục; Pagefind được
cài vào một môi trường riêng (requirements-compare.lock).
`--record` so với lần ghi trước trong tệp đó (được gì, mất gì), rồi ghi lần này vào.
Mã thoát: 0 đã chạy xong, 1 không chạy được, 2 gọi sai.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from _arguments import new_parser
from _environment import ROOT, enter_environment

if TYPE_CHECKING:
    from handbook.search.quality import Answer, Judged


def main() -> int:
    """Search once, or score a file of judged queries."""
    parser = new_parser(__doc__)
    parser.add_argument("query", nargs="?", help="câu cần tìm")
    parser.add_argument(
        "--gold", type=Path, nargs="+", metavar="TỆP", help="tệp chấm điểm: .jsonl hoặc .yml"
    )
    parser.add_argument(
        "--site-dir", type=Path, default=ROOT / "site", metavar="DIR", help="trang đã dựng"
    )
    parser.add_argument("--compare", action="store_true", help="chấm cả Pagefind và lunr")
    parser.add_argument("--record", type=Path, metavar="TỆP", help="so với lần trước và ghi lại")
    arguments = parser.parse_args()
    if (arguments.query is None) == (arguments.gold is None):
        parser.error("cần một câu để tìm, hoặc --gold TỆP")
    if arguments.gold is None and (arguments.compare or arguments.record):
        parser.error("--compare và --record đi cùng --gold")
    if not (arguments.site_dir / "search" / "index.js").is_file():
        parser.error(
            f"“{arguments.site_dir}” không phải trang đã dựng; chạy scripts/build.py trước"
        )
    enter_environment(dev=True)

    from _chromium import NoChromiumError
    from _peer_tools import NoPeerError
    from _search_gold import GoldError

    try:
        if arguments.gold is None:
            return print_hits(arguments.site_dir, arguments.query)
        peers_of = arguments.root if arguments.compare else None
        return print_measures(arguments.site_dir, arguments.gold, arguments.record, peers_of)
    except (NoChromiumError, NoPeerError, OSError, GoldError) as error:
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


def print_measures(site: Path, gold: list[Path], record: Path | None, root: Path | None) -> int:
    """Print the measures of judged queries as JSON; with `root`, those of the peers as well."""
    from _search_gold import read_gold

    judged = [one for path in gold for one in read_gold(path)]
    before = json.loads(record.read_text("utf-8")) if record and record.is_file() else {}
    report = score(judged, lambda: own_answers(site, judged), before)
    if root:
        report["peers"] = {
            name: score(judged, answers, before.get("peers", {}).get(name, {}))
            for name, answers in peers_over(root, judged).items()
        }
    if record is None:
        for one in (report, *report.get("peers", {}).values()):
            del one["gained"], one["lost"]
    else:
        record.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(json.dumps(report, ensure_ascii=False, indent=1))
    return 0


def score(
    judged: "list[Judged]", answers: "Callable[[], list[Answer]]", before: dict[str, Any]
) -> dict[str, Any]:
    """Give the measures of a search's answers, the ranks, and what changed since a run before."""
    from handbook.search.quality import changes, measures, rank_of

    ranks = {one.query: rank_of(one, answer) for one, answer in zip(judged, answers(), strict=True)}
    gained, lost = changes(before.get("ranks", {}), ranks)
    figures = measures(ranks[one.query] for one in judged)
    return {**figures, "ranks": ranks, "gained": gained, "lost": lost}


def own_answers(site: Path, judged: "list[Judged]") -> "list[Answer]":
    """Type each query into the search box of a built site."""
    from _search_page import open_search

    from handbook.search.quality import Answer, name_for

    answers = []
    with open_search(site) as search:
        for one in judged:
            hits = search.ask(one.query)
            names = (name_for(one, hit.record, hit.kind, hit.record_kind) for hit in hits)
            answers.append(Answer(tuple(names), not search.note()))
    return answers


def peers_over(root: Path, judged: "list[Judged]") -> "dict[str, Callable[[], list[Answer]]]":
    """Give, for each peer, what asks it over the sections of a catalogue and its pages."""
    from _search_entries import all_entries
    from _search_peers import PEERS, open_peer

    from handbook.search.quality import Answer, name_for

    entries = all_entries(root)

    def answers_of(name: str) -> list[Answer]:
        folder = tempfile.TemporaryDirectory(prefix="handbook-search-")
        with folder, open_peer(name, entries, Path(folder.name)) as ask:
            return [
                Answer(tuple(name_for(one, record, kind) for kind, record in ask(one.query)))
                for one in judged
            ]

    return {name: lambda name=name: answers_of(name) for name in PEERS}  # type: ignore[misc]


if __name__ == "__main__":
    sys.exit(main())
