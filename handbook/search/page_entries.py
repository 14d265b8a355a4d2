"""Entries of the hand-written pages: Markdown files by heading, without what macros put in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from handbook.search.entries import Entry, Section
from handbook.text import slugify

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,4})\s+(.+?)\s*(?:\{[^}]*#([\w-]+)[^}]*\})?\s*$", re.MULTILINE)
_FENCE = re.compile(r"^(```|~~~).*?^\1\s*$", re.MULTILINE | re.DOTALL)
_NOT_TEXT = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|<[^>]+>|\]\([^)]*\)|[*_`|\[\]]|^!{3}.*$", re.MULTILINE
)


def page_entries(docs: Path, skip: frozenset[str] = frozenset({"tim-kiem/"})) -> Iterator[Entry]:
    """Yield an entry for every Markdown file under `docs`, with a section for each heading."""
    for path in sorted(docs.rglob("*.md")):
        relative = path.relative_to(docs).with_suffix("").as_posix()
        address = relative.removesuffix("index").rstrip("/")
        address = f"{address}/" if address else ""
        if address not in skip:
            yield _page_entry(address, path.read_text(encoding="utf-8"))


def _page_entry(address: str, source: str) -> Entry:
    matter = _FRONT_MATTER.match(source)
    named = _TITLE.search(matter[1]) if matter else None
    text = _FENCE.sub("", source[matter.end() :] if matter else source)
    parts = list(_parts(text))
    first = next((heading for heading, _, _ in parts if heading), "")
    title = named[1] if named else first or address
    intro = " ".join(words for heading, _, words in parts if heading in ("", first))
    head = Section(
        kind="h",
        href=address,
        title=title,
        text=intro,
        fields=(("title", title), ("body", intro)),
        names=(title,),
    )
    sections = tuple(
        Section(
            kind="h",
            href=anchor,
            title=heading,
            text=words,
            fields=(("heading", heading), ("body", words)),
            place=title,
        )
        for heading, anchor, words in parts
        if heading and heading != first
    )
    record_id = address.rstrip("/") or "trang-dau"
    return Entry(head=head, id=record_id, label="Trang", standing=0.3, sections=lambda: sections)


def _parts(text: str) -> Iterator[tuple[str, str, str]]:
    """Split a page at its headings: heading, anchor, plain words."""
    heading, anchor, start = "", "", 0
    for match in _HEADING.finditer(text):
        yield heading, anchor, _words(text[start : match.start()])
        heading = _words(match[2])
        anchor, start = match[3] or slugify(heading), match.end()
    yield heading, anchor, _words(text[start:])


def _words(markdown: str) -> str:
    return " ".join(_NOT_TEXT.sub(" ", markdown).split())
