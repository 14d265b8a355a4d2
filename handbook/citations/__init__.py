"""Citations in Vietnamese official prose; eyecite is the model.

Four stages: normalise → find → resolve → annotate.  `cite` finds and resolves in one call.

The grammar is told in `vocabulary` and `issuer_words` (the words), `number_finder` (numbers with
symbols), `numbered`, `meetings`, `laws`, `unnumbered`, `short_forms` and `back_references` (the
forms a citation takes) and `tails` (date and issuer).  Its sources: Nghị định 30/2020/NĐ-CP
(State), Hướng dẫn 36-HD/VPTW (Party), Quyết định 933/QĐ-TLĐ (union), and real documents.
"""

from handbook.citations.annotate import Cited, annotate, cut
from handbook.citations.context import (
    Context,
    context_of,
    editorial_context,
    identify_document,
    read_context,
)
from handbook.citations.find import find_citations
from handbook.citations.lexing import may_cite
from handbook.citations.model import Citation, Resolved
from handbook.citations.pipeline import cite
from handbook.citations.prose import CitedProse, find_cited_prose
from handbook.citations.registry import Registry, build_registry
from handbook.citations.resolve import resolve_citations

__all__ = [
    "Citation",
    "Cited",
    "CitedProse",
    "Context",
    "Registry",
    "Resolved",
    "annotate",
    "build_registry",
    "cite",
    "context_of",
    "cut",
    "editorial_context",
    "find_citations",
    "find_cited_prose",
    "identify_document",
    "may_cite",
    "read_context",
    "resolve_citations",
]
