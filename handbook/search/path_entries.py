"""Entries of the newcomers' paths, a section for each stage."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.path import Path, Stage
from handbook.search.entries import Entry, Section
from handbook.views.paths import STAGES, path_link, stage_anchor
from handbook.views.site import Site

_STANDING = 0.5
_CONTEXT = "lộ trình người mới, mới nhận nhiệm vụ, nên đọc gì, làm gì, gặp ai"


def path_entries(site: Site) -> Iterator[Entry]:
    """Yield an entry for every path."""
    return (_path_entry(site, one) for one in site.index.paths.values())


def _path_entry(site: Site, path: Path) -> Entry:
    link = path_link(site, path.id)
    head = Section(
        kind="l",
        href=link.href,
        title=link.text,
        text=path.summary,
        fields=(("title", link.text), ("body", path.summary), ("context", _CONTEXT)),
        roles=(site.role(path.role).text,),
        names=(link.text,),
    )
    sections = tuple(_section(path, days, getattr(path, name)) for days, name in STAGES.items())
    return Entry(
        head=head,
        id=path.id,
        label="Lộ trình",
        standing=_STANDING,
        sections=lambda: sections,
    )


def _section(path: Path, days: int, stage: Stage) -> Section:
    heading = f"{days} ngày: {stage.goal}"
    text = " ".join((*(one.text for one in stage.do), *(one.question for one in stage.know)))
    return Section(
        kind="l",
        href=stage_anchor(days),
        title=heading,
        text=text,
        fields=(("heading", heading), ("body", text)),
        place=path.title,
    )
