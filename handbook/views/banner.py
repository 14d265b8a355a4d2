"""The banner of a document: its status in sentences, each with its source, today and in future."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import NamedTuple

from handbook.dates.calendar import is_day
from handbook.dates.words import say_day, say_partial
from handbook.model.base import Source
from handbook.model.document import Document
from handbook.status import SAYS_NOTHING_OF_FORCE, Finding, Kind, Status, body_finding
from handbook.views.marks import KIND_WORDS, ShownOn, stages_of
from handbook.views.site import Link, Place, Site, place


class Ground(NamedTuple):
    """A sentence of the banner: words, links and words again; then what a source adds."""

    lead: str
    links: list[Link]
    tail: str
    successors: list[tuple[Link, str]]
    note: str
    source: Source | None
    place: Place | None


class Banner(NamedTuple):
    """The status of a document for some days: class, words, sentences."""

    name: str
    words: str
    day: str
    span: ShownOn
    grounds: list[Ground]


NO_WORD_OF_FORCE = "Có văn bản nào bãi bỏ hay thay thế không: chưa rõ, các nguồn đã đọc không nói."


def banners(site: Site, document: Document) -> list[Banner]:
    """Give the banner of the build's day, and those of days to come (hidden until then)."""
    return [
        Banner(
            KIND_WORDS[one.kind].name,
            one.kind,
            say_day(one.day),
            span,
            _grounds(site, document, one),
        )
        for one, span in stages_of(site.status(document.id))
    ]


def _grounds(site: Site, document: Document, status: Status) -> list[Ground]:
    grounds = [_ground(site, document, one) for one in status.findings]
    if status.kind in SAYS_NOTHING_OF_FORCE:
        grounds.append(Ground(NO_WORD_OF_FORCE, [], "", [], "", None, None))
    return [one for one in grounds if one.lead or one.note]


_SENTENCES: MappingProxyType[Kind, tuple[str, str]] = MappingProxyType(
    {
        "bị bãi bỏ": ("Bị bãi bỏ bởi ", "{since_or_unknown}."),
        "được thay thế": ("Được thay thế bởi ", "{since_or_unknown}."),
        "hết hiệu lực": ("Hết hiệu lực", "{since_or_unknown}."),
        "chưa có hiệu lực": ("Có hiệu lực", "{since}; nay chưa đến."),
        "được sửa đổi, bổ sung": ("Được sửa đổi, bổ sung bởi ", "{since}."),
        "còn hiệu lực": ("Còn hiệu lực", "{since}."),
        "hết nhiệm kỳ": ("Nhiệm kỳ ", "{term} đã kết thúc."),
        "đơn vị ban hành đã kết thúc": (
            "Đơn vị ban hành: ",
            " đã kết thúc hoạt động{until}.",
        ),
        "đơn vị ban hành đã đổi": ("Đơn vị ban hành: ", " đã đổi{since}."),
        "không xác định": ("", ""),
    }
)
"""Each finding as a sentence: the words before its links and after them."""


def _ground(site: Site, document: Document, one: Finding) -> Ground:
    lead, tail = _SENTENCES[one.kind]
    # The sentence of a source already says the day: it is not said twice.
    day = "" if one.since is None or tells_day(one.note, one.since) else _in_sentence(one.since)
    since = f" từ {_in_sentence(one.since)}" if one.since else ""
    term = document.term
    said = tail.format(
        since=since,
        since_or_unknown=since or "; từ ngày nào: chưa rõ",
        until=f" (đến {day})" if day else "",
        term=f"{term.start}–{term.until}" if term else "",
    )
    bodies = [site.body(one.body)] if one.body else []
    if bodies and not lead:
        lead, said = "Về đơn vị ban hành: ", "."
    return Ground(
        lead,
        [*site.documents(one.documents), *bodies],
        said,
        successor_views(site, one.successors),
        one.note or "",
        one.source,
        place(one.at) if one.at else None,
    )


_FATES: MappingProxyType[Kind, str] = MappingProxyType(
    {
        "đơn vị ban hành đã kết thúc": "cũng đã kết thúc hoạt động",
        "đơn vị ban hành đã đổi": "sau đó cũng đã đổi",
        "không xác định": "nay ra sao: xem trang của đơn vị này",
    }
)
"""What has become of a successor, in a few words: its own page says the rest."""


def successor_views(site: Site, bodies: Iterable[str]) -> list[tuple[Link, str]]:
    """Link successors, each with what became of it in its turn."""
    found = ((one, body_finding(site.index, one, site.today)) for one in bodies)
    return [(site.body(one), _FATES[fate.kind] if fate else "") for one, fate in found]


def tells_day(text: str | None, day: str) -> bool:
    """Tell whether a sentence already gives a day, however its zeros are written.

    >>> tells_day("kết thúc từ ngày 30/6/2025", "2025-06-30")
    True
    """
    if not text or len(day) != 10:
        return False
    year, month, number = (int(part) for part in day.split("-"))
    return bool(re.search(rf"(?<!\d)0?{number}/0?{month}/{year}(?!\d)", text))


def _in_sentence(day: str) -> str:
    """Say a date inside a sentence: “ngày 01/07/2025”, “tháng 6/2025”, “năm 2025”."""
    said = say_partial(day)
    return f"ngày {said}" if is_day(day) else said
