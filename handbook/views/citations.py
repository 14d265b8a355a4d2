"""Citations on pages: what each links to, and the page of those that lead to no one record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import Any

from handbook.citations import Cited
from handbook.citations.written import find_in_written, name_of_page
from handbook.text import initial_of, slugify, sort_key
from handbook.views.addresses import CITATIONS, address_of
from handbook.views.parts import (
    Entry,
    LongList,
    is_divided,
    items_of,
    links_to_parts,
    name_page_list,
    part_id,
    part_numbers,
)
from handbook.views.site import SEPARATOR, Link, Site, newest_first, record_name

PAGE = Link(CITATIONS, "Dẫn chiếu chưa nhận ra")

MAX_LISTED = 500
"""How many citations of a sort the page lists itself; of more, it leads to parts."""

MAX_MENTIONS = 20
"""How many records an entry lists; the others are counted."""


@dataclass(frozen=True, slots=True)
class OpenCitation:
    """A citation that leads to no one record: as printed, what it may name, and who cites it."""

    anchor: str
    printed: str
    candidates: tuple[str, ...]
    mentions: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Kind and id of each record, or “page” and address of each page, that has it → how often."""

    @property
    def total(self) -> int:
        return self.mentions.total()


def citation_link(site: Site, cited: Cited, printed: str) -> Link:
    """Link a citation: to its document, or to where the choice or the gap is explained."""
    if cited.directive:
        link = site.document(cited.directive)
        hint = link.hint if link.hint.startswith(link.text) else f"{link.text}: {link.hint}"
        status = site.status(cited.directive).kind
        return Link(link.href, printed, f"{hint}{SEPARATOR}{status}", link.marks)
    anchor = anchor_of(cited.number or printed, cited.candidates)
    # Words that a template puts together are not listed there one by one.
    address = open_addresses(site).get(anchor)
    href = f"{address}#{anchor}" if address else CITATIONS
    if cited.candidates:
        names = "; ".join(site.document(one).text for one in cited.candidates)
        return Link(href, printed, f"Chưa rõ văn bản nào. Có thể là: {names}")
    return Link(href, printed, "Trong kho chưa có văn bản này")


def anchor_of(printed: str, candidates: Iterable[str]) -> str:
    """Give the HTML id of an entry: the same choice, or the same words, share one.

    >>> anchor_of("02-NQ/TW", ["02-nq-tw-2021", "02-nq-tw-2026"])
    'chon-02-nq-tw-2021-02-nq-tw-2026'
    >>> anchor_of("Nghị định số 9/2030/NĐ-CP", [])
    'chua-co-nghi-dinh-so-9-2030-nd-cp'
    """
    choice = "-".join(candidates)
    return f"chon-{choice}" if choice else f"chua-co-{slugify(printed)}"


def citations_list(site: Site) -> dict[str, Any]:
    """List the citations that may name several records, and those that name none."""
    choices, unknown = citation_lists(site)
    return {
        "choices": _listed(site, choices),
        "choices_parts": links_to_parts(choices),
        "unknown": _listed(site, unknown),
        "unknown_parts": links_to_parts(unknown),
    }


def _listed(site: Site, long: LongList) -> list[dict[str, Any]]:
    """Prepare what the page itself tells, what is cited most often first."""
    listed = [] if is_divided(long) else sorted(long.items, key=lambda one: -one.total)
    return [_shown(site, one) for one in listed]


@lru_cache(maxsize=1)
def citation_lists(site: Site) -> tuple[LongList, LongList]:
    """Give the citations that may name several records, and those that name none, by name."""
    entries = sorted(open_citations(site).values(), key=lambda one: sort_key(one.printed))
    choices = LongList(
        name=name_page_list(PAGE, "chon"),
        title="Chưa rõ là văn bản nào",
        page=PAGE,
        items=[one for one in entries if one.candidates],
        heading=lambda one: initial_of(one.printed),
        entry=lambda one: _entry(site, one),
        most=MAX_LISTED,
    )
    unknown = replace(
        choices,
        name=name_page_list(PAGE, "chua-co"),
        title="Được nhắc tới, trong kho chưa có",
        items=[one for one in entries if not one.candidates],
    )
    return choices, unknown


@lru_cache(maxsize=1)
def open_addresses(site: Site) -> dict[str, str]:
    """Give, for the anchor of each open citation, the page on which it is told."""
    found = dict.fromkeys(open_citations(site), CITATIONS)
    for long in filter(is_divided, citation_lists(site)):
        for number in part_numbers(long):
            address = address_of("part", part_id(long, number))
            found.update((one.anchor, address) for one in items_of(long, number))
    return found


def _entry(site: Site, citation: OpenCitation) -> Entry:
    shown = _shown(site, citation)
    more = f"; và {shown['more']} bản ghi khác" if shown["more"] else ""
    choices = [("Có thể là:", shown["candidates"])] if citation.candidates else []
    mentions = [link for link, _ in shown["mentions"]]
    return Entry(
        Link("", citation.printed),
        also=[*choices, (f"Nhắc {citation.total} lần{more}, trong:", mentions)],
        anchor=citation.anchor,
    )


def _shown(site: Site, entry: OpenCitation) -> dict[str, Any]:
    documents = [site.index.documents[one] for one in entry.candidates]
    mentions = _mentions(site, entry)
    return {
        "anchor": entry.anchor,
        "printed": entry.printed,
        "total": entry.total,
        "candidates": [site.document(one.id) for one in sorted(documents, key=newest_first)],
        "mentions": list(islice(mentions, MAX_MENTIONS)),
        "more": max(0, len(mentions) - MAX_MENTIONS),
    }


def _mentions(site: Site, entry: OpenCitation) -> list[tuple[Link, int]]:
    """Link each page that has a citation, with how often; a concept's record and text are one."""
    links: dict[str, Link] = {}
    times: Counter[str] = Counter()
    for record, count in entry.mentions.items():
        link = _record_link(site, *record)
        links.setdefault(link.href, link)
        times[link.href] += count
    return [(link, times[href]) for href, link in links.items()]


@lru_cache(maxsize=1)
def open_citations(site: Site) -> dict[str, OpenCitation]:
    """Collect the citations in prose and pages that lead to no one record, by their anchor."""
    found: dict[str, OpenCitation] = {}
    for place, printed, cited in _all_citations(site):
        if cited.directive:
            continue
        anchor = anchor_of(cited.number or printed, cited.candidates)
        entry = found.setdefault(anchor, OpenCitation(anchor, printed, cited.candidates))
        entry.mentions[place] += 1
        if not cited.candidates and len(printed) > len(entry.printed):  # it tells more
            found[anchor] = replace(entry, printed=printed)
    return found


def _all_citations(site: Site) -> Iterator[tuple[tuple[str, str], str, Cited]]:
    """Yield (kind and id of what cites, the words, the citation)."""
    for loaded, texts in site.cited:
        for one in texts:
            for cited in one.cites:
                printed = " ".join(one.text[cited.start : cited.end].split())
                yield (loaded.kind, loaded.record.id), printed, cited
    for written in find_in_written(site.index):
        yield ("page", written.address), written.printed, written.cited


def _record_link(site: Site, kind: str, record_id: str) -> Link:
    """Link any record or hand-written page by its name."""
    if kind == "page":
        href = "" if record_id == "." else f"{record_id}/"
        return Link(href, name_of_page(site.index, record_id))
    if kind in ("plan", "directive"):
        return site.document(record_id)
    record = site.index.catalogue.of_kind(kind)[record_id].record
    return Link(address_of(kind, record_id), record_name(record))
