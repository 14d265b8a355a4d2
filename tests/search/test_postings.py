"""Postings: terms of a section with how much they count and where they stand."""

from __future__ import annotations

from handbook.search.abbreviations import Abbreviation, Table
from handbook.search.encoding import NUMBERS
from handbook.search.postings import MAX_POSITIONS, STEPS, Analyser, PostingLists
from tests.search.test_encoding import read_numbers

CDCS = Abbreviation("cđcs", ("công", "đoan1", "cơ", "sơ2"), False)


def postings(
    *fields: tuple[str, str], names: tuple[str, ...] | None = None
) -> dict[str, list[int]]:
    found = Analyser(Table([CDCS])).postings_of(fields, names)
    return {term: read_numbers(payload) for term, payload in found}


def step(payload: list[int]) -> int:
    return payload[0] % STEPS


def test_a_term_has_its_place() -> None:
    found = postings(("body", "Nộp báo cáo"))

    assert [found[term][1:] for term in ("nôp5", "bao4", "cao4")] == [[0], [1], [2]]


def test_places_are_told_as_distances_and_only_the_first() -> None:
    found = postings(("body", "a b a b a a a a"))

    assert found["a"][0] // STEPS == MAX_POSITIONS - 1
    assert found["a"][1:] == [0, 2, 2, 1]


def test_no_phrase_runs_over_the_edge_of_a_field() -> None:
    found = postings(("title", "sơ kết"), ("body", "nhiệm kỳ"))

    assert found["nhiêm5"][1] - found["kêt4"][1] > 5


def test_a_title_counts_more_than_a_body() -> None:
    found = postings(("title", "sơ"), ("body", "kết"))

    assert step(found["sơ"]) > step(found["kêt4"])


def test_words_bring_their_abbreviation() -> None:
    assert postings(("body", "Mỗi công đoàn cơ sở"))["cđcs"][1:] == [1]


def test_a_number_has_keys_and_a_documents_own_are_marked() -> None:
    head = postings(("number", "Kế hoạch 39/KH-LĐLĐ"), ("body", "theo 53/KH-LĐLĐ"), names=())

    assert {"39khldld", "39kh", "39khldld=", "39kh=", "39=", "53khldld"} <= set(head)
    assert not {"53kh=", "=53"} & set(head)
    assert not {"39kh="} & set(postings(("number", "39/KH-LĐLĐ"))), "a section is no record"


def test_names_have_keys() -> None:
    assert "dai^hoi_cdcs" in postings(("title", "x"), names=("Đại hội CĐCS",))


def test_lists_tell_distances_between_sections() -> None:
    lists = PostingLists()

    for section in (3, 10):
        lists.add(section, (("a", "x"),))

    assert lists.take() == {"a": (2, f"{NUMBERS[3]}x{NUMBERS[7]}x")}
    assert lists.take() == {}
