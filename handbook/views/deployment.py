"""“Được triển khai ở đâu”: what carries a document out, by locality, and where nothing is seen.

It speaks of this catalogue only: that no plan of a province is held does not mean that the
province did nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from handbook.chain import steps_from
from handbook.grouping import grouped
from handbook.index import PlacedTarget
from handbook.localities import Locality
from handbook.model.plan import Plan
from handbook.outline_sections import SectionAddress, fold_section, walk_sections
from handbook.relations import CARRYING_OUT
from handbook.text import sort_key
from handbook.views.addresses import address_of
from handbook.views.chain_nodes import Node, Tie, node, short_name, ties_above
from handbook.views.deployment_gaps import Gaps, gaps_of
from handbook.views.items import TargetView, TaskView, section_anchor, target_view, task_view
from handbook.views.parts import (
    NOTHING_FOLDED,
    Entry,
    Folded,
    LongList,
    fold_apart,
    name_list,
)
from handbook.views.relations import RELATION_WORDS, RelationRow, incoming_rows
from handbook.views.site import Link, Site, newest_first

EXPANDED_DOCUMENTS = 12
"""How many documents are shown with their tasks, targets and sections; older ones are a line
each, so that the page of a directive stays light when thousands of plans carry it out."""

UNFOLDED_ITEMS = 12

NATIONWIDE = "Cơ quan trung ương"
UNKNOWN_PLACE = "Chưa rõ địa phương"


class Deployed(NamedTuple):
    """A document that carries another out, with everything in it that does."""

    node: Node
    words: list[str]
    """How the other is carried out by it (“Được thực hiện bởi”); none where it only names it."""
    ties: list[Tie]
    """What it carries out between itself and the other, when it does not name the other."""
    through: bool
    """It names only documents that carry the other out, not the other itself."""
    told: list[RelationRow]
    """Where it is known from that it carries the other out, for each relation."""
    tasks: list[TaskView]
    targets: list[TargetView]
    sections: list[Link]

    @property
    def is_brief(self) -> bool:
        """Tell whether its items are few enough to be seen without unfolding them."""
        return len(self.tasks) + len(self.targets) + len(self.sections) <= UNFOLDED_ITEMS


class DeployedAt(NamedTuple):
    """What carries a document out in one place."""

    place: str
    documents: list[Deployed]
    folded: Folded
    """Older documents, each with the number of its tasks."""


class Deployment(NamedTuple):
    """Where a document is carried out."""

    name: str
    places: list[DeployedAt]
    counts: list[tuple[int, str]]
    gaps: Gaps


class _Items(NamedTuple):
    """The positions of the tasks and targets of one plan that name a document."""

    tasks: set[int]
    targets: set[int]


def deployment_view(site: Site, document_id: str) -> Deployment | None:
    """Prepare where a document is carried out; None for a plan that nothing carries out."""
    steps = steps_from(document_id, site.chain.below_by_carrying_out)
    items = _items_naming(site, document_id)
    ids = _carrying_out(site, steps, items)
    if not ids and document_id in site.index.plans:
        return None
    document = site.index.documents[document_id]
    expanded = ids[:EXPANDED_DOCUMENTS]
    told = incoming_rows(site, document, CARRYING_OUT, of=expanded)
    groups = grouped((_place_of(site, one), one) for one in ids)
    folded = fold_apart(_older(site, document_id, ids, items), lambda one: one[0])
    return Deployment(
        short_name(document),
        [
            DeployedAt(
                place,
                [
                    _deployed(site, document_id, one, items.get(one), steps, told.get(one, []))
                    for one in sorted(ones, key=site.chain.rank)
                    if one in expanded
                ],
                folded.get(place, NOTHING_FOLDED),
            )
            for place, ones in sorted(groups.items(), key=_place_order)
        ],
        _counts(site, document_id, ids, items),
        gaps_of(site, document_id, ids),
    )


def deployment_lists(site: Site, document_id: str) -> Iterator[LongList]:
    """Give the documents that carry a document out and are not shown with their items."""
    items = _items_naming(site, document_id)
    steps = steps_from(document_id, site.chain.below_by_carrying_out)
    yield _older(site, document_id, _carrying_out(site, steps, items), items)


def _carrying_out(site: Site, steps: Mapping[str, int], items: Mapping[str, _Items]) -> list[str]:
    return sorted({*steps, *items}, key=lambda one: _newest_first(site, one))


def _older(
    site: Site, document_id: str, ids: Sequence[str], items: Mapping[str, _Items]
) -> LongList:
    """List what is not expanded, place by place, the newest first in each."""
    places = grouped((_place_of(site, one), one) for one in ids[EXPANDED_DOCUMENTS:])
    return LongList(
        name=name_list(site.index.kind_of_document(document_id), document_id, "trien-khai"),
        title=f"{site.document(document_id).text} được triển khai ở đâu",
        page=site.document(document_id),
        items=[
            (place, one) for place, ones in sorted(places.items(), key=_place_order) for one in ones
        ],
        heading=lambda one: one[0],
        entry=lambda one: Entry(
            site.document(one[1]),
            f"{len(items[one[1]].tasks) if one[1] in items else 0} phần việc",
        ),
    )


def _newest_first(site: Site, document_id: str) -> tuple[int, bool, str]:
    """Order as the lists of relations do: by date, then as the catalogue is ordered."""
    document = site.index.documents[document_id]
    return newest_first(document), document_id in site.index.plans, document_id


def _items_naming(site: Site, document_id: str) -> dict[str, _Items]:
    """Plan id → its tasks and targets that name a document, if they or its outline do."""
    found: dict[str, _Items] = {}
    for source, reference in site.index.incoming(document_id):
        part = reference.where[0]
        if source.kind != "plan":
            continue
        if document_id in site.index.sections_naming[source.record.id]:
            found.setdefault(source.record.id, _Items(set(), set()))
        if part in {"tasks", "targets"}:
            items = found.setdefault(source.record.id, _Items(set(), set()))
            (items.tasks if part == "tasks" else items.targets).add(int(reference.where[1]))
    return found


def _deployed(
    site: Site,
    document_id: str,
    own_id: str,
    items: _Items | None,
    steps: dict[str, int],
    told: list[RelationRow],
) -> Deployed:
    direct = document_id in site.chain.above.get(own_id, ())
    via = [] if direct else _via(site, own_id, steps)
    types = site.chain.ties.get((own_id, document_id), ())
    plan = site.index.plans.get(own_id)
    return Deployed(
        node=node(site, own_id),
        words=[RELATION_WORDS[one].reverse for one in types],
        ties=ties_above(site, own_id, via),
        through=bool(via),
        told=told,
        tasks=[task_view(site, plan, plan.tasks[one]) for one in sorted(items.tasks)]
        if plan and items
        else [],
        targets=[
            target_view(site, *one) for one in _targets(plan, document_id, items, direct=direct)
        ]
        if plan
        else [],
        sections=[_section_link(site, one) for one in _sections(site, plan, document_id, items)]
        if plan
        else [],
    )


def _via(site: Site, own_id: str, steps: dict[str, int]) -> list[str]:
    return [one for one in site.chain.above.get(own_id, ()) if one in steps]


def _targets(
    plan: Plan, document_id: str, items: _Items | None, *, direct: bool
) -> list[PlacedTarget]:
    """Give the targets that serve a document: those that say so, and those that name none in a
    plan that carries it out."""
    named = items.targets if items else set()
    return [
        PlacedTarget(plan, one)
        for number, one in enumerate(plan.targets)
        if number in named or (direct and not one.directives)
    ]


def _sections(
    site: Site, plan: Plan, document_id: str, items: _Items | None
) -> Iterable[SectionAddress]:
    """Give the outline sections whose guidance names a document, then those its tasks feed."""
    named = site.index.sections_naming[plan.id].get(document_id, ())
    tasks = sorted(items.tasks) if items else ()
    numbers = [text for one in tasks for text in plan.tasks[one].sections]
    choices = site.index.section_choices[plan.id] if numbers else {}
    fed = [choices.get(fold_section(one)) for one in numbers]
    return dict.fromkeys([*named, *(one for one in fed if one)])


def _section_link(site: Site, address: SectionAddress) -> Link:
    outline = walk_sections(site.index.plans[address.plan_id])
    heading = next(one.item.heading for one in outline if one.number == address.number)
    return Link(
        f"{address_of('outline', address.plan_id)}#{section_anchor(address.number)}",
        f"Mục {address.number}. {heading}",
    )


def _counts(
    site: Site, document_id: str, ids: Iterable[str], items: dict[str, _Items]
) -> list[tuple[int, str]]:
    """Count what carries a document out; nought is said too."""
    plans = [site.index.plans[one] for one in ids if one in site.index.plans]
    directly = set(site.chain.below.get(document_id, ()))
    targets = sum(
        len(_targets(one, document_id, items.get(one.id), direct=one.id in directly))
        for one in plans
    )
    sections = {
        address for one in plans for address in _sections(site, one, document_id, items.get(one.id))
    }
    return [
        (len(list(ids)), "văn bản"),
        (sum(len(one.tasks) for one in items.values()), "phần việc"),
        (targets, "chỉ tiêu"),
        (len(sections), "mục đề cương"),
    ]


def _place_of(site: Site, document_id: str) -> str:
    issuer = site.index.documents[document_id].issuer
    if not issuer:
        return UNKNOWN_PLACE
    locality: Locality | None = site.localities.of_body(issuer)
    if locality:
        return locality.path[:1].upper() + locality.path[1:]
    return NATIONWIDE if site.localities.is_nationwide(issuer) else UNKNOWN_PLACE


def _place_order(group: tuple[str, Any]) -> tuple[int, Any]:
    place = group[0]
    return (place != NATIONWIDE) + (place == UNKNOWN_PLACE), sort_key(place)
