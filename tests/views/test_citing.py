"""The line by which a document is cited: complete, in the right form, and never made up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handbook.views.citing import CitationLine, citation_of
from handbook.views.site import Site
from tests.small_index import load_index, write_body, write_directive


def cite(root: Path, text: str = "", **fields: str) -> CitationLine:
    write_body(root, "huyen-uy", name="Ban Thường vụ Huyện ủy Mẫu", short_name="BTV Huyện ủy")
    write_directive(root, "van-ban", text, **fields)
    site = Site(load_index(root), date(2025, 1, 1))
    found = citation_of(site, site.index.documents["van-ban"])
    assert found
    return found


def test_a_numbered_document_is_cited_in_full(tmp_path: Path) -> None:
    found = cite(
        tmp_path,
        kind="Kế hoạch",
        number="149-KH/HU",
        issued="2023-07-19",
        issuer="huyen-uy",
        title="Tiếp tục thực hiện Chương trình hành động số 20-CTr/TU",
    )

    assert found == CitationLine(
        "Căn cứ Kế hoạch số 149-KH/HU ngày 19/7/2023 của Ban Thường vụ Huyện ủy Mẫu "
        "về tiếp tục thực hiện Chương trình hành động số 20-CTr/TU;",
        [],
        [],
    )


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Về đổi mới tổ chức", "về đổi mới tổ chức"),
        ("V/v báo cáo hoạt động Công đoàn", "về việc báo cáo hoạt động Công đoàn"),
        ("Về việc Ban hành Quy chế", "về việc ban hành Quy chế"),
        ("Thực hiện Kế hoạch số 1-KH/HU.", "về thực hiện Kế hoạch số 1-KH/HU"),
        ("CĐCS vững mạnh", "về CĐCS vững mạnh"),
        ("Quyết định về công tác cán bộ", "về công tác cán bộ"),
        ("Quyết định ban hành Điều lệ", "ban hành Điều lệ"),
        ("Chương trình “1 triệu sáng kiến”", "về Chương trình “1 triệu sáng kiến”"),
    ],
)
def test_the_subject_is_joined_as_its_title_is_printed(
    tmp_path: Path, title: str, subject: str
) -> None:
    found = cite(tmp_path, number="5/QĐ-TLĐ", issued="2020-01-02", issuer="huyen-uy", title=title)

    start = "Căn cứ Quyết định số 5/QĐ-TLĐ ngày 02/01/2020 của Ban Thường vụ Huyện ủy Mẫu"
    assert found.line == f"{start} {subject};"


@pytest.mark.parametrize(
    ("issued", "said", "missing"),
    [
        ("2020-11-05", "ngày 05/11/2020 ", []),
        ("2018-09", "tháng 9/2018 ", ["ngày đầy đủ"]),
        ("2021-02", "tháng 02/2021 ", ["ngày đầy đủ"]),
        ("2020", "năm 2020 ", ["ngày đầy đủ"]),
        ("2020-Q3", "năm 2020 ", ["ngày đầy đủ"]),
        ("null", "", ["ngày ban hành"]),
    ],
)
def test_a_date_is_as_precise_as_known(
    tmp_path: Path, issued: str, said: str, missing: list[str]
) -> None:
    found = cite(tmp_path, number="5/QĐ-TLĐ", issued=issued, issuer="huyen-uy")

    assert (
        found.line
        == f"Căn cứ Quyết định số 5/QĐ-TLĐ {said}của Ban Thường vụ Huyện ủy Mẫu về một việc;"
    )
    assert found.missing == missing


def test_what_is_not_known_is_left_out_and_listed(tmp_path: Path) -> None:
    found = cite(tmp_path, kind="Kế hoạch", title="Về một việc")

    assert found.line == "Căn cứ Kế hoạch về một việc;"
    assert found.missing == ["số, ký hiệu", "ngày ban hành", "cơ quan ban hành"]


def test_an_issuer_known_only_as_printed_is_given_as_printed(tmp_path: Path) -> None:
    found = cite(tmp_path, "issuer_printed: Ban Thường vụ Huyện ủy", number="1-QĐ/HU")

    assert "của Ban Thường vụ Huyện ủy về" in found.line
    assert "cơ quan ban hành" not in found.missing


def test_an_inferred_issuer_is_said_to_be(tmp_path: Path) -> None:
    found = cite(tmp_path, "issuer_inferred: true", number="1-QĐ/HU", issuer="huyen-uy")

    assert found.inferred == ["cơ quan ban hành (Ban Thường vụ Huyện ủy Mẫu)"]


def test_the_canonical_number_is_cited_and_aliases_are_not(tmp_path: Path) -> None:
    found = cite(
        tmp_path,
        'canonical_number: "148/HD-CĐVC"\naliases:\n  - "HD 148"',
        kind="Hướng dẫn",
        number="148/HD - CĐVC",
    )

    assert found.line == "Căn cứ Hướng dẫn số 148/HD-CĐVC về một việc;"


def test_a_law_is_cited_by_name_and_date_alone(tmp_path: Path) -> None:
    found = cite(
        tmp_path, kind="Luật", number="50/2024/QH15", issued="2024-11-27", title="Luật Công đoàn"
    )

    assert found == CitationLine("Căn cứ Luật Công đoàn ngày 27/11/2024;", [], [])


def test_a_law_without_a_date_lacks_it(tmp_path: Path) -> None:
    found = cite(tmp_path, kind="Luật", title="Ngân sách nhà nước")

    assert found == CitationLine("Căn cứ Luật Ngân sách nhà nước;", ["ngày ban hành"], [])


def test_a_law_whose_name_the_editors_shortened_is_cited_by_number(tmp_path: Path) -> None:
    found = cite(
        tmp_path,
        "title_inferred: true",
        kind="Luật",
        number="97/2025/QH15",
        issued="2025-06-27",
        title="Luật sửa đổi … (tên rút gọn)",
    )

    assert found.line == "Căn cứ Luật số 97/2025/QH15 ngày 27/6/2025;"
    assert found.missing == ["cơ quan ban hành", "trích yếu"]


def test_a_congress_resolution_is_cited_by_name_with_its_term(tmp_path: Path) -> None:
    found = cite(
        tmp_path,
        "term:\n  from: '2018'\n  until: '2023'",
        kind="Nghị quyết",
        issued="2018-09",
        issuer="huyen-uy",
        title="Nghị quyết Đại hội Công đoàn Việt Nam lần thứ XII",
    )

    assert found.line == (
        "Căn cứ Nghị quyết Đại hội Công đoàn Việt Nam lần thứ XII, nhiệm kỳ 2018–2023;"
    )
    assert found.missing == ["số, ký hiệu", "ngày đầy đủ"]


def test_a_term_in_the_name_is_not_said_twice(tmp_path: Path) -> None:
    found = cite(
        tmp_path,
        "term:\n  from: '2018'\n  until: '2023'",
        kind="Nghị quyết",
        title="Nghị quyết Đại hội XII, nhiệm kỳ 2018-2023",
    )

    assert found.line == "Căn cứ Nghị quyết Đại hội XII, nhiệm kỳ 2018-2023;"


def test_a_name_that_counts_its_parts_is_a_name(tmp_path: Path) -> None:
    found = cite(tmp_path, kind="Chương trình công tác", title="03 chương trình công tác của Quận")

    assert found.line == "Căn cứ 03 chương trình công tác của Quận;"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Quyết định 1013/QĐ-TLĐ ngày 19/8/2011", ""),
        ("Quyết định về văn bản (tên do ban biên tập ghi)", "title_inferred: true"),
    ],
)
def test_a_title_of_the_editors_is_not_cited(tmp_path: Path, title: str, text: str) -> None:
    found = cite(tmp_path, text, number="1013/QĐ-TLĐ", issued="2011-08-19", title=title)

    assert found.line == "Căn cứ Quyết định số 1013/QĐ-TLĐ ngày 19/8/2011;"
    assert "trích yếu" in found.missing


def test_a_name_that_many_documents_share_cannot_be_cited(tmp_path: Path) -> None:
    write_directive(tmp_path, "van-ban", "generic: true")
    site = Site(load_index(tmp_path), date(2025, 1, 1))

    assert citation_of(site, site.index.documents["van-ban"]) is None
