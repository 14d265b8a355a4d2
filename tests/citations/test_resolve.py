"""The resolver: a record wins when it is the only one told; it never guesses."""

from __future__ import annotations

import pytest

from handbook.citations import Context, Registry, Resolved, cite, context_of
from handbook.index import Index


@pytest.fixture
def hai_yen(index: Index) -> Context:
    """The context of the district's plan of 2023."""
    return context_of(index, index.plans["hai-yen-09-2023"])


def one(text: str, registry: Registry, context: Context | None = None) -> Resolved:
    *_, last = cite(text, registry, context or Context())
    return last


def at(date: str) -> Context:
    return Context(date=date)


def test_number_and_day_tell_the_record(registry: Registry) -> None:
    found = one("Nghị quyết 02-NQ/TW ngày 12/6/2021", registry)

    assert (found.directive, found.inferred) == ("nq-02-2021", False)


def test_short_form_is_told_by_the_citing_date(registry: Registry) -> None:
    found = one("thực hiện Nghị quyết 02", registry, at("2023-05-01"))

    assert (found.directive, found.inferred) == ("nq-02-2021", True)


def test_later_text_leaves_the_ambiguity_visible(registry: Registry) -> None:
    found = one("Nghị quyết 02 về Thủ đô Hà Nội", registry, at("2026-05"))

    assert found.directive is None
    assert found.candidates == ("nq-02-2021", "nq-02-2026")


def test_number_cited_in_full_before_tells_the_short_form(registry: Registry) -> None:
    text = "Nghị quyết số 02-NQ/TW ngày 12/6/2021 …; theo Nghị quyết 02"

    assert one(text, registry, at("2026-05")).directive == "nq-02-2021"


def test_document_of_the_future_does_not_fit(registry: Registry) -> None:
    assert one("Chỉ thị 05", registry, at("2015-01-01")).directive is None


def test_other_day_is_another_document(registry: Registry) -> None:
    found = one("Nghị quyết 02-NQ/TW ngày 13/6/2021", registry)

    assert (found.directive, found.candidates) == (None, ())


def test_other_issuer_is_another_document(registry: Registry) -> None:
    found = one("Nghị quyết 02-NQ/TW của Ban Bí thư", registry, at("2023"))

    assert (found.directive, found.candidates) == (None, ())


def test_printed_word_may_differ_from_the_records_kind(registry: Registry) -> None:
    assert one("Quyết định số 66-QĐ/TW", registry).directive == "qd-66-2017"


def test_number_with_a_year_is_told_and_not_inferred(registry: Registry) -> None:
    found = one("Nghị định 191/2013/NĐ-CP", registry)

    assert (found.directive, found.inferred) == ("nd-191-2013", False)


def test_short_form_with_another_year_does_not_fit(registry: Registry) -> None:
    assert one("Nghị định 191/2014", registry).directive is None


def test_local_number_alone_is_a_candidate_only(registry: Registry) -> None:
    found = one("Kế hoạch số 53/KH-LĐLĐ", registry)

    assert (found.directive, found.candidates) == (None, ("kh-53-2020",))


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 53/KH-LĐLĐ của LĐLĐ tỉnh Hà Trung",
        "Kế hoạch số 53/KH-LĐLĐ ngày 28/8/2021",
        "Kế hoạch số 53/KH-LĐLĐ ngày 28/8/2020 của LĐLĐ tỉnh Hà Trung",
        "Hướng dẫn số 53/HD-LĐLĐ",
    ],
)
def test_local_number_of_another_place_year_or_type_is_unknown(
    text: str, registry: Registry
) -> None:
    found = one(text, registry)

    assert (found.directive, found.candidates) == (None, ())


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 53/KH-LĐLĐ ngày 28/8/2020",
        "Kế hoạch số 53/KH-LĐLĐ của LĐLĐ tỉnh Bình An",
    ],
)
def test_day_or_place_tells_a_local_number(text: str, registry: Registry) -> None:
    assert one(text, registry).directive == "kh-53-2020"


def test_same_number_of_two_provinces_is_ambiguous(registry: Registry) -> None:
    found = one("Kế hoạch số 12/KH-LĐLĐ", registry)

    assert found.candidates == ("kh-12-2020", "kh-12-ha-trung")


def test_place_of_the_citing_document_tells_a_local_number(
    registry: Registry, hai_yen: Context
) -> None:
    assert one("Kế hoạch số 12/KH-LĐLĐ của LĐLĐ tỉnh", registry, hai_yen).directive == "kh-12-2020"


def test_relations_of_the_citing_document_tell_a_local_number(
    registry: Registry, hai_yen: Context
) -> None:
    found = one("Kế hoạch số 49-KH/HU của Huyện ủy", registry, hai_yen)

    assert (found.directive, found.inferred) == ("kh-49-hu", True)


def test_record_without_a_day_is_not_told_by_a_printed_day(registry: Registry) -> None:
    found = one("Kế hoạch 07-KH/TU ngày 1/2/2021", registry)

    assert (found.directive, found.candidates) == (None, ("kh-07-tu",))


