"""Where the catalogue holds nothing that carries a document out: places, levels, plans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice
from typing import NamedTuple

from handbook.dates.calendar import first_day, last_day
from handbook.localities import Locality
from handbook.views.chain_nodes import LEVEL_NAMES, levels_below, node
from handbook.views.site import Link, Site, newest_first

SHOWN_PLANS = 6
SHOWN_PLACES = 60


class Gaps(NamedTuple):
    """What carries nothing out, as far as this catalogue goes."""

    levels: list[str]
    places: list[tuple[str, list[str]]]
    """Provinces, each with its districts; of a province where something is seen, the districts."""
    more_places: int
    plans: list[Link]
    more_plans: int
    earlier_plans: int
    """Plans older than the document, which cannot carry it out."""

    def __bool__(self) -> bool:
        return bool(self.levels or self.places or self.plans)


def gaps_of(site: Site, document_id: str, carrying_out: list[str]) -> Gaps:
    """Find the places, levels and plans within a document's reach where nothing is seen.

    A document of a province reaches the places of that province, one of a district that district,
    a central one every place.  When it is not known who issued it, nothing can be said.
    """
    issuer = site.index.documents[document_id].issuer or ""
    reach = _locality_of(site, document_id)
    if not issuer or (reach is None and not site.localities.is_nationwide(issuer)):
        return Gaps([], [], 0, [], 0, 0)
    seen = {one for one in (_locality_of(site, other) for other in carrying_out) if one}
    provinces = {one.province for one in seen}
    missing = [
        one
        for one in site.localities.all
        if _is_within(one, reach) and one not in seen | {reach} and one.name not in provinces
    ]
    plans = _plans_without(site, reach, document_id, {document_id, *carrying_out})
    levels = {site.chain.levels.get(one, "") for one in carrying_out}
    return Gaps(
        levels=[
            LEVEL_NAMES[one]
            for one in levels_below(site.chain.levels.get(document_id, ""))
            if one not in levels
        ],
        places=_by_province(missing[:SHOWN_PLACES]),
        more_places=len(missing[SHOWN_PLACES:]),
        plans=[node(site, one).link for one in plans.shown],
        more_plans=plans.late - len(plans.shown),
        earlier_plans=plans.earlier,
    )


def _by_province(places: list[Locality]) -> list[tuple[str, list[str]]]:
    """Write a province once, with its districts beside it."""
    found: dict[str, list[str]] = {}
    for one in places:
        districts = found.setdefault(one.province or one.name, [])
        if one.province:
            districts.append(one.name)
    return list(found.items())


def _locality_of(site: Site, document_id: str) -> Locality | None:
    issuer = site.index.documents[document_id].issuer
    return site.localities.of_body(issuer) if issuer else None


def _is_within(place: Locality | None, reach: Locality | None) -> bool:
    """Tell whether a place lies in another; None is the whole country."""
    return reach is None or (place is not None and place.lies_in(reach))


class _Plans(NamedTuple):
    """The plans within reach that do not carry a document out: the newest, and how many."""

    shown: list[str]
    late: int
    earlier: int


def _plans_without(site: Site, reach: Locality | None, document_id: str, held: set[str]) -> _Plans:
    """Count the plans within reach that are not `held`; those surely issued before stand apart.

    Plans lie newest first, undated ones last, so the earlier ones are a slice: cost does not grow
    with the number of all plans, or a thousand documents would each look at a thousand plans.
    """
    plans = site.plans_within.get(reach, ())
    issued = site.index.documents[document_id].issued
    undated = bisect_left(plans, 0, key=newest_first)
    begin = undated
    if issued:
        begin = bisect_right(plans, -first_day(issued).toordinal(), 0, undated, key=newest_first)
    late = (plans[at].id for span in (range(begin), range(undated, len(plans))) for at in span)
    ours = [
        one
        for one in held
        if one in site.index.plans and _is_within(_locality_of(site, one), reach)
    ]
    held_earlier = sum(_is_earlier(site, one, document_id) for one in ours)
    return _Plans(
        shown=list(islice((one for one in late if one not in held), SHOWN_PLANS)),
        late=len(plans) - (undated - begin) - (len(ours) - held_earlier),
        earlier=undated - begin - held_earlier,
    )


def _is_earlier(site: Site, plan_id: str, document_id: str) -> bool:
    """Tell whether a plan was surely issued before a document."""
    plan, document = site.index.documents[plan_id].issued, site.index.documents[document_id].issued
    return bool(plan and document) and last_day(plan or "") < first_day(document or "")
