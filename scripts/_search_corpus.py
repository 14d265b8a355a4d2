"""Synthetic plans for measuring search engines: the real ones' sections with their words shuffled.

Copies of the same text would flatter an engine that remembers what it has analysed, so every copy
has its own number, its own order of words, and one word in thirty from elsewhere; names stay.  The
corpus is a file of JSON lines, two for a record, so that an engine's memory is its own and not that
of the corpus.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from handbook.index import Index
from handbook.load import load_catalogue
from handbook.search.abbreviations import Abbreviation, Table
from handbook.search.entries import Entry, Section
from handbook.search.record_entries import record_entries
from handbook.search.site_index import word_table
from handbook.search.wordings import Row
from handbook.views.build_date import newest_record_date
from handbook.views.site import Site

_FOREIGN = 30
_NAMES = ("name", "context")
"""Fields with names of bodies, areas, documents: these do repeat."""
_WORDS = ".words.json"


def write_corpus(path: Path, plans: int, root: Path) -> None:
    """Write the records of a catalogue with its plans copied until there are `plans` of them."""
    index = Index(load_catalogue(root)[0])
    site = Site(index, newest_record_date(index))
    entries = list(record_entries(site))
    originals = [one for one in entries if one.head.kind == "p"]
    spoken = " ".join(s.text for one in originals for s in one.sections()).split()
    with path.open("w", encoding="utf-8") as file:
        for entry in entries:
            if entry.head.kind != "p":
                _write(file, entry, list(entry.sections()))
        for place in range(plans):
            copy, original = divmod(place, len(originals))
            _write(file, *_copied(originals[original], copy, spoken))
    words = word_table(site)
    rows = json.dumps([words.all, words.wordings])
    path.with_suffix(_WORDS).write_text(rows, encoding="utf-8")


def read_words(path: Path) -> Table:
    """Read the abbreviations and everyday words that belong to a corpus."""
    shorts, rows = json.loads(path.with_suffix(_WORDS).read_text(encoding="utf-8"))
    abbreviations = (Abbreviation(short, tuple(words), several) for short, words, several in shorts)
    wordings = (Row(key, *(tuple(map(tuple, ones)) for ones in phrases)) for key, *phrases in rows)
    return Table(abbreviations, wordings)


def _copied(entry: Entry, copy: int, words: list[str]) -> tuple[Entry, list[Section]]:
    chance = random.Random(f"{entry.id} {copy}")  # the same corpus in every run
    name = f"{entry.id}-{copy:05}"

    def shuffled(text: str) -> str:
        mixed = [
            chance.choice(words) if not chance.randrange(_FOREIGN) else w for w in text.split()
        ]
        chance.shuffle(mixed)
        return " ".join(mixed)

    def changed(field: str, text: str) -> str:
        if field == "number":
            return text.replace("/", f"{copy:04}/", 1)
        return text if field in _NAMES else shuffled(text)

    def renewed(section: Section) -> Section:
        fields = tuple((field, changed(field, text)) for field, text in section.fields)
        href = section.href.replace(entry.id, name)
        return replace(section, href=href, text=shuffled(section.text), fields=fields, names=())

    head = renewed(entry.head)
    return replace(entry, id=name, head=head), [renewed(one) for one in entry.sections()]


def _write(file: Any, entry: Entry, sections: list[Section]) -> None:
    about = {
        field: getattr(entry, field)
        for field in Entry.__slots__
        if field not in ("head", "sections")
    }
    for row in ([about, _as_dict(entry.head)], [_as_dict(one) for one in sections]):
        file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _as_dict(section: Section) -> dict[str, Any]:
    return {field: getattr(section, field) for field in Section.__slots__}


def read_corpus(path: Path) -> Iterator[Entry]:
    """Yield the entries of a corpus; their sections are read from the file when asked for."""
    with path.open("rb") as file:
        while line := file.readline():
            about, head = json.loads(line)
            sections = partial(_sections_at, path, file.tell())
            file.readline()
            yield Entry(**about, head=_section(head), sections=sections)


def _sections_at(path: Path, place: int) -> list[Section]:
    with path.open("rb") as file:
        file.seek(place)
        return [_section(one) for one in json.loads(file.readline())]


def _section(row: dict[str, Any]) -> Section:
    for key in ("areas", "roles", "names"):
        row[key] = tuple(row[key])
    row["fields"] = tuple((field, text) for field, text in row["fields"])
    return Section(**row)


def write_pages(path: Path, folder: Path) -> None:
    """Write each record of a corpus as a page, for engines that read pages."""
    for entry in read_corpus(path):
        target = folder / entry.head.href.partition("#")[0] / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page_of(entry), encoding="utf-8")


def page_of(entry: Entry) -> str:
    """Write a record as a page."""
    sections = "".join(
        f'<h2 id="{escape(one.href)}">{escape(one.title)}</h2>{_paragraphs(one)}'
        for one in entry.sections()
    )
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{escape(entry.id)}'
        f"</title></head><body><main data-pagefind-body><h1>{escape(entry.head.title)}</h1>"
        f"{_paragraphs(entry.head)}{sections}</main></body></html>"
    )


def _paragraphs(section: Section) -> str:
    return "".join(f"<p>{escape(text)}</p>" for _, text in section.fields)


def lunr_documents(entry: Entry, address: str) -> list[dict[str, str]]:
    """Give a record and its sections as MkDocs gives a page and its headings to lunr."""
    sections = [(address, entry.head)]
    sections += [(f"{address}#{one.href}", one) for one in entry.sections()]
    return [
        {
            "location": location,
            "title": one.title,
            "text": " ".join(text for _, text in one.fields),
        }
        for location, one in sections
    ]
