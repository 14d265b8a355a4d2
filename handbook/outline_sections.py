"""The sections of a report outline: walked in order, each with a number of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from handbook.model.outline import Section
from handbook.model.plan import Plan


class PlacedSection(NamedTuple):
    """A section of an outline: its dotted number (“II.1”), its depth from 1, the section."""

    number: str
    depth: int
    item: Section


class SectionAddress(NamedTuple):
    """Where a section stands: the plan whose outline it is, and its number there."""

    plan_id: str
    number: str


def walk_sections(plan: Plan) -> Iterator[PlacedSection]:
    """Yield every section of a plan's outline in order, each with a number of its own.

    The parts of a report (“PHẦN THỨ NHẤT”) do not enter the numbers of the sections inside them:
    documents themselves speak of “mục II.1”, not of “phần thứ nhất, mục II.1”.  Only when a second
    part counts from I again do its sections bear the part's name too.
    """
    seen: set[str] = set()
    part = ""
    for placed in _walk(plan.outline.sections if plan.outline else (), "", 1):
        number = placed.number
        if is_part(number):
            part = number
        elif number in seen and part:
            number = f"{part}.{number}"
        seen.add(number)
        yield placed._replace(number=number)


def _walk(sections: tuple[Section, ...], prefix: str, depth: int) -> Iterator[PlacedSection]:
    for position, section in enumerate(sections, start=1):
        own = section.number or f"{prefix}-{position}"
        number = f"{prefix}.{own}" if prefix and section.number and not is_part(own) else own
        yield PlacedSection(number, depth, section)
        yield from _walk(section.children, "" if is_part(own) else number, depth + 1)


def is_part(number: str) -> bool:
    """Tell whether a section number is that of a part: “PHẦN THỨ NHẤT”."""
    return number.upper().startswith("PHẦN")


def fold_section(number: str) -> str:
    """Make spellings of one section number the same: “II. 1”, “ii,1”, “II.1.”."""
    return " ".join(number.casefold().replace(",", ".").replace(". ", ".").split()).strip(".")
