"""Đo bộ tìm kiếm của trang bên cạnh Pagefind và lunr, trong cùng một lần chạy.

    python3 scripts/bench_search.py [--sizes 1000 10000] [--without pagefind lunr] [--keep DIR]

Với N kế hoạch giả (xem _search_corpus.py): thời gian CPU và bộ nhớ cao nhất khi lập chỉ mục, dung
lượng chỉ mục, số byte (nén gzip) phải tải trước kết quả đầu tiên, thời gian tới kết quả đầu tiên và
tới kết quả của mỗi phím sau đó, trong trình duyệt thật. Pagefind được cài vào một môi trường riêng
khi chạy (requirements-compare.lock); không cài được thì bỏ qua. lunr đọc các mục y như MkDocs
giao cho nó.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from _arguments import new_parser
from _environment import ROOT, enter_environment
from _measured import Cost, run_measured
from _peer_tools import NoPeerError, require_peer

ENGINES = ("handbook", "pagefind", "lunr")
QUERIES = (
    "nghị quyết đại hội công đoàn",
    "hạn nộp báo cáo",
    "de cuong bao cao nam",
    "thỏa ước lao động tập thể",
    "39/KH-LĐLĐ",
    "CĐCS",
    "phát triển đoàn viên",
    "ban nữ công làm gì",
)


def main() -> int:
    """Run the benchmark, or one child of it."""
    parser = new_parser(__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000], metavar="N")
    parser.add_argument("--without", nargs="+", choices=ENGINES, default=[], metavar="ENGINE")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="giữ các tệp đã tạo ở đây")
    parser.add_argument("--index", type=Path, nargs=2, metavar=("CORPUS", "DIR"), help="(nội bộ)")
    arguments = parser.parse_args()
    enter_environment(dev=True)
    if arguments.index:
        return write_own_index(*arguments.index)
    folder = arguments.keep or Path(tempfile.mkdtemp(prefix="handbook-search-"))
    engines = [one for one in ENGINES if one not in arguments.without]
    try:
        for size in arguments.sizes:
            print(
                f"{size} kế hoạch".ljust(16), *(one.rjust(14) for one in COLUMNS.values()), sep=""
            )
            for row in measure(folder / str(size), size, engines, arguments.root):
                print_row(row)
    finally:
        if not arguments.keep:
            shutil.rmtree(folder, ignore_errors=True)
    return 0


def write_own_index(corpus: Path, folder: Path) -> int:
    """Index a corpus; runs in a process of its own, whose cost is measured."""
    from _search_corpus import read_corpus, read_words

    from handbook.search.builder import write_index

    write_index(folder, read_corpus(corpus), read_words(corpus))
    return 0


def measure(folder: Path, size: int, engines: list[str], root: Path) -> Iterator[dict[str, Any]]:
    """Measure each engine over a corpus of `size` plans, one row for each."""
    from _search_bench_browser import measure_in_browser
    from _search_corpus import write_corpus, write_pages

    folder.mkdir(parents=True, exist_ok=True)
    corpus = folder / "corpus.jsonl"
    write_corpus(corpus, size, root)
    for engine in engines:
        site = folder / engine
        shutil.rmtree(site, ignore_errors=True)
        site.mkdir()
        if engine == "handbook":
            command = [sys.executable, __file__, "--index", str(corpus), str(site)]
            cost = run_measured(command, PYTHONPATH=str(ROOT))
            loader = site / "assets" / "js" / "search-loader.js"
            loader.parent.mkdir(parents=True)
            shutil.copy(ROOT / "docs" / "assets" / "js" / "search-loader.js", loader)
        elif engine == "pagefind":
            try:
                pagefind = require_peer("pagefind")
            except NoPeerError as error:
                print(error, file=sys.stderr)
                continue
            write_pages(corpus, folder / "pages")
            command = [*pagefind, "--site", str(folder / "pages")]
            cost = run_measured([*command, "--output-path", str(site / "pagefind")])
        else:
            documents = json.dumps({"docs": list(all_documents(corpus))}, ensure_ascii=False)
            (site / "search_index.json").write_text(documents, encoding="utf-8")
            shutil.copy(lunr_script(), site / "lunr.js")
            cost = Cost(0, 0, 0)
        size_on_disk = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
        measured = measure_in_browser(engine, site, QUERIES)
        yield {"engine": engine, **cost._asdict(), "size": size_on_disk / 1e6, **measured}


def all_documents(corpus: Path) -> Iterator[dict[str, str]]:
    """Give the sections of a corpus as MkDocs gives them to lunr."""
    from _search_corpus import lunr_documents, read_corpus

    for entry in read_corpus(corpus):
        yield from lunr_documents(entry, entry.head.href)


def lunr_script() -> Path:
    """Find the copy of lunr that MkDocs carries."""
    import mkdocs

    folder = Path(mkdocs.__file__).parent / "contrib" / "search" / "templates" / "search"
    return folder / "lunr.js"


COLUMNS = {
    "cpu": "CPU s",
    "memory": "bộ nhớ MB",
    "size": "chỉ mục MB",
    "bytes": "tải đầu kB",
    "first": "kết quả đầu ms",
    "first_max": "… chậm nhất",
    "later": "phím sau ms",
    "later_max": "… chậm nhất",
}


def print_row(row: dict[str, Any]) -> None:
    """Print the row of an engine."""
    print(row["engine"].ljust(16), *(f"{row[key]:14.1f}" for key in COLUMNS), sep="", flush=True)


if __name__ == "__main__":
    sys.exit(main())
