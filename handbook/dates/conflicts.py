"""Times of one plan that contradict each other: a report due before what it reports on is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from handbook.dates.bounds import last_permitted_day
from handbook.dates.calendar import first_day, last_day
from handbook.model.date_expression import DateExpression, On, Within
from handbook.model.plan import Milestone, Period, Plan

_A_QUARTER = 93


class EarlyReport(NamedTuple):
    """A report due before an event of the same body that it should report on."""

    report: Milestone
    report_last: date
    event: Milestone
    event_last: date


class LateFigures(NamedTuple):
    """Figures asked for until after the last time the plan names."""

    period: Period
    end: date
    latest: date


def early_reports(plan: Plan) -> Iterator[EarlyReport]:
    """Find the reports that are due before a conference or a deadline for the work itself."""
    dated = _dated(plan)
    latest: dict[str, tuple[date, Milestone]] = {}
    for one, last in dated:
        if one.kind in {"hội nghị", "hoàn thành"} and _is_narrow(one.current):
            for body in one.bodies:
                if body not in latest or last > latest[body][0]:
                    latest[body] = (last, one)
    for report, last in dated:
        if report.kind != "báo cáo":
            continue
        events = [latest[body] for body in report.bodies if body in latest]
        event_last, event = max(events, key=lambda pair: pair[0], default=(last, report))
        if event_last > last:
            yield EarlyReport(report, last, event, event_last)


def late_figures(plan: Plan) -> Iterator[LateFigures]:
    """Find the periods whose figures run past every milestone."""
    # A term that ends years later is no occasion to report the figures.
    latest = max((last for one, last in _dated(plan) if one.kind != "nhiệm kỳ"), default=None)
    for period in plan.periods:
        end = _last(period.when) if period.kind == "kỳ số liệu" else None
        if latest is not None and end is not None and end > latest:
            yield LateFigures(period, end, latest)


def _dated(plan: Plan) -> list[tuple[Milestone, date]]:
    lasts = ((one, _last(one.current)) for one in plan.milestones)
    return [(one, last) for one, last in lasts if last is not None]


def _last(when: DateExpression | None) -> date | None:
    """Give the last day an expression allows, or None when it names none or an unreal one."""
    try:
        return last_permitted_day(when) if when else None
    except ValueError:  # a day that does not exist: another check says so
        return None


def _is_narrow(when: DateExpression | None) -> bool:
    """Tell whether an event is tied to a quarter or less: “trong năm 2024” may be any day of it."""
    if isinstance(when, On | Within):
        return (last_day(when.date) - first_day(when.date)).days < _A_QUARTER
    return True
