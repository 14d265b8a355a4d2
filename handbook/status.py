"""The status of a document on a day, and the days on which it will change: computed, with grounds.

A status says no more than the records do.  A term that ended, or a body that ended, does not make a
document void; when nothing says whether it is in force, the status is “không xác định”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Literal, NamedTuple, get_args

from handbook.dates.calendar import last_day
from handbook.index import Index
from handbook.model.base import At, Source
from handbook.model.document import Document
from handbook.model.plan import Plan
from handbook.model.reference import Body
from handbook.relations import MEANINGS

Kind = Literal[
    "bị bãi bỏ",
    "được thay thế",
    "hết hiệu lực",
    "chưa có hiệu lực",
    "được sửa đổi, bổ sung",
    "còn hiệu lực",
    "hết nhiệm kỳ",
    "đơn vị ban hành đã kết thúc",
    "đơn vị ban hành đã đổi",
    "không xác định",
]
"""The weightiest first: of all that is known on a day, the first of these is the status."""

KINDS: tuple[Kind, ...] = get_args(Kind)
ENDED: frozenset[Kind] = frozenset(KINDS[:3])
"""The document itself no longer applies."""
SAYS_NOTHING_OF_FORCE: frozenset[Kind] = frozenset(KINDS[6:])


class Finding(NamedTuple):
    """One thing the records say: what, from when, by whom, and where that is known from.

    `since` is printed as precisely as it is known; `first` and `last` are the days on which the
    finding certainly holds.
    """

    kind: Kind
    since: str | None = None
    first: date = date.min
    last: date = date.max
    documents: tuple[str, ...] = ()
    body: str | None = None
    successors: tuple[str, ...] = ()
    note: str | None = None
    source: Source | None = None
    at: At | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """What is known of a document's force from a day on; `changes` are the statuses to come."""

    kind: Kind
    day: date
    findings: tuple[Finding, ...]
    changes: tuple[Status, ...] = ()

    @property
    def since(self) -> str | None:
        """Since when, as precisely as known."""
        return next((one.since for one in self.findings if one.kind == self.kind), None)

    @property
    def by(self) -> tuple[str, ...]:
        """The documents that brought this status about."""
        return tuple(
            dict.fromkeys(
                document
                for one in self.findings
                if one.kind == self.kind
                for document in one.documents
            )
        )

    @property
    def ended(self) -> bool:
        """Tell whether the document itself no longer applies."""
        return self.kind in ENDED

    @property
    def over(self) -> bool:
        """Tell whether the document, or the term it was made for, is over."""
        return self.ended or self.kind == "hết nhiệm kỳ"


def status_of(index: Index, document: Document, today: date) -> Status:
    """Say a document's status on a day, with its grounds and the changes known to come."""
    findings = tuple(_findings(index, document))
    turns = {one.first for one in findings} | {
        one.last + timedelta(days=1) for one in findings if one.last < date.max
    }
    now = _on_day(findings, today)
    changes: list[Status] = []
    for day in sorted(turn for turn in turns if turn > today):
        after = _on_day(findings, day)
        if after.findings != (changes[-1] if changes else now).findings:
            changes.append(after)
    return Status(now.kind, today, now.findings, tuple(changes))


def _on_day(findings: Iterable[Finding], day: date) -> Status:
    """Weigh what holds on a day.  A source that called a document valid wrote before its end."""
    holding = sorted(
        (one for one in findings if one.first <= day <= one.last),
        key=lambda one: KINDS.index(one.kind),
    )
    kind = holding[0].kind if holding else "không xác định"
    if kind in ENDED:
        holding = [one for one in holding if one.kind != "còn hiệu lực"]
    return Status(kind, day, tuple(holding))


def _findings(index: Index, document: Document) -> Iterator[Finding]:
    yield from _from_relations(index, document)
    yield from _from_validity(document)
    yield from _from_term(document)
    yield from _from_issuer(index, document.issuer)


