"""Cut a text into plain and linked segments.

No markup here: whoever writes the page escapes the segments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from handbook.citations.model import Resolved


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the text.  `cited` is None where nothing is cited, `href` where no page is."""

    text: str
    cited: Resolved | None = None
    href: str | None = None


def annotate(
    text: str, resolved: Iterable[Resolved], href_of: Callable[[Resolved], str | None]
) -> tuple[Segment, ...]:
    """Cut `text` at its citations.  The segments joined give the text again.

    Where two citations share words (“Nghị quyết Đại hội CĐCS và Đại hội V Công đoàn Quận”), the
    second one links only its own.
    """
    segments: list[Segment] = []
    position = 0
    for one in sorted(resolved, key=lambda one: (one.citation.start, one.citation.end)):
        start, end = max(one.citation.link_start, position), one.citation.end
        if start >= end:
            continue
        if start > position:
            segments.append(Segment(text[position:start]))
        segments.append(Segment(text[start:end], one, href_of(one)))
        position = end
    if position < len(text):
        segments.append(Segment(text[position:]))
    return tuple(segments)
