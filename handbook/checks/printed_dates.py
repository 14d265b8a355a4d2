"""Checks of what a record says of time against the words the document prints."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from handbook.checks.items import times_of
from handbook.checks.registry import Found, found, loaded_plans
from handbook.dates.bounds import first_permitted_day, last_permitted_day
from handbook.dates.calendar import is_real, last_day
from handbook.dates.occurrences import occurrences
from handbook.dates.reading import Unreal, read
from handbook.dates.words import say, say_day
from handbook.index import Index
from handbook.model.date_expression import DateExpression, Impossible, On, Range, Recurring
from handbook.model.plan import Plan
from handbook.walk import find_dates

_SAMPLE = (date(2020, 1, 1), date(2021, 12, 31))
"""Two years, one of them a leap year: recurrences that differ do so here."""


def check_times_agree_with_print(index: Index) -> Iterator[Found]:
    """A date must be the one its printed words name, where these are understood (a hint)."""
    for loaded, plan in loaded_plans(index):
        for field in ("milestones", "periods", "targets"):
            for number, item in enumerate(getattr(plan, field)):
                for place, when in times_of(item):
                    message = _disagreement(when)
                    if message and not any(item.id in note.about for note in plan.notes):
                        where = (field, number, *place)
                        hint = (
                            "Sửa ngày hoặc nguyên văn cho khớp với bản in. Nếu đã đúng, giải thích "
                            "bằng một ghi chú về mục này."
                        )
                        yield found(loaded, "NGAY-10", where, message, hint, level="lưu ý")


def _disagreement(when: DateExpression) -> str:
    """Say how a time differs from its printed words, or give nothing."""
    if not all(is_real(value) for _, value in find_dates(when)):
        return ""  # another check says so
    printed = read(when.printed)
    if isinstance(printed, Unreal):
        if isinstance(when, Impossible):
            return ""
        return f"văn bản in một ngày không có thật (“{when.printed}”), bản ghi lại có ngày"
    if printed is None or _agree(when, printed):
        return ""
    return f"nguyên văn “{when.printed}” nghĩa là {say(printed)}, bản ghi nói: {say(when)}"


def _agree(when: DateExpression, printed: DateExpression) -> bool:
    if isinstance(when, Recurring) and isinstance(printed, Recurring):
        if when.due is None or printed.due is None:
            return True  # one of them may know more from the words around
        return occurrences(when.model_copy(update=_NO_WINDOW), *_SAMPLE) == occurrences(
            printed.model_copy(update=_NO_WINDOW), *_SAMPLE
        )
    if isinstance(when, Impossible):
        return last_permitted_day(printed) is None
    own = first_permitted_day(when), last_permitted_day(when)
    said = first_permitted_day(printed), last_permitted_day(printed)
    if isinstance(when, On) and isinstance(printed, Range):
        return own[1] == said[1]  # an anniversary: “(28/7/1929-28/7/2024)”
    return all(
        mine is None or theirs is None or mine == theirs
        for mine, theirs in zip(own, said, strict=True)
    )


_NO_WINDOW = {"start": None, "until": None}


def check_moves_follow_what_they_move(index: Index) -> Iterator[Found]:
    """A document that moves a milestone must be another, later one, and set another time."""
    for loaded, plan in loaded_plans(index):
        for number, milestone in enumerate(plan.milestones):
            before = milestone.when
            for position, move in enumerate(milestone.moved):
                where = ("milestones", number, "moved", position)
                if message := _wrong_mover(index, plan, move.by):
                    hint = "Ghi mã của văn bản ra sau đã dời mốc này; kiểm tra ngày ban hành."
                    yield found(loaded, "NGAY-11", (*where, "by"), message, hint)
                elif before is not None and _without_print(before) == _without_print(move.when):
                    message = f"thời gian mới cũng là thời gian cũ: {say(move.when)}"
                    hint = "Ghi đúng thời gian mà văn bản dời nêu, hoặc bỏ lần dời này."
                    yield found(loaded, "NGAY-11", (*where, "when"), message, hint)
                before = move.when


def _wrong_mover(index: Index, plan: Plan, mover_id: str) -> str:
    mover = index.documents.get(mover_id)
    if mover is None:
        return ""  # another check says so
    if mover.id == plan.id:
        return "văn bản không thể tự dời mốc của chính nó"
    values = (mover.issued, plan.issued)
    if not all(value and is_real(value) for value in values):
        return ""
    moved_on, issued_on = (last_day(value) for value in values if value)
    if moved_on < issued_on:
        return f"văn bản dời ({say_day(moved_on)}) ra trước văn bản này ({say_day(issued_on)})"
    return ""


def _without_print(when: DateExpression) -> DateExpression:
    return when.model_copy(update={"printed": ""})
