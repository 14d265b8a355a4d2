"""Checks of references to what stands inside a record: items, sources, sections of an outline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from handbook.checks.outlines import is_numbered_well
from handbook.checks.references import ask_near, plan_item_references
from handbook.checks.registry import Found, found, loaded_plans
from handbook.index import Index
from handbook.load.record_file import LoadedRecord
from handbook.model.base import EditorialNote, Model, Source
from handbook.model.date_expression import DateExpression, Impossible, Relative, Several
from handbook.model.document import Directive, Document
from handbook.model.plan import Milestone, Period, Plan, Target
from handbook.model.reference import Body, Role
from handbook.outline_sections import SectionAddress, fold_section
from handbook.problems import KeyPath


class _ItemReference(NamedTuple):
    """A reference to an item of the same record; `kinds` are the Vietnamese names it may have."""

    where: KeyPath
    target: str
    kinds: tuple[str, ...]


_MILESTONE, _PERIOD, _TARGET, _TASK, _NOTE = "mốc", "thời kỳ", "chỉ tiêu", "nhiệm vụ", "ghi chú"
_COLLECTIONS = (
    ("tasks", _TASK),
    ("milestones", _MILESTONE),
    ("periods", _PERIOD),
    ("targets", _TARGET),
    ("notes", _NOTE),
)
_ANY_ITEM = tuple(name for _, name in _COLLECTIONS)


def check_items_exist(index: Index) -> Iterator[Found]:
    """A milestone, period, target, note or source named inside a record must stand in it."""
    for loaded in index.catalogue.loaded:
        record = loaded.record
        if isinstance(record, Plan):
            items = items_of(record)
            for reference in (*_plan_items(record), *_notes_about(record.notes)):
                if items.get(reference.target) not in reference.kinds:
                    yield _no_item(loaded, reference, items)
        elif isinstance(record, Directive):
            notes = {note.id: _NOTE for note in record.notes}
            for reference in _notes_about(record.notes):
                if reference.target not in notes:
                    yield _no_item(loaded, reference, notes)
        yield from _unknown_sources(loaded)
    yield from _unknown_plan_item_references(index)


def items_of(plan: Plan) -> dict[str, str]:
    """Give the items of a plan: id → what it is, in Vietnamese."""
    return {item.id: name for field, name in _COLLECTIONS for item in getattr(plan, field)}


def _plan_items(plan: Plan) -> Iterator[_ItemReference]:
    for number, task in enumerate(plan.tasks):
        if task.milestone:
            yield _ItemReference(("tasks", number, "milestone"), task.milestone, (_MILESTONE,))
        if task.period:
            yield _ItemReference(("tasks", number, "period"), task.period, (_PERIOD,))
        for position, target in enumerate(task.targets):
            yield _ItemReference(("tasks", number, "targets", position), target, (_TARGET,))
    for number, participant in enumerate(plan.participants):
        where = ("participants", number, "milestone")
        yield _ItemReference(where, participant.milestone, (_MILESTONE,))
    for field in ("milestones", "periods", "targets"):
        for number, item in enumerate(getattr(plan, field)):
            for place, when in times_of(item):
                yield from _in_time((field, number, *place), when)


def times_of(item: Milestone | Period | Target) -> Iterator[tuple[KeyPath, DateExpression]]:
    """Yield every date expression of an item with its place: as printed, then as moved."""
    if item.when is not None:
        yield ("when",), item.when
    for number, move in enumerate(getattr(item, "moved", ())):
        yield ("moved", number, "when"), move.when


def _in_time(place: KeyPath, when: DateExpression) -> Iterator[_ItemReference]:
    if isinstance(when, Impossible):
        yield _ItemReference((*place, "note"), when.note, (_NOTE,))
    elif isinstance(when, Relative) and when.milestone:
        yield _ItemReference((*place, "milestone"), when.milestone, (_MILESTONE,))
    elif isinstance(when, Several):
        for number, part in enumerate(when.parts):
            yield from _in_time((*place, "parts", number), part)


def _notes_about(notes: tuple[EditorialNote, ...]) -> Iterator[_ItemReference]:
    for number, note in enumerate(notes):
        for position, target in enumerate(note.about):
            yield _ItemReference(("notes", number, "about", position), target, _ANY_ITEM)


def _no_item(loaded: LoadedRecord, reference: _ItemReference, items: dict[str, str]) -> Found:
    wanted = " hay ".join(reference.kinds) if len(reference.kinds) == 1 else "mục"
    actual = items.get(reference.target)
    message = f"trong văn bản này không có {wanted} “{reference.target}”"
    if actual:
        message = f"“{reference.target}” là {actual}, ở đây cần {wanted}"
    known = [item for item, kind in items.items() if kind in reference.kinds]
    hint = ask_near(reference.target, known) + _listed(known)
    return found(loaded, "THAM-CHIEU-03", reference.where, message, hint)


def _listed(known: list[str]) -> str:
    if not known:
        return "Văn bản này chưa có mục nào như thế."
    return "Đang có: " + ", ".join(known[:12]) + ("…" if len(known) > 12 else ".")


def _unknown_sources(loaded: LoadedRecord) -> Iterator[Found]:
    record = loaded.record
    sources: tuple[Source, ...] = getattr(record, "sources", ())
    known = {source.id for source in sources}
    for where, target in _source_references(record):
        if target not in known:
            message = f"bản ghi này không có nguồn “{target}”"
            hint = ask_near(target, known) + "Các nguồn ghi ở “sources”."
            yield found(loaded, "THAM-CHIEU-03", where, message, hint)


def _source_references(record: Model) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(record, Document):
        for number, relation in enumerate(record.relations):
            if relation.source:
                yield ("relations", number, "source"), relation.source
        if record.validity and record.validity.source:
            yield ("validity", "source"), record.validity.source
    if isinstance(record, Body) and record.existed:
        yield ("existed", "source"), record.existed.source
    if isinstance(record, Directive | Body | Role):
        for number, fact in enumerate(record.facts):
            yield ("facts", number, "source"), fact.source


_KINDS_IN_STEP = {"milestones": (_MILESTONE,), "note": (_NOTE,)}
"""Field of a step → the kinds of item it may name; other fields name any."""


def _unknown_plan_item_references(index: Index) -> Iterator[Found]:
    for loaded, where, reference in plan_item_references(index):
        plan_id, _, item = reference.partition("#")
        plan = index.plans.get(plan_id)
        if plan is None:
            continue
        items = items_of(plan)
        field = next(key for key in reversed(where) if isinstance(key, str))
        kinds = _KINDS_IN_STEP.get(field, _ANY_ITEM)
        if items.get(item) not in kinds:
            yield _not_in_plan(loaded, where, reference, items, kinds)


def _not_in_plan(
    loaded: LoadedRecord,
    where: KeyPath,
    reference: str,
    items: dict[str, str],
    kinds: tuple[str, ...],
) -> Found:
    plan_id, _, item = reference.partition("#")
    known = [one for one, kind in items.items() if kind in kinds]
    message = f"văn bản “{plan_id}” không có mục “{item}”"
    if item in items:
        message = f"“{reference}” là {items[item]}, ở đây cần {' hay '.join(kinds)}"
    return found(loaded, "THAM-CHIEU-03", where, message, ask_near(item, known) + _listed(known))


def check_sections_exist(index: Index) -> Iterator[Found]:
    """A section that a task feeds must stand in the outline of its plan."""
    for loaded, plan in loaded_plans(index):
        if not any(task.sections for task in plan.tasks):
            continue
        numbers = index.section_choices[plan.id]
        unknown = [
            (("tasks", number, "sections", position), section)
            for number, task in enumerate(plan.tasks)
            for position, section in enumerate(task.sections)
            if fold_section(section) not in numbers
        ]
        if unknown and _outlines_are_sound(index, plan):
            for where, section in unknown:
                yield _no_section(loaded, where, section, numbers)


def _outlines_are_sound(index: Index, plan: Plan) -> bool:
    """Tell whether the outlines a plan's tasks may name loaded, and have no wrong numbers."""
    asked = {milestone.outline for milestone in plan.milestones if milestone.outline}
    if not asked.isdisjoint(index.catalogue.failed.get("plan", ())):
        return False
    outlines = [plan, *(index.plans[one] for one in asked if one in index.plans)]
    return all(is_numbered_well(one) for one in outlines)


def _no_section(
    loaded: LoadedRecord, where: KeyPath, section: str, numbers: dict[str, SectionAddress]
) -> Found:
    known = list(dict.fromkeys(address.number for address in numbers.values()))
    message = f"đề cương không có mục “{section}”"
    hint = ask_near(section, known) + "Ghi số mục như “II.1”; xem phần “outline” của văn bản."
    if not known:
        hint = "Văn bản này không có đề cương: xóa “sections” ở nhiệm vụ này."
    return found(loaded, "THAM-CHIEU-05", where, message, hint)
