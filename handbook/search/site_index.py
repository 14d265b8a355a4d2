"""The index of a whole site: every record of the catalogue and every hand-written page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from handbook.search.abbreviations import Table, abbreviations_of
from handbook.search.builder import Stats, write_index
from handbook.search.entries import Entry
from handbook.search.page_entries import WrittenPage, page_entry
from handbook.search.record_entries import record_entries
from handbook.search.wordings import rows_of
from handbook.views.addresses import address_of
from handbook.views.site import Site


def write_site_index(folder: Path, site: Site, pages: Iterable[WrittenPage]) -> Stats:
    """Write the index of a site under `folder / "search"`."""
    return write_index(folder, site_entries(site, pages), word_table(site))


def site_entries(site: Site, pages: Iterable[WrittenPage]) -> list[Entry]:
    """List what can be found: the records, and the hand-written pages (some explain a concept)."""
    addresses = {address_of("concept", one): one for one in site.index.concepts}
    written = (page_entry(page, addresses.get(page.address, "")) for page in pages)
    return [*record_entries(site), *written]


def word_table(site: Site) -> Table:
    """Give the abbreviations and everyday words of a catalogue."""
    wordings = rows_of(site.index.word_tables.values())
    return Table(abbreviations_of(site.index.terms.values()), wordings)
