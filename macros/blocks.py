"""The blocks of the page being built: what its macros asked for, rendered when Markdown is done."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from handbook.outputs.pages import Heading, headings_of, render_list, render_record
from handbook.views.site import Site

_MARK = re.compile(r"<p>HBBLOCK(\d+)END</p>|HBBLOCK(\d+)END")


@dataclass(slots=True)
class Blocks:
    """Collects the blocks of one page at a time."""

    site: Site
    address: str = ""
    html: list[str] = field(default_factory=list)
    title: str = ""

    def start_page(self, address: str) -> None:
        """Forget the last page's blocks; `address` is the page's URL."""
        self.address = address
        self.html = []

    def add_list(self, name: str) -> str:
        """Render a list block and return its mark."""
        return self._mark(render_list(self.site, name, self.address))

    def add_record(self, kind: str, record_id: str) -> str:
        """Render a record's page and return its mark."""
        rendered = render_record(self.site, kind, record_id)
        self.title = rendered.title
        return self._mark(rendered.html)

    def fill(self, html: str) -> str:
        """Put the blocks in the place of their marks."""
        return _MARK.sub(lambda match: self.html[int(match[1] or match[2])], html)

    def headings(self) -> list[Heading]:
        """Give the headings inside this page's blocks."""
        return [one for block in self.html for one in headings_of(block)]

    def _mark(self, html: str) -> str:
        self.html.append(html)
        return f"\n\nHBBLOCK{len(self.html) - 1}END\n\n"


_current: list[Blocks] = []


def set_current(blocks: Blocks) -> None:
    """Name the blocks that macros add to, for the build that is running."""
    _current[:] = [blocks]


def current_blocks() -> Blocks:
    """Give the running build's blocks; called by macros, so a build is always running."""
    return _current[0]
