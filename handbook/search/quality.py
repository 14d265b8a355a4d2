"""How well a search ranks: recall and mean reciprocal rank over judged queries.

A judged query names the records that answer it, any of which is right.  One that names none is
answered well when nothing is found, or when the search says which words it left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from statistics import fmean
from typing import NamedTuple

DEPTHS = (1, 3, 10)


class Judged(NamedTuple):
    """A query with the ids of the records that answer it."""

    query: str
    expected: tuple[str, ...]


def name_for(judged: Judged, record: str, *kinds: str) -> str:
    """Give the name under which a record is expected; `kind/id` if it is not.

    Records of several kinds may share an id: `tai-chinh` is any of them, `role/tai-chinh` one.

    >>> name_for(Judged("q", ("role/x",)), "x", "role"), name_for(Judged("q", ("x",)), "x", "area")
    ('role/x', 'x')
    """
    names = (record, *(f"{kind}/{record}" for kind in kinds))
    return next((one for one in names if one in judged.expected), names[-1])


class Answer(NamedTuple):
    """What the search gave: record ids in rank order; whether it found all that was asked."""

    records: tuple[str, ...]
    is_complete: bool = True


def rank_of(judged: Judged, answer: Answer) -> int | None:
    """Give the rank of the first right record, from 1; None if there is none.

    >>> rank_of(Judged("q", ("b",)), Answer(("a", "a", "b")))
    2
    >>> rank_of(Judged("q", ()), Answer(())), rank_of(Judged("q", ()), Answer(("a",)))
    (1, None)
    """
    if not judged.expected:
        return None if answer.records and answer.is_complete else 1
    records = list(dict.fromkeys(answer.records))
    places = [records.index(one) + 1 for one in judged.expected if one in records]
    return min(places, default=None)


def measures(ranks: Iterable[int | None]) -> dict[str, float]:
    """Give recall at each depth and the mean reciprocal rank.

    >>> measures([1, 2, None, 4])
    {'queries': 4, 'recall@1': 0.25, 'recall@3': 0.5, 'recall@10': 0.75, 'mrr': 0.4375}
    """
    all_ranks = list(ranks)
    if not all_ranks:
        return {"queries": 0}
    recalls = {
        f"recall@{depth}": round(fmean(bool(one and one <= depth) for one in all_ranks), 4)
        for depth in DEPTHS
    }
    mrr = fmean(1 / one if one else 0 for one in all_ranks)
    return {"queries": len(all_ranks), **recalls, "mrr": round(mrr, 4)}


def changes(
    before: Mapping[str, int | None], now: Mapping[str, int | None]
) -> tuple[list[str], list[str]]:
    """List the queries that gained and those that lost against an earlier run.

    >>> changes({"a": 3, "b": 1, "c": None}, {"a": 1, "b": 2, "d": 1})
    (['a'], ['b'])
    """
    worst = 1_000
    both = [query for query in now if query in before]
    gained = [one for one in both if (now[one] or worst) < (before[one] or worst)]
    lost = [one for one in both if (now[one] or worst) > (before[one] or worst)]
    return gained, lost
