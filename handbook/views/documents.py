"""What plan and directive pages share: the attribute block."""

from __future__ import annotations

from typing import NamedTuple

from handbook.dates.words import say_partial
from handbook.model.document import Document
from handbook.model.plan import Plan
from handbook.views.site import UNKNOWN, Link, Place, Site, place


class Attribute(NamedTuple):
    """One row of the attribute block: links win over text; `place` says where it stands."""

    label: str
    text: str
    links: list[Link]
    place: Place | None = None


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
    rows.extend(_validity(document))
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


def _validity(document: Document) -> list[Attribute]:
    """Give the days a source names; what they mean today stands at the head of the page."""
    stated = document.validity
    days = {
        "Có hiệu lực từ": stated and stated.start,
        "Hết hiệu lực từ": stated and stated.until,
    }
    return [Attribute(label, say_partial(day), []) for label, day in days.items() if day]
