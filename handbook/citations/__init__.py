"""Citations in Vietnamese official prose: normalise → find → resolve → annotate (eyecite is the model).

`cite` is the whole way from a text to resolved citations; the stages can be called one by one.
The grammar is told in `vocabulary` (words), `numbers` (numbers with symbols), `numbered`,
`unnumbered`, `short_forms` and `back_references` (the forms of citations), `tails` (date, issuer).
"""

from handbook.citations.annotate import Segment, annotate
from handbook.citations.context import Context, context_of, identify_document, read_context
from handbook.citations.find import find_citations
from handbook.citations.model import Citation, Resolved
from handbook.citations.pipeline import cite
from handbook.citations.registry import Registry, build_registry
from handbook.citations.resolve import resolve_citations

__all__ = [
    "Citation",
    "Context",
    "Registry",
    "Resolved",
    "Segment",
    "annotate",
    "build_registry",
    "cite",
    "context_of",
    "find_citations",
    "identify_document",
    "read_context",
    "resolve_citations",
]
