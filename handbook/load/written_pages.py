"""Read the hand-written pages of a catalogue: what others tell of them is that and how long."""

from __future__ import annotations

import re
from pathlib import Path

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def read_written_pages(docs: Path) -> dict[str, str]:
    """Give address → Markdown without front matter of every page in the folder `docs`.

    The address is as in links, without its slash: `thuat-ngu` is `docs/thuat-ngu/index.md`.
    """
    return {
        _address(path.relative_to(docs)): _FRONT_MATTER.sub("", path.read_text(encoding="utf-8"))
        for path in sorted(docs.rglob("*.md"))
    }


def _address(path: Path) -> str:
    return (path.parent if path.stem == "index" else path.with_suffix("")).as_posix()
