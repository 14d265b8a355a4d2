"""Đo thời gian dựng trang với những danh mục giả lớn dần, trong cùng một lần chạy.

    python3 scripts/bench.py [--sizes 100 300 1000] [--repeat 3] [--compare [hugo …]] [--keep DIR]

Each synthetic catalogue is the real one with its plans copied under new ids until there are N of
them; every copy keeps its tasks, milestones, outline and references, so the size of a plan and
the back-references of directives and bodies grow as they would in earnest.  Every build is a cold
one, a process of its own; “build again” follows a change of one plan, and “check again” follows
that, with what was kept.  The table has the median seconds on the clock and of CPU, the peak of
memory, what was written, the ratio to our build, and the growth of CPU time since the smallest
size.  On a machine that does other work as well, believe CPU seconds rather than the clock.  Below
the table stands what a reader of a plan page fetches.

--compare builds the same plans with Hugo and Pagefind, with Zensical, and with MkDocs Material and
its macros plugin in the naive way, or with those that are named; the tools are installed into an
environment of their own.
"""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from _arguments import new_parser
from _bench_peers import PEERS, Peer, Step, size_of
from _bench_table import OURS, Row, median_cost, table, total_cost
from _environment import ROOT, enter_environment
from _measured import CommandFailedError, Cost, run_measured
from _page_weight import weigh_plan_pages, weight_in_words
from _peer_tools import NoPeerError, require_peer

SCRIPTS = ROOT / "scripts"
_PEERS = {peer.name.split()[0].lower(): peer for peer in PEERS}


def main() -> int:
    """Run the benchmark."""
    parser = new_parser(__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[100, 300, 1000], metavar="N", help="số kế hoạch"
    )
    parser.add_argument("--repeat", type=int, default=3, help="số lần đo; in trung vị")
    parser.add_argument(
        "--compare",
        nargs="*",
        choices=sorted(_PEERS),
        help="đo cả Hugo + Pagefind, Zensical, MkDocs Material, hoặc những công cụ nêu tên",
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="giữ danh mục giả và trang ở đây")
    arguments = parser.parse_args()
    enter_environment()
    folder = (arguments.keep or Path(tempfile.mkdtemp(prefix="handbook-bench-"))).resolve()
    named = () if arguments.compare is None else arguments.compare or _PEERS
    peers = tuple(_PEERS[name] for name in named)
    try:
        if "hugo" in named:
            require_peer("hugo")
        for line in table(_rows(folder, arguments.sizes, arguments.repeat, peers, arguments.root)):
            print(line, flush=True)
        for size in sorted(arguments.sizes):
            print(weight_in_words(size, weigh_plan_pages(_site_of(folder, size))))
    except (CommandFailedError, NoPeerError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        if not arguments.keep:
            shutil.rmtree(folder, ignore_errors=True)
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


def _rows(
    folder: Path, sizes: list[int], repeat: int, peers: tuple[Peer, ...], source: Path
) -> Iterator[Row]:
    for size in sorted(sizes):
        _say_load(f"{size} plans")
        yield from _measure(folder, size, repeat, peers, source)
    _say_load("done")


def _measure(
    folder: Path, size: int, repeat: int, peers: tuple[Peer, ...], source: Path
) -> Iterator[Row]:
    """Measure our build and our check, then each peer, over one catalogue."""
    root = _root_of(folder, size)
    root.mkdir(parents=True, exist_ok=True)
    make_catalogue(root, size, source)
    site = _site_of(folder, size)
    costs = []
    for _ in range(repeat):
        shutil.rmtree(site, ignore_errors=True)
        costs.append(_run_own("build.py", root, "--full", "--site-dir", str(site)))
    yield Row(size, OURS, median_cost(costs), size_of(site))
    yield Row(size, "  build again", median_cost(_costs_of_building_again(root, site, repeat)))
    checks = [_run_own("check.py", root) for _ in range(repeat)]
    yield Row(size, "  check again", median_cost(checks))
    for peer in peers:
        yield from _measure_peer(peer, root, size, repeat)


def _costs_of_building_again(root: Path, site: Path, repeat: int) -> list[Cost]:
    """Build with what the last build left, after the summary of one plan was changed."""
    plan = sorted((root / "data" / "plans").glob("*.yml"))[-1]
    text = plan.read_text(encoding="utf-8")
    build = partial(_run_own, "build.py", root, "--site-dir", str(site))
    build()
    costs = []
    for number in range(repeat):
        changed = re.sub(r"^summary: >-\n", rf"\g<0>  Lần {number}.\n", text, flags=re.MULTILINE)
        plan.write_text(changed, encoding="utf-8")
        costs.append(build())
    plan.write_text(text, encoding="utf-8")
    return costs


def _root_of(folder: Path, size: int) -> Path:
    return folder / f"plans-{size}"


def _site_of(folder: Path, size: int) -> Path:
    return _root_of(folder, size) / "site"


def _measure_peer(peer: Peer, root: Path, size: int, repeat: int) -> Iterator[Row]:
    """Measure a peer whole, and each of its commands if there are several."""
    project = root / re.sub(r"\W+", "-", peer.name.lower())
    runs: list[list[Cost]] = []
    steps: list[Step] = []
    for _ in range(repeat):
        shutil.rmtree(project, ignore_errors=True)
        peer.write(project, root / "data")
        steps = peer.steps(project, _tool)
        runs.append([run_measured(step.command, step.folder) for step in steps])
    total = median_cost([total_cost(run) for run in runs])
    yield Row(size, peer.name, total, size_of(project / peer.site))
    if len(steps) > 1:
        for step, costs in zip(steps, zip(*runs, strict=True), strict=True):
            yield Row(size, f"  {step.name}", median_cost(costs))


def _run_own(script: str, root: Path, *arguments: str) -> Cost:
    command = [sys.executable, str(SCRIPTS / script), "--root", str(root), *arguments]
    return run_measured(command)


def _tool(name: str) -> list[str]:
    """Name the command of a tool; MkDocs is what the project itself runs on."""
    return [sys.executable, "-m", name] if name == "mkdocs" else require_peer(name)


def _say_load(what: str) -> None:
    """Tell how busy the machine is: a time on the clock means little without it."""
    if hasattr(os, "getloadavg"):
        load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
        print(f"{what}; load average {load} on {os.cpu_count()} CPUs", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
