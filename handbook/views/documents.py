"""What plan and directive pages share: the attribute block and the related documents."""

from __future__ import annotations

from typing import Any, NamedTuple

from handbook.dates.words import say_partial
from handbook.index import IncomingRelation
from handbook.model.document import Document, Relation
from handbook.model.plan import Plan
from handbook.views.site import (
    RELATION_WORDS,
    UNKNOWN,
    Link,
    Place,
    Site,
    newest_first,
    place,
)


class Attribute(NamedTuple):
    """One row of the attribute block: links win over text; `place` says where it stands."""

    label: str
    text: str
    links: list[Link]
    place: Place | None = None


class RelationRow(NamedTuple):
    """One related document, with the places that name it."""

    link: Link
    hint: str
    ended: bool
    citations: list[tuple[str, Place]]
    note: str


class RelationGroup(NamedTuple):
    """All documents related in one way."""

    words: str
    rows: list[RelationRow]


def attributes(site: Site, document: Document, places: dict[str, Place]) -> list[Attribute]:
    """Give the attribute block: what is not known is said, never left blank."""
    head = "địa danh, ngày tháng"
    rows = [
        Attribute("Số, ký hiệu", _number(document), [], places.get("số, ký hiệu")),
        Attribute("Tên loại", document.kind, [], places.get("tên loại")),
        Attribute("Trích yếu", document.title, [], places.get("trích yếu")),
        Attribute("Ngày ban hành", _issued(document), [], places.get(head)),
        _issuer(site, document),
    ]
    if document.place:
        rows.append(Attribute("Nơi ban hành", document.place, [], places.get(head)))
    if isinstance(document, Plan):
        rows.append(_signer(document))
    if document.term:
        rows.append(Attribute("Nhiệm kỳ", f"{document.term.start}–{document.term.until}", []))
    if document.aliases:
        rows.append(Attribute("Cách viết khác đã gặp", "; ".join(document.aliases), []))
    rows.append(Attribute("Hiệu lực", _validity(document), []))
    if document.areas:
        rows.append(Attribute("Lĩnh vực", "", site.areas(document.areas)))
    return rows


def _number(document: Document) -> str:
    if document.number is None:
        return "không có số"
    if document.canonical_number:
        return f"{document.canonical_number} (bản in ghi: {document.number})"
    return document.number


def _issued(document: Document) -> str:
    said = say_partial(document.issued, weekday=True) if document.issued else UNKNOWN
    return f"{said}. {document.issued_note}" if document.issued_note else said


def _issuer(site: Site, document: Document) -> Attribute:
    issuer = site.issuer(document)
    if issuer is None:
        return Attribute("Cơ quan ban hành", document.issuer_printed or UNKNOWN, [])
    return Attribute(
        "Cơ quan ban hành", "suy ra từ nội dung" if document.issuer_inferred else "", [issuer]
    )


def _signer(plan: Plan) -> Attribute:
    if plan.signer is None:
        return Attribute("Người ký", UNKNOWN, [])
    parts = [plan.signer.authority or "", plan.signer.title or "", plan.signer.name]
    said = ", ".join(part for part in parts if part)
    missing = "" if plan.signer.title else f" (chức vụ: {UNKNOWN})"
    return Attribute("Người ký", said + missing, [], place(plan.signer.at))


def _validity(document: Document) -> str:
    if document.validity is None:
        return UNKNOWN
    said: str = document.validity.state
    if document.validity.start:
        said += f", từ {say_partial(document.validity.start)}"
    if document.validity.until:
        said += f", đến {say_partial(document.validity.until)}"
    return f"{said}. {document.validity.note}" if document.validity.note else said


def relation_groups(site: Site, document: Document) -> list[RelationGroup]:
    """Group the documents this one names, in the active wording."""
    groups: dict[str, list[Relation]] = {}
    for relation in document.relations:
        groups.setdefault(relation.type, []).append(relation)
    return [
        RelationGroup(
            RELATION_WORDS[type_][0], [_relation_row(site, one.to, one) for one in relations]
        )
        for type_, relations in sorted(groups.items(), key=_relation_order)
    ]


EXPANDED_RELATIONS = 12
"""How many documents of a group show where they name this one; the others are only linked."""


def incoming_groups(site: Site, document: Document) -> list[RelationGroup]:
    """Group the documents that name this one, in the reverse wording, newest first."""
    groups: dict[str, list[IncomingRelation]] = {}
    for incoming in site.index.incoming_relations.get(document.id, ()):
        groups.setdefault(incoming.relation.type, []).append(incoming)
    return [
        RelationGroup(
            RELATION_WORDS[type_][1],
            [
                _relation_row(site, source.id, relation, with_places=position < EXPANDED_RELATIONS)
                for position, (source, relation) in enumerate(
                    sorted(ones, key=lambda one: newest_first(one.source))
                )
            ],
        )
        for type_, ones in sorted(groups.items(), key=_relation_order)
    ]


def _relation_order(group: tuple[str, Any]) -> int:
    return list(RELATION_WORDS).index(group[0])


def _relation_row(
    site: Site, document_id: str, relation: Relation, *, with_places: bool = True
) -> RelationRow:
    document = site.index.documents[document_id]
    citations = [
        (f"{one.printed} ({one.locator})" if one.locator else one.printed, place(one.at))
        for one in relation.citations
        if with_places
    ]
    link = site.document(document_id)
    return RelationRow(
        link,
        "" if document.title == link.text else link.hint,
        bool(site.ended_notice(document)),
        citations,
        relation.note or "",
    )
