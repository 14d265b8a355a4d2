"""Names of unnumbered documents that come from the catalogue, not from a grammar.

“Quy chế dân chủ ở cơ sở” or “03 chương trình trọng tâm” are citations only because a record bears
that name.  Names of local documents count only in texts that cite them (see `Registry.names_in`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from handbook.citations.drafts import Draft, Page
from handbook.citations.lexing import KindWord
from handbook.citations.normalise import normalise
from handbook.citations.patterns import pattern
from handbook.citations.tails import read_tail

_WORD = re.compile(r"[ \n]{0,4}([\w-]+)")
_COUNT_BEFORE = pattern(r"(?<!\w)[0-9]{1,2} $")
_END = ""

Node = dict[str, "Node"]


@dataclass(frozen=True, slots=True)
class NameBook:
    """A tree of names by their words in lower case.  Build it with `NameBook.of(names)`."""

    root: Node = field(default_factory=dict)

    @classmethod
    def of(cls, names: Iterable[str]) -> NameBook:
        """Make a book of names."""
        root: Node = {}
        for name in names:
            node = root
            for word in _WORD.findall(normalise(name).lower):
                node = node.setdefault(word, {})
            node[_END] = {}
        return cls(root)


def read_name(page: Page, word: KindWord, names: NameBook) -> list[Draft]:
    """Read the longest known name that begins at a word for a kind, or at the figure before it."""
    if not names.root:
        return []
    lower = page.clean.lower
    count = _COUNT_BEFORE.search(lower, max(0, word.start - 6), word.start)
    for start in (count.start(), word.start) if count else (word.start,):
        end = _longest(lower, start, names.root)
        if end is not None:
            name = page.clean.squeezed(start, end)
            draft = Draft(start=start, end=end, kind=word.kind, form="unnumbered", name=name)
            read_tail(page, draft)
            return [draft]
    return []


def _longest(lower: str, position: int, node: Node) -> int | None:
    best: int | None = None
    while (match := _WORD.match(lower, position)) and match[1] in node:
        node, position = node[match[1]], match.end()
        if _END in node:
            best = position
    return best
