"""The ranking, measured on our judged queries over the real records in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from _search_gold import OWN_SETS, read_own_set
from playwright.sync_api import Browser

from handbook.search.quality import Answer, Judged, measures, name_for, rank_of
from tests.browser.search_pages import Engine
from tests.search.twins import with_twins

SETS = Path(__file__).resolve().parent.parent / "search"
LEAST_RECALL, LEAST_MRR, MOST_APART = 0.95, 0.85, 0.03
LEAST = {"plain_words_queries.yml": (0.88, 0.8)}
"""Of sets whose words stand nowhere in the site."""


@pytest.fixture(scope="module")
def engine(browser: Browser, site_address: str) -> Iterator[Engine]:
    page = browser.new_page()
    page.goto(site_address)
    yield Engine(page)
    page.close()


def rank(engine: Engine, judged: Judged) -> int | None:
    found = engine.search(judged.query, limit=10)
    records = (name_for(judged, hit["record"], hit["recordKind"]) for hit in found["hits"])
    return rank_of(judged, Answer(tuple(records), not found["dropped"] and not found["suggestion"]))


@pytest.mark.parametrize("name", OWN_SETS)
def test_the_right_record_comes_first(engine: Engine, name: str) -> None:
    toned, folded = read_own_set(SETS / name)
    recall, mrr = LEAST.get(name, (LEAST_RECALL, LEAST_MRR))

    for queries in (toned, folded):
        ranks = {one.query: rank(engine, one) for one in queries}
        reached = measures(ranks.values())
        misses = [query for query, place in ranks.items() if place is None or place > 3]
        assert reached["recall@3"] >= recall, (reached, misses)
        assert reached["mrr"] >= mrr, (reached, misses)


def test_queries_without_marks_do_as_well_as_their_twins(engine: Engine) -> None:
    pairs = [pair for name in OWN_SETS for pair in with_twins(SETS / name)]

    toned = measures(rank(engine, one) for one, _ in pairs)
    folded = measures(rank(engine, twin) for _, twin in pairs)

    assert len(pairs) > 100
    for name in ("recall@3", "mrr"):
        assert toned[name] - folded[name] <= MOST_APART, (toned, folded)
