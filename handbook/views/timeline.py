"""The timeline of a plan, of the plans that carry out one directive, and of a whole family.

What falls due, the time each thing has, and the period reported on stand in one picture, so that
times that contradict each other can be seen; they are told in words as well.  Terms of office and
visions of decades would press everything else together, so they are cut at the picture's edges.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from handbook.dates.calendar import is_real, span
from handbook.dates.conflicts import early_reports, late_figures
from handbook.dates.in_plan import say_in_plan, times_in_plan
from handbook.dates.occurrences import occurrences
from handbook.dates.words import say, say_day, say_partial
from handbook.model.date_expression import Recurring
from handbook.model.document import Document
from handbook.model.plan import Milestone, Period, Plan
from handbook.views.addresses import address_of
from handbook.views.site import Site, document_name, newest_first

MAX_ROWS = 24
"""A picture of more rows is no longer read; the table of milestones has them all."""
MIN_ROWS = 2
MAX_PLANS = 6
"""How many plans one picture shows: more would be too small to read."""
_MARGIN = timedelta(days=10)
_PERIODS = ("kỳ số liệu", "năm công tác", "giai đoạn")


class Bar(NamedTuple):
    """A time in the picture: a bar, or a mark when it has no first day or only one."""

    first: date | None
    last: date


class Row(NamedTuple):
    """One line of the picture; `kind` is “mốc”, “kỳ” or “ban hành”."""

    href: str
    label: str
    words: str
    kind: str
    bars: list[Bar]
    is_in_conflict: bool


class Timeline(NamedTuple):
    """A picture ready to draw, and what contradicts itself in it, in words."""

    rows: list[Row]
    start: date
    end: date
    conflicts: list[str]
    left_out: int
    """How many lines there was no room for."""

    @property
    def heading(self) -> str:
        """Name the picture, and say how much in it contradicts itself."""
        if not self.conflicts:
            return "Dòng thời gian"
        rows = sum(row.is_in_conflict for row in self.rows)
        marked = f", {rows} dòng có dấu ⚠" if rows else ""
        return f"Dòng thời gian ({len(self.conflicts)} chỗ vướng nhau{marked})"


def timeline_of(
    site: Site, plans: Iterable[Plan], above: Iterable[Document] = ()
) -> Timeline | None:
    """Prepare the timeline of some plans, or None when there is too little to draw.

    Of the documents above them only the day of issue is drawn; it does not widen the picture.
    """
    chosen = list(plans)
    many = len(chosen) > 1
    milestones = [row for plan in chosen for row in _milestone_rows(plan, many)]
    conflicts = [words for plan in chosen for words in _conflicts(plan, many)]
    if not milestones or (len(milestones) < MIN_ROWS and not conflicts):
        return None
    issued = [row for plan in chosen for row in _issued_row(site, plan)]
    window = _window([*issued, *(row for row in milestones if row.kind == "mốc")])
    periods = [row for plan in chosen for row in _period_rows(plan, many)]
    before = [row for one in above for row in _issued_row(site, one)]
    rows = [*milestones, *periods, *issued, *before]
    shown = sorted(sorted(rows, key=lambda row: not row.is_in_conflict)[:MAX_ROWS], key=_order)
    return Timeline(shown, *window, conflicts, len(rows) - len(shown))


def plans_to_draw(plans: Iterable[Plan]) -> list[Plan]:
    """Choose the plans one picture has room for: the contradictory ones, then the newest."""
    return sorted(plans, key=lambda one: (not _contradicts(one), newest_first(one)))[:MAX_PLANS]


def _contradicts(plan: Plan) -> bool:
    return any(early_reports(plan)) or any(late_figures(plan))


def _window(rows: list[Row]) -> tuple[date, date]:
    days = [day for row in rows for bar in row.bars for day in bar if day]
    return min(days) - _MARGIN, max(days) + _MARGIN


def _order(row: Row) -> tuple[date, date]:
    bar = row.bars[0]
    return bar.last, bar.first or bar.last


def _named(plan: Plan, what: str, many: bool) -> str:
    return f"{plan.number or plan.short_title or document_name(plan)}: {what}" if many else what


def _issued_row(site: Site, document: Document) -> list[Row]:
    issued = document.issued
    if not issued or not is_real(issued):
        return []
    name = f"Ban hành {document_name(document)}"
    bar = Bar(*span(issued))
    return [
        Row(site.document(document.id).href, name, say_partial(issued), "ban hành", [bar], False)
    ]


def _milestone_rows(plan: Plan, many: bool) -> list[Row]:
    """Give a row for each milestone with a day; terms are drawn only as far as the others reach."""
    wrong = {id_ for one in early_reports(plan) for id_ in (one.report.id, one.event.id)}
    return [
        Row(
            f"{address_of('plan', plan.id)}#{one.id}",
            _named(plan, one.what.rstrip("."), many),
            say_in_plan(plan, one),
            "kỳ" if one.kind == "nhiệm kỳ" else "mốc",
            bars,
            one.id in wrong,
        )
        for one in plan.milestones
        if (bars := _bars(plan, one))
    ]


def _bars(plan: Plan, milestone: Milestone) -> list[Bar]:
    return [Bar(span.first, span.last) for span in times_in_plan(plan, milestone) if span.last]


def _period_rows(plan: Plan, many: bool) -> list[Row]:
    late = {one.period.id for one in late_figures(plan)}
    return [
        Row(
            f"{address_of('dossier', plan.id)}#{one.id}",
            _named(plan, one.what.rstrip("."), many),
            say(one.when),
            "kỳ",
            bars,
            one.id in late,
        )
        for one in plan.periods
        if one.kind in _PERIODS and (bars := _period_bars(one))
    ]


def _period_bars(period: Period) -> list[Bar]:
    if isinstance(period.when, Recurring):
        return []
    found = occurrences(period.when, date.min, date.max)
    return [Bar(one.first, one.last) for one in found if one.last]


def _conflicts(plan: Plan, many: bool) -> list[str]:
    reports = [
        f"“{one.report.what.rstrip('.')}” phải xong {say_day(one.report_last)}, trước khi "
        f"“{one.event.what.rstrip('.')}” kết thúc ({say_day(one.event_last)})"
        for one in early_reports(plan)
    ]
    figures = [
        f"số liệu tính đến {say_day(one.end)}, sau mốc cuối của văn bản ({say_day(one.latest)})"
        for one in late_figures(plan)
    ]
    return [_named(plan, words, many) for words in dict.fromkeys((*reports, *figures))]
