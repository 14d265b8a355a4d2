"""A document as one node of a chain, and what ties two nodes, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from handbook.chain import CHAIN_LEVELS
from handbook.dates.words import say_partial
from handbook.index import canonical_number
from handbook.model.document import Document, RelationType
from handbook.model.plan import Plan
from handbook.relations import DOWNWARD
from handbook.views.addresses import address_of
from handbook.views.marks import KIND_WORDS, Mark, stages_of
from handbook.views.relations import RELATION_WORDS
from handbook.views.site import Link, Site, body_name

LEVEL_NAMES = {
    "trung ương": "Trung ương",
    "tỉnh": "Cấp tỉnh",
    "huyện": "Cấp huyện",
    "cơ sở": "Cơ sở",
    "": "Chưa rõ cấp",
}
"""Level of a chain → its name on the page, from the top down; what is not known stands last."""

_QUIET_WORDS = {"còn hiệu lực": "còn hiệu lực", "không xác định": "hiệu lực không xác định"}
NO_ISSUER = "chưa rõ nơi ban hành"
NO_DATE = "chưa rõ ngày"
GENERIC = "tên chung của nhiều văn bản"
TITLE_LENGTH = 110
SHOWN_REFERENCES = 4
"""How many documents a tie names; the number of the others follows."""


class Node(NamedTuple):
    """A document in a chain."""

    id: str
    link: Link
    title: str
    level: str
    issuer: str
    date: str
    states: list[Mark]
    """Its states that bear no mark beside the link; each holds on some days."""
    note: str
    is_plan: bool

    @property
    def anchor(self) -> str:
        """Give its HTML id on a chain; no item id has an underscore, so none is hidden."""
        return f"vb_{self.id}"


class Tie(NamedTuple):
    """How a node is tied to others: the words of the relation, and the others."""

    words: str
    links: list[Link]
    more: int


def node(site: Site, document_id: str) -> Node:
    """Prepare a document as a node."""
    document = site.index.documents[document_id]
    issuer = site.index.bodies.get(document.issuer or "")
    link = site.document(document_id)
    name = short_name(document)
    title = document.short_title or document.title
    return Node(
        id=document_id,
        link=link._replace(text=name, hint=document.title if document.title != name else ""),
        title="" if title == name else shorten(title),
        level=LEVEL_NAMES[site.chain.levels.get(document_id, "")],
        issuer=body_name(issuer) if issuer else document.issuer_printed or NO_ISSUER,
        date=say_partial(document.issued) if document.issued else NO_DATE,
        states=[] if site.chain.is_generic(document_id) else _quiet_states(site, document_id),
        note=GENERIC if site.chain.is_generic(document_id) else "",
        is_plan=isinstance(document, Plan),
    )


def short_name(document: Document) -> str:
    """Name a document by kind and number, or by its title when it bears none."""
    number = canonical_number(document)
    return f"{document.kind} {number}" if number else document.short_title or document.title


def _quiet_states(site: Site, document_id: str) -> list[Mark]:
    """Say the states that no mark beside the link warns of: in force, and not known."""
    return [
        Mark(KIND_WORDS[stage.kind].name, _QUIET_WORDS[stage.kind], span)
        for stage, span in stages_of(site.status(document_id))
        if stage.kind in _QUIET_WORDS
    ]


def shorten(text: str, length: int = TITLE_LENGTH) -> str:
    """Cut a title between words; the whole stands in the link's hint and on its page."""
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0] + "…"


def ties_above(
    site: Site, lower: str, uppers: Iterable[str], in_page: Iterable[str] = (), own: str = ""
) -> list[Tie]:
    """Say what `lower` does to each of `uppers`: “Thực hiện: …”."""
    groups: dict[tuple[RelationType, ...], list[str]] = {}
    for upper in uppers:
        groups.setdefault(site.chain.ties[lower, upper], []).append(upper)
    return [_tie(site, types, 0, ones, in_page, own) for types, ones in _in_order(groups)]


def ties_below(
    site: Site, upper: str, lowers: Iterable[str], in_page: Iterable[str] = (), own: str = ""
) -> list[Tie]:
    """Say what each of `lowers` does to `upper`, seen from above: “Được thực hiện bởi: …”."""
    groups: dict[tuple[RelationType, ...], list[str]] = {}
    for lower in lowers:
        groups.setdefault(site.chain.ties[lower, upper], []).append(lower)
    return [_tie(site, types, 1, ones, in_page, own) for types, ones in _in_order(groups)]


def _in_order(
    groups: dict[tuple[RelationType, ...], list[str]],
) -> list[tuple[tuple[RelationType, ...], list[str]]]:
    return sorted(groups.items(), key=lambda group: [DOWNWARD.index(one) for one in group[0]])


def _tie(
    site: Site,
    types: tuple[RelationType, ...],
    side: int,
    ids: list[str],
    in_page: Iterable[str],
    own: str,
) -> Tie:
    shown = sorted(ids, key=lambda one: (one != own, *site.chain.rank(one)))[:SHOWN_REFERENCES]
    links = [
        Link(
            f"#vb_{one}" if one in in_page else site.document(one).href,
            "văn bản này" if one == own else short_name(site.index.documents[one]),
        )
        for one in shown
    ]
    return Tie(say_relations(types, side), links, len(ids) - len(shown))


def say_relations(types: Iterable[RelationType], side: int) -> str:
    """Join the words of relations, active (0) or reverse (1).

    >>> say_relations(("thực hiện", "căn cứ"), 1)
    'Được thực hiện bởi, là căn cứ của'
    """
    words = ", ".join(RELATION_WORDS[one][side].lower() for one in types)
    return words[:1].upper() + words[1:]


def family_link(site: Site, document_id: str) -> Link:
    """Link the chain page of a document that has others below."""
    return node(site, document_id).link._replace(href=address_of("family", document_id))


def levels_below(level: str) -> tuple[str, ...]:
    """Give the levels under one; of an unknown level nothing can be said.

    >>> levels_below("tỉnh")
    ('huyện', 'cơ sở')
    """
    return CHAIN_LEVELS[CHAIN_LEVELS.index(level) + 1 :] if level in CHAIN_LEVELS else ()
