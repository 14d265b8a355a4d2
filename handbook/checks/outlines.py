"""Checks of outlines: the numbers of sibling sections."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.numbering import Slip, find_slip, read_number
from handbook.checks.registry import Found, found, loaded_plans
from handbook.index import Index
from handbook.model.outline import Section
from handbook.model.plan import Plan
from handbook.problems import KeyPath

_Siblings = tuple[KeyPath, Section | None, tuple[Section, ...], tuple[int, ...]]
"""The place of some sections, the section they stand in, the sections, where they may begin."""

_ABOUT_NUMBERS = re.compile(r"đánh số|số mục|số thứ tự|thứ tự|không có số", re.IGNORECASE)


def check_section_numbers(index: Index) -> Iterator[Found]:
    """The numbers of sibling sections must follow one another in one style."""
    for loaded, plan in loaded_plans(index):
        for where, slip in _slips(plan):
            hint = (
                "Kiểm tra lại văn bản. Nếu văn bản in như vậy, giữ nguyên và thêm một ghi chú "
                "về số mục ở cùng dòng."
            )
            place = (*where, slip.position, "number")
            yield found(loaded, "DE-CUONG-01", place, slip.problem, hint)


def _slips(plan: Plan) -> Iterator[tuple[KeyPath, Slip]]:
    for where, parent, sections, starts in _siblings_of(plan):
        slip = find_slip([section.number for section in sections], starts)
        slip = slip or _wrong_prefix(parent, sections)
        if slip and not _is_noted(plan, sections[slip.position]):
            yield where, slip


def is_numbered_well(plan: Plan) -> bool:
    """Tell whether nothing is wrong with the numbers of a plan's outline."""
    return not any(_slips(plan)) and not any(_unnumbered(plan))


def _siblings_of(plan: Plan) -> Iterator[_Siblings]:
    if plan.outline:
        yield from _walk(("outline", "sections"), None, plan.outline.sections, (1,))


def _walk(
    where: KeyPath, parent: Section | None, sections: tuple[Section, ...], starts: tuple[int, ...]
) -> Iterator[_Siblings]:
    yield where, parent, sections, starts
    begin: tuple[int, ...] = (1,)
    for number, section in enumerate(sections):
        if section.children:
            yield from _walk((*where, number, "children"), section, section.children, begin)
        # The sections of a second part may go on counting where the first part ended.
        begin = (1, *_next_ordinals(section)) if _is_part(section) else (1,)


def _is_part(section: Section) -> bool:
    return (section.number or "").upper().startswith("PHẦN")


def _next_ordinals(section: Section) -> tuple[int, ...]:
    last = section.children[-1].number if section.children else None
    return tuple(reading.ordinal + 1 for reading in read_number(last)) if last else ()


def _wrong_prefix(parent: Section | None, sections: tuple[Section, ...]) -> Slip | None:
    """Compare `3.1` with the number of the section it stands in, when that is a number, too."""
    own = (parent.number or "").rstrip(".) ") if parent else ""
    number = sections[0].number or ""
    if not own.replace(".", "").isdecimal() or "." not in number.rstrip("."):
        return None
    prefix = number.rstrip(".").rpartition(".")[0]
    if prefix in (own, own.rpartition(".")[2]):
        return None
    return Slip(0, f"mục “{number}” đứng trong mục “{own}”")


def _is_noted(plan: Plan, section: Section) -> bool:
    """Tell whether an editorial note explains the numbers at these lines."""
    lines = set(section.at.lines)
    return any(
        lines & set(note.at.lines) and _ABOUT_NUMBERS.search(note.problem) for note in plan.notes
    )


def check_sections_are_numbered(index: Index) -> Iterator[Found]:
    """A section among numbered siblings must have a number."""
    for loaded, plan in loaded_plans(index):
        for where, section in _unnumbered(plan):
            message = f"mục “{section.heading[:60]}” không có số, các mục cùng cấp có số"
            hint = (
                "Điền số mục như in. Nếu văn bản không in số, thêm một ghi chú về số mục ở cùng "
                "dòng."
            )
            yield found(loaded, "DE-CUONG-02", (*where, "number"), message, hint)


def _unnumbered(plan: Plan) -> Iterator[tuple[KeyPath, Section]]:
    for where, _, sections, _ in _siblings_of(plan):
        if any(section.number for section in sections):
            for number, section in enumerate(sections):
                if section.number is None and not _is_noted(plan, section):
                    yield (*where, number), section
