"""The running build: its site, the page it is at, and the blocks that macros asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from handbook.outputs.pages import (
    Heading,
    Rendered,
    render_block,
    render_list,
    render_record,
)
from handbook.views.site import Site
from macros.frame import Frames

_MARK = re.compile(r"<p>HBBLOCK(\d+)END</p>|HBBLOCK(\d+)END")


@dataclass(slots=True)
class Build:
    """The state of one build, and what its macros rendered.

    A mark is the number of a block in `rendered`.
    """

    site: Site
    address: str = ""
    rendered: list[Rendered] = field(default_factory=list)
    frames: Frames = field(init=False)
    finish_files: Callable[[], None] = lambda: None
    """Finishes what is no page: another process writes it while MkDocs makes pages."""

    def add_list(self, name: str) -> str:
        """Render a list block for the page at `address` and return its mark."""
        return self._mark(render_list(self.site, name, self.address))

    def add_block(self, name: str, record_id: str) -> str:
        """Render the block of one record for the page at `address` and return its mark."""
        return self._mark(render_block(self.site, name, record_id, self.address))

    def add_record(self, kind: str, record_id: str) -> str:
        """Render a record for the page at `address` and return its mark."""
        return self._mark(render_record(self.site, kind, record_id, self.address))

    def fill(self, html: str) -> str:
        """Put the blocks in the place of their marks."""
        return _MARK.sub(lambda match: self._block(match).html, html)

    def headings(self, html: str) -> list[Heading]:
        """Give the headings of the blocks marked in `html`."""
        return [one for match in _MARK.finditer(html) for one in self._block(match).headings]

    def _block(self, match: re.Match[str]) -> Rendered:
        return self.rendered[int(match[1] or match[2])]

    def _mark(self, rendered: Rendered) -> str:
        self.rendered.append(rendered)
        return f"\n\nHBBLOCK{len(self.rendered) - 1}END\n\n"


_current: list[Build] = []


def set_current(build: Build) -> None:
    """Name the build that is running: macros and hooks are not given it."""
    _current[:] = [build]


def current_build() -> Build:
    """Give the running build; called by macros and hooks, so there always is one."""
    return _current[0]
