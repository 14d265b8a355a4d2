"""Comparing says yes, no, or that nobody can know."""

from __future__ import annotations

from datetime import date

from handbook.dates.comparing import is_before, is_over
from tests.dates.expressions import expression

DAY = expression(type="vào", date="2020-11-15")
MONTH = expression(type="trong", date="2020-11")
NEXT_MONTH = expression(type="trong", date="2020-12")
DEADLINE = expression(type="trước", date="2020-11-15")
QUARTERLY = expression(type="định kỳ", every=("quý",), **{"from": "2020", "until": "2020"})


def test_order_is_known_only_when_no_day_could_contradict_it() -> None:
    assert is_before(MONTH, NEXT_MONTH) is True
    assert is_before(NEXT_MONTH, MONTH) is False
    assert is_before(MONTH, DAY) is None
    assert is_before(DEADLINE, DAY) is True
    assert is_before(DEADLINE, MONTH) is None
    assert is_before(QUARTERLY, expression(type="trong", date="2030")) is None
    assert is_before(expression(type="không nêu"), DAY) is None


def test_a_month_is_neither_over_nor_to_come_while_it_lasts() -> None:
    assert is_over(MONTH, date(2020, 10, 31)) is False
    assert is_over(MONTH, date(2020, 11, 15)) is None
    assert is_over(MONTH, date(2020, 12, 1)) is True


def test_a_deadline_runs_until_its_last_day() -> None:
    assert is_over(DEADLINE, date(2020, 11, 14)) is False
    assert is_over(DEADLINE, date(2020, 11, 15)) is True
