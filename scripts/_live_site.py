"""The record pages of a catalogue that is being edited, made when they are asked for."""

import os
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from _kept import kept_results
from mkdocs.config.defaults import MkDocsConfig

from handbook.index import Index
from handbook.load import Catalogue, LoadedRecord, Loader
from handbook.outputs.pages import RECORD_PAGES, render_record
from handbook.problems import has_errors
from handbook.views.addresses import address_of, record_at
from handbook.views.build_date import build_day
from handbook.views.site import Site
from macros.frame import Frames


class LiveSite:
    """Makes pages from the records as they are now, inside the frames of the last build."""

    def __init__(self, config: MkDocsConfig, root: Path, frames_file: Path) -> None:
        self._frames = Frames(config.theme.get_env())
        self._frames_file = frames_file
        self._loader = Loader(root, Path(config.docs_dir), kept_results(root))
        self._state = _State(*self._read())
        self._remembered = self._state.records
        self.take_as_built()

    def prepare(self) -> None:
        """Make what all pages share, so that the first page need not wait for it."""
        with suppress(Exception):  # as in `page`
            self._state.prepare(self._frames)

    def remember(self) -> None:
        """Remember the records: a build that begins now will read them."""
        self._update()
        self._remembered = self._state.records

    def take_as_built(self) -> None:
        """Take the folder as built from the records remembered."""
        self._in_folder = self._remembered
        self._frames.restore(self._frames_file)

    def page(self, address: str) -> str | None:
        """Give a record's page; None when the folder has it right, or a file has an error."""
        self._update()
        if self._state.is_broken or self._state.records == self._in_folder:
            return None
        try:
            return self._state.page(address, self._frames)
        except Exception:
            # Records that only a check would refuse (a reference to nothing …): the build tells.
            return None

    def _update(self) -> None:
        catalogue, is_broken = self._read()
        if catalogue.loaded != self._state.records or is_broken != self._state.is_broken:
            self._state = _State(catalogue, is_broken)

    def _read(self) -> tuple[Catalogue, bool]:
        catalogue, problems = self._loader.load()
        return catalogue, has_errors(problems)


class _State:
    """The records at one moment, and what is made of all of them for any page."""

    def __init__(self, catalogue: Catalogue, is_broken: bool) -> None:
        self._index = Index(catalogue)
        self.records: tuple[LoadedRecord, ...] = catalogue.loaded
        self.is_broken = is_broken

    @cached_property
    def _site(self) -> Site:
        return Site(self._index, build_day(self._index, os.environ.get("SOURCE_DATE_EPOCH")))

    def page(self, address: str, frames: Frames) -> str | None:
        """Give the page at an address, None when it is no record's."""
        kind, record_id = record_at(address) or ("", "")
        if kind not in RECORD_PAGES or record_id not in RECORD_PAGES[kind].ids(self._site):
            return None
        return frames.fill(render_record(self._site, kind, record_id), address)

    def prepare(self, frames: Frames) -> None:
        """Make a page that asks for what most pages share."""
        for plan_id in list(self._index.plans)[:1]:
            self.page(address_of("plan", plan_id), frames)
