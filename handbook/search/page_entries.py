"""Entries of the hand-written pages, from their HTML: a section for each heading with an id.

A page's front matter may give `search: {names: […]}`: what people call it or ask of it, in their
own words.  `search: {exclude: true}` keeps its text out of the index, but not its names.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from handbook.search.entries import KINDS, Entry, Section

_HEADINGS = ("h2", "h3", "h4")
_NOT_TEXT = ("script", "style", "svg", "pre")
_INLINE = ("a", "abbr", "b", "code", "em", "i", "kbd", "mark", "span", "strong", "sub", "sup")
_STANDING = 0.3
_HOME = "trang-dau"


class WrittenPage(NamedTuple):
    """A hand-written page: its address from the site's root, its title, its HTML, its names."""

    address: str
    title: str
    html: str
    names: tuple[str, ...] = ()
    summary: str = ""


class _Part(NamedTuple):
    """A heading with the words after it."""

    anchor: str
    heading: list[str]
    words: list[str]


class _Parts(HTMLParser):
    """Splits a page at its headings."""

    def __init__(self) -> None:
        super().__init__()
        self.title: list[str] = []
        self.parts = [_Part("", [], [])]
        self._heard = self.parts[0].words
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part_words(tag)
        self._hidden += tag in _NOT_TEXT
        anchor = dict(attrs).get("id")
        if tag == "h1":
            self._heard = self.title
        elif tag in _HEADINGS and anchor:
            self.parts.append(_Part(anchor, [], []))
            self._heard = self.parts[-1].heading

    def handle_endtag(self, tag: str) -> None:
        self._part_words(tag)
        self._hidden -= tag in _NOT_TEXT
        if tag == "h1" or tag in _HEADINGS:
            self._heard = self.parts[-1].words

    def _part_words(self, tag: str) -> None:
        if tag not in _INLINE:
            self._heard.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._heard.append(data)


def page_entry(page: WrittenPage, concept: str = "") -> Entry:
    """Make the entry of a page, or of the concept it explains.

    What stands before the first heading is the page's own text.
    """
    parser = _Parts()
    parser.feed(page.html)
    parser.close()
    opening, *others = parser.parts
    text = _said(opening.words)
    heading = _said(parser.title)
    names = (page.title, *page.names)
    kind = "k" if concept else "h"
    head = Section(
        kind=kind,
        href=page.address,
        title=heading or page.title,
        text=page.summary or text,
        fields=(
            *(("title", name) for name in names),
            *((("heading", heading),) if heading != page.title else ()),
            ("body", f"{page.summary} {text}"),
        ),
        names=names,
    )
    sections = tuple(_sections(kind, page.title, others))
    return Entry(
        head=head,
        id=concept or page.address.rstrip("/") or _HOME,
        label=KINDS[kind][1],
        standing=_STANDING,
        sections=lambda: sections,
    )


def _sections(kind: str, title: str, parts: list[_Part]) -> Iterator[Section]:
    for part in parts:
        heading, text = _said(part.heading), _said(part.words)
        yield Section(
            kind=kind,
            href=part.anchor,
            title=heading,
            text=text,
            fields=(("heading", heading), ("body", text)),
            place=title,
        )


def _said(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())
