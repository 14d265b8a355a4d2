"""What a milestone's time means inside its plan."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from handbook.dates.in_plan import (
    UNBOUNDED,
    Span,
    is_on_a_day,
    say_in_plan,
    span_of,
    times_in_plan,
    window_of,
)
from handbook.model.date_expression import Recurring
from handbook.model.plan import Milestone, Plan
from handbook.views.events import times_of
from tests.catalogues import KINDS, PLAN, PLAN_TEXT, parse_record
from tests.dates.expressions import expression

CONFERENCE = {"type": "trong", "date": "2024-11"}


def plan_with(*times: dict[str, Any], **changes: Any) -> Plan:
    """Give a plan whose milestones are `m1`, `m2` … at these times."""
    record, _ = parse_record(PLAN_TEXT, PLAN, KINDS["plan"])
    assert record
    assert isinstance(record, Plan)
    model = record.milestones[0]
    milestones = tuple(
        model.model_copy(update={"id": f"m{number}", "when": expression(**when), "what": "Họp."})
        for number, when in enumerate(times, start=1)
    )
    return record.model_copy(update={"milestones": milestones, **changes})


def last_of(plan: Plan) -> Milestone:
    return plan.milestones[-1]


def test_counting_from_a_month_gives_a_month_of_days() -> None:
    plan = plan_with(CONFERENCE, {"type": "theo mốc", "milestone": "m1", "days": 5, "bound": "vào"})

    assert span_of(plan, last_of(plan)) == Span(date(2024, 11, 6), date(2024, 12, 5))


def test_what_follows_a_deadline_has_no_first_day() -> None:
    plan = plan_with(
        {"type": "trước", "date": "2024-11-15"},
        {"type": "theo mốc", "milestone": "m1", "days": 5},
        {"type": "theo mốc", "milestone": "m2", "days": -1},
    )

    assert span_of(plan, last_of(plan)) == Span(None, date(2024, 11, 18))
    assert say_in_plan(plan, last_of(plan)) == (
        "1 ngày trước “Họp” (chậm nhất thứ Hai, 18/11/2024)"
    )


def test_a_loop_or_an_undated_anchor_gives_nothing() -> None:
    loop = plan_with({"type": "theo mốc", "milestone": "m1", "days": 5})
    undated = plan_with({"type": "không nêu"}, {"type": "theo mốc", "milestone": "m1", "days": 5})

    assert span_of(loop, last_of(loop)) == UNBOUNDED
    assert span_of(undated, last_of(undated)) == UNBOUNDED
    assert say_in_plan(undated, last_of(undated)) == "chậm nhất 5 ngày sau “Họp”"


def test_working_days_beyond_the_known_years_are_said_to_be_unsettled() -> None:
    plan = plan_with(
        {"type": "vào", "date": "2090-05-02"},
        {"type": "theo mốc", "milestone": "m1", "days": 5, "working_days": True},
    )

    assert "chưa kể ngày nghỉ hoán đổi" in say_in_plan(plan, last_of(plan))


def test_a_recurrence_ends_with_the_year_of_work_or_the_term() -> None:
    when = expression(type="định kỳ", every=("quý",))
    assert isinstance(when, Recurring)
    plan = plan_with(CONFERENCE)
    period = plan.periods[0].model_copy(
        update={"kind": "năm công tác", "when": expression(type="trong", date="2024")}
    )

    assert window_of(plan, when) == Span(date(2024, 9, 16), date(2028, 12, 31))
    of_year = plan.model_copy(update={"periods": (period,)})
    assert window_of(of_year, when).last == date(2024, 12, 31)
    own = when.model_copy(update={"until": "2025-Q1"})
    assert window_of(of_year, own).last == date(2025, 3, 31)
    assert window_of(plan.model_copy(update={"term": None}), when).last is None


def test_a_duty_without_end_has_the_same_times_everywhere() -> None:
    due = {"bound": "vào", "day": "ngày làm việc cuối tháng"}  # no rule says it
    endless = {"type": "định kỳ", "every": ("tháng",), "due": due}
    plan = plan_with(endless, issued="2024-02-29", term=None, periods=())

    times = times_in_plan(plan, last_of(plan))

    assert [one.last for one in times] == [one.last for one in times_of(plan, last_of(plan))]
    assert times[0].last == date(2024, 2, 29)
    assert times[-1].last == date(2029, 1, 31)


def test_several_times_stand_in_order_each_once() -> None:
    parts = [
        {"type": "trước", "date": day, "printed": day}
        for day in ("2024-12-15", "2024-06-15", "2024-12-15")
    ]
    plan = plan_with({"type": "nhiều mốc", "parts": tuple(parts)})

    assert times_in_plan(plan, last_of(plan)) == [
        Span(None, date(2024, 6, 14)),
        Span(None, date(2024, 12, 14)),
    ]


def test_what_names_no_day_has_no_time() -> None:
    quarterly = plan_with({"type": "định kỳ", "every": ("quý",)})
    undated = plan_with({"type": "không nêu"})

    assert times_in_plan(quarterly, last_of(quarterly)) == []
    assert times_in_plan(undated, last_of(undated)) == []


@pytest.mark.parametrize(
    ("when", "is_day"),
    [
        ({"type": "trước", "date": "2024-11-15"}, True),
        ({"type": "vào", "date": "2024-11-15"}, True),
        ({"type": "chậm nhất", "date": "2024-11"}, False),
        ({"type": "trước", "date": "2024-12"}, False),
        ({"type": "trong", "date": "2024-11"}, False),
        ({"type": "khoảng", "from": "2024-11-01", "until": "2024-11-03"}, False),
        ({"type": "theo mốc", "date": "2024-11-15", "days": -3}, True),
        ({"type": "theo mốc", "date": "2024-11", "days": -3}, False),
        ({"type": "không nêu"}, False),
    ],
)
def test_only_what_names_a_day_falls_on_one(when: dict[str, Any], is_day: bool) -> None:
    plan = plan_with(when)
    milestone = plan.milestones[0]
    span = (times_in_plan(plan, milestone) or [UNBOUNDED])[0]

    assert is_on_a_day(plan, milestone, span) is is_day
