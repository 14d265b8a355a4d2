"""Relations between documents in both wordings, and the groups that a page shows.

A relation is stored once, in the active direction.  A page lists what its document does to others
in the active wording, and what others do to it in the reverse wording.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from handbook.model.base import Source
from handbook.model.document import Citation, Document, Relation, RelationType
from handbook.model.plan import Plan
from handbook.relations import MEANINGS
from handbook.status import find_source
from handbook.text import slugify
from handbook.views.document_lists import short_link, year_of
from handbook.views.parts import NOTHING_FOLDED, Entry, Folded, LongList, fold, name_list
from handbook.views.site import Link, Place, Site, newest_first, place


class RelationWords(NamedTuple):
    """The heading on the page of the document that acts, and on the page of the other."""

    active: str
    reverse: str


RELATION_WORDS: Mapping[RelationType, RelationWords] = MappingProxyType(
    {type_: RelationWords(one.active, one.reverse) for type_, one in MEANINGS.items()}
)
"""Every relation in both wordings, in the order in which pages show them."""

MENTION: RelationType = "dẫn chiếu"
"""The weakest relation: a document that carries another out mentions it as well."""

MAX_RELATED = 100
"""How many documents of a group are told one by one; older ones are a line each."""

EXPANDED_RELATIONS = 12
"""How many documents of a group show where they name this one; the others are only linked."""


class CitationView(NamedTuple):
    """A place where a document names the other; `mention`: it says nothing more there."""

    printed: str
    place: Place
    mention: bool


class RelationRow(NamedTuple):
    """One related document, with the places that name it or the source that says so."""

    link: Link
    hint: str
    citations: list[CitationView]
    note: str
    source: Source | None


class RelationGroup(NamedTuple):
    """All documents related in one way; of too many, the oldest folded away."""

    words: str
    rows: list[RelationRow]
    folded: Folded = NOTHING_FOLDED


class _Pair(NamedTuple):
    """A relation seen from one end: the document at the other end, and who says so."""

    other: Document
    teller: Document
    relation: Relation
    citations: tuple[Citation, ...]
    mentions: tuple[Citation, ...]
    note: str


def relation_groups(site: Site, document: Document) -> list[RelationGroup]:
    """Group the documents this one names, in the active wording."""
    documents = site.index.documents
    told = [(documents[one.to], document, one) for one in document.relations]
    return [
        RelationGroup(RELATION_WORDS[type_].active, [_row(site, pair) for pair in pairs])
        for type_, pairs in _grouped(told)
    ]


def incoming_groups(
    site: Site, document: Document, leave_out: Collection[RelationType] = ()
) -> list[RelationGroup]:
    """Group the documents that name this one, in the reverse wording, newest first.

    Types in `leave_out` are shown elsewhere on the page, with the mentions added to them.
    """
    return [
        RelationGroup(
            RELATION_WORDS[type_].reverse,
            [
                _row(site, pair, with_places=position < EXPANDED_RELATIONS)
                for position, pair in enumerate(pairs[:MAX_RELATED])
            ],
            fold(_older(site, document, type_, pairs)),
        )
        for type_, pairs in _incoming(site, document)
        if type_ not in leave_out
    ]


def incoming_lists(
    site: Site, document: Document, leave_out: Collection[RelationType] = ()
) -> Iterator[LongList]:
    """Give, for each group, the documents that are not told one by one."""
    return (
        _older(site, document, type_, pairs)
        for type_, pairs in _incoming(site, document)
        if type_ not in leave_out
    )


def incoming_rows(
    site: Site, document: Document, types: Collection[RelationType], of: Collection[str]
) -> dict[str, list[RelationRow]]:
    """Give, for some documents that name this one, their rows in the groups of some types."""
    rows: dict[str, list[RelationRow]] = defaultdict(list)
    for type_, pairs in _incoming(site, document):
        for position, pair in enumerate(pairs if type_ in types else ()):
            if pair.other.id in of:
                with_places = position < EXPANDED_RELATIONS
                rows[pair.other.id].append(_row(site, pair, with_places=with_places))
    return rows


def _incoming(site: Site, document: Document) -> list[tuple[RelationType, list[_Pair]]]:
    incoming = site.index.incoming_relations.get(document.id, ())
    told = [(one.source, one.source, one.relation) for one in incoming]
    return [
        (type_, sorted(pairs, key=lambda pair: newest_first(pair.other)))
        for type_, pairs in _grouped(told)
    ]


def _older(site: Site, document: Document, type_: RelationType, pairs: Sequence[_Pair]) -> LongList:
    return LongList(
        name=name_list(site.index.kind_of_document(document.id), document.id, slugify(type_)),
        title=f"{RELATION_WORDS[type_].reverse} – {site.document(document.id).text}",
        page=site.document(document.id),
        items=pairs[MAX_RELATED:],
        heading=lambda pair: year_of(site, pair.other.id),
        entry=lambda pair: Entry(short_link(site, pair.other.id), detail=pair.note),
    )


def _grouped(
    told: Iterable[tuple[Document, Document, Relation]],
) -> list[tuple[RelationType, list[_Pair]]]:
    """Group relations by type.  Two documents stand once under a type, and a mere mention is added
    to the relation that says more, so that no document is listed as both carried out and mentioned.
    """
    found: dict[RelationType, dict[str, _Pair]] = {type_: {} for type_ in RELATION_WORDS}
    for other, teller, relation in sorted(told, key=lambda one: one[2].type == MENTION):
        type_ = relation.type
        if type_ == MENTION:
            type_ = next((one for one in found if other.id in found[one]), MENTION)
        merged = type_ != relation.type
        same = found[type_].get(other.id)
        found[type_][other.id] = _Pair(
            other,
            teller,
            same.relation if same else relation,
            (same.citations if same else ()) + (() if merged else relation.citations),
            (same.mentions if same else ()) + (relation.citations if merged else ()),
            " ".join(filter(None, [same.note if same else "", relation.note])),
        )
    return [(type_, list(pairs.values())) for type_, pairs in found.items() if pairs]


def _row(site: Site, pair: _Pair, *, with_places: bool = True) -> RelationRow:
    link = site.document(pair.other.id)
    citations = [(one, False) for one in pair.citations] + [(one, True) for one in pair.mentions]
    return RelationRow(
        link,
        "" if pair.other.title == link.text else link.beside,
        [
            CitationView(_printed(one), place(one.at), mention)
            for one, mention in sorted(citations, key=lambda one: one[0].at.lines)
            if with_places
        ],
        pair.note,
        _source(pair),
    )


def _printed(citation: Citation) -> str:
    return f"{citation.printed} ({citation.locator})" if citation.locator else citation.printed


def _source(pair: _Pair) -> Source | None:
    """Give the source of a relation that no place in a text shows."""
    if isinstance(pair.teller, Plan) and pair.citations:
        return None
    return find_source(getattr(pair.teller, "sources", ()), pair.relation.source)
