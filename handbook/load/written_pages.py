"""Read the hand-written pages of a catalogue: what others tell of them is that and how long."""

from __future__ import annotations

import re
from pathlib import Path

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def read_written_pages(docs: Path) -> dict[str, str]:
    """Give address → Markdown of every page in the folder `docs`.

    The front matter is left out as empty lines, so that places stay those of the file.
    The address is as in links, without its slash: `thuat-ngu` is `docs/thuat-ngu/index.md`.
    """
    return {
        _address(path.relative_to(docs)): _without_front_matter(path.read_text(encoding="utf-8"))
        for path in sorted(docs.rglob("*.md"))
    }


def path_of_page(docs: Path, address: str) -> Path:
    """Give the file of a page."""
    file = docs / f"{address}.md"
    return file if file.is_file() else docs / address / "index.md"


def _without_front_matter(text: str) -> str:
    return _FRONT_MATTER.sub(lambda match: "\n" * match.group().count("\n"), text)


def _address(path: Path) -> str:
    return (path.parent if path.stem == "index" else path.with_suffix("")).as_posix()
