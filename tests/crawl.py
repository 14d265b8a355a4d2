"""Read a built folder without a browser: its pages, their ids, links and text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from handbook.outputs.pages import RECORD_PAGES
from handbook.views.addresses import PREFIX

ROOT = Path(__file__).resolve().parent.parent
_ADDRESS_ATTRIBUTES = ("href", "src", "action", "poster", "data")
_RAW_ELEMENTS = ("code", "pre", "script", "style")
_VOID_ELEMENTS = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"}
_VOID_ELEMENTS |= {"source", "track", "wbr"}


@dataclass(slots=True)
class Page:
    """One HTML file.  `path` is relative to the site's root."""

    path: str
    lang: str = ""
    ids: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    clickable: list[str] = field(default_factory=list)
    """The links a reader sees at once: in the page's content, its tabs, its own menu."""
    texts: list[str] = field(default_factory=list)
    """Text and attributes outside code, scripts and styles."""

    def target(self, address: str) -> tuple[str, str] | None:
        """Give the file and the fragment an address leads to; None when it leaves the site."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return None
        folder = PurePosixPath(self.path).parent
        path = normpath(folder / unquote(parts.path)) if parts.path else self.path
        return path, unquote(parts.fragment)


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        if tag not in _VOID_ELEMENTS:
            self._open.append((tag, found.get("class", "")))
        if tag == "html":
            self._page.lang = found.get("lang", "")
        if "id" in found:
            self._page.ids.append(found["id"])
        self._page.addresses += [found[name] for name in _ADDRESS_ATTRIBUTES if name in found]
        if tag == "a" and "href" in found and self._is_seen():
            self._page.clickable.append(found["href"])
        if not self._is_raw():
            self._page.texts += found.values()

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._is_raw():
            self._page.texts.append(data)

    def _is_raw(self) -> bool:
        return any(tag in _RAW_ELEMENTS for tag, _ in self._open)

    def _is_seen(self) -> bool:
        places = ("md-tabs", "hb-nav-here")
        seen = any(
            tag == "article" or any(place in css for place in places) for tag, css in self._open
        )
        return seen and not any(tag == "details" for tag, _ in self._open)


@cache
def read_site(folder: Path) -> dict[str, Page]:
    """Read every HTML file of a built folder, by its path."""
    pages = {}
    for file in sorted(folder.rglob("*.html")):
        page = Page(file.relative_to(folder).as_posix())
        _Reader(page).feed(file.read_text(encoding="utf-8"))
        pages[page.path] = page
    return pages


def handwritten_pages(folder: Path) -> list[str]:
    """List the pages that stand in `docs/` as Markdown."""
    found = []
    for source in sorted((ROOT / "docs").rglob("*.md")):
        path = source.relative_to(ROOT / "docs").with_suffix("")
        folder_of_page = path.parent if path.name == "index" else path
        found.append((folder_of_page / "index.html").as_posix())
    return found


def generated_pages(folder: Path) -> dict[str, list[str]]:
    """Group the pages made from records by the first part of their address."""
    groups: dict[str, list[str]] = defaultdict(list)
    for path in read_site(folder).keys() - set(handwritten_pages(folder)) - {"404.html"}:
        groups[path.split("/", 1)[0]].append(path)
    return {prefix: sorted(paths) for prefix, paths in sorted(groups.items())}


def listed_pages(folder: Path) -> dict[str, list[str]]:
    """Group the pages that lists must lead to: all but other looks at records listed already."""
    looks = {PREFIX[kind] for kind, row in RECORD_PAGES.items() if row.is_other_look}
    return {
        prefix: paths for prefix, paths in generated_pages(folder).items() if prefix not in looks
    }


def sample_pages(folder: Path) -> list[str]:
    """List every hand-written page, and of each generated kind the longest."""
    longest = [
        max(paths, key=lambda path: ((folder / path).stat().st_size, path))
        for paths in generated_pages(folder).values()
    ]
    return [*handwritten_pages(folder), *longest]


def click_path(folder: Path, goal: str) -> list[tuple[str, str]]:
    """Find the shortest way from the home page to `goal`: each link to click, the file it opens."""
    pages, queue = read_site(folder), ["index.html"]
    ways: dict[str, list[tuple[str, str]]] = {"index.html": []}
    for path in queue:
        if path == goal:
            return ways[path]
        for href, target in _clicks(pages[path]):
            if target in pages and target not in ways:
                ways[target] = [*ways[path], (href, target)]
                queue.append(target)
    raise AssertionError(f"no way by clicking from the home page to {goal}")


def _clicks(page: Page) -> Iterator[tuple[str, str]]:
    for href in page.clickable:
        found = page.target(href)
        if found:
            yield href, found[0]
