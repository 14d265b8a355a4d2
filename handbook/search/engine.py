"""The query side as one file: the scripts of `browser/` in order, without comments.

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
    "facets",
    "spelling",
    "marks",
    "engine",
)
_HEADER = re.compile(r"\A/\*.*?\*/", re.DOTALL)
_BLOCK = re.compile(r"/\*\*.*?\*/ ?", re.DOTALL)
_LINE = re.compile(r"(^|\s)// [^\"'`\n]*$", re.MULTILINE)
_LINES = re.compile(r"\n\s*")


def engine_script() -> str:
    """Give the expression that makes the engine."""
    parts = [_without_comments((BROWSER / f"{part}.js").read_text("utf-8")) for part in PARTS]
    return "(()=>{" + "".join(parts) + "return engine;})()"


def _without_comments(source: str) -> str:
    """Remove comments and indentation; line ends stay, because they may end statements.

    >>> _without_comments('/* x */\\n"use strict";\\n/** y */\\n  const a = /** {any} */ (1);\\n')
    '\\nconst a = (1);\\n'
    """
    text = _LINE.sub("", _BLOCK.sub("", _HEADER.sub("", source)))
    return _LINES.sub("\n", text.replace('"use strict";\n', ""))
