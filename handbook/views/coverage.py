"""What the page of coverage shows: what is entered whole, and what is known only by name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from handbook.model.plan import Plan
from handbook.views.document_lists import page_list, short_link
from handbook.views.parts import Entry, LongList, fold
from handbook.views.site import Link, Site, newest_first
from handbook.walk import lines_of

PAGE = Link("do-phu/", "Văn bản đã nhập đủ")

MAX_ENTERED = 400
"""How many plans the table of what is entered whole holds; older ones are a line each."""


def coverage_list(site: Site) -> dict[str, Any]:
    """Say how many of the cited documents are held, and which are known only by name."""
    cited = {relation.to for plan in site.index.plans.values() for relation in plan.relations}
    held = cited & set(site.index.plans)
    named = sorted(
        (one for one in site.index.directives.values() if one.id in cited), key=newest_first
    )
    entered = _entered(site)
    return {
        "cited": len(cited),
        "held": len(held),
        "named": [site.document(one.id) for one in named],
        "plans": [
            (site.document(plan.id), lines, len(lines_of(plan)))
            for plan, lines in entered[:MAX_ENTERED]
        ],
        "plan_count": len(entered),
        "folded": fold(older_entered(site)),
    }


def older_entered(site: Site) -> LongList:
    """Give the plans that the list of what is entered whole does not show."""
    documents = site.index.plans
    rest = ((plan.id, str(lines)) for plan, lines in _entered(site)[MAX_ENTERED:])
    return replace(
        page_list(site, PAGE, rest),
        entry=lambda one: Entry(
            short_link(site, one[0]),
            detail=f"{one[1]} dòng có chữ, {len(lines_of(documents[one[0]]))} dòng đã ghi nhận",
        ),
    )


def _entered(site: Site) -> list[tuple[Plan, int]]:
    """List the plans whose text is known with its number of lines; of too many, newest first.

    The first source is the text that was entered: places count its lines.
    """
    texts = ((plan, plan.sources[0].lines_with_text) for plan in site.index.plans.values())
    found = [(plan, lines) for plan, lines in texts if lines]
    if len(found) <= MAX_ENTERED:
        return found
    return sorted(found, key=lambda one: newest_first(one[0]))