def _from_relations(index: Index, document: Document) -> Iterator[Finding]:
    """Yield what other documents do to this one.

    The day is the one on which the other takes effect.  When only its date of issue is known, the
    finding holds from then on, but no date is claimed for it.
    """
    for other, relation in index.incoming_relations.get(document.id, ()):
        kind = MEANINGS[relation.type].status
        if kind is None:
            continue
        start = other.validity.start if other.validity else None
        if kind in ENDED and document.validity and document.validity.until:
            start = document.validity.until
        known = start or other.issued
        yield Finding(
            kind,
            since=start,
            first=last_day(known) if known else date.min,
            documents=(other.id,),
            note=relation.note,
            source=find_source(other.sources, relation.source) or _own_text(other),
            at=relation.citations[0].at if relation.citations else None,
        )


def _own_text(document: Document) -> Source | None:
    """A plan is held whole: what it does to another document is read in its own text."""
    return document.sources[0] if isinstance(document, Plan) else None


def _from_validity(document: Document) -> Iterator[Finding]:
    """Yield what a source says of the document's force."""
    stated = document.validity
    if stated is None:
        return
    finding = partial(
        Finding,
        note=stated.note,
        source=find_source(getattr(document, "sources", ()), stated.source),
    )
    start = last_day(stated.start) if stated.start else date.min
    end = last_day(stated.until) if stated.until else None
    if stated.state == "chưa rõ":
        yield finding("không xác định")
    elif stated.state == "hết hiệu lực" and end is None:
        yield finding("hết hiệu lực")
    else:
        until = end - timedelta(days=1) if end else date.max
        if stated.state == "còn hiệu lực" or stated.start:
            yield finding("còn hiệu lực", stated.start, start, until)
        if end:
            yield finding("hết hiệu lực", stated.until, end)
    if stated.start:
        yield finding("chưa có hiệu lực", stated.start, last=start - timedelta(days=1))


def _from_term(document: Document) -> Iterator[Finding]:
    """Yield the end of the term: known by the year, so certain when the year is over."""
    if document.term:
        after = last_day(document.term.until) + timedelta(days=1)
        yield Finding("hết nhiệm kỳ", document.term.until, after)


def body_finding(index: Index, body_id: str | None, today: date) -> Finding | None:
    """Say what has become of a body by a day, or of the organisation it is an organ of."""
    return next(
        (one for one in _from_issuer(index, body_id) if one.first <= today <= one.last), None
    )


def _from_issuer(index: Index, issuer: str | None) -> Iterator[Finding]:
    """Yield what has become of the issuing body, or of the organisation it is an organ of."""
    bodies = list(_organisation(index, issuer))
    ended = next((one for one in bodies if one.existed and one.existed.until), None)
    changed = next((one for one in bodies if one.successors), None)
    told = next((one for one in bodies if one.present), None)
    note = told.present.text if told and told.present else None
    source = find_source(told.sources, told.present.source) if told and told.present else None
    if ended and ended.existed and ended.existed.until:
        yield Finding(
            "đơn vị ban hành đã kết thúc",
            since=ended.existed.until,
            first=last_day(ended.existed.until) + timedelta(days=1),
            body=ended.id,
            successors=changed.successors if changed else (),
            note=note or ended.existed.note,
            source=source or find_source(ended.sources, ended.existed.source),
        )
    elif changed:
        starts = [one.existed.start for one in map(index.bodies.get, changed.successors)
                  if one and one.existed and one.existed.start]  # fmt: skip
        since = min(starts, default=None)
        yield Finding(
            "đơn vị ban hành đã đổi",
            since=since,
            first=last_day(since) if since else date.min,
            body=changed.id,
            successors=changed.successors,
            note=note,
            source=source,
        )
    elif told:
        yield Finding("không xác định", body=told.id, note=note, source=source)


def _organisation(index: Index, body_id: str | None) -> Iterator[Body]:
    """Yield a body and, when it is an organ of one (ban thường vụ, đại hội …), that one.

    An organ stands at the level of its organisation; what is a level higher is another body.
    """
    body = index.bodies.get(body_id or "")
    if body is None:
        return
    yield body
    parent = index.bodies.get(body.parent or "")
    if parent and parent.kind == body.kind and body.level in {parent.level, "bộ phận"}:
        yield parent


def find_source(sources: Iterable[Source], source_id: str | None) -> Source | None:
    """Give the source of that id in a record's own list."""
    return next((one for one in sources if one.id == source_id), None)
