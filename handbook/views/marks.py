"""The mark beside a link to a document: its status in two words, and the marks of days to come.

Each mark holds from one day to another; the page shows the one of the build's day, and a script the
one of the reader's day.  “còn hiệu lực” and “không xác định” need no mark: nothing warns of them.
"""

from __future__ import annotations

from datetime import timedelta
from types import MappingProxyType
from typing import NamedTuple

from handbook.status import Kind, Status


class KindWords(NamedTuple):
    """How a status is shown: its class in HTML, its words beside a link (“” is no mark)."""

    name: str
    mark: str


KIND_WORDS: MappingProxyType[Kind, KindWords] = MappingProxyType(
    {
        "bị bãi bỏ": KindWords("revoked", "bị bãi bỏ"),
        "được thay thế": KindWords("replaced", "được thay thế"),
        "hết hiệu lực": KindWords("expired", "hết hiệu lực"),
        "chưa có hiệu lực": KindWords("coming", "chưa có hiệu lực"),
        "được sửa đổi, bổ sung": KindWords("amended", "được sửa đổi"),
        "còn hiệu lực": KindWords("in-force", ""),
        "hết nhiệm kỳ": KindWords("term-over", "hết nhiệm kỳ"),
        "đơn vị ban hành đã kết thúc": KindWords("issuer-ended", "đơn vị đã kết thúc"),
        "đơn vị ban hành đã đổi": KindWords("issuer-changed", "đơn vị đã đổi"),
        "không xác định": KindWords("unknown", ""),
    }
)


class ShownOn(NamedTuple):
    """The days on which something is shown (ISO; “” is no bound), and whether today is one."""

    first: str = ""
    last: str = ""
    now: bool = True


class Mark(NamedTuple):
    """A mark: its class, its words, the days on which it is shown."""

    name: str
    words: str
    span: ShownOn


def stages_of(status: Status) -> list[tuple[Status, ShownOn]]:
    """Give a status and those to come, each with the days on which it is the one to show."""
    stages = [status, *status.changes]
    firsts = ["", *(one.day.isoformat() for one in status.changes)]
    lasts = [*((one.day - timedelta(days=1)).isoformat() for one in status.changes), ""]
    return [
        (one, ShownOn(first, last, now=not first))
        for one, first, last in zip(stages, firsts, lasts, strict=True)
    ]


def marks_of(status: Status) -> tuple[Mark, ...]:
    """Give the marks of a document: one at most for each day, often none at all."""
    return tuple(
        Mark(*words, span)
        for one, span in stages_of(status)
        if (words := KIND_WORDS[one.kind]).mark
    )


def status_facets(status: Status) -> dict[str, str]:
    """Give the facet of a list's row, and how it changes: “day=words”, joined by “|”."""
    later = "|".join(f"{one.day.isoformat()}={_facet(one)}" for one in status.changes)
    return {"status": _facet(status), **({"status-later": later} if later else {})}


def _facet(status: Status) -> str:
    return KIND_WORDS[status.kind].mark or status.kind
