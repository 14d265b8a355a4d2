"""The documents citations can name, keyed for the resolver; made once from the index.

A record is read with the finder itself: its number, its title when it has none, and its aliases are
citations of it.  So whatever form the finder reads, the registry knows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TypeVar

from handbook.citations.find import find_citations
from handbook.citations.model import Citation, Meeting
from handbook.citations.names import NameBook
from handbook.citations.numbers import DocumentNumber
from handbook.citations.organs import Organ, Places, PrintedLevel, describe_organ, places_meant
from handbook.dates.calendar import real_or_none
from handbook.grouping import grouped
from handbook.index import Index, canonical_number
from handbook.kept import digest_of
from handbook.model.document import Directive
from handbook.model.plan import Plan
from handbook.text import fold

Key = TypeVar("Key")
Figures = tuple[int, str]
"""The figures of a number as they compare: (2, "") for “02”, (6, "b") for “06b”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A document as the resolver sees it."""

    id: str
    kind: str
    number: DocumentNumber | None = None
    issued: str | None = None
    term: tuple[str, str] | None = None
    session: int | None = None
    organ: Organ | None = None
    generic: bool = False
    meetings: tuple[Meeting, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def national(self) -> bool:
        """Tell whether it comes from an organ of which there is only one."""
        return self.organ is not None and self.organ.national


_Sort = tuple[str, str]
"""The kind of a document, and the type of its meeting."""
_Numbered = tuple[int, Entry]


class Meetings:
    """The documents of congresses and plenums, by what tells most of them apart: their place.

    Every congress of the country passes a resolution, and a citation means one of few places.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._open: dict[_Sort, list[_Numbered]] = defaultdict(list)
        self._placed: dict[_Sort, dict[PrintedLevel | None, dict[str, list[_Numbered]]]] = {}
        for numbered in enumerate(entries):
            for type_ in dict.fromkeys(meeting.type for meeting in numbered[1].meetings):
                self._add((numbered[1].kind, type_), numbered)

    def _add(self, sort: _Sort, numbered: _Numbered) -> None:
        entry = numbered[1]
        if entry.generic or entry.organ is None or entry.national or entry.organ.place is None:
            self._open[sort].append(numbered)
        else:
            by_place = self._placed.setdefault(sort, {}).setdefault(entry.organ.level, {})
            by_place.setdefault(entry.organ.place, []).append(numbered)

    def find(self, kind: str, type_: str, organ: Organ | None, places: Places) -> list[Entry]:
        """Give the documents a citation can mean, in the order of the registry.

        Left out is only what has another place than the organ; without an organ, nothing is.
        """
        found = list(self._open.get((kind, type_), ()))
        for level, by_place in self._placed.get((kind, type_), {}).items():
            near = places_meant(organ, level, places) if organ else []
            chosen = dict.fromkeys(near) if near else by_place
            found += [one for place in chosen for one in by_place.get(place, ())]
        return [entry for _, entry in sorted(found, key=lambda one: one[0])]


@dataclass(frozen=True)
class Registry:
    """All entries, with the lookups the resolver needs."""

    entries: dict[str, Entry]
    by_figures: dict[Figures, tuple[Entry, ...]]
    by_name: dict[str, tuple[Entry, ...]]
    by_date: dict[str, tuple[Entry, ...]]
    meetings: Meetings
    loose_names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Entry id → names that no grammar reads; the finder must be told them."""

    _books: dict[frozenset[str], NameBook] = field(default_factory=dict, repr=False)

    @cached_property
    def digest(self) -> bytes:
        """Tell it from any other that may resolve a citation otherwise."""
        return digest_of(repr((self.entries, self.loose_names)).encode())

    def names_in(self, related: frozenset[str]) -> NameBook:
        """Give the loose names to look for in a text that cites the `related` documents."""
        book = self._books.get(related)
        if book is None:
            book = self._books[related] = NameBook.of(
                name
                for key, names in self.loose_names.items()
                if key in related or self.entries[key].generic
                for name in names
            )
        return book


def build_registry(index: Index) -> Registry:
    """Make the registry of a catalogue's plans and directives."""
    entries: dict[str, Entry] = {}
    loose: dict[str, tuple[str, ...]] = {}
    for key, document in index.documents.items():
        entries[key], unread = _read_document(index, document)
        if unread:
            loose[key] = unread
    held = entries.values()
    return Registry(
        entries=entries,
        by_figures=grouped((figures_of(one.number), one) for one in held if one.number),
        by_name=grouped((name, one) for one in held for name in one.names),
        by_date=grouped((one.issued, one) for one in held if one.issued),
        meetings=Meetings(one for one in held if one.meetings),
        loose_names=loose,
    )


def figures_of(number: DocumentNumber) -> Figures:
    """Give the figures of a number as they compare: leading noughts do not count."""
    return int(number.digits), number.letter


def name_key(name: str) -> str:
    """Give a law's or charter's name as it compares.

    >>> name_key("Luật An toàn, vệ sinh lao động") == name_key("luật an toàn vệ sinh lao động")
    True
    """
    return " ".join(fold(name).replace(",", " ").split()).removesuffix(" viet nam")


def _read_document(index: Index, document: Plan | Directive) -> tuple[Entry, tuple[str, ...]]:
    """Make the entry of a document, and list the names of it that no grammar reads."""
    number = canonical_number(document)
    forms = [f"{document.kind} số {number}"] if number else []
    if not number or document.kind == "Luật":
        forms.append(document.title)
    forms += document.aliases
    read = {form: citation for form in forms if (citation := _read_form(form)) is not None}
    unread = () if number or isinstance(document, Plan) else tuple(sorted(set(forms) - set(read)))
    cited = tuple(read.values())
    meetings = tuple(dict.fromkeys(one.meeting for one in cited if one.meeting))
    names = [*(one.name for one in cited if one.name), *unread]
    entry = Entry(
        id=document.id,
        kind=document.kind,
        number=next((one.parts for one in cited if one.form == "numbered"), None),
        issued=real_or_none(document.issued),  # a check reports one that is not
        term=(document.term.start, document.term.until) if document.term else None,
        session=next((one.session for one in cited if one.session), None),
        organ=_read_organ(index, document, meetings),
        generic=isinstance(document, Directive) and document.generic,
        meetings=meetings,
        names=tuple(dict.fromkeys(map(name_key, names))),
    )
    return entry, unread


@lru_cache(maxsize=1 << 16)
def _read_form(form: str) -> Citation | None:
    found = find_citations(form)
    return found[0] if found and found[0].start == 0 else None


def _read_organ(
    index: Index, document: Plan | Directive, meetings: tuple[Meeting, ...]
) -> Organ | None:
    body = index.bodies.get(document.issuer or "")
    if body is not None:
        return describe_organ(body.name)
    printed = document.issuer_printed or next((one.body for one in meetings if one.body), None)
    return describe_organ(printed) if printed else None
