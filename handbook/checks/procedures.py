"""Checks of procedures: nothing obligatory without its clause, steps whole and short to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from handbook.checks.registry import Found, found, loaded_of
from handbook.index import Index
from handbook.load.record_file import LoadedRecord
from handbook.model.plan import Plan
from handbook.model.reference import Procedure, Step
from handbook.problems import KeyPath
from handbook.walk import collect_places

MAX_WORDS = 90
"""The longest paragraph of a procedure page, in words: a new officer reads it on a phone."""

_ITEM_FIELDS = ("tasks", "milestones", "periods", "targets", "notes")

_Placed = tuple[LoadedRecord, int, Step]


def _steps(index: Index) -> Iterator[_Placed]:
    for loaded, procedure in loaded_of(index, "procedure", Procedure):
        for number, step in enumerate(procedure.steps):
            yield loaded, number, step


def check_steps_have_a_clause(index: Index) -> Iterator[Found]:
    """A step that cites no clause must be marked as advice of the editors."""
    for loaded, number, step in _steps(index):
        if not step.cites and not step.advice:
            message = f"bước “{step.title}” không dẫn điều khoản nào"
            hint = (
                "Ghi điều khoản ở “cites”. Nếu không văn bản nào nêu, đây là gợi ý của ban biên "
                "tập: thêm “advice: true”."
            )
            yield found(loaded, "QUY-TRINH-01", ("steps", number, "title"), message, hint)


def check_first_step_is_not_joined(index: Index) -> Iterator[Found]:
    """The first step has nothing before it to be joined to."""
    for loaded, number, step in _steps(index):
        if number == 0 and step.join:
            message = f"bước đầu tiên không thể nối bằng “{step.join}”"
            hint = "Xóa “join” ở bước này, hoặc đặt nó sau bước mà nó nối vào."
            yield found(loaded, "QUY-TRINH-02", ("steps", number, "join"), message, hint)


def check_joins_are_of_one_sort(index: Index) -> Iterator[Found]:
    """Steps joined in a row must all be joined by the same word: “A và B hoặc C” is unclear."""
    for loaded, procedure in loaded_of(index, "procedure", Procedure):
        for number, (before, step) in enumerate(pairwise(procedure.steps), start=1):
            if before.join and step.join and before.join != step.join:
                message = f"bước “{step.title}” nối bằng “{step.join}”, bước trước “{before.join}”"
                hint = "Trong một nhóm chỉ dùng “và” hoặc chỉ dùng “hoặc”; tách thành hai bước."
                yield found(loaded, "QUY-TRINH-03", ("steps", number, "join"), message, hint)


def check_steps_are_complete(index: Index) -> Iterator[Found]:
    """A step should say who does it, when, and what comes out (a hint)."""
    for loaded, number, step in _steps(index):
        missing = [
            words
            for words, is_there in (
                ("ai làm (bodies)", step.bodies or step.advice),
                ("khi nào (when hoặc milestones)", step.when or step.milestones),
                ("kết quả (result)", step.result),
            )
            if not is_there
        ]
        if missing:
            message = f"bước “{step.title}” chưa ghi {', '.join(missing)}"
            hint = "Văn bản không nêu thì ghi đúng như vậy, ví dụ “Văn bản không nêu ngày.”."
            place = ("steps", number, "title")
            yield found(loaded, "QUY-TRINH-04", place, message, hint, level="lưu ý")


def check_items_stand_at_the_clause(index: Index) -> Iterator[Found]:
    """A task or milestone named by a step must stand at a line the step cites."""
    for loaded, number, step in _steps(index):
        cited: dict[str, set[int]] = defaultdict(set)
        for one in step.cites:
            cited[one.document].update(one.at.lines)
        for where, reference in _named_items(number, step):
            lines = _lines_of_item(index, reference)
            if lines and cited[reference.partition("#")[0]].isdisjoint(lines):
                shown = ", ".join(str(line) for line in sorted(lines))
                message = f"“{reference}” đứng ở dòng {shown}, bước này không dẫn dòng đó"
                hint = "Thêm dòng đó vào “cites” của bước, hoặc sửa mã mục."
                yield found(loaded, "QUY-TRINH-05", where, message, hint)


def _named_items(number: int, step: Step) -> Iterator[tuple[KeyPath, str]]:
    for field in ("milestones", "items"):
        for position, reference in enumerate(getattr(step, field)):
            yield ("steps", number, field, position), reference


def _lines_of_item(index: Index, reference: str) -> set[int]:
    plan_id, _, item_id = reference.partition("#")
    plan = index.plans.get(plan_id)
    if plan is None:
        return set()
    items = (item for field in _ITEM_FIELDS for item in getattr(plan, field))
    return {line for item in items if item.id == item_id for line in item.at.lines}


def check_cited_lines_are_entered(index: Index) -> Iterator[Found]:
    """A line that a step cites must belong to some item of the plan: a blank line asks nothing."""
    entered: dict[str, set[int]] = {}
    for loaded, number, step in _steps(index):
        for position, cited in enumerate(step.cites):
            plan = index.plans.get(cited.document)
            if plan is None:
                continue
            if plan.id not in entered:
                entered[plan.id] = _entered_lines(plan)
            strange = [line for line in cited.at.lines if line not in entered[plan.id]]
            if strange and strange[-1] <= (plan.sources[0].lines or strange[-1]):
                message = f"dòng {strange[0]} của “{plan.id}” không có nội dung nào đã nhập"
                hint = "Xem lại số dòng trong tệp nguồn; dòng trống không nêu việc gì."
                where = ("steps", number, "cites", position, "at", "lines")
                yield found(loaded, "QUY-TRINH-06", where, message, hint)


def _entered_lines(plan: Plan) -> set[int]:
    return {line for at in collect_places(plan) for line in at.lines}


def check_outline_is_there(index: Index) -> Iterator[Found]:
    """The plan whose outline a step follows must have an outline."""
    for loaded, number, step in _steps(index):
        plan = index.plans.get(step.outline) if step.outline else None
        if plan and plan.outline is None:
            message = f"văn bản “{plan.id}” không có đề cương"
            hint = "Xóa “outline” ở bước này; mẫu khác thì ghi bằng lời ở “form”."
            yield found(loaded, "QUY-TRINH-07", ("steps", number, "outline"), message, hint)


def check_paragraphs_are_short(index: Index) -> Iterator[Found]:
    """A paragraph of a procedure should not be over 90 words (a hint)."""
    for loaded, procedure in loaded_of(index, "procedure", Procedure):
        for where, text in _paragraphs(procedure):
            words = len(text.split())
            if words > MAX_WORDS:
                message = f"đoạn này dài {words} chữ, quá {MAX_WORDS}"
                hint = "Viết câu ngắn hơn, hoặc tách thành hai bước."
                yield found(loaded, "QUY-TRINH-08", where, message, hint, level="lưu ý")


def _paragraphs(procedure: Procedure) -> Iterator[tuple[KeyPath, str]]:
    yield ("summary",), procedure.summary
    for number, step in enumerate(procedure.steps):
        for field in ("text", "when", "form", "result"):
            if text := getattr(step, field):
                yield ("steps", number, field), text
        for position, pitfall in enumerate(step.pitfalls):
            yield ("steps", number, "pitfalls", position, "text"), pitfall.text
