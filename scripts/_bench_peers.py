"""The other ways to build the same plans: what each is given, and the commands it runs.

Each peer gets the plans' own YAML and makes a page for each plan, with the same facts, tasks,
milestones, outline and notes, and a search over them.  None makes what only we make: the pages of
directives, bodies and areas with their back-references, agenda, Word, Excel, calendars, JSON.
Their templates lie in `scripts/bench_peers/`.
"""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from _environment import ROOT

TEMPLATES = ROOT / "scripts" / "bench_peers"
Tool = Callable[[str], list[str]]
"""Name → the command that runs this tool."""


class Step(NamedTuple):
    """One command of a build, and where it runs."""

    name: str
    command: list[str]
    folder: Path


class Peer(NamedTuple):
    """A way to build: its name, what it is given, where its site ends up, its commands."""

    name: str
    write: Callable[[Path, Path], None]
    site: str
    steps: Callable[[Path, Tool], list[Step]]


def write_hugo(folder: Path, data: Path) -> None:
    """Write a project of Hugo whose content adapter makes a page of each record of `data/plans`."""
    shutil.copytree(TEMPLATES / "hugo", folder)
    _copy_data(folder, data)


def write_markdown(folder: Path, data: Path) -> None:
    """Write a project of MkDocs, which Zensical reads too: a Markdown page with a macro a plan."""
    shutil.copytree(
        TEMPLATES / "markdown", folder, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
    )
    _copy_data(folder, data)
    pages = folder / "docs" / "plans"
    pages.mkdir(parents=True)
    for plan in sorted((data / "plans").glob("*.yml")):
        quoted = json.dumps(plan.stem)
        (pages / f"{plan.stem}.md").write_text(
            f'{{% set plan = record("plans", {quoted}) %}}{{% include "plan.md" %}}\n',
            encoding="utf-8",
        )
    (folder / "docs" / "index.md").write_text("# Sổ tay công đoàn\n", encoding="utf-8")


def _copy_data(folder: Path, data: Path) -> None:
    for kind in ("areas", "bodies", "directives", "plans"):
        shutil.copytree(data / kind, folder / "data" / kind)


def _hugo(folder: Path, tool: Tool) -> list[Step]:
    return [
        Step("Hugo", [*tool("hugo"), "build", "--quiet"], folder),
        Step("Pagefind", [*tool("pagefind"), "--site", "public"], folder),
    ]


def _material(folder: Path, tool: Tool) -> list[Step]:
    return [Step("MkDocs", [*tool("mkdocs"), "build", "--quiet"], folder)]


def _zensical(folder: Path, tool: Tool) -> list[Step]:
    return [Step("Zensical", [*tool("zensical"), "build", "--clean"], folder)]


PEERS = (
    Peer("Hugo + Pagefind", write_hugo, "public", _hugo),
    Peer("Zensical + macros", write_markdown, "site", _zensical),
    Peer("MkDocs Material + macros", write_markdown, "site", _material),
)


class SiteSize(NamedTuple):
    """How much a build wrote."""

    pages: int
    files: int
    megabytes: float


def size_of(site: Path) -> SiteSize:
    """Count the HTML pages and all files of a site, and their size."""
    pages = files = size = 0
    for folder, _, names in os.walk(site):
        files += len(names)
        pages += sum(name.endswith(".html") for name in names)
        size += sum((Path(folder) / name).stat().st_size for name in names)
    return SiteSize(pages, files, size / 1e6)
