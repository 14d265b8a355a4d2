"""Checks of dates: days that exist, right weekdays, ends after beginnings, sensible deadlines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from handbook.checks.items import times_of
from handbook.checks.loops import find_loops, show_loop
from handbook.checks.registry import (
    Found,
    found,
    loaded_documents,
    loaded_of,
    loaded_plans,
)
from handbook.dates.bounds import last_permitted_day
from handbook.dates.calendar import (
    days_in_month,
    first_day,
    is_day,
    is_real,
    last_day,
    name_weekday,
)
from handbook.dates.conflicts import early_reports, late_figures
from handbook.dates.words import say_day
from handbook.index import Index
from handbook.load.record_file import LoadedRecord
from handbook.model.date_expression import (
    Before,
    By,
    DateExpression,
    On,
    Range,
    Recurring,
    Relative,
    Several,
    Term,
    Within,
)
from handbook.model.plan import Plan
from handbook.model.reference import Body
from handbook.problems import KeyPath
from handbook.walk import find_dates


class _Dated(NamedTuple):
    """A date expression with its plan and place."""

    loaded: LoadedRecord
    plan: Plan
    where: KeyPath
    when: DateExpression


def _expressions(index: Index) -> Iterator[_Dated]:
    for loaded, plan in loaded_plans(index):
        for field in ("milestones", "periods", "targets"):
            for number, item in enumerate(getattr(plan, field)):
                for place, when in times_of(item):
                    yield from _with_parts(_Dated(loaded, plan, (field, number, *place), when))


def _with_parts(dated: _Dated) -> Iterator[_Dated]:
    yield dated
    if isinstance(dated.when, Several):
        for number, part in enumerate(dated.when.parts):
            yield dated._replace(where=(*dated.where, "parts", number), when=part)


def check_days_exist(index: Index) -> Iterator[Found]:
    """A date must name a day that exists, in a likely year."""
    for loaded in index.catalogue.loaded:
        for where, value in find_dates(loaded.record):
            if is_real(value):
                continue
            message = f"“{value}” là ngày không có thật"
            if is_real(value[:4]):
                hint = f"Tháng đó không có ngày {value[8:]}. Kiểm tra lại văn bản."
            else:
                hint = f"Năm {value[:4]} có lẽ gõ nhầm."
            if "when" in where:
                hint += " Nếu văn bản in như vậy, dùng “type: không có thật” kèm một ghi chú."
            yield found(loaded, "NGAY-01", where, message, hint)


def check_weekdays(index: Index) -> Iterator[Found]:
    """A printed weekday must be that of its day."""
    for loaded, _, where, when in _expressions(index):
        if not isinstance(when, On | Before | By) or when.weekday is None:
            continue
        place = (*where, "weekday")
        if not is_day(when.date):
            hint = "Thứ chỉ ghi khi văn bản nêu rõ ngày: ghi đủ ngày, hoặc xóa “weekday”."
            yield found(loaded, "NGAY-02", place, f"“{when.date}” không phải một ngày", hint)
        elif is_real(when.date):
            day = first_day(when.date)
            if name_weekday(day) != when.weekday:
                message = f"ngày {say_day(day)} là {name_weekday(day)}, không phải {when.weekday}"
                hint = (
                    "Nếu gõ nhầm thì sửa ngày hoặc thứ. Nếu văn bản in sai thì xóa “weekday”, giữ "
                    "nguyên văn ở “printed” và thêm một ghi chú."
                )
                yield found(loaded, "NGAY-02", place, message, hint)


def check_ends_follow_beginnings(index: Index) -> Iterator[Found]:
    """`until` must not come before `from`."""
    for loaded, where, start, until in _spans(index):
        if start and until and is_real(start) and is_real(until) and _ends_before(start, until):
            message = f"kết thúc ({until}) trước khi bắt đầu ({start})"
            hint = "Kiểm tra lại “from” và “until”; có thể hai giá trị bị đổi chỗ."
            yield found(loaded, "NGAY-03", (*where, "until"), message, hint)


_Span = tuple[LoadedRecord, KeyPath, str | None, str | None]


def _spans(index: Index) -> Iterator[_Span]:
    for loaded, _, where, when in _expressions(index):
        if isinstance(when, Range | Recurring | Term):
            yield loaded, where, when.start, when.until
    for loaded, document in loaded_documents(index):
        if document.validity:
            yield loaded, ("validity",), document.validity.start, document.validity.until
    for loaded, body in loaded_of(index, "body", Body):
        if body.existed:
            yield loaded, ("existed",), body.existed.start, body.existed.until


def _ends_before(start: str, until: str) -> bool:
    """Compare at mixed precision: only when no day could be in order."""
    return last_day(until) < first_day(start)


def check_within_names_a_period(index: Index) -> Iterator[Found]:
    """`trong` must name a month or longer, not a day."""
    for loaded, _, where, when in _expressions(index):
        if isinstance(when, Within) and is_day(when.date):
            message = f"“trong” không dùng với một ngày ({when.date})"
            hint = "Dùng “type: vào” cho một ngày; “trong” cho tháng, quý, nửa năm hoặc năm."
            yield found(loaded, "NGAY-04", (*where, "date"), message, hint)


def check_recurring_day_exists(index: Index) -> Iterator[Found]:
    """The day a recurring duty falls due must exist in the month it names."""
    for loaded, _, where, when in _expressions(index):
        if not isinstance(when, Recurring) or when.due is None:
            continue
        month, day = when.due.month, when.due.day
        if isinstance(month, int) and isinstance(day, int) and day > days_in_month(month):
            message = f"tháng {month} không có ngày {day}"
            hint = f"Tháng {month} có nhiều nhất {days_in_month(month)} ngày: kiểm tra lại văn bản."
            yield found(loaded, "NGAY-06", (*where, "due", "day"), message, hint)


def check_deadline_follows_issue(index: Index) -> Iterator[Found]:
    """A deadline should not lie before the document was issued (a hint)."""
    for loaded, plan in loaded_plans(index):
        if plan.issued is None or not is_real(plan.issued):
            continue
        issued = first_day(plan.issued)
        for number, milestone in enumerate(plan.milestones):
            last = _last(milestone.current)
            if milestone.kind == "nhiệm kỳ" or last is None or last >= issued:
                continue
            if _is_noted(plan, milestone.id):
                continue
            message = f"hạn ({say_day(last)}) trước ngày ban hành ({say_day(issued)})"
            hint = "Kiểm tra lại năm. Nếu văn bản in như vậy, thêm một ghi chú về mốc này."
            where = ("milestones", number, "when")
            yield found(loaded, "NGAY-07", where, message, hint, level="lưu ý")


def _last(when: DateExpression | None) -> date | None:
    """Give the last day an expression allows, or None when it names none or an unreal one."""
    if when is None or not all(is_real(value) for _, value in find_dates(when)):
        return None
    return last_permitted_day(when)


def _is_noted(plan: Plan, item: str) -> bool:
    """Tell whether an editorial note already speaks of an item: then the hint has done its work."""
    return any(item in note.about for note in plan.notes)


def check_report_follows_its_window(index: Index) -> Iterator[Found]:
    """A report should not be due before what it reports on is over (a hint)."""
    for loaded, plan in loaded_plans(index):
        yield from _early_reports(loaded, plan)
        yield from _late_figures(loaded, plan)


def _early_reports(loaded: LoadedRecord, plan: Plan) -> Iterator[Found]:
    for report, report_last, event, event_last in early_reports(plan):
        if _is_noted(plan, report.id):
            continue
        message = (
            f"báo cáo phải gửi ({say_day(report_last)}) trước khi “{event.id}” xong "
            f"({say_day(event_last)})"
        )
        hint = "Kiểm tra lại hai hạn. Nếu văn bản in như vậy, thêm một ghi chú về mốc này."
        where = ("milestones", plan.milestones.index(report), "when")
        yield found(loaded, "NGAY-08", where, message, hint, level="lưu ý")


def _late_figures(loaded: LoadedRecord, plan: Plan) -> Iterator[Found]:
    late = list(late_figures(plan))
    told = {one.end for one in late if _is_noted(plan, one.period.id)}
    for period, end, latest in late:
        if end in told:  # a note about one period speaks of all that end with it
            continue
        message = f"số liệu tính đến {say_day(end)}, sau mốc cuối của văn bản ({say_day(latest)})"
        hint = "Kiểm tra lại kỳ số liệu. Nếu văn bản in như vậy, thêm một ghi chú về kỳ này."
        where = ("periods", plan.periods.index(period), "when")
        yield found(loaded, "NGAY-08", where, message, hint, level="lưu ý")


def check_relative_dates_have_no_loop(index: Index) -> Iterator[Found]:
    """A milestone must not be counted from itself, directly or through others."""
    for loaded, plan in loaded_plans(index):
        edges = {
            one.id: [one.current.milestone]
            if isinstance(one.current, Relative) and one.current.milestone
            else []
            for one in plan.milestones
        }
        for loop in find_loops(edges):
            number = next(n for n, one in enumerate(plan.milestones) if one.id == loop[0])
            message = f"các mốc tính theo nhau, đi vòng: {show_loop(loop)}"
            hint = "Một mốc trong vòng phải có ngày của chính nó."
            where = ("milestones", number, "when", "milestone")
            yield found(loaded, "NGAY-09", where, message, hint)
