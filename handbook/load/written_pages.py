"""Read the hand-written pages of a catalogue: what others tell of them is that and how long."""

from __future__ import annotations

import re
from pathlib import Path

from handbook.load.folders import show
from handbook.load.text_file import read_text
from handbook.problems import Problem

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def read_written_pages(docs: Path) -> tuple[dict[str, str], list[Problem]]:
    """Give address → Markdown of every page in the folder `docs`; one that is no text is empty.

    The front matter is left out as empty lines, so that places stay those of the file.
    The address is as in links, without its slash: `thuat-ngu` is `docs/thuat-ngu/index.md`.
    """
    pages: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(docs.rglob("*.md")):
        if not path.is_dir():
            text, found = read_text(path, show(path, docs.parent))
            pages[_address(path.relative_to(docs))] = _without_front_matter(text or "")
            problems += found
    return pages, problems


def show_page(docs: Path, address: str) -> str:
    """Give the path of a page's file as it is shown."""
    file = docs / f"{address}.md"
    return show(file if file.is_file() else docs / address / "index.md", docs.parent)


def _without_front_matter(text: str) -> str:
    return _FRONT_MATTER.sub(lambda match: "\n" * match.group().count("\n"), text)


def _address(path: Path) -> str:
    return (path.parent if path.stem == "index" else path.with_suffix("")).as_posix()
