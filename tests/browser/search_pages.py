"""A page with the search engine over a small index, without the site around it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from handbook.search.abbreviations import Abbreviation, Table
from handbook.search.builder import write_index
from handbook.search.entries import Entry
from handbook.search.wordings import Row

ROOT = Path(__file__).resolve().parent.parent.parent
LOADER = ROOT / "docs" / "assets" / "js" / "search-loader.js"
NO_ABBREVIATIONS: tuple[Abbreviation, ...] = ()
_CALL = "async ([name, ...args]) => (await handbookSearch.load('engine'))[name](...args)"


@dataclass
class Engine:
    """The engine of an open page, called from Python."""

    page: Page

    def call(self, name: str, *arguments: Any) -> Any:
        return self.page.evaluate(_CALL, [name, *arguments])

    def search(self, query: str, **options: Any) -> dict[str, Any]:
        found: dict[str, Any] = self.call("search", query, options)
        return found

    def records(self, query: str, **options: Any) -> list[str]:
        return [hit["record"] for hit in self.search(query, **options)["hits"]]


def engine_over(
    page: Page,
    folder: Path,
    entries: Iterable[Entry],
    abbreviations: Iterable[Abbreviation] = NO_ABBREVIATIONS,
    wordings: Iterable[Row] = (),
) -> Engine:
    """Write an index of entries into a folder and open its engine from the disk."""
    write_index(folder, entries, Table(abbreviations, wordings))
    target = folder / "assets" / "js" / LOADER.name
    target.parent.mkdir(parents=True)
    shutil.copy(LOADER, target)
    start = folder / "index.html"
    start.write_text(
        '<!doctype html><meta charset="utf-8"><title>-</title>'
        f'<script src="assets/js/{LOADER.name}"></script>',
        encoding="utf-8",
    )
    page.goto(start.as_uri())
    return Engine(page)
