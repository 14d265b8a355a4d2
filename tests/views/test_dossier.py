"""The dossier of a plan: every heading has something under it, and the plan page leads to it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from handbook.checks import load_and_check
from handbook.outputs.pages import render_record
from handbook.views.dossier import parts_of, passages
from handbook.views.items import statement_views
from handbook.views.site import Site
from tests.crawl import ROOT

SITE = Site(load_and_check(ROOT)[0], date(2025, 1, 1))


@pytest.mark.parametrize("plan_id", SITE.index.plans)
def test_no_heading_stands_over_nothing(plan_id: str) -> None:
    html = render_record(SITE, "dossier", plan_id).html

    assert not re.findall(r"</h2>\s*(?:<h2|$)", html)


@pytest.mark.parametrize("plan_id", SITE.index.plans)
def test_the_plan_page_names_parts_that_are_there(plan_id: str) -> None:
    html = render_record(SITE, "dossier", plan_id).html
    plan = SITE.index.plans[plan_id]
    anchors = {anchor for _, anchor in parts_of(plan)}

    assert all(f'id="{anchor}"' in html for anchor in anchors)
    assert ("thoi-ky" in anchors) == bool(plan.periods)


@pytest.mark.parametrize("plan_id", SITE.index.plans)
def test_a_paragraph_names_each_document_once(plan_id: str) -> None:
    """In its words, which become links, or in the line below them."""
    plan = SITE.index.plans[plan_id]
    for _, _, statements in passages(plan):
        for one, view in zip(statements, statement_views(SITE, plan, statements), strict=True):
            cited = {cite.directive for cite in SITE.cited.in_text(plan, one.text)}
            below = {link.href for link in view.documents}

            assert below.isdisjoint(SITE.document(to).href for to in cited if to)
            assert below == {SITE.document(to).href for to in one.directives if to not in cited}


def test_some_paragraphs_are_about_documents_that_they_do_not_cite() -> None:
    named = [
        (len(one.directives), len(view.documents))
        for plan in SITE.index.plans.values()
        for _, _, statements in passages(plan)
        for one, view in zip(statements, statement_views(SITE, plan, statements), strict=True)
    ]

    assert 0 < sum(below for _, below in named) < sum(all_of_them for all_of_them, _ in named)
