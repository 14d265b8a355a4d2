"""Every citation in the prose of the catalogue's records, found once for checks and pages.

Which fields are prose, and who speaks in them, the record types say (`Prose`, `Remark`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from handbook.citations.annotate import Cited
from handbook.citations.context import Context, editorial_context
from handbook.citations.find import find_citations
from handbook.citations.records import CitedText, cite_record, cite_records, cite_text
from handbook.citations.registry import build_registry
from handbook.index import Index
from handbook.load.record_file import LoadedRecord
from handbook.model.base import Record
from handbook.walk import PROSE, walk

_MAX_OPENED = 200
"""How many records' prose is kept at hand; a page shows the plans of some dozen."""


_Key = tuple[type[Record] | None, str]


class CitedProse:
    """The citations of every record.  Make it with `find_cited_prose`."""

    def __init__(self, index: Index) -> None:
        self._registry = build_registry(index)
        self._index = index
        self._read: dict[_Key, dict[str, tuple[Cited, ...]]] = {}
        self._added: dict[tuple[_Key, str], tuple[Cited, ...]] = {}
        self._plain: dict[str, bool] = {}
        self._opened: dict[_Key, frozenset[str]] = {}
        self._contexts: dict[_Key, Context] = {}
        self._titled = {one.title: one for one in index.documents.values()}

    def __iter__(self) -> Iterator[tuple[LoadedRecord, list[CitedText]]]:
        """Yield every record with its citing prose, in the order of the catalogue."""
        return iter(self._all)

    @cached_property
    def _all(self) -> list[tuple[LoadedRecord, list[CitedText]]]:
        """Read every record."""
        found = cite_records(self._index, self._registry)
        for loaded, texts in found:
            self._read[_key_of(loaded.record)] = _by_text(texts)
        return found

    def in_text(self, record: Record | None, text: str) -> tuple[Cited, ...]:
        """Give the citations of any text: prose, a document's title, words that a page puts around.

        `record` is the record the text is about, None on a page of its own.
        """
        known = self._citing_of(record).get(text) if record else None
        if known is None and (document := self._titled.get(text)):
            known = self._citing_of(document).get(text)
        if known is None:
            if record is not None and text in self._prose_of(record):
                return ()  # read already, and found to cite nothing
            known = self._cite_added(record, text)
        return known

    def _citing_of(self, record: Record) -> dict[str, tuple[Cited, ...]]:
        """Give the prose of a record that cites something, with its citations."""
        key = _key_of(record)
        if key not in self._read:
            self._read[key] = _by_text(cite_record(self._index, self._registry, record))
        return self._read[key]

    def _cite_added(self, record: Record | None, text: str) -> tuple[Cited, ...]:
        """Find the citations of words that a page puts around those of a record."""
        if self._cites_nothing(text):
            return ()
        key = _key_of(record), text
        if key not in self._added:
            self._added[key] = cite_text(text, self._registry, self._editors_of(record))
        return self._added[key]

    def _prose_of(self, record: Record) -> frozenset[str]:
        """Give the prose of a record; pages ask many times for one and then for the next."""
        key = _key_of(record)
        prose = self._opened.get(key)
        if prose is None:
            if len(self._opened) >= _MAX_OPENED:
                self._opened.clear()
            prose = self._opened[key] = frozenset(text for _, text, _ in walk(record, PROSE))
        return prose

    def _cites_nothing(self, text: str) -> bool:
        """Tell whether a text cites nothing, whoever says it: labels stand on every page."""
        known = self._plain.get(text)
        if known is None:
            names = self._registry.names_in(frozenset(self._registry.loose_names))
            known = self._plain[text] = not find_citations(text, names=names)
        return known

    def _editors_of(self, record: Record | None) -> Context:
        key = _key_of(record)
        context = self._contexts.get(key)
        if context is None:
            context = self._contexts[key] = editorial_context(self._index, record)
        return context


def _by_text(texts: list[CitedText]) -> dict[str, tuple[Cited, ...]]:
    """Give text → citations.  Of a text said twice the first counts: a title, not what repeats it.

    Pages of other records tell the title, and must not change with what follows it.
    """
    return {one.text: one.cites for one in reversed(texts)}


def _key_of(record: Record | None) -> _Key:
    """Tell records apart: ids are one namespace only within a kind."""
    return (type(record), record.id) if record else (None, "")


@lru_cache(maxsize=1)
def find_cited_prose(index: Index) -> CitedProse:
    """Give the citations of a catalogue; asked again for the same index, give the same.

    A record is read when something is asked of it, all of them when they are gone through.
    """
    return CitedProse(index)
