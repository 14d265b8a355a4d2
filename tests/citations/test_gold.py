"""The recogniser against its gold set, and against texts nobody would write."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.checks import load_and_check
from handbook.citations import build_registry, cite, find_citations
from handbook.citations.scoring import read_gold, score_cases

GOLD = Path(__file__).resolve().parent / "gold"
ROOT = GOLD.parents[2]
ALPHABET = "NQKHCTĐ-–/ .,0123456789sốngàythángnămcủavàkhóaXIVLđiềulệ\n\u0301"


def test_every_gold_case_is_read_rightly() -> None:
    assert not score_cases(read_gold(GOLD)).failing


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.text(ALPHABET, max_size=200)))
def test_any_text_is_read_and_offsets_slice_back(text: str) -> None:
    for one in find_citations(text):
        assert text[one.start : one.end] == one.text


def resolve(text: str, **context: str) -> list[str | None]:
    from handbook.citations import Context

    index, _ = load_and_check(ROOT)
    return [one.directive for one in cite(text, build_registry(index), Context(**context))]


def test_a_number_alone_is_resolved_by_the_date_of_the_citing_document() -> None:
    assert resolve("theo Nghị quyết 02-NQ/TW ngày 12/6/2021") == ["02-nq-tw-2021"]
    assert resolve("Chỉ thị 05 của Bộ Chính trị", date="2023-01-18") == ["05-ct-tw-2016"]


def test_another_provinces_number_is_not_ours() -> None:
    assert resolve("Kế hoạch số 54/KH-LĐLĐ ngày 01/3/2019 của LĐLĐ tỉnh Nghệ An") == [None]
