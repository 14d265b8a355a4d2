"""Paths of newcomers: what to read (with minutes), do, ask and know in 7, 30 and 90 days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from math import ceil
from typing import Any, NamedTuple

from pydantic import BaseModel

from handbook.model.path import (
    AreaReading,
    ConceptReading,
    DocumentReading,
    Knowing,
    Meeting,
    OutlineReading,
    PageReading,
    Path,
    PathReading,
    PathTask,
    ProcedureReading,
    Reading,
    RoleReading,
    Stage,
)
from handbook.text import sort_key
from handbook.views.addresses import address_of
from handbook.views.site import Link, Site
from handbook.walk import PROSE, walk

WORDS_A_MINUTE = 200
"""How fast an attentive reader reads; told on the page beside the minutes."""

STAGES = {7: "first_week", 30: "first_month", 90: "first_quarter"}
"""Days → the field of a path."""

_NOT_WORDS = re.compile(r"\{\{.*?\}\}|<[^>]+>")
_WORD = re.compile(r"\w+")


class ReadingView(NamedTuple):
    """A page to read: its link, what for, and about how many minutes (0: not known)."""

    link: Link
    note: str
    minutes: int


class PathTaskView(NamedTuple):
    """Something to do, with a task of a document and a page that help."""

    text: str
    links: list[Link]


class StageView(NamedTuple):
    """A stage ready to show."""

    anchor: str
    days: int
    goal: str
    read: list[ReadingView]
    minutes: int
    do: list[PathTaskView]
    meet: list[tuple[Meeting, list[Link]]]
    know: list[tuple[Knowing, Link]]


class PathRow(NamedTuple):
    """A path in a list."""

    link: Link
    summary: str
    minutes: int


def path_link(site: Site, path_id: str) -> Link:
    """Link a path by its title."""
    return Link(address_of("path", path_id), site.index.paths[path_id].title)


def reading_view(site: Site, reading: Reading) -> ReadingView:
    """Prepare a page to read."""
    words = _count_words(_texts(site, reading))
    return ReadingView(
        reading_link(site, reading), reading.note or "", ceil(words / WORDS_A_MINUTE)
    )


def reading_link(site: Site, reading: Reading) -> Link:
    """Link the page of a reading."""
    link: Link = _LINKS[type(reading)](site, reading)
    return link


_LINKS: dict[type[BaseModel], Callable[[Site, Any], Link]] = {
    ConceptReading: lambda site, one: Link(
        address_of("concept", one.concept), site.index.concepts[one.concept].title
    ),
    ProcedureReading: lambda site, one: Link(
        address_of("procedure", one.procedure), site.index.procedures[one.procedure].title
    ),
    DocumentReading: lambda site, one: site.document(one.document),
    OutlineReading: lambda site, one: site.outline(one.plan),
    AreaReading: lambda site, one: site.area(one.area),
    RoleReading: lambda site, one: site.role(one.role),
    PathReading: lambda site, one: path_link(site, one.path),
    PageReading: lambda site, one: Link(f"{one.page}/", one.text),
}


def _texts(site: Site, reading: Reading) -> Iterable[str]:
    """Give the prose of what is to be read; lists that are looked up, not read, have none."""
    index = site.index
    if isinstance(reading, ConceptReading):
        return (index.catalogue.written.get(f"khai-niem/{reading.concept}", ""),)
    if isinstance(reading, ProcedureReading):
        return _prose(index.procedures[reading.procedure])
    if isinstance(reading, DocumentReading):
        return _prose(index.documents[reading.document])
    if isinstance(reading, OutlineReading):
        return _prose(index.plans[reading.plan].outline)
    return ()


def _prose(record: BaseModel | None) -> Iterable[str]:
    return (hit.value for hit in walk(record, PROSE)) if record else ()


def _count_words(texts: Iterable[str]) -> int:
    return sum(len(_WORD.findall(_NOT_WORDS.sub(" ", text))) for text in texts)


def path_page(site: Site, path_id: str) -> dict[str, Any]:
    """Prepare the page of a path."""
    path = site.index.paths[path_id]
    return {
        "name": path.title,
        "path": path,
        "role": site.role(path.role),
        "stages": _stages(site, path),
        "words_a_minute": WORDS_A_MINUTE,
    }


def _stages(site: Site, path: Path) -> list[StageView]:
    return [_stage_view(site, days, getattr(path, name)) for days, name in STAGES.items()]


def stage_anchor(days: int) -> str:
    """Give the HTML id of a stage."""
    return f"ngay-{days}"


def _stage_view(site: Site, days: int, stage: Stage) -> StageView:
    readings = [reading_view(site, one) for one in stage.read]
    return StageView(
        anchor=stage_anchor(days),
        days=days,
        goal=stage.goal,
        read=readings,
        minutes=sum(one.minutes for one in readings),
        do=[_task_view(site, one) for one in stage.do],
        meet=[(one, site.bodies(one.bodies)) for one in stage.meet],
        know=[(one, reading_link(site, one.where)) for one in stage.know],
    )


def _task_view(site: Site, task: PathTask) -> PathTaskView:
    links = [reading_link(site, task.page)] if task.page else []
    if task.item:
        plan_id, _, item_id = task.item.partition("#")
        link = site.document(plan_id)
        links.append(Link(f"{link.href}#{item_id}", f"Ví dụ trong {link.text}", link.hint))
    return PathTaskView(task.text, links)


def ordered_paths(site: Site) -> list[Path]:
    """Give the paths in the order their records name."""
    return sorted(site.index.paths.values(), key=lambda one: (one.order, sort_key(one.title)))


def paths_list(site: Site) -> dict[str, Any]:
    """List the paths."""
    return {
        "rows": [
            PathRow(
                path_link(site, one.id),
                one.summary,
                sum(stage.minutes for stage in _stages(site, one)),
            )
            for one in ordered_paths(site)
        ]
    }


def paths_of_role(site: Site, role_id: str) -> list[Link]:
    """Link the paths of a role."""
    return [path_link(site, one.id) for one in ordered_paths(site) if one.role == role_id]


def ways_in(site: Site) -> list[dict[str, Any]]:
    """Prepare the ways in of the home page."""
    ways = sorted(site.index.ways.values(), key=lambda one: (one.order, sort_key(one.title)))
    return [
        {
            "id": one.id,
            "title": one.title,
            "pages": [(reading_link(site, page), page.note or "") for page in one.pages],
        }
        for one in ways
    ]
