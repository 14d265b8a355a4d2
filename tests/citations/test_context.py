"""The context of a text: which document it is, of when, of where."""

from __future__ import annotations

import pytest

from handbook.citations import context_of, identify_document, read_context
from handbook.citations.context import read_head_date
from handbook.index import Index

NUMBERED = "\nSố: 09/KH-LĐLĐ\n\nHải Yên, ngày 10 tháng 8 năm 2023\n\nKẾ HOẠCH\n"
UNNUMBERED = (
    "Bình An, ngày 18 tháng 01 năm 2023\n\nKẾ HOẠCH\n\n"
    "Thực hiện chủ đề công tác\nnăm 2023 trong đoàn viên\n"
)


def test_document_is_known_by_number_and_date(index: Index) -> None:
    plan = identify_document(NUMBERED, index)

    assert plan is not None
    assert plan.id == "hai-yen-09-2023"


def test_document_without_number_is_known_by_title_and_date(index: Index) -> None:
    plan = identify_document(UNNUMBERED, index)

    assert plan is not None
    assert plan.id == "binh-an-chu-de-2023"


@pytest.mark.parametrize(
    "text",
    [
        NUMBERED.replace("2023", "2022"),
        NUMBERED.replace("09/", "10/"),
        UNNUMBERED.replace("18 tháng", "19 tháng"),
        "Thực hiện Kế hoạch số 09/KH-LĐLĐ ngày 10/8/2023",
        "",
    ],
)
def test_other_texts_are_none_of_ours(text: str, index: Index) -> None:
    assert identify_document(text, index) is None


def test_head_date_is_read() -> None:
    assert read_head_date("**Thanh Hóa, ngày 09 tháng 11 năm 2023\n") == "2023-11-09"
    assert read_head_date("Hạn nộp, ngày 30/02/2023\n") is None
    assert read_head_date("không có ngày") is None


def test_context_has_the_places_of_the_body_and_all_above_it(index: Index) -> None:
    context = context_of(index, index.plans["hai-yen-09-2023"])

    assert context.places[:2] == (("huyện", "hai yen"), ("huyện", "hai yen"))
    assert ("tỉnh", "binh an") in context.places
    assert context.related == {"kh-49-hu", "04-chuong-trinh"}


def test_date_given_wins_over_the_documents_own(index: Index) -> None:
    assert read_context(NUMBERED, index).date == "2023-08-10"
    assert read_context(NUMBERED, index, date="2025").date == "2025"
    assert read_context("…", index, document="hai-yen-09-2023").date == "2023-08-10"
    assert read_context("…", index).document is None
