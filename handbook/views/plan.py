"""What the page of a plan shows."""

from __future__ import annotations

from typing import Any

from handbook.dates.bounds import order_of
from handbook.index import PlacedTask
from handbook.model.plan import Participant, Plan
from handbook.outline_sections import walk_sections
from handbook.relations import CARRYING_OUT
from handbook.views import dossier
from handbook.views.addresses import address_of, assignment_sheet_of
from handbook.views.banner import banners
from handbook.views.chain import chain_view
from handbook.views.citing import citation_of
from handbook.views.deployment import deployment_view
from handbook.views.documents import attributes
from handbook.views.events import calendar_path, has_events
from handbook.views.items import (
    MilestoneView,
    milestone_view,
    note_view,
    target_view,
    task_groups,
)
from handbook.views.linked_data import legislation
from handbook.views.procedures import navigation
from handbook.views.recipients import contacts_view, recipient_groups
from handbook.views.relations import incoming_groups, relation_groups
from handbook.views.responsibility import has_inferred, responsibility
from handbook.views.site import Place, Site, document_name, place
from handbook.views.timeline import timeline_of


def plan_page(site: Site, plan_id: str) -> dict[str, Any]:
    """Prepare the page of one plan."""
    plan = site.index.plans[plan_id]
    shares = responsibility(site, plan)
    return {
        "name": document_name(plan),
        "plan": plan,
        "issuer": site.issuer(plan),
        "banners": banners(site, plan),
        "citation": citation_of(site, plan),
        "linked_data": legislation(site, plan),
        "attributes": attributes(site, plan, plan_head_places(plan)),
        "step_navigation": navigation(site, "plan", plan_id),
        "milestones": milestone_views(site, plan),
        "calendar": calendar_path("plan", plan_id) if has_events(plan) else "",
        "timeline": timeline_of(site, [plan]),
        "outline": site.outline(plan.id) if plan.outline else None,
        "outline_sections": [one for one in walk_sections(plan) if one.depth <= 2],
        "relations": relation_groups(site, plan),
        "chain": chain_view(site, plan_id),
        "deployment": deployment_view(site, plan_id),
        "incoming": incoming_groups(site, plan, leave_out=CARRYING_OUT),
        "task_groups": task_groups(site, [PlacedTask(plan, task) for task in plan.tasks]),
        "task_count": len(plan.tasks),
        "targets": [target_view(site, plan, target) for target in plan.targets],
        "participants": participant_groups(site, plan),
        "sheet": assignment_sheet_of("plan", plan_id),
        "responsibility": shares,
        "inferred_leads": has_inferred(shares),
        "contacts": contacts_view(site, plan),
        "recipients": recipient_groups(site, plan),
        "attachments": [
            (one, site.document(one.directive) if one.directive else None, place(one.at))
            for one in plan.attachments
        ],
        "notes": [note_view(note) for note in plan.notes],
        "sources": plan.sources,
        "dossier_address": address_of("dossier", plan_id),
        "told": dossier.parts_of(plan),
    }  # fmt: skip


def plan_head_places(plan: Plan) -> dict[str, Place]:
    """Give the place of each part of the plan's head."""
    return {line.part: place(line.at) for line in plan.head}


def milestone_views(site: Site, plan: Plan) -> list[MilestoneView]:
    """Prepare a plan's milestones, dated ones first and in order."""
    ordered = sorted(plan.milestones, key=lambda one: order_of(one.current))
    return [milestone_view(site, plan, one) for one in ordered]


def participant_groups(site: Site, plan: Plan) -> list[tuple[str, str, list[Any]]]:
    """Group participants by conference and by the group printed."""
    groups: dict[tuple[str, str], list[Participant]] = {}
    for one in plan.participants:
        event = plan.milestone(one.milestone)
        groups.setdefault((event.what if event else "", one.group), []).append(one)
    return [
        (event, group, [(one, site.bodies(one.bodies), place(one.at)) for one in ones])
        for (event, group), ones in groups.items()
    ]
