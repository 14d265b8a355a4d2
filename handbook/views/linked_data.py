"""A document in the words of schema.org/Legislation, for search engines and other programs.

Only what a record states is said: a force that no source states is left out.
"""

from __future__ import annotations

import re
from typing import Any

from handbook.index import canonical_number
from handbook.model.document import Directive, Document
from handbook.model.plan import Plan
from handbook.relations import MEANINGS
from handbook.views.changes import uri_of
from handbook.views.site import Site, document_name

_FORCE = {"còn hiệu lực": "InForce", "hết hiệu lực": "NotInForce"}


def legislation(site: Site, document: Plan | Directive) -> dict[str, Any]:
    """Describe a document; addresses are left out, for a site may lie anywhere.

    Related documents are only named: their identifiers are on their own pages and in the API.
    """
    issuer = site.index.bodies.get(document.issuer or "")
    described = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": _uri(site, document.id),
        "name": document_name(document),
        "headline": document.title,
        "abstract": document.summary,
        "inLanguage": "vi",
        "legislationType": document.kind,
        "legislationIdentifier": canonical_number(document),
        "legislationDate": document.issued if _is_iso(document.issued) else None,
        "legislationPassedBy": issuer
        and {"@type": "Organization", "@id": uri_of("body", issuer.id), "name": issuer.name},
        "legislationLegalForce": _force(document),
        **_relations(site, document),
    }
    return {key: value for key, value in described.items() if value}


def _uri(site: Site, document_id: str) -> str:
    return uri_of(site.index.kind_of_document(document_id), document_id)


def _is_iso(value: str | None) -> bool:
    """Tell a year, month or day from what ISO 8601 has no word for: “2020-Q4”, “2020-12-dau”."""
    return value is not None and re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", value) is not None


def _force(document: Document) -> str | None:
    state = _FORCE.get(document.validity.state) if document.validity else None
    return state and f"https://schema.org/{state}"


def _relations(site: Site, document: Plan | Directive) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for relation in document.relations:
        other = {
            "@type": "Legislation",
            "name": document_name(site.index.documents[relation.to]),
        }
        named = found.setdefault(MEANINGS[relation.type].linked, [])
        if other not in named:
            named.append(other)
    return found
