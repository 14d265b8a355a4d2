"""Dates in citations: every printed form, at its own precision."""

from __future__ import annotations

import pytest

from handbook.citations.printed_dates import read_date

DATES = {
    "ngày 5/8/2020": "2020-08-05",
    "ngày 05.08.2020": "2020-08-05",
    "ngày 5-8-2020": "2020-08-05",
    "ngày 5 tháng 8 năm 2020": "2020-08-05",
    "ngày 05 tháng 8, năm 2020": "2020-08-05",
    "ngày5/8/2020": "2020-08-05",
    "ngày 5/ 8 /2020": "2020-08-05",
    "ban hành ngày 5/8/2020": "2020-08-05",
    "ký ngày 5/8/2020": "2020-08-05",
    "cùng ngày 5/8/2020": "2020-08-05",
    "ngày 5/8/2020của": "2020-08-05",
    "tháng 8/2020": "2020-08",
    "ngày … tháng 8 năm 2020": "2020-08",
    "năm 2020": "2020",
    "ngày 30/02/2020": None,
    "ngày 0/8/2020": None,
    "ngày 5/13/2020": None,
    "ngày 5/8/20202": None,
    "ngày 5/8": None,
}


@pytest.mark.parametrize(("printed", "value"), DATES.items())
def test_printed_date_is_read(printed: str, value: str | None) -> None:
    found = read_date(printed, 0)

    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("printed", ["5/8/2020", "năm 2020-2025", "năm học 2020", "ngày mai", ""])
def test_near_miss_is_no_date(printed: str) -> None:
    assert read_date(printed, 0) is None


def test_bare_date_is_read_on_request() -> None:
    found = read_date("5/8/2020)", 0, bare=True)

    assert found is not None
    assert (found.end, found.value) == (8, "2020-08-05")
