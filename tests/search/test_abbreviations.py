"""Abbreviations of the glossary, both ways."""

from __future__ import annotations

from handbook.model.reference import GlossaryTerm
from handbook.model.wording import Wording, WordTable
from handbook.search.abbreviations import Abbreviation, Table, abbreviations_of
from handbook.search.analysis import tokens_of
from handbook.search.wordings import rows_of


def term(abbreviation: str, expansion: str, **more: object) -> GlossaryTerm:
    about = {"id": "x", "abbreviation": abbreviation, "expansion": expansion, "meaning": "m"}
    return GlossaryTerm.model_construct(**{"variants": (), "ambiguous": False, **about, **more})


CDCS = Table(abbreviations_of([term("CĐCS", "công đoàn cơ sở")]))


def test_letters_that_begin_the_words_are_an_abbreviation() -> None:
    assert CDCS.all == (Abbreviation("cđcs", ("công", "đoan1", "cơ", "sơ2"), False),)


def test_a_name_is_no_abbreviation() -> None:
    assert abbreviations_of([term("CEP", "tên riêng")]) == []


def test_one_of_several_meanings_is_ambiguous() -> None:
    found = abbreviations_of([term("CĐ", "công đoàn; công điện")])

    assert [one.ambiguous for one in found] == [True, True]


def test_words_are_found_with_their_places() -> None:
    exact = tokens_of("Mỗi công đoàn cơ sở, công đoàn").exact

    assert list(CDCS.find(exact)) == [("cđcs", 1)]


def test_a_name_has_one_key_in_either_spelling() -> None:
    assert CDCS.name_key("Đại hội công đoàn cơ sở") == CDCS.name_key("Đại hội CĐCS")
    assert CDCS.name_key("Đại hội CĐCS") == "dai^hoi_cdcs"


def test_rows_mark_what_is_ambiguous() -> None:
    rows = Table([Abbreviation("cđ", ("công", "điên5"), True), *CDCS.all]).rows()

    assert rows == ["?cđ công điên5", "cđcs công đoan1 cơ sơ2"]


def words(*rows: tuple[str, str]) -> Table:
    table = WordTable(
        id="x",
        title="X",
        rows=tuple(
            Wording(say=tuple(say.split("; ")), means=tuple(means.split("; ")))
            for say, means in rows
        ),
    )
    return Table((), rows_of([table]))


def test_everyday_words_and_what_they_mean_bear_one_key() -> None:
    table = words(("giải tán; xóa sổ", "kết thúc hoạt động"), ("deadline", "hạn"))
    exact = tokens_of("nay kết thúc hoạt động, đã giải tán; hạn").exact

    assert list(table.find(exact)) == [("~1", 1), ("~1", 6), ("~2", 8)]


def test_everyday_words_are_told_to_the_query_side_in_order() -> None:
    table = words(("giải tán; xóa sổ", "kết thúc"), ("deadline", "hạn"))

    assert table.wording_rows() == ["giai2 tan4,xoa4 sô2|kêt4 thuc4", "deadline|han5"]
