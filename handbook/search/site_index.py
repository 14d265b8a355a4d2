"""The index of a whole site: every record of the catalogue and every hand-written page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from handbook.search.abbreviations import abbreviations_of
from handbook.search.builder import Stats, write_index
from handbook.search.page_entries import WrittenPage, page_entry
from handbook.search.record_entries import record_entries
from handbook.views.site import Site


def write_site_index(folder: Path, site: Site, pages: Iterable[WrittenPage]) -> Stats:
    """Write the index of a site under `folder / "search"`."""
    entries = [*record_entries(site), *map(page_entry, pages)]
    return write_index(folder, entries, abbreviations_of(site.index.terms.values()))
