"""What the page of a record follows from, as a digest: while that is the same, so is the page.

Of another plan a page tells no more than its head (what `Document` declares), unless the records
refer to each other, and which citations lead to no one record: pages link to where they are listed.
Everything else (bodies, directives, words, the day) counts as a whole.  That holds for the kinds of
pages that say so (`RecordPage.tells_heads_of_others`); a test renders them beside plans that have
lost all but their heads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from handbook.kept import digest_of
from handbook.load.record_file import LoadedRecord
from handbook.model.document import Document
from handbook.outputs.pages import RECORD_PAGES, TEMPLATES
from handbook.views.citations import open_addresses
from handbook.views.site import Site

HEAD = frozenset(Document.model_fields) | {"sources"}
"""The fields of a plan that any page may tell; its status is told from its sources too."""


class PageSources:
    """The digests of one build.  `frame` is the digest of what is put around the records' pages."""

    def __init__(self, site: Site, frame: bytes) -> None:
        self._site = site
        self._frame = frame
        self._plans = site.index.catalogue.of_kind("plan")

    def digest_of_page(self, kind: str, record_id: str) -> bytes | None:
        """Give the digest of a page's sources; None for a page that may tell anything."""
        if not RECORD_PAGES[kind].tells_heads_of_others:
            return None
        near = self.plans_near(record_id)
        return digest_of(
            self._common,
            kind.encode(),
            record_id.encode(),
            *(self._digests[plan] for plan in sorted(near)),
        )

    def plans_near(self, record_id: str) -> frozenset[str]:
        """Give the plans a record's page may tell whole: those it refers to, or that refer to it.

        Plans that refer to each other, directly or through others, count as one.
        """
        referring = (one.source.record.id for one in self._site.index.incoming(record_id))
        near = {record_id, *referring} & self._plans.keys()
        return frozenset().union(*(self._clusters[plan] for plan in near))

    @cached_property
    def _common(self) -> bytes:
        catalogue = self._site.index.catalogue
        others = [one for one in catalogue.loaded if one.kind != "plan"]
        heads = (one.record.model_dump_json(include=set(HEAD)) for one in self._plans.values())
        pages = (part for page in catalogue.written.items() for part in page)
        templates = sorted(TEMPLATES.rglob("*.*"))
        return digest_of(
            self._frame,
            self._site.today.isoformat().encode(),
            _digest_of_texts(one.path for one in others),
            digest_of(*map(_whole, others)),
            _digest_of_texts(heads),
            _digest_of_texts(pages),
            _digest_of_texts(chain.from_iterable(sorted(open_addresses(self._site).items()))),
            _digest_of_texts(file.name for file in templates),
            digest_of(*(file.read_bytes() for file in templates)),
        )

    @cached_property
    def _digests(self) -> dict[str, bytes]:
        return {key: digest_of(_whole(one)) for key, one in self._plans.items()}

    @cached_property
    def _clusters(self) -> dict[str, frozenset[str]]:
        """Plan → the plans that hang together with it by references, itself among them."""
        clusters: dict[str, frozenset[str]] = {}
        for key in self._plans:
            if key not in clusters:
                cluster = frozenset(self._reach(key))
                clusters.update(dict.fromkeys(cluster, cluster))
        return clusters

    def _reach(self, start: str) -> Iterator[str]:
        """Yield the plans that can be reached over references, in either direction."""
        seen, open_ends = {start}, [start]
        while open_ends:
            key = open_ends.pop()
            yield key
            referring = (one.source.record.id for one in self._site.index.incoming(key))
            targets = (one.target for one in self._plans[key].references)
            found = {*referring, *targets} & self._plans.keys() - seen
            seen |= found
            open_ends += found


def _digest_of_texts(texts: Iterable[str]) -> bytes:
    return digest_of(*(text.encode() for text in texts))


def _whole(one: LoadedRecord) -> bytes:
    """Tell all of a record: by its file, or by what a public edition left of it."""
    return one.digest or one.record.model_dump_json().encode()
