"""The directory: every record by name in Vietnamese order, and every document by its number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from handbook.dates.words import say_partial
from handbook.index import canonical_number
from handbook.model.document import Document
from handbook.text import SortKey, initial_of, sort_key
from handbook.views.addresses import address_of
from handbook.views.concepts import concept_link, ordered_concepts
from handbook.views.lists import outline_rows
from handbook.views.parts import (
    Entry,
    Folded,
    LongList,
    fold,
    fold_apart,
    link_headings,
    links_to_parts,
    name_page_list,
)
from handbook.views.paths import ordered_paths, path_link
from handbook.views.procedures import ordered_procedures
from handbook.views.site import Link, Site, body_name

PAGE = Link("danh-muc/", "Danh mục A–Z")

MAX_LINES = 1_500
"""How many records the page lists itself; of more, it leads to parts."""

_FIRST_NUMBER = re.compile(r"\d+")
_LETTER_IDS = {
    "0–9": "so",
    "Ă": "aw",
    "Â": "aa",
    "Đ": "dd",
    "Ê": "ee",
    "Ô": "oo",
    "Ơ": "ow",
    "Ư": "uw",
}
"""Letters with marks in an id, as they are typed (Telex): all ids differ and are plain."""


class Line(NamedTuple):
    """A line of the directory."""

    link: Link
    kind: str
    detail: str


class Letter(NamedTuple):
    """The lines that begin with a letter; `link` leads to the part where they are, if any."""

    id: str
    letter: str
    link: Link | None
    lines: Folded


def directory_list(site: Site) -> dict[str, Any]:
    """Prepare the directory."""
    names, numbers = directory_lists(site)
    parts = links_to_parts(names)
    links = link_headings(names) if parts else {}
    return {
        "letters": [
            Letter(
                f"chu-{_LETTER_IDS.get(letter, letter.lower())}", letter, links.get(letter), lines
            )
            for letter, lines in fold_apart(names, names.heading).items()
        ],
        "parts": parts,
        "numbers": fold(numbers),
        "count": len(names.items),
    }


@lru_cache(maxsize=1)
def directory_lists(site: Site) -> tuple[LongList, LongList]:
    """Give every record by name, and every document by its number."""
    lines = sorted(_all_lines(site), key=_order)
    names = LongList(
        name=name_page_list(PAGE),
        title=PAGE.text,
        page=PAGE,
        items=lines,
        heading=lambda line: initial_of(line.link.text),
        entry=_entry,
        most=MAX_LINES,
    )
    by_number = replace(
        names,
        name=name_page_list(PAGE, "so"),
        title="Danh mục theo số, ký hiệu",
        items=_by_number(site),
        heading=lambda line: "",
    )
    return names, by_number


def _entry(line: Line) -> Entry:
    return Entry(line.link, line.kind, detail=line.detail)


def _order(line: Line) -> tuple[SortKey, SortKey]:
    """Sort by the letter a line stands under, so that a quotation mark before it does not count."""
    return sort_key(initial_of(line.link.text)), sort_key(line.link.text)


def _all_lines(site: Site) -> Iterator[Line]:
    index = site.index
    for document in index.documents.values():
        link = site.document(document.id)
        detail = document.title if document.title != link.text else ""
        yield Line(Link(link.href, link.text), document.kind, detail)
    for row in outline_rows(site):
        yield Line(row.link, "Đề cương", row.detail)
    for body in index.bodies.values():
        link = site.body(body.id)
        yield Line(
            Link(link.href, link.text), "Đơn vị", body.name if body.name != body_name(body) else ""
        )
    for area in index.areas.values():
        yield Line(site.area(area.id), "Lĩnh vực", area.summary)
    for role in index.roles.values():
        yield Line(site.role(role.id), "Vai trò", role.summary)
    for one in ordered_procedures(site):
        yield Line(Link(address_of("procedure", one.id), one.title), "Quy trình", one.summary)
    for concept in ordered_concepts(site):
        yield Line(concept_link(concept), "Khái niệm", concept.summary)
    for path in ordered_paths(site):
        yield Line(path_link(site, path.id), "Lộ trình", path.summary)
    for term in index.terms.values():
        yield Line(site.term(term.id), "Thuật ngữ", term.expansion)


def _by_number(site: Site) -> list[Line]:
    """List the documents that bear a number, by the number's value, then by its letters."""
    numbered = [
        (number, one) for one in site.index.documents.values() if (number := canonical_number(one))
    ]
    numbered.sort(key=lambda pair: (number_order(pair[0]), pair[1].issued or ""))
    return [_number_line(site, number, one) for number, one in numbered]


def _number_line(site: Site, number: str, document: Document) -> Line:
    issued = f" · {say_partial(document.issued)}" if document.issued else ""
    return Line(
        Link(site.document(document.id).href, number), f"{document.kind}{issued}", document.title
    )


def number_order(number: str) -> tuple[int, SortKey]:
    """Give a key that sorts by the number's value, then by its letters.

    >>> sorted(["39/KH-LĐLĐ", "105/NQ-CP", "02-NQ/TW"], key=number_order)
    ['02-NQ/TW', '39/KH-LĐLĐ', '105/NQ-CP']
    """
    found = _FIRST_NUMBER.search(number)
    return int(found[0]) if found else 0, sort_key(number)
