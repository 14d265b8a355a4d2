"""What the page of editorial notes shows: the newest documents whole, the others as a line each."""

from __future__ import annotations

from typing import Any

from handbook.model.document import Directive
from handbook.model.plan import Plan
from handbook.views.document_lists import page_list
from handbook.views.items import note_view
from handbook.views.parts import LongList, fold
from handbook.views.site import Link, Site, newest_first

PAGE = Link("ghi-chu/", "Ghi chú biên tập")

MAX_NOTED = 30
"""How many documents the page expands."""


def notes_list(site: Site) -> dict[str, Any]:
    """List every editorial note, the gravest first within each document."""
    documents = _noted(site)
    return {
        "groups": [
            (
                one.id,
                site.document(one.id),
                sorted(map(note_view, one.notes), key=lambda note: -note.rank),
            )
            for one in documents[:MAX_NOTED]
        ],
        "folded": fold(older_notes(site)),
        "count": sum(len(one.notes) for one in documents),
    }


def older_notes(site: Site) -> LongList:
    """Give the documents whose notes the list does not show."""
    rest = _noted(site)[MAX_NOTED:]
    return page_list(site, PAGE, ((one.id, f"{len(one.notes)} ghi chú") for one in rest))


def _noted(site: Site) -> list[Plan | Directive]:
    return sorted((one for one in site.index.documents.values() if one.notes), key=newest_first)
