"""The judged queries of our sets beside the same queries typed without marks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from _search_gold import read_own_set, without_marks

from handbook.search.quality import Judged


def with_twins(path: Path) -> Iterator[tuple[Judged, Judged]]:
    """Yield the queries of one of our sets that differ from their twins, with these."""
    toned, folded = read_own_set(path)
    by_text = {without_marks(one.query): one for one in toned}
    for twin in folded:
        if by_text[twin.query].query != twin.query:
            yield by_text[twin.query], twin
