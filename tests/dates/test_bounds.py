"""First and last permitted days, precision and bound of each form of time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from handbook.dates.bounds import (
    bound_of,
    first_permitted_day,
    last_permitted_day,
    precision_of,
    precision_of_date,
)
from tests.dates.expressions import expression


@pytest.mark.parametrize(
    ("fields", "first", "last", "precision", "bound"),
    [
        ({"type": "vào", "date": "2020-12-29"}, "2020-12-29", "2020-12-29", "ngày", "vào"),
        ({"type": "trong", "date": "2021-01"}, "2021-01-01", "2021-01-31", "tháng", "trong"),
        ({"type": "trước", "date": "2021-Q2"}, None, "2021-03-31", "quý", "trước"),
        ({"type": "trước", "date": "2021-05-01", "time": "17:00"}, None, "2021-05-01", "ngày",
         "trước"),
        ({"type": "chậm nhất", "date": "2021-H1"}, None, "2021-06-30", "nửa năm", "chậm nhất"),
        ({"type": "từ", "date": "2021-05"}, "2021-05-01", None, "tháng", "từ"),
        ({"type": "sau", "date": "2021-05"}, "2021-06-01", None, "tháng", "sau"),
        ({"type": "khoảng", "from": "2021-05-03", "until": "2021"}, "2021-05-03", "2021-12-31",
         "năm", "khoảng"),
        ({"type": "nhiệm kỳ", "from": "2020", "until": "2025"}, "2020-01-01", "2025-12-31", "năm",
         "nhiệm kỳ"),
        ({"type": "năm học", "from": "2023", "until": "2024"}, "2023-09-01", "2024-05-31", "năm",
         "năm học"),
        ({"type": "theo mốc", "milestone": "moc-1", "days": 5}, None, None, "ngày", "chậm nhất"),
        ({"type": "theo mốc", "date": "2021-05-01", "days": 1, "unit": "tháng"}, "2021-05-01",
         "2021-06-01", "tháng", "chậm nhất"),
        ({"type": "theo mốc", "date": "2021-05", "days": -5}, None, "2021-05-26", "ngày",
         "chậm nhất"),
        ({"type": "không nêu"}, None, None, "", ""),
        ({"type": "không có thật", "note": "gc-1"}, None, None, "", ""),
    ],
)  # fmt: skip
def test_what_a_time_allows(
    fields: dict[str, Any], first: str | None, last: str | None, precision: str, bound: str
) -> None:
    when = expression(**fields)

    days = first_permitted_day(when), last_permitted_day(when)
    assert tuple(day.isoformat() if day else None for day in days) == (first, last)
    assert (precision_of(when), bound_of(when)) == (precision, bound)


def test_a_vague_part_is_not_more_precise_than_it_says() -> None:
    assert precision_of_date("2020-12-dau") == "phần của tháng"
    assert last_permitted_day(expression(type="trước", date="2020-12-giua")) == date(2020, 12, 10)
