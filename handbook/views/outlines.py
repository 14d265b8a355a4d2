"""Sections of report outlines as links: those a body writes, those of an area."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from handbook.model.plan import Plan
from handbook.outline_sections import PlacedSection
from handbook.views.addresses import address_of
from handbook.views.items import section_anchor
from handbook.views.site import Link, Site, document_name, newest_first

MAX_SECTIONS = 300


class SectionLink(NamedTuple):
    """A link to an outline section, and the plan whose outline it is."""

    link: Link
    plan: str


def section_link(plan: Plan, placed: PlacedSection) -> SectionLink:
    """Link a section by its number and heading."""
    number, _, section = placed
    href = f"{address_of('outline', plan.id)}#{section_anchor(number)}"
    text = f"Mục {number}. {section.heading}" if section.number else section.heading
    return SectionLink(Link(href, text), document_name(plan))


def contributed_sections(site: Site, bodies: Iterable[str]) -> list[SectionLink]:
    """Link the sections that bodies are told to write, newest plans first."""
    found = {
        (plan.id, placed.number): (plan, placed)
        for body in bodies
        for plan, placed in site.index.sections_by_contributor.get(body, ())
    }
    return _links(found.values())


def area_sections(site: Site, areas: Iterable[str]) -> list[SectionLink]:
    """Link the sections that report on areas, newest plans first."""
    found = {
        (plan.id, placed.number): (plan, placed)
        for area in areas
        for plan, placed in site.index.sections_in_area.get(area, ())
    }
    return _links(found.values())


def _links(placed: Iterable[tuple[Plan, PlacedSection]]) -> list[SectionLink]:
    ordered = sorted(placed, key=lambda one: newest_first(one[0]))
    return [section_link(plan, section) for plan, section in ordered[:MAX_SECTIONS]]
