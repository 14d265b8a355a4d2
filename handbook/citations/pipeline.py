"""From a text to resolved citations in one call."""

from __future__ import annotations

from handbook.citations.context import Context
from handbook.citations.find import find_citations
from handbook.citations.model import Resolved
from handbook.citations.registry import Registry
from handbook.citations.resolve import resolve_citations

_UNKNOWN = Context()


def cite(text: str, registry: Registry, context: Context = _UNKNOWN) -> tuple[Resolved, ...]:
    """Find and resolve the citations of a text, in order."""
    found = find_citations(text, own=context.own, names=registry.names_in(context.related))
    return resolve_citations(found, registry, context)
