"""Đo thời gian dựng trang với những danh mục giả lớn dần, trong cùng một lần chạy.

    python3 scripts/bench.py [--sizes 100 300 1000] [--repeat 3] [--keep DIR]

Each synthetic catalogue is the real one with its plans copied under new ids until there are N of
them; every copy keeps its tasks, milestones, outline and references, so the size of a plan and
the back-references of directives and bodies grow as they would in earnest.  The result is a table
of median seconds for each stage and for the whole build, and the ratio to the smallest size: cost
that grows in proportion to the records has a ratio like the ratio of the sizes.
"""

import re
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from _arguments import new_parser
from _environment import ROOT, enter_environment


def main() -> int:
    """Run the benchmark."""
    parser = new_parser(__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[100, 300, 1000], metavar="N", help="số kế hoạch"
    )
    parser.add_argument("--repeat", type=int, default=3, help="số lần đo; in trung vị")
    parser.add_argument("--keep", type=Path, help="giữ danh mục giả ở đây")
    arguments = parser.parse_args()
    enter_environment()
    folder = arguments.keep or Path(tempfile.mkdtemp(prefix="handbook-bench-"))
    try:
        rows = [_measure(folder, size, arguments.repeat) for size in arguments.sizes]
    finally:
        if not arguments.keep:
            shutil.rmtree(folder, ignore_errors=True)
    _print(rows)
    return 0


def make_catalogue(target: Path, plans: int, source: Path = ROOT) -> None:
    """Write a catalogue of `plans` plans under `target/data`, copied from the real one's plans."""
    data = target / "data"
    if data.exists():
        shutil.rmtree(data)
    shutil.copytree(source / "data", data, ignore=shutil.ignore_patterns("plans"))
    texts = [
        (path.stem, path.read_text(encoding="utf-8"))
        for path in sorted((source / "data" / "plans").glob("*.yml"))
    ]
    (data / "plans").mkdir()
    for position in range(plans):
        stem, text = texts[position % len(texts)]
        copy = position // len(texts)
        name = f"{stem}-{copy:05}" if copy else stem
        (data / "plans" / f"{name}.yml").write_text(
            _renumbered(text, stem, name, copy), encoding="utf-8"
        )


def _renumbered(text: str, stem: str, name: str, copy: int) -> str:
    """Give a copy its own id and number and no other names: it must break no rule."""
    if not copy:
        return text
    text = re.sub(r"^aliases:\n(?:  .*\n)+", "", text.replace(stem, name), flags=re.MULTILINE)
    return re.sub(
        r'^(number|canonical_number): "?(\d+)',
        lambda m: f"{m[0]}{copy:05}",
        text,
        flags=re.MULTILINE,
    )


def _measure(folder: Path, size: int, repeat: int) -> dict[str, float]:
    from _building import build_into

    from handbook.checks import load_and_check

    root = folder / f"plans-{size}"
    root.mkdir(parents=True, exist_ok=True)
    make_catalogue(root, size)
    checks, builds = [], []
    for _ in range(repeat):
        start = time.perf_counter()
        load_and_check(root)
        checks.append(time.perf_counter() - start)
        start = time.perf_counter()
        build_into(root / "site", root=root)
        builds.append(time.perf_counter() - start)
    return {"size": size, "check": statistics.median(checks), "build": statistics.median(builds)}


def _print(rows: list[dict[str, float]]) -> None:
    first = rows[0]
    print(f"{'plans':>8} {'check s':>9} {'build s':>9} {'ratio':>7} {'size ratio':>11}")
    for row in rows:
        ratio = row["build"] / first["build"]
        print(
            f"{row['size']:>8.0f} {row['check']:>9.2f} {row['build']:>9.2f}"
            f" {ratio:>7.1f} {row['size'] / first['size']:>11.1f}"
        )


if __name__ == "__main__":
    sys.exit(main())
