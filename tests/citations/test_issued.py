"""What stands before the verb: the issuer, and the day a document was issued."""

from __future__ import annotations

import pytest

from handbook.citations import find_citations


def test_issuer_and_day_before_the_verb_are_taken() -> None:
    (found,) = find_citations(
        "Ngày 09 tháng 5 năm 2022, Ban Bí thư đã ban hành Quy định số 66-QĐ/TW"
    )

    assert (found.issuer, found.date) == ("Ban Bí thư", "2022-05-09")


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 09/5/2022, Ban Bí thư có Công văn số 66-CV/VPTW",
        "Ngày 09/5/2022 tại Hà Nội, Ban Bí thư ban hành Quy định số 66-QĐ/TW",
    ],
)
def test_day_of_something_else_is_not_taken(text: str) -> None:
    assert [one.date for one in find_citations(text)] == [None]


def test_printed_date_of_the_document_is_kept() -> None:
    (found,) = find_citations(
        "Ngày 10/5/2022, Ban Bí thư ban hành Quy định số 66-QĐ/TW ngày 09/5/2022"
    )

    assert found.date == "2022-05-09"
