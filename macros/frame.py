"""The theme's frame around record pages: MkDocs renders it once, and every record's page fills it.

The theme's templates take as long as the page inside them, and are the same for all records: only
title, contents, content and address differ.  MkDocs is therefore given two pages that hold marks in
their places (one with headings, one without, because the theme leaves out its links to them), and
what it makes of them is cut at the marks.  A test holds the filled pages against pages that went
through the theme one by one.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

import mkdocs
from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

from handbook.kept import digest_of
from handbook.outputs.pages import Heading, Rendered

DEPTH: Final = 2
"""How many folders deep every record page lies: the frame's links to the root say so."""
_BLANK_LINES: Final = re.compile(r"\n\s*\n")
_TITLE: Final = "hbframetitle"
_CONTENT: Final = "<h1>hbframecontent</h1>"
_CONTENTS_TEMPLATE: Final = "partials/toc.html"
_FIRST: Final = Heading(2, "hbframefirst", "hbframeheading")


class FramePage(Page):
    """A page of marks, which is never written."""

    is_frame = True
    """Read by `overrides/sitemap.xml`."""

    def __init__(self, config: MkDocsConfig, *, has_headings: bool) -> None:
        address = f"hbframe/{'headings' if has_headings else 'plain'}/"
        file = File.generated(
            config, f"{address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
        )
        super().__init__(_TITLE, file, config)
        self.has_headings = has_headings

    def read_source(self, config: MkDocsConfig) -> None:
        """Give the mark as the page's source; there is no front matter to parse."""
        self.markdown = _CONTENT

    def render(self, config: MkDocsConfig, files: Any) -> None:
        """Keep the mark as it is."""
        self.content = _CONTENT
        self.toc = contents_of([_FIRST] if self.has_headings else [])


class Frames:
    """The two frames, and the template of the table of contents."""

    def __init__(self, env: Environment) -> None:
        self._contents = env.get_template(_CONTENTS_TEMPLATE)
        self._parts: dict[bool, list[str]] = {}

    def keep(self, page: FramePage, output: str) -> None:
        """Cut what MkDocs made of a page of marks: text and names of marks in turns."""
        places = {
            "title": _TITLE,
            "content": _CONTENT,
            "contents": self._render_contents(page.toc),
            "first": _FIRST.id,
            "address": page.url,
        }
        for name in ("title", "content", "contents"):
            if places[name] not in output:
                raise ValueError(f"the frame has no place for a page's {name}")
        # The longest first: the contents hold the mark of the first heading.
        marks = sorted(places.items(), key=lambda item: -len(item[1]))
        pattern = "|".join(f"(?P<{name}>{re.escape(mark)})" for name, mark in marks)
        parts, end = [], 0
        for match in re.finditer(pattern, output):
            parts += [output[end : match.start()], str(match.lastgroup)]
            end = match.end()
        self._parts[page.has_headings] = [*parts, output[end:]]

    def digest(self) -> bytes:
        """Give the digest of all that is put around the records' pages, and of how that is done."""
        loader = self._contents.environment.loader
        assert loader is not None  # the template came from it
        contents, _, _ = loader.get_source(self._contents.environment, _CONTENTS_TEMPLATE)
        return digest_of(self._as_text().encode(), contents.encode(), mkdocs.__version__.encode())

    def save(self, file: Path) -> None:
        """Keep the frames for another process."""
        file.write_text(self._as_text(), encoding="utf-8")

    def restore(self, file: Path) -> None:
        """Take the frames that another process kept.  Raises OSError without them."""
        self._parts = dict(json.loads(file.read_text(encoding="utf-8")))

    def fill(self, rendered: Rendered, address: str) -> str:
        """Give the whole page of a record that lies at `address`."""
        if address.count("/") != DEPTH:
            raise ValueError(f"{address} is not {DEPTH} folders deep, as the frame is")
        headings = rendered.headings
        values = {
            # The templates write titles as they are: they must be escaped here.
            "title": str(escape(rendered.title)),
            "content": rendered.html,
            "contents": self._render_contents(contents_of(headings)),
            "first": headings[0].id if headings else "",
            "address": address,
        }
        parts = self._parts[bool(headings)]
        return "".join(
            values[part] if position % 2 else part for position, part in enumerate(parts)
        )

    def _as_text(self) -> str:
        return json.dumps([*self._parts.items()])

    def _render_contents(self, contents: TableOfContents) -> str:
        return tidy(self._contents.render(page={"toc": contents})).strip()


def tidy(html: str) -> str:
    """Give what templates wrote without their blank lines."""
    return _BLANK_LINES.sub("\n", html)


def contents_of(headings: list[Heading]) -> TableOfContents:
    """Make the theme's table of contents of a page's headings of levels 2 and 3."""
    tokens: list[Any] = []
    for one in headings:
        token = {"level": one.level, "id": one.id, "name": str(escape(one.text)), "children": []}
        siblings = tokens[-1]["children"] if one.level == 3 and tokens else tokens
        siblings.append(token)
    return get_toc(tokens)
