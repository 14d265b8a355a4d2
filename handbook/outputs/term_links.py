"""Explain the terms of the glossary in the text of a page: each where it is first used.

A term becomes a link to its entry, with its expansion as a tooltip, so that it works without
JavaScript; in print the expansion stands behind it.  `terms.js` adds notes and a list.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from handbook.model.reference import GlossaryTerm
from handbook.outputs.fragments import to
from handbook.views.addresses import address_of
from handbook.views.site import Site
from handbook.views.terms import terms_by_form


class TermLinker:
    """Explains the terms of one page; it remembers which it has explained."""

    def __init__(self, site: Site, root: str) -> None:
        self._root = root
        self._terms = terms_by_form(site)
        self._pattern = _pattern(tuple(self._terms))
        self._used: set[str] = set()

    def explain(self, escaped: str) -> str:
        """Link the terms that an escaped text uses for the first time."""
        return self._pattern.sub(self._replace, escaped)

    def _replace(self, match: re.Match[str]) -> str:
        printed = match.group()
        term = self._terms[printed]
        if term.id in self._used:
            return printed
        self._used.add(term.id)
        return (
            f'<a class="hb-term" href="{_href(self._root, term)}" '
            f'title="{escape(term.expansion)}">{printed}</a>'
        )


def _href(root: str, term: GlossaryTerm) -> Markup:
    return to(root, address_of("term", term.id))


@lru_cache(maxsize=4)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Compile one pattern for all forms, the longest first.

    A form that touches a stroke, a hyphen or a point of a number (“39/KH-LĐLĐ”) is part of it.
    """
    if not forms:
        return re.compile(r"(?!)")
    longest_first = sorted(forms, key=len, reverse=True)
    starts = "".join(sorted({re.escape(form[0]) for form in forms}))
    either = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![\w/.\-–])(?=[{starts}])(?:{either})(?![\w/\-–])")
