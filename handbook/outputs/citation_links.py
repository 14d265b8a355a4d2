"""Link every citation in the text of a page, whoever wrote the text: a template or an editor.

It reads finished HTML, so that no template can forget it.  Text that is a link already, or code,
or the name of the page (h1), stays as it is.  Citations are read as the record speaks that the text
is about: the page's own, or the one that `data-of="<plan or directive id>"` names, until the list
or table ends or another is named.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from markupsafe import escape

from handbook.citations import Cited, cut, may_cite
from handbook.model.base import Record
from handbook.outputs.fragments import mark, to
from handbook.views.citations import citation_link
from handbook.views.site import SEPARATOR, Site

_TOKEN = re.compile(
    # what is stepped over whole
    r"<!--.*?-->"
    r"|<(?P<skip>a|h1|script|style|svg|math|code|pre|cite|button|summary|textarea|select|title)\b"
    r".*?</(?P=skip)>"
    # a tag that says whose text follows
    r"|<[a-z][^<>]*\sdata-of=\"(?P<of>[^\"]*)\"[^<>]*>(?P<own>[^<]*)"
    r"|</(?P<end>ul|table)>"
    r"|(?<=>)(?P<text>[^<]{4,})",
    re.DOTALL,
)


_may_cite = lru_cache(maxsize=20_000)(may_cite)
"""Most pieces of text are labels that stand on every page."""


def link_citations(site: Site, html: str, root: str, record: Record | None = None) -> str:
    """Give the page with its citations linked.

    `root` is the relative way to the site's root; `record` is what the page is about, if anything.
    """
    linker = _Linker(site, root, record)
    return _TOKEN.sub(linker.replace, html)


class _Linker:
    """Goes through one page from top to bottom."""

    def __init__(self, site: Site, root: str, record: Record | None) -> None:
        self._site = site
        self._root = root
        self._record = record
        self._page_record = record

    def replace(self, match: re.Match[str]) -> str:
        """Give what stands in the place of one match."""
        token = match.group()
        if match["end"] is not None:
            self._record = self._page_record
            return token
        if match["of"] is not None:
            self._record = self._site.index.documents.get(match["of"], self._page_record)
            text: str = match["own"]
        else:
            text = match["text"] or ""
        return token[: len(token) - len(text)] + self._link(text) if _may_cite(text) else token

    def _link(self, escaped: str) -> str:
        """Link a text node; what stands between separators is read apart."""
        if SEPARATOR in escaped:
            return SEPARATOR.join(map(self._link, escaped.split(SEPARATOR)))
        text = unescape(escaped) if "&" in escaped else escaped
        inner = text.strip()
        cites = self._site.cited.in_text(self._record, inner)
        if not cites:
            return escaped
        before, _, after = text.partition(inner)
        pieces = (
            self._piece(piece, cited) if cited else str(escape(piece))
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
