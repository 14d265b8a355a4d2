"""Read the files of an index without a browser."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from handbook.search.engine import LATER

_FILE = re.compile(r'handbookSearch\.take\("([\w-]+)",(.*)\);\n', re.DOTALL)


def read_file(path: Path) -> Any:
    """Read what a file hands over, but for the engine."""
    match = _FILE.fullmatch(path.read_text(encoding="utf-8"))
    assert match, path
    assert match[1] == path.stem
    value, engine, _ = match[2].partition(',"engine":(')
    return json.loads(value + "}" * bool(engine))


def read_index(folder: Path) -> dict[str, Any]:
    """Read every file of an index but the parts of the engine, by name."""
    manifest = read_file(folder / "search" / "index.js")
    files = (folder / "search" / manifest["version"]).glob("*.js")
    parts = {path.stem: read_file(path) for path in files if path.stem not in LATER}
    return {"index": manifest, **parts}


def all_terms(index: dict[str, Any]) -> dict[str, int]:
    """Give each exact term of an index with the number of sections that hold it."""
    shards = [value for name, value in index.items() if re.fullmatch(r"t\d+", name)]
    return {
        row[0] or fold: row[1] for shard in shards for fold, rows in shard.items() for row in rows
    }


def all_hrefs(index: dict[str, Any]) -> set[str]:
    """Give the address of every record and section of an index, as the query side makes it."""
    hrefs = set()
    for name, records in index.items():
        if re.fullmatch(r"d\d+", name):
            for about, places in records:
                hrefs.add(about[1])
                for place in places:
                    hrefs.add(place[0] if "/" in place[0] else f"{about[1]}#{place[0]}")
    return hrefs
