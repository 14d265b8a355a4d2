"""The finder: places, lists, forms, locators, back-references; the gold set covers the breadth."""

from __future__ import annotations

import unicodedata

from handbook.citations import Citation, find_citations
from handbook.citations.back_references import Own
from handbook.citations.names import NameBook
from handbook.citations.organs import describe_organ


def texts(found: tuple[Citation, ...]) -> list[str]:
    return [one.text for one in found]


def test_citation_spans_from_the_kind_to_the_issuer() -> None:
    found = find_citations("Căn cứ các Kế hoạch số 61-KH/QU ngày 1/1/2021 của Quận ủy, LĐLĐ quận")

    assert texts(found) == ["Kế hoạch số 61-KH/QU ngày 1/1/2021 của Quận ủy"]


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = unicodedata.normalize("NFD", "Thực hiện **Chỉ thị số 30-CT/TW**\u00a0của Ban Bí thư.")

    (found,) = find_citations(text)

    assert text[found.start : found.end] == found.text
    assert unicodedata.normalize("NFC", found.text) == "Chỉ thị số 30-CT/TW**\u00a0của Ban Bí thư"
    assert found.number_printed == "30-CT/TW"


def test_bare_number_begins_at_its_figures() -> None:
    (found,) = find_citations("Số: 57/KH-LĐLĐ")

    assert (found.start, found.text, found.kind) == (4, "57/KH-LĐLĐ", "Kế hoạch")


def test_printed_word_rules_over_the_symbol_which_stays_in_the_number() -> None:
    (found,) = find_citations("công văn số 09/KH-LĐLĐ")

    assert (found.kind, found.number) == ("Công văn", "09/KH-LĐLĐ")
    assert found.parts is not None
    assert found.parts.kind == "Kế hoạch"


def test_each_item_of_a_list_has_its_own_span() -> None:
    found = find_citations("các Nghị quyết số 27-NQ/TW, số 28-NQ/TW và 29-NQ/TW ngày 9/11/2022")

    assert texts(found) == [
        "Nghị quyết số 27-NQ/TW",
        "số 28-NQ/TW",
        "29-NQ/TW ngày 9/11/2022",
    ]
    assert {one.date for one in found} == {"2022-11-09"}


def test_date_is_not_shared_across_a_semicolon() -> None:
    first, second = find_citations("Kế hoạch số 11/KH-LĐLĐ; 12/KH-LĐLĐ ngày 9/11/2022")

    assert (first.date, second.date) == (None, "2022-11-09")


def test_second_congress_shares_the_word_of_the_first() -> None:
    text = "Nghị quyết Đại hội công đoàn cơ sở và Đại hội XVI Công đoàn tỉnh"

    first, second = find_citations(text)

    assert (first.start, second.start) == (0, 0)
    assert text[second.link_start : second.end] == "Đại hội XVI Công đoàn tỉnh"


def test_roman_ordinal_is_read_whole() -> None:
    found = find_citations("Nghị quyết Đại hội XII của Đảng, Nghị quyết Đại hội XI của Đảng")

    assert [one.meeting.ordinal for one in found if one.meeting] == [12, 11]


def test_meeting_keeps_body_ordinal_and_term() -> None:
    (found,) = find_citations("Nghị quyết Đại hội Công đoàn tỉnh lần thứ XVI, nhiệm kỳ 2018-2023")

    assert found.meeting is not None
    assert (found.meeting.body, found.meeting.ordinal) == ("Công đoàn tỉnh", 16)
    assert found.term == ("2018", "2023")


def test_name_of_a_body_stops_at_an_empty_line() -> None:
    (found,) = find_citations("Nghị quyết Đại hội Công đoàn\n\nI. Bối cảnh")

    assert found.text == "Nghị quyết Đại hội Công đoàn"
    assert found.meeting is not None
    assert found.meeting.ordinal is None


def test_plenums_of_two_terms_are_two_documents() -> None:
    found = find_citations("Nghị quyết Trung ương 4 (khóa XI, XII)")

    assert [one.session for one in found] == [11, 12]


def test_number_after_a_plenums_name_is_that_documents() -> None:
    (found,) = find_citations("Nghị quyết Hội nghị Trung ương 6 khóa XII số 18-NQ/TW")

    assert found.number == "18-NQ/TW"
    assert found.meeting is not None


def test_amending_law_is_one_document() -> None:
    (found,) = find_citations(
        "Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức năm 2019"
    )

    assert found.date == "2019"


def test_locator_before_or_after_belongs_to_its_citation() -> None:
    first, second = find_citations("Luật Công đoàn, điểm a khoản 1 Điều 4 Nghị định 191/2013/NĐ-CP")

    assert first.locator is None
    assert second.locator == "điểm a khoản 1 Điều 4"


def test_back_reference_points_to_the_only_candidate() -> None:
    first, second = find_citations("Kế hoạch số 51/KH-LĐLĐ. Theo Kế hoạch nêu trên, các đơn vị")

    assert second.form == "back"
    assert second.refers_to is first


def test_back_reference_with_two_candidates_is_none() -> None:
    found = find_citations("Kế hoạch số 51/KH-LĐLĐ, Kế hoạch số 52/KH-LĐLĐ. Kế hoạch nêu trên")

    assert len(found) == 2


def test_own_kind_is_read_from_the_heading() -> None:
    text = "KẾ HOẠCH\nTổ chức đại hội\n\nThực hiện Kế hoạch số 51/KH-LĐLĐ. Kế hoạch này"

    found = find_citations(text)

    assert [one.form for one in found] == ["numbered", "self"]


def test_asking_others_to_act_on_the_document_cites_it() -> None:
    own = Own(kind="Kế hoạch", organ=describe_organ("Ban Thường vụ LĐLĐ tỉnh Bình An"))
    text = "Căn cứ Kế hoạch và hướng dẫn của LĐLĐ tỉnh, các đơn vị báo cáo."

    (found,) = find_citations(text, own=own)

    assert (found.form, found.text) == ("self", "Căn cứ Kế hoạch và hướng dẫn của LĐLĐ tỉnh")
    assert find_citations(text) == ()


def test_names_from_the_catalogue_are_citations() -> None:
    names = NameBook.of(["Quy chế dân chủ ở cơ sở", "04 chương trình đột phá"])

    found = find_citations(
        "Thực hiện quy chế dân chủ ở cơ sở và 04 chương trình đột phá.", names=names
    )

    assert texts(found) == ["quy chế dân chủ ở cơ sở", "04 chương trình đột phá"]


def test_year_is_a_short_form_only_when_its_number_was_cited_in_full() -> None:
    cited = find_citations("Quyết định số 1908/QĐ-TLĐ (gọi tắt là Quyết định 1908)")

    assert [one.form for one in cited] == ["numbered", "short"]
    assert find_citations("Quyết định 1908") == ()


def test_nothing_inside_an_address_is_cited() -> None:
    assert (
        find_citations("xem https://congdoan.vn/vb?so=12/KH-TLĐ hoặc 12-KH-TLĐ@congdoan.vn") == ()
    )
