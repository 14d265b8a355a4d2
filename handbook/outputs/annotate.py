"""Annotate finished pages in one walk: link citations, and explain the terms outside them."""

from __future__ import annotations

from handbook.model.base import Record
from handbook.outputs.citation_links import CitationLinker
from handbook.outputs.term_links import TermLinker
from handbook.outputs.text_nodes import TextNode, rewrite_text
from handbook.views.site import Site


def annotate_page(site: Site, html: str, root: str, record: Record | None = None) -> str:
    """Give a whole page with its citations linked and its terms explained at their first use."""
    terms = TermLinker(site, root)
    citations = CitationLinker(site, root, record, terms.explain)
    return rewrite_text(html, citations.rewrite) + terms.list_used()


def explain_terms(site: Site, html: str, root: str) -> str:
    """Give a whole page with its terms explained; its citations are links already."""
    terms = TermLinker(site, root)

    def rewrite(node: TextNode) -> str:
        return node.escaped if node.is_label else terms.explain(node.escaped)

    return rewrite_text(html, rewrite) + terms.list_used()
