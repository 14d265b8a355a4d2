"""Citations in the hand-written pages, found in their Markdown: for the check and the list of gaps.

The links themselves are put into the finished HTML; here only the place in the file matters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from handbook.citations.annotate import Cited
from handbook.citations.prose import find_cited_prose
from handbook.index import Index

_NOT_READ = re.compile(
    r"```.*?```|`[^`\n]*`"  # code
    r"|<!--.*?-->|<(?P<tag>a|cite|code|pre|script|style|svg)\b.*?</(?P=tag)>|<[^>]*>"
    r"|\{\{.*?\}\}|\{%.*?%\}"  # calls of macros
    r"|!?\[[^\]\n]*\]\([^)\n]*\)"  # links
    r"|^# .*?$",  # the page's name
    re.DOTALL | re.MULTILINE,
)
_NAME = re.compile(r"^# +(.+?) *$", re.MULTILINE)


class Written(NamedTuple):
    """A citation in a hand-written page; `line` and `column` count from 1, in code points."""

    address: str
    line: int
    column: int
    printed: str
    cited: Cited


def find_in_written(index: Index) -> Iterator[Written]:
    """Yield every citation of the hand-written pages, page by page."""
    prose = find_cited_prose(index)
    for address, markdown in index.catalogue.written.items():
        text = _NOT_READ.sub(_blank, markdown)
        for cited in prose.in_text(None, text):
            before = text[: cited.start]
            yield Written(
                address,
                before.count("\n") + 1,
                cited.start - before.rfind("\n"),
                " ".join(text[cited.start : cited.end].split()),
                cited,
            )


def name_of_page(index: Index, address: str) -> str:
    """Give the name of a hand-written page, or its address when it has none."""
    match = _NAME.search(index.catalogue.written[address])
    return match[1] if match else address


def _blank(match: re.Match[str]) -> str:
    """Keep places: a full stop where something stood parts what was before from what follows."""
    return "".join("\n" if letter == "\n" else "." for letter in match.group())
