"""The dossier of a plan: what stands behind its page, for who looks closer.

A plan's page says what is to be done; here are its words on purpose and content, where it names
which document, its structure, and the editorial notes and sources in full.
"""

from __future__ import annotations

from typing import Any

from handbook.model.base import Statement
from handbook.model.plan import Plan
from handbook.relations import CARRYING_OUT
from handbook.views.items import note_view, statement_views
from handbook.views.relations import incoming_groups, relation_groups
from handbook.views.site import Site, document_name, place
from handbook.views.timeline import timeline_of


def dossier_page(site: Site, plan_id: str) -> dict[str, Any]:
    """Prepare the dossier of one plan."""
    plan = site.index.plans[plan_id]
    return {
        "name": dossier_name(site, plan_id),
        "plan": plan,
        "document": site.document(plan_id),
        "relations": relation_groups(site, plan),
        "incoming": incoming_groups(site, plan, leave_out=CARRYING_OUT),
        "statements": [
            (title, anchor, statement_views(site, plan, ones))
            for title, anchor, ones in passages(plan)
        ],
        "timeline": timeline_of(site, [plan]),
        "periods": [(one, site.when(one.when), place(one.at)) for one in plan.periods],
        "headings": [(one, place(one.at)) for one in plan.headings],
        "notes": [note_view(note) for note in plan.notes],
        "sources": plan.sources,
    }


def dossier_name(site: Site, plan_id: str) -> str:
    """Name the dossier of a plan."""
    return f"Hồ sơ {document_name(site.index.plans[plan_id])}"


def parts_of(plan: Plan) -> list[tuple[str, str]]:
    """Name the parts of a plan's dossier as in a sentence, with their anchors."""
    parts = [(title.lower(), anchor) for title, anchor, _ in passages(plan)]
    if plan.relations:
        parts.append(("chỗ nhắc tới từng văn bản", "can-cu"))
    if plan.periods:
        parts.append(("thời kỳ, nhiệm kỳ, kỷ niệm", "thoi-ky"))
    if plan.headings:
        parts.append(("bố cục của văn bản gốc", "bo-cuc"))
    return [*parts, ("nguồn, chi tiết tệp", "nguon")]


def passages(plan: Plan) -> list[tuple[str, str, tuple[Statement, ...]]]:
    """Give what the plan says around its tasks: title, anchor, paragraphs; none that is empty."""
    told = (
        ("Lời dẫn", "loi-dan", plan.preamble),
        ("Mục đích", "muc-dich", plan.purpose),
        ("Yêu cầu", "yeu-cau", plan.requirements),
        ("Nội dung chung", "noi-dung", plan.content),
        ("Lời kết", "loi-ket", plan.closing),
    )
    return [one for one in told if one[2]]
