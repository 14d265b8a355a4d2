"""Measures of ranking, and the files of judged queries."""

from __future__ import annotations

from pathlib import Path

import pytest
from _search_gold import OWN_SETS, GoldError, read_gold

from handbook.checks import load_and_check
from handbook.search.quality import Answer, Judged, measures, name_for, rank_of
from tests.search.twins import with_twins

HERE = Path(__file__).resolve().parent


def test_a_record_counts_once() -> None:
    assert rank_of(Judged("q", ("c",)), Answer(("a", "a", "b", "c"))) == 3


def test_any_right_record_counts() -> None:
    assert rank_of(Judged("q", ("c", "b")), Answer(("a", "b", "c"))) == 2


@pytest.mark.parametrize(
    ("records", "is_complete", "rank"), [((), True, 1), (("a",), False, 1), (("a",), True, None)]
)
def test_nothing_to_find_is_found_by_saying_so(
    records: tuple[str, ...], is_complete: bool, rank: int | None
) -> None:
    assert rank_of(Judged("q", ()), Answer(records, is_complete)) == rank


@pytest.mark.parametrize("expected", ["tai-chinh", "role/tai-chinh", "step/tai-chinh"])
def test_a_record_is_expected_by_its_id_or_with_its_kind(expected: str) -> None:
    assert name_for(Judged("q", (expected,)), "tai-chinh", "step", "role") == expected


def test_a_record_of_another_kind_is_another() -> None:
    judged = Judged("q", ("area/tai-chinh",))

    assert rank_of(judged, Answer((name_for(judged, "tai-chinh", "role"),))) is None


def test_no_queries_have_no_measures() -> None:
    assert measures([]) == {"queries": 0}


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"query": "a", "expected": ["b"]}\n\n{"query": "c"}\n', encoding="utf-8")

    with pytest.raises(GoldError, match=r"gold\.jsonl:3"):
        read_gold(gold)


def test_lines_are_read(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('\ufeff{"query": "a", "expected": ["b"]}\n', encoding="utf-8")

    assert read_gold(gold) == [Judged("a", ("b",))]


def test_our_sets_name_records_that_exist() -> None:
    index, _ = load_and_check(HERE.parent.parent)
    ids = {one.record.id for one in index.catalogue.loaded} | set(index.catalogue.written)
    ids.add("trang-dau")

    for name in OWN_SETS:
        assert not {
            one for judged in read_gold(HERE / name) for one in judged.expected if one not in ids
        }


def test_our_sets_are_large_enough() -> None:
    assert sum(len(read_gold(HERE / name)) for name in OWN_SETS) > 300
    assert sum(1 for name in OWN_SETS for _ in with_twins(HERE / name)) > 150
