"""What the pages of a directive and of an area of work show."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from handbook.index import canonical_number
from handbook.model.plan import Plan
from handbook.relations import CARRYING_OUT
from handbook.text import normalise_number
from handbook.views.banner import banners
from handbook.views.chain import chain_view
from handbook.views.citing import citation_of
from handbook.views.deployment import deployment_view
from handbook.views.document_lists import ListOwner
from handbook.views.documents import attributes
from handbook.views.items import note_view
from handbook.views.limits import limited_targets, older_targets, older_tasks, tasks_by_plan
from handbook.views.linked_data import legislation
from handbook.views.parts import LongList, fold, name_list
from handbook.views.procedures import navigation
from handbook.views.relations import incoming_groups, relation_groups
from handbook.views.section_lists import area_sections, limited_sections, older_sections
from handbook.views.site import Link, Site, document_name, newest_first, sorted_by_name
from handbook.views.timeline import plans_to_draw, timeline_of

MAX_DOCUMENTS = 60
"""How many documents of an area are told with their titles; older ones are a line each."""


def directive_page(site: Site, directive_id: str) -> dict[str, Any]:
    """Prepare the page of a directive."""
    directive = site.index.directives[directive_id]
    return {
        "name": document_name(directive),
        "directive": directive,
        "issuer": site.issuer(directive),
        "banners": banners(site, directive),
        "step_navigation": navigation(site, "directive", directive_id),
        "citation": citation_of(site, directive),
        "linked_data": legislation(site, directive),
        "namesakes": _namesakes(site, directive_id),
        "attributes": attributes(site, directive, {}),
        "relations": relation_groups(site, directive),
        "chain": chain_view(site, directive_id),
        "timeline": timeline_of(site, _plans_carrying_out(site, directive_id)),
        "deployment": deployment_view(site, directive_id),
        "incoming": incoming_groups(site, directive, leave_out=CARRYING_OUT),
        "notes": [note_view(note) for note in directive.notes],
        "sources": directive.sources,
    }


def _plans_carrying_out(site: Site, directive_id: str) -> list[Plan]:
    """Give plans that say they carry a directive out, as many as one picture shows."""
    found = {
        one.source.id: one.source
        for one in site.index.incoming_relations.get(directive_id, ())
        if one.relation.type == "thực hiện" and isinstance(one.source, Plan)
    }
    return plans_to_draw(found.values())


def _namesakes(site: Site, directive_id: str) -> list[Link]:
    """Link the other documents that bear the same number: Party numbers restart each term."""
    number = canonical_number(site.index.documents[directive_id])
    same = site.index.documents_by_number.get(normalise_number(number), ()) if number else ()
    return [site.document(other.id) for other in same if other.id != directive_id]


def area_page(site: Site, area_id: str) -> dict[str, Any]:
    """Prepare the page of an area of work."""
    area = site.index.areas[area_id]
    older = {one.name: one for one in area_lists(site, area_id)}
    of = partial(name_list, "area", area_id)
    documents = _documents_in(site, area_id)[:MAX_DOCUMENTS]
    return {
        "name": area.name,
        "area": area,
        "task_plans": tasks_by_plan(
            site, site.index.tasks_in_area.get(area_id, ()), older[of("nhiem-vu")]
        ),
        "targets": limited_targets(
            site, site.index.targets_in_area.get(area_id, ()), older[of("chi-tieu")]
        ),
        "sections": limited_sections(area_sections(site, [area_id]), older[of("de-cuong")]),
        "documents": sorted_by_name(map(site.document, documents)),
        "older_documents": fold(older[of("van-ban")]),
    }


def area_lists(site: Site, area_id: str) -> Iterator[LongList]:
    """Give what an area's page does not show whole, of the lists that grow with the plans."""
    index = site.index
    older = _documents_in(site, area_id)[MAX_DOCUMENTS:]
    owner = ListOwner("area", area_id, site.area(area_id))
    plans_of = partial(owner.list_plans, site)
    yield plans_of("nhiem-vu", "Nhiệm vụ", older_tasks(index.tasks_in_area.get(area_id, ())))
    yield plans_of("chi-tieu", "Chỉ tiêu", older_targets(index.targets_in_area.get(area_id, ())))
    yield owner.list_outlines(site, "Mục đề cương", older_sections(area_sections(site, [area_id])))
    yield plans_of("van-ban", "Văn bản", ((one, "") for one in older))


def _documents_in(site: Site, area_id: str) -> list[str]:
    documents = site.index.documents_in_area.get(area_id, ())
    return [one.id for one in sorted(documents, key=newest_first)]
