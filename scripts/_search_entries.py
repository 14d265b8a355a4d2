"""Everything a site's search can find, as a build would index it: records and written pages."""

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from handbook.index import Index
from handbook.load import load_catalogue
from handbook.search.entries import Entry
from handbook.search.site_index import site_entries
from handbook.views.build_date import newest_record_date
from handbook.views.site import Site
from macros.searched_pages import written_pages


def all_entries(root: Path) -> list[Entry]:
    """Give the entries of a catalogue and of this project's hand-written pages."""
    from _environment import ROOT

    config = load_config(str(ROOT / "mkdocs.yml"))
    index = Index(load_catalogue(root)[0])
    site = Site(index, newest_record_date(index))
    return site_entries(site, written_pages(get_files(config), config))
