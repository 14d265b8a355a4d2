"""How dates are said, and which day is the last permitted one."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import TypeAdapter

from handbook.dates.bounds import last_permitted_day, order_of
from handbook.dates.words import say, say_partial
from handbook.model.date_expression import DateExpression

ADAPTER: TypeAdapter[DateExpression] = TypeAdapter(DateExpression)


def expression(**fields: object) -> DateExpression:
    return ADAPTER.validate_python({"printed": "…", **fields})


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2020", "năm 2020"),
        ("2020-12", "tháng 12/2020"),
        ("2020-Q3", "quý III/2020"),
        ("2020-H2", "6 tháng cuối năm 2020"),
        ("2020-12-29", "29/12/2020"),
    ],
)
def test_partial_dates_keep_their_precision(value: str, said: str) -> None:
    assert say_partial(value) == said


def test_before_is_exclusive() -> None:
    before = expression(type="trước", date="2020-12-15")

    assert last_permitted_day(before) == date(2020, 12, 14)
    assert say(before) == "trước 15/12/2020 (chậm nhất thứ Hai, 14/12/2020)"


def test_by_is_inclusive() -> None:
    assert last_permitted_day(expression(type="chậm nhất", date="2023-12-11")) == date(2023, 12, 11)
    assert say(expression(type="chậm nhất", date="2023-12-11")) == "chậm nhất thứ Hai, 11/12/2023"


def test_month_stays_a_month() -> None:
    within = expression(type="trong", date="2021-01")

    assert say(within) == "trong tháng 01/2021"
    assert last_permitted_day(within) == date(2021, 1, 31)


def test_impossible_day_has_no_value() -> None:
    impossible = expression(type="không có thật", note="gc-1", printed="30/02/2023")

    assert last_permitted_day(impossible) is None
    assert order_of(impossible) == (1, date.max)


def test_recurrence_says_cycle_and_due_day() -> None:
    quarterly = expression(
        type="định kỳ", every=("quý",), due={"bound": "trước", "day": 15, "month": "cuối kỳ"}
    )

    assert say(quarterly) == "hàng quý; trước ngày 15 tháng cuối quý"


def test_unspecified_shows_what_is_printed() -> None:
    assert say(expression(type="không nêu", printed="theo quy định")) == (
        "chưa rõ ngày (văn bản chỉ ghi “theo quy định”)"
    )


def test_printed_words_that_tell_no_time_are_not_quoted() -> None:
    said = say(expression(type="không nêu", printed="xây dựng báo cáo đánh giá kết quả thực hiện"))

    assert said == "chưa rõ ngày (văn bản không nêu)"
