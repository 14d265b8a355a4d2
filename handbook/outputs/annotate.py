"""Annotate finished pages in one walk: link citations, and explain the terms outside them."""

from __future__ import annotations

import re

from handbook.model.base import Record
from handbook.outputs.citation_links import CitationLinker
from handbook.outputs.term_links import TermLinker
from handbook.outputs.text_nodes import TextNode, rewrite_text
from handbook.views.site import Site


def annotate_page(site: Site, html: str, root: str, record: Record | None = None) -> str:
    """Give a whole page with its citations linked and its terms explained at their first use."""
    terms = TermLinker(site, root)
    citations = CitationLinker(site, root, record, terms.explain)
    return _hint_once(rewrite_text(html, citations.rewrite))


_HINTED = re.compile(r'(<a href="[^"]*")( title="[^"]*")')


def _hint_once(html: str) -> str:
    """Keep the tooltip of a plain link where a page first has it; said fifty times it is noise.

    Citations keep theirs: each tells which document its words mean.

    >>> _hint_once('<a href="b" title="B">b</a>, <a href="b" title="B">b</a>')
    '<a href="b" title="B">b</a>, <a href="b">b</a>'
    """
    seen: set[str] = set()

    def keep(match: re.Match[str]) -> str:
        if match[0] in seen:
            return match[1]
        seen.add(match[0])
        return match[0]

    return _HINTED.sub(keep, html)


def explain_terms(site: Site, html: str, root: str) -> str:
    """Give a whole page with its terms explained; its citations are links already."""
    terms = TermLinker(site, root)

    def rewrite(node: TextNode) -> str:
        return node.escaped if node.is_label else terms.explain(node.escaped)

    return rewrite_text(html, rewrite)
