"""What the glossary says of each term, as one script that a page loads when a reader asks.

A page tells only a term's expansion; the notes of all terms stand here once, not on every page.  A
plain script loads from a disk as from a server.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from handbook.views.site import Site

PATH = "assets/js/thuat-ngu.js"


def term_note_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the script: the meaning of every term under its id."""
    notes = {one.id: one.meaning for one in site.index.terms.values()}
    text = json.dumps(notes, ensure_ascii=False, separators=(",", ":"))
    yield PATH, f"handbookTerms({text});\n".encode()
