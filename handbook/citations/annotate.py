"""Where the links of a text go: disjoint spans, each with the record it names.

No markup here: whoever writes the page escapes the pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from handbook.citations.model import Citation, Resolved


class Cited(NamedTuple):
    """A citation in a text: `text[start:end]`, in code points, and the record it names.

    `candidates` are the records it may name when it cannot be told which.
    """

    start: int
    end: int
    directive: str | None
    candidates: tuple[str, ...]
    number: str | None = None
    """The canonical number, when only one document can bear it."""


def annotate(resolved: Iterable[Resolved]) -> tuple[Cited, ...]:
    """Give each citation the words that are its own, in order.

    Where two citations share words (“Nghị quyết Đại hội CĐCS và Đại hội V Công đoàn Quận”), the
    second one has only its own.  “Kế hoạch này” that leads nowhere is none.
    """
    return tuple(
        _disjoint(sorted(resolved, key=lambda one: (one.citation.start, one.citation.end)))
    )


def _disjoint(resolved: Iterable[Resolved]) -> Iterator[Cited]:
    position = 0
    for one in resolved:
        start, end = max(one.citation.link_start, position), one.citation.end
        points_nowhere = one.citation.form in ("self", "back") and one.directive is None
        if start < end and not points_nowhere:
            yield Cited(start, end, one.directive, one.candidates, _sole_number(one.citation))
            position = end


def _sole_number(citation: Citation) -> str | None:
    """Give a number no other document bears: of an Assembly's term, of a year of the State."""
    if citation.parts is None or not citation.parts.organs:
        return None
    organ = citation.parts.organs[0]
    of_assembly = organ.startswith(("QH", "UBTVQH"))
    of_year = organ in ("CP", "TTg") and citation.parts.year is not None
    return citation.number if of_assembly or of_year else None


def cut(text: str, cites: Sequence[Cited]) -> Iterator[tuple[str, Cited | None]]:
    """Cut a text at its citations: the pieces joined give the text again; none is empty."""
    position = 0
    for cited in cites:
        if cited.start > position:
            yield text[position : cited.start], None
        yield text[cited.start : cited.end], cited
        position = cited.end
    if position < len(text):
        yield text[position:], None
