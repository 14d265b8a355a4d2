"""What is known of the document a text comes from: date, place, kind, and what it relates to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from handbook.citations.back_references import Own
from handbook.citations.normalise import normalise
from handbook.citations.organs import Organ, Places, describe_organ
from handbook.citations.printed_dates import read_date
from handbook.dates.calendar import real_or_none
from handbook.index import Index
from handbook.model.base import Record
from handbook.model.document import Directive
from handbook.model.plan import Plan
from handbook.model.reference import Body
from handbook.text import fold

_HEAD = 3000
_HEAD_DATE = re.compile(r"^[ *_]*[^\n,]{2,40}, {0,2}(?=ngày)", re.MULTILINE)
_SPACES = re.compile(r"\s+")
_SHORTEST_TITLE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The citing document.  Everything may be unknown."""

    document: str | None = None
    date: str | None = None
    places: Places = ()
    related: frozenset[str] = frozenset()
    own: Own = field(default_factory=Own)
    editorial: bool = False
    """True where the editors of this catalogue speak: what they name is a record of theirs, if
    only one fits."""


def read_context(
    text: str, index: Index, *, document: str | None = None, date: str | None = None
) -> Context:
    """Give a text's context: from the document named, or else from the text's own head."""
    held = index.documents.get(document) if document else identify_document(text, index)
    if held is not None:
        return context_of(index, held, date)
    return Context(date=date or read_head_date(text))


def context_of(index: Index, document: Plan | Directive, date: str | None = None) -> Context:
    """Give the context of a document we hold; `date` overrides the document's own."""
    organs = _organs_above(index, document.issuer)
    return Context(
        document=document.id,
        date=date or real_or_none(document.issued),
        places=_places_of(organs),
        related=frozenset(relation.to for relation in document.relations),
        own=Own(kind=document.kind, organ=organs[0] if organs else None),
    )


def editorial_context(index: Index, record: Record | None = None) -> Context:
    """Give the context of the editors' own words, in a record or anywhere else.

    They write after every document was issued, so no date keeps a later one out.
    """
    if isinstance(record, (Plan, Directive)):
        told = context_of(index, record)
        return replace(told, date=None, editorial=True)
    if isinstance(record, Body):
        return Context(places=_places_of(_organs_above(index, record.id)), editorial=True)
    return Context(editorial=True)


def identify_document(text: str, index: Index) -> Plan | None:
    """Find the plan a text is, by what its head prints: number and date, or title and date."""
    head = _flat(normalise(text[:_HEAD]).text)
    date = read_head_date(text)
    fitting = [plan for plan in index.plans.values() if _is_head_of(head, date, plan)]
    return fitting[0] if len(fitting) == 1 else None


def read_head_date(text: str) -> str | None:
    """Read the date of issue from the head's line “Thủ Đức, ngày 28 tháng 9 năm 2020”."""
    clean = normalise(text[:_HEAD])
    for match in _HEAD_DATE.finditer(clean.lower):
        found = read_date(clean.lower, match.end())
        if found and clean.text[found.end : found.end + 1] in ("", "\n", " "):
            return found.value
    return None


def _is_head_of(head: str, date: str | None, plan: Plan) -> bool:
    if plan.issued != date:
        return False
    if plan.number is not None:
        number = _flat(plan.number)
        return f"so: {number}" in head or f"so {number}" in head
    title = _flat(plan.title)
    return len(title) >= _SHORTEST_TITLE and title in head


def _flat(text: str) -> str:
    return _SPACES.sub(" ", fold(text)).replace(" - ", "-")


def _places_of(organs: list[Organ]) -> Places:
    return tuple((organ.level, organ.place) for organ in organs if organ.level and organ.place)


def _organs_above(index: Index, body_id: str | None) -> list[Organ]:
    """Describe a body and all above it."""
    return [describe_organ(one.name) for one in index.lineage(body_id)]
