"""Pages so small that a few records are too many for them: every list goes on in parts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from handbook.views import (
    agenda_times,
    body,
    citations,
    conferences,
    coverage,
    deployment,
    directory,
    family_tree,
    limits,
    long_lists,
    notes,
    outline,
    parts,
    records,
    relations,
    section_lists,
)

_SIZES = (
    (parts, "PART_SIZE", 3),
    (parts, "MAX_FOLDED", 2),
    (long_lists, "MAX_ROWS", 4),
    (long_lists, "NEWEST_ROWS", 1),
    (directory, "MAX_LINES", 5),
    (agenda_times, "MAX_ITEMS", 8),
    (agenda_times, "NEAR", 4),
    (agenda_times, "BEHIND", 2),
    (agenda_times, "MAX_UNDATED", 3),
    (agenda_times, "NEAR_UNDATED", 1),
    (notes, "MAX_NOTED", 1),
    (coverage, "MAX_ENTERED", 1),
    (limits, "MAX_ROWS", 1),
    (limits, "EXPANDED_PLANS", 1),
    (citations, "MAX_LISTED", 1),
    (body, "MAX_ISSUED", 1),
    (body, "MAX_ANSWERS", 1),
    (body, "MAX_ASKED", 1),
    (records, "MAX_DOCUMENTS", 1),
    (conferences, "MAX_ROWS", 1),
    (outline, "MAX_FEEDING", 1),
    (section_lists, "MAX_SECTIONS", 1),
    (deployment, "EXPANDED_DOCUMENTS", 1),
    (family_tree, "MAX_CHILDREN", 1),
    (relations, "MAX_RELATED", 1),
)


@contextmanager
def narrow_pages() -> Iterator[None]:
    """Make pages narrow for a while."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name, size in _SIZES:
            patch.setattr(module, name, size)
        yield
