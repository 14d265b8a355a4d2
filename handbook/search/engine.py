"""The query side: the scripts of `browser/` in order as one, without comments; few come later.

It is written into the index's first file, which names the version of all others: so an engine never
reads an index of another format out of a browser's cache, and a query need not wait for it first.
"""

from __future__ import annotations

import re
from pathlib import Path

BROWSER = Path(__file__).resolve().parent / "browser"
PARTS = (
    "analysis",
    "query",
    "index",
    "terms",
    "matching",
    "nearness",
    "ranking",
    "later",
    "marks",
    "engine",
)
LATER = ("facets", "spelling")
"""Parts that few queries need; each is a file of its own."""
_SHARED = "{analysis,queries,index,terms,matching,ranking}"
"""What of the engine those parts use (see `later.js`)."""
_HEADER = re.compile(r"\A/\*.*?\*/", re.DOTALL)
_BLOCK = re.compile(r"/\*\*.*?\*/ ?", re.DOTALL)
_LINE = re.compile(r"(^|\s)// [^\"'`\n]*$", re.MULTILINE)
_LINES = re.compile(r"\n\s*")


def engine_script() -> str:
    """Give the expression that makes the engine."""
    return "(()=>{" + "".join(map(_source_of, PARTS)) + "return engine;})()"


def later_script(part: str) -> str:
    """Give the function that makes a part of `LATER`."""
    return f"({_SHARED})=>{{{_source_of(part)}return {part};}}"


def _source_of(part: str) -> str:
    return _without_comments((BROWSER / f"{part}.js").read_text("utf-8"))


def _without_comments(source: str) -> str:
    """Remove comments and indentation; line ends stay, because they may end statements.

    >>> _without_comments('/* x */\\n"use strict";\\n/** y */\\n  const a = /** {any} */ (1);\\n')
    '\\nconst a = (1);\\n'
    """
    text = _LINE.sub("", _BLOCK.sub("", _HEADER.sub("", source)))
    return _LINES.sub("\n", text.replace('"use strict";\n', ""))
