"""A page follows from its sources alone: pages of the last build may be used again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from handbook.index import Index
from handbook.load import Catalogue, load_catalogue
from handbook.model.plan import Plan
from handbook.outputs.page_sources import HEAD, PageSources
from handbook.outputs.pages import RECORD_PAGES, record_addresses, render_record
from handbook.views import citations
from handbook.views.citations import open_addresses
from handbook.views.site import Site
from tests.narrow_pages import narrow_pages

ROOT = Path(__file__).resolve().parents[2]
KINDS = sorted(kind for kind, row in RECORD_PAGES.items() if row.tells_heads_of_others)


@cache
def real() -> Site:
    return Site(Index(load_catalogue(ROOT)[0]), date(2026, 1, 1))


@cache
def real_with_heads_only(whole: frozenset[str]) -> Site:
    """Give the real catalogue, whose plans but the named ones have lost all but their heads."""
    return with_plans(
        {key: head_of(plan) for key, plan in real().index.plans.items() if key not in whole}
    )


def with_plans(changed: dict[str, Plan]) -> Site:
    catalogue: Catalogue = real().index.catalogue
    loaded = tuple(
        replace(one, record=changed[one.record.id], digest=b"")
        if one.kind == "plan" and one.record.id in changed
        else one
        for one in catalogue.loaded
    )
    by_kind: dict[str, dict[str, object]] = {kind: {} for kind in catalogue.by_kind}
    for one in loaded:
        by_kind[one.kind][one.record.id] = one
    return Site(Index(replace(catalogue, loaded=loaded, by_kind=by_kind)), real().today)


def head_of(plan: Plan) -> Plan:
    """Take from a plan everything but its head; of what it must have, its words."""
    lost: dict[str, object] = {
        name: () if isinstance(getattr(plan, name), tuple) else None
        for name in Plan.model_fields.keys() - HEAD
    }
    return plan.model_copy(update={**lost, "summary": "không còn"})


@pytest.mark.parametrize("pages", [nullcontext, narrow_pages], ids=["pages", "narrow pages"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_tells_no_more_than_the_heads_of_other_plans(
    kind: str, pages: Callable[[], AbstractContextManager[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pages():
        site = afresh(real())
        known = open_addresses(site)  # these count as a whole
        monkeypatch.setattr(citations, "open_addresses", lambda site: known)
        sources = PageSources(site, b"")
        ids = list(RECORD_PAGES[kind].ids(site))
        assert ids

        for record_id in ids:
            beside_heads = afresh(real_with_heads_only(sources.plans_near(record_id)))

            beside = render_record(beside_heads, kind, record_id)
            assert beside == render_record(site, kind, record_id), record_id


def afresh(site: Site) -> Site:
    """Give the same site without what it made when its pages were narrower or wider."""
    return Site(site.index, site.today)


def digests(site: Site) -> dict[tuple[str, str], bytes | None]:
    sources = PageSources(site, b"")
    return {
        (kind, one): sources.digest_of_page(kind, one) for kind, one, _ in record_addresses(site)
    }


def changed_by(site: Site) -> set[tuple[str, str]]:
    before, after = digests(real()), digests(site)
    return {page for page, digest in before.items() if digest is None or after[page] != digest}


def test_a_task_changes_the_pages_near_it_and_those_that_may_tell_anything() -> None:
    plan = next(iter(real().index.plans.values()))
    tasks = (plan.tasks[0].model_copy(update={"text": "Việc khác."}), *plan.tasks[1:])

    changed = changed_by(with_plans({plan.id: plan.model_copy(update={"tasks": tasks})}))

    assert {("plan", plan.id), ("dossier", plan.id)} <= changed
    others = real().index.plans.keys() - {plan.id}
    assert not changed & {("plan", other) for other in others}
    free = {kind for kind, _, _ in record_addresses(real())} - set(KINDS)
    assert free <= {kind for kind, _ in changed}


def test_a_title_changes_every_page() -> None:
    plan = next(iter(real().index.plans.values()))

    changed = changed_by(with_plans({plan.id: plan.model_copy(update={"title": "Tên khác"})}))

    assert changed == digests(real()).keys()


def test_a_page_that_links_to_the_list_of_citations_changes_with_it() -> None:
    """What another plan cites in vain makes the entry that a page's own citation leads to."""
    plan, other = real().index.plans["long-bien-chu-de-2023"], "phu-rieng-kh-149-2023"
    first, *rest = plan.milestones
    place = first.model_copy(update={"place": "theo Công văn số 888/CV-XYZ"})
    citing = plan.model_copy(update={"milestones": (place, *rest)})
    summary = f"{real().index.plans[other].summary} Xem Công văn số 888/CV-XYZ."
    alone = with_plans({plan.id: citing})
    together = with_plans(
        {
            plan.id: citing,
            other: real().index.plans[other].model_copy(update={"summary": summary}),
        }
    )

    assert other not in PageSources(alone, b"").plans_near(plan.id)
    assert render_record(alone, "plan", plan.id) != render_record(together, "plan", plan.id)
    pages = [PageSources(one, b"").digest_of_page("plan", plan.id) for one in (alone, together)]
    assert pages[0] != pages[1]


def test_another_day_or_frame_changes_every_page() -> None:
    tomorrow = Site(real().index, date(2026, 1, 2))
    assert changed_by(tomorrow) == digests(real()).keys()

    plan = next(iter(real().index.plans))
    pages = {PageSources(real(), frame).digest_of_page("plan", plan) for frame in (b"", b"x")}
    assert len(pages) == 2


def test_plans_that_refer_to_each_other_count_as_one() -> None:
    first, second, third, *_ = real().index.plans.values()
    relation = next(one for plan in real().index.plans.values() for one in plan.relations)
    linked = with_plans(
        {
            one.id: one.model_copy(
                update={"relations": (relation.model_copy(update={"to": other.id}),)}
            )
            for one, other in ((first, second), (second, third))
        }
    )

    assert PageSources(linked, b"").plans_near(third.id) >= {first.id, second.id, third.id}
