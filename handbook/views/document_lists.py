"""Long lists of documents with a word each, newest first: what a page does not show whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from handbook.views.parts import Entry, LongList, name_list, name_page_list
from handbook.views.site import UNKNOWN, Link, Site, newest_first


class ListOwner(NamedTuple):
    """The page whose lists are told: its kind, the id of its record, its link."""

    kind: str
    id: str
    page: Link

    def list_plans(
        self, site: Site, name: str, title: str, counts: Iterable[tuple[str, str]]
    ) -> LongList:
        """Make a list of plans with a word each."""
        return plan_list(
            site,
            name_list(self.kind, self.id, name),
            f"{title} – {self.page.text}",
            self.page,
            counts,
        )

    def list_outlines(self, site: Site, title: str, counts: Iterable[tuple[str, str]]) -> LongList:
        """Make a list of outlines with a word each."""
        return replace(
            self.list_plans(site, "de-cuong", title, counts),
            entry=lambda one: Entry(site.outline(one[0])._replace(hint=""), one[1]),
        )


def plan_list(
    site: Site, name: str, title: str, page: Link, counts: Iterable[tuple[str, str]]
) -> LongList:
    """Make a list of documents with a word each, newest first, under the year of each."""
    documents = site.index.documents
    return LongList(
        name=name,
        title=title,
        page=page,
        items=sorted(counts, key=lambda one: newest_first(documents[one[0]])),
        heading=lambda one: year_of(site, one[0]),
        entry=lambda one: Entry(short_link(site, one[0]), one[1]),
    )


def page_list(site: Site, page: Link, counts: Iterable[tuple[str, str]]) -> LongList:
    """Make the list of documents of a page that is no record's."""
    return plan_list(site, name_page_list(page), page.text, page, counts)


def year_of(site: Site, document_id: str) -> str:
    """Give the heading of a document's year."""
    issued = site.index.documents[document_id].issued
    return f"Năm {issued[:4]}" if issued else f"Năm {UNKNOWN}"


def short_link(site: Site, document_id: str) -> Link:
    """Link a document without its tooltip, which a line among hundreds can do without."""
    return site.document(document_id)._replace(hint="")
