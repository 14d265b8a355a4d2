"""Explain the terms of the glossary in the text of a page: each where it is first used.

A term becomes a link to its entry, with its expansion as a tooltip, so that it works without
JavaScript; at the end of the page stands the list of all of them, which is printed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from handbook.model.reference import GlossaryTerm
from handbook.outputs.citation_links import link_citations
from handbook.outputs.fragments import to
from handbook.text import sort_key
from handbook.views.addresses import address_of
from handbook.views.site import Site
from handbook.views.terms import terms_by_form

_LIST = Markup(
    '<details class="hb-terms"><summary>Chữ viết tắt, thuật ngữ trong trang này ({})</summary>\n'
    "<dl>\n{}</dl>\n</details>\n"
)
_ENTRY = Markup(
    '<div data-term="{}"><dt>{}</dt><dd><strong>{}</strong>. {} '
    '<a class="hb-terms-more" href="{}">Xem trong bảng thuật ngữ</a></dd></div>\n'
)


class TermLinker:
    """Explains the terms of one page; it remembers which it has explained."""

    def __init__(self, site: Site, root: str) -> None:
        self._site = site
        self._root = root
        self._terms = terms_by_form(site)
        self._pattern = _pattern(tuple(self._terms))
        self._used: dict[str, GlossaryTerm] = {}

    def explain(self, escaped: str) -> str:
        """Link the terms that an escaped text uses for the first time."""
        return self._pattern.sub(self._replace, escaped)

    def _replace(self, match: re.Match[str]) -> str:
        printed = match.group()
        term = self._terms[printed]
        if term.id in self._used:
            return printed
        self._used[term.id] = term
        return (
            f'<a class="hb-term" href="{_href(self._root, term)}" data-term="{term.id}" '
            f'title="{escape(term.expansion)}">{printed}</a>'
        )

    def list_used(self) -> str:
        """Write the list of the terms explained so far, in Vietnamese order."""
        if not self._used:
            return ""
        terms = sorted(self._used.values(), key=lambda one: sort_key(one.abbreviation))
        entries = Markup("").join(_entry(self._site, self._root, one.id) for one in terms)
        return str(_LIST.format(len(terms), entries))


def _href(root: str, term: GlossaryTerm) -> Markup:
    return to(root, address_of("term", term.id))


@lru_cache(maxsize=10_000)
def _entry(site: Site, root: str, term_id: str) -> Markup:
    """Write a term's entry in the list, what it cites linked.  Few ways lead to the root."""
    one = site.index.terms[term_id]
    href = _href(root, one)
    entry = _ENTRY.format(one.id, one.abbreviation, one.expansion, one.meaning, href)
    return Markup(link_citations(site, str(entry), root))


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