def test_congress_is_told_by_its_ordinal(registry: Registry) -> None:
    found = one("Nghị quyết Đại hội XII Công đoàn Việt Nam", registry)

    assert (found.directive, found.inferred) == ("dh-xii-cdvn", False)


def test_congress_of_another_ordinal_is_unknown(registry: Registry) -> None:
    assert one("Nghị quyết Đại hội XIII Công đoàn Việt Nam", registry).directive is None


def test_congress_without_ordinal_is_told_by_the_citing_date(registry: Registry) -> None:
    text = "Nghị quyết Đại hội Công đoàn Việt Nam"

    assert one(text, registry, at("2020-09-15")).directive == "dh-xii-cdvn"
    assert one(text, registry, at("2024-09-15")).directive is None


def test_congress_of_the_place_is_told_by_the_context(registry: Registry, hai_yen: Context) -> None:
    found = one("Nghị quyết Đại hội Đảng bộ huyện lần thứ XX", registry, hai_yen)

    assert found.directive == "dh-dang-hai-yen"


def test_congress_of_no_place_stays_ambiguous(registry: Registry) -> None:
    found = one("Nghị quyết Đại hội Đảng bộ huyện lần thứ XX", registry)

    assert found.candidates == ("dh-dang-hai-yen", "dh-dang-tan-lap")


def test_congress_of_a_named_place_needs_no_context(registry: Registry) -> None:
    text = "Nghị quyết Đại hội Đảng bộ huyện Tân Lập lần thứ XX"

    assert one(text, registry).directive == "dh-dang-tan-lap"


@pytest.mark.parametrize(
    ("text", "directive"),
    [
        ("nghị quyết đại hội công đoàn các cấp", "dh-cac-cap"),
        ("Nghị quyết Đại hội Công đoàn", "dh-cac-cap"),
        ("nghị quyết đại hội CĐCS", "dh-cap-minh"),
        ("nghị quyết đại hội của đơn vị mình", "dh-cap-minh"),
    ],
)
def test_class_of_documents_is_its_own_record(
    text: str, directive: str, registry: Registry
) -> None:
    found = one(text, registry)

    assert (found.directive, found.inferred) == (directive, False)


def test_plenum_is_told_by_ordinal_and_term(registry: Registry) -> None:
    assert one("Nghị quyết TW 4 khóa XII", registry).directive == "nq-tw4-xii"
    assert one("Nghị quyết TW 4 khóa XI", registry).directive is None


def test_law_is_told_by_its_year_or_the_citing_date(registry: Registry) -> None:
    assert one("Luật Công đoàn năm 2012", registry).directive == "luat-cd-2012"
    assert one("Luật Công đoàn", registry, at("2023")).directive == "luat-cd-2012"
    assert one("Luật Công đoàn", registry, at("2026")).candidates == (
        "luat-cd-2012",
        "luat-cd-2024",
    )
    assert one("Luật Công đoàn năm 1990", registry).directive is None


def test_charter_is_told_within_its_term(registry: Registry) -> None:
    assert one("Điều lệ Công đoàn Việt Nam", registry, at("2023-11-09")).directive == "dieu-le-xii"
    assert one("Điều lệ Công đoàn Việt Nam", registry, at("2024-11-09")).directive is None
    assert one("Điều lệ Công đoàn Việt Nam khóa XII", registry).directive == "dieu-le-xii"


def test_names_of_local_documents_count_only_in_texts_that_cite_them(
    registry: Registry, hai_yen: Context
) -> None:
    text = "thực hiện 04 chương trình đột phá và quy chế dân chủ ở cơ sở"

    assert [found.directive for found in cite(text, registry)] == ["quy-che-dan-chu"]
    assert [found.directive for found in cite(text, registry, hai_yen)] == [
        "04-chuong-trinh",
        "quy-che-dan-chu",
    ]


def test_dated_letter_is_told_by_day_and_issuer(registry: Registry) -> None:
    text = "Kế hoạch ngày 28/8/2020 của Liên đoàn Lao động tỉnh Bình An"

    assert one(text, registry).directive == "kh-53-2020"
    assert one(text.replace("Bình An", "Hà Trung"), registry).directive is None


def test_back_reference_has_the_record_of_what_it_points_to(registry: Registry) -> None:
    found = one("Chỉ thị số 05-CT/TW ngày 15/5/2016. Theo Chỉ thị nêu trên", registry)

    assert (found.citation.form, found.directive) == ("back", "ct-05-2016")


def test_own_words_and_own_number_are_the_document_itself(
    registry: Registry, hai_yen: Context
) -> None:
    text = "Số: 09/KH-LĐLĐ\nCăn cứ Kế hoạch này, các đơn vị báo cáo."

    assert [found.directive for found in cite(text, registry, hai_yen)] == ["hai-yen-09-2023"] * 2
