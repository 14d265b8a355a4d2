"""Link every citation in the text of a page, whoever wrote the text.

Citations are read as the record speaks that the text is about: the page's own, or the one that
`data-of="<plan or directive id>"` names.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from html import unescape

from markupsafe import escape

from handbook.citations import Cited, cut, may_cite
from handbook.model.base import Record
from handbook.outputs.fragments import mark, to
from handbook.outputs.text_nodes import TextNode, rewrite_text
from handbook.views.citations import citation_link
from handbook.views.site import SEPARATOR, Site

_may_cite = lru_cache(maxsize=20_000)(may_cite)
"""Most pieces of text are labels that stand on every page."""


def link_citations(site: Site, html: str, root: str, record: Record | None = None) -> str:
    """Give the page with its citations linked.

    `root` is the relative way to the site's root; `record` is what the page is about, if anything.
    """
    return rewrite_text(html, CitationLinker(site, root, record).rewrite)


class CitationLinker:
    """Links the citations of one page; text outside them goes through `rest`."""

    def __init__(
        self,
        site: Site,
        root: str,
        record: Record | None,
        rest: Callable[[str], str] = lambda text: text,
    ) -> None:
        self._site = site
        self._root = root
        self._record = record
        self._page_record = record
        self._rest = rest

    def rewrite(self, node: TextNode) -> str:
        """Link a text; a label is linked, but its words are not explained."""
        documents = self._site.index.documents
        self._record = documents.get(node.of, self._page_record) if node.of else self._page_record
        return self._link(node.escaped, (lambda text: text) if node.is_label else self._rest)

    def _link(self, escaped: str, rest: Callable[[str], str]) -> str:
        """Link a text node; what stands between separators is read apart."""
        if not _may_cite(escaped):
            return rest(escaped)
        if SEPARATOR in escaped:
            return SEPARATOR.join(self._link(part, rest) for part in escaped.split(SEPARATOR))
        text = unescape(escaped) if "&" in escaped else escaped
        inner = text.strip()
        cites = self._site.cited.in_text(self._record, inner)
        if not cites:
            return rest(escaped)
        before, _, after = text.partition(inner)
        pieces = (
            self._piece(piece, cited) if cited else rest(str(escape(piece)))
            for piece, cited in cut(inner, cites)
        )
        return f"{escape(before)}{''.join(pieces)}{escape(after)}"

    def _piece(self, printed: str, cited: Cited) -> str:
        if cited.directive and self._is_here(cited.directive):
            return str(escape(printed))
        link = citation_link(self._site, cited, printed)
        state = "" if cited.directive else " hb-cite-choice" if cited.candidates else " hb-cite-gap"
        href = to(self._root, link.href)
        return (
            f'<a class="hb-cite{state}" href="{href}" title="{escape(link.hint)}">'
            f"{escape(printed)}</a>{''.join(map(mark, link.marks))}"
        )

    def _is_here(self, document_id: str) -> bool:
        """Tell whether a citation names the document whose own words these are."""
        return self._record is not None and self._record.id == document_id
