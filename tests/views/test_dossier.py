"""The dossier of a plan: every heading has something under it, and the plan page leads to it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from handbook.checks import load_and_check
from handbook.outputs.pages import render_record
from handbook.views.dossier import parts_of
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
