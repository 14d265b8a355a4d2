"""Which words of a text are terms of the glossary: those, and only those, whose meaning is sure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from handbook.model.reference import GlossaryTerm
from handbook.views.site import Site


@lru_cache(maxsize=1)
def terms_by_form(site: Site) -> dict[str, GlossaryTerm]:
    """Give each way a term is written in a text → the term; a way two terms share names neither."""
    found: dict[str, GlossaryTerm] = {}
    shared: set[str] = set()
    for term in site.index.terms.values():
        for form in _forms(term):
            if found.setdefault(form, term) is not term:
                shared.add(form)
    return {form: term for form, term in found.items() if form not in shared}


def _forms(term: GlossaryTerm) -> Iterator[str]:
    """Yield the ways a term is written; one with several meanings has none that is sure."""
    if term.ambiguous:
        return
    written = (term.abbreviation, *term.variants) if term.in_text is None else term.in_text
    for form in written:
        yield form
        if form[1:2].islower():  # a word, not an abbreviation: it may begin a sentence
            yield form[0].swapcase() + form[1:]
