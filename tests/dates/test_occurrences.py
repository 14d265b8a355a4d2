"""The times inside a period: recurrences on the calendar, deadlines without a first day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from handbook.dates.occurrences import Occurrence, occurrences
from tests.dates.expressions import expression

YEAR = (date(2023, 1, 1), date(2023, 12, 31))


def last_days(*period: date, every: tuple[str, ...], **fields: Any) -> list[str]:
    when = expression(type="định kỳ", every=every, **fields)
    return [one.last.strftime("%d/%m") for one in occurrences(when, *period) if one.last]


@pytest.mark.parametrize(
    ("every", "due", "days"),
    [
        ("quý", {"bound": "trước", "day": 15}, "14/03 14/06 14/09 14/12"),
        ("quý", {"bound": "trước", "day": 1}, "28/02 31/05 31/08 30/11"),
        ("quý", {"bound": "trước", "day": 31}, "30/03 30/06 30/09 30/12"),
        ("quý", {"bound": "chậm nhất", "day": 31}, "31/03 30/06 30/09 31/12"),
        ("quý", {"bound": "vào", "day": 5, "month": "đầu kỳ"}, "05/01 05/04 05/07 05/10"),
        ("quý", {"bound": "vào", "day": 5, "month": "giữa kỳ"}, "05/02 05/05 05/08 05/11"),
        ("quý", {"bound": "vào", "day": 5, "month": "đầu kỳ sau"}, "05/01 05/04 05/07 05/10"),
        ("6 tháng", {"bound": "vào", "day": 5}, "05/06 05/12"),
        ("9 tháng", {"bound": "vào", "day": 5}, "05/09"),
        ("năm", {"bound": "vào", "day": 29, "month": 2}, "28/02"),
        ("năm", {"bound": "trước", "day": 15, "month": 1, "next_year": True}, "14/01"),
        ("năm", {"bound": "vào", "month": "Q3"}, "30/09"),
        ("quý", {"bound": "vào", "day": "cuối tháng"}, "31/03 30/06 30/09 31/12"),
        ("quý", {"bound": "vào", "day": "tuần cuối tháng"}, "31/03 30/06 30/09 31/12"),
        ("quý", {"bound": "chậm nhất", "day": "ngày làm việc cuối tháng"},
         "31/03 30/06 29/09 29/12"),
        ("quý", {"bound": "vào", "day": "ngày làm việc đầu tháng", "month": "đầu kỳ"},
         "03/01 03/04 03/07 02/10"),
    ],
)  # fmt: skip
def test_due_day_of_a_cycle(every: str, due: dict[str, Any], days: str) -> None:
    assert " ".join(last_days(*YEAR, every=(every,), due=due)) == days


def test_one_report_for_several_cycles_is_one_time() -> None:
    due = {"bound": "trước", "day": 15}

    assert last_days(*YEAR, every=("quý", "6 tháng", "năm"), due=due) == [
        "14/03", "14/06", "14/09", "14/12",
    ]  # fmt: skip


def test_a_deadline_has_no_first_day_and_a_cycle_without_one_is_as_long_as_the_cycle() -> None:
    deadline = expression(type="định kỳ", every=("năm",), due={"bound": "trước", "day": 15})
    cycle = expression(type="định kỳ", every=("6 tháng",))

    assert occurrences(deadline, *YEAR) == [Occurrence(None, date(2023, 12, 14))]
    assert occurrences(cycle, *YEAR)[0] == Occurrence(date(2023, 1, 1), date(2023, 6, 30))


def test_a_recurrence_keeps_to_its_own_beginning_and_end() -> None:
    due = {"bound": "vào", "day": 10}

    found = last_days(*YEAR, every=("tháng",), due=due, start="2023-03", until="2023-Q2")

    assert found == ["10/03", "10/04", "10/05", "10/06"]


def test_a_single_time_is_given_only_when_it_touches_the_period() -> None:
    month = expression(type="trong", date="2023-01")
    deadline = expression(type="trước", date="2023-01-01")
    open_end = expression(type="từ", date="2020")

    assert occurrences(month, date(2023, 1, 31), date(2023, 6, 1))
    assert not occurrences(deadline, *YEAR)
    assert occurrences(open_end, *YEAR) == [Occurrence(date(2020, 1, 1), None)]
    assert not occurrences(expression(type="không nêu"), *YEAR)


def test_several_times_are_all_given_in_order() -> None:
    parts = [
        {"type": "trước", "date": "2023-12-15", "printed": "15/12"},
        {"type": "trước", "date": "2023-06-15", "printed": "15/6"},
    ]
    when = expression(type="nhiều mốc", parts=tuple(parts))

    assert [one.last for one in occurrences(when, *YEAR)] == [date(2023, 6, 14), date(2023, 12, 14)]
