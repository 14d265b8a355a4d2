"""Sections of report outlines as links: those a body writes, those of an area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from handbook.model.plan import Plan
from handbook.outline_sections import PlacedSection
from handbook.views.addresses import address_of
from handbook.views.items import section_anchor
from handbook.views.parts import Folded, LongList, fold
from handbook.views.site import Link, Site, document_name, newest_first

MAX_SECTIONS = 300
"""How many sections a page tells; the plans that hold the others are a line each."""

SectionOf = tuple[Plan, PlacedSection]


class SectionLink(NamedTuple):
    """A link to an outline section, and the plan whose outline it is."""

    link: Link
    plan: str


class Sections(NamedTuple):
    """Sections shown one by one, and the plans whose sections are folded away."""

    rows: list[SectionLink]
    folded: Folded
    total: int

    def __bool__(self) -> bool:
        return bool(self.rows)


def section_link(plan: Plan, placed: PlacedSection) -> SectionLink:
    """Link a section by its number and heading."""
    number, _, section = placed
    href = f"{address_of('outline', plan.id)}#{section_anchor(number)}"
    text = f"Mục {number}. {section.heading}" if section.number else section.heading
    return SectionLink(Link(href, text), document_name(plan))


def limited_sections(placed: Sequence[SectionOf], older: LongList) -> Sections:
    """Prepare sections, which stand in the order in which they are to be shown."""
    shown = [section_link(*one) for one in placed[:MAX_SECTIONS]]
    return Sections(shown, fold(older), len(placed))


def older_sections(placed: Sequence[SectionOf]) -> Iterator[tuple[str, str]]:
    """Give the plans whose sections are not shown, with how many they are."""
    counts = Counter(plan.id for plan, _ in placed[MAX_SECTIONS:])
    return ((plan_id, f"{count} mục") for plan_id, count in counts.items())


def contributed_sections(site: Site, bodies: Iterable[str]) -> list[SectionOf]:
    """Give the sections that bodies are told to write, newest plans first."""
    contributed = site.index.sections_by_contributor
    return _ordered(one for body in bodies for one in contributed.get(body, ()))


def area_sections(site: Site, areas: Iterable[str]) -> list[SectionOf]:
    """Give the sections that report on areas, newest plans first."""
    in_area = site.index.sections_in_area
    return _ordered(one for area in areas for one in in_area.get(area, ()))


def _ordered(placed: Iterable[SectionOf]) -> list[SectionOf]:
    """Give each section once, newest plans first."""
    found = {(plan.id, section.number): (plan, section) for plan, section in placed}
    return sorted(found.values(), key=lambda one: newest_first(one[0]))
