"""The links of a built site: every one that stays inside must lead to a file and an anchor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

_ATTRIBUTES = ("href", "src", "action", "data", "poster")


@dataclass(slots=True)
class _Links:
    """The addresses and the anchors of one page."""

    addresses: set[str] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = _Links()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if value and name in _ATTRIBUTES:
                self.found.addresses.add(value)
            elif value and (name == "id" or (name == "name" and tag == "a")):
                self.found.anchors.add(value)


def find_dead_links(site: Path, base_path: str) -> Iterator[str]:
    """Yield a sentence for every link that leads nowhere, or to another host's file.

    Only 404.html may hold absolute addresses, and these must lie under `base_path`: a server shows
    it at any depth.
    """
    pages = {path: _read(site / path) for path in sorted(_names(site, "*.html"))}
    files = _names(site, "*")
    for path, links in pages.items():
        for address in sorted(links.addresses):
            target = _target(path, address, base_path)
            if target is None:
                continue
            file, anchor = target
            if file not in files and f"{file}/index.html" not in files:
                yield f"{path}: liên kết chết “{address}”"
            elif anchor and file in pages and anchor not in pages[file].anchors:
                yield f"{path}: không có chỗ “#{anchor}” ở {file}"


def _names(site: Path, pattern: str) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob(pattern) if path.is_file()}


def _read(file: Path) -> _Links:
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    return reader.found


def _target(page: str, address: str, base_path: str) -> tuple[str, str] | None:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path, anchor = unquote(parts.path), unquote(parts.fragment)
    if not path:
        return page, anchor
    if page == "404.html" and path.startswith(base_path):
        return _file(path.removeprefix(base_path)), anchor
    return _file((PurePosixPath(page).parent / path).as_posix()), anchor


def _file(path: str) -> str:
    file = normpath(path)
    return "index.html" if file == "." else file
