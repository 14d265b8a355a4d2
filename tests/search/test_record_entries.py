"""What can be found of each kind of record."""

from __future__ import annotations

from datetime import date

import pytest

from handbook.checks import load_and_check
from handbook.index import Index
from handbook.search.entries import KINDS, Entry
from handbook.search.record_entries import record_entries
from handbook.views.site import Site
from tests.catalogues import BaseCatalogue


@pytest.fixture
def index(base: BaseCatalogue) -> Index:
    return load_and_check(base.root)[0]


@pytest.fixture
def entries(index: Index) -> dict[str, Entry]:
    return {one.id: one for one in record_entries(Site(index, date(2026, 1, 1)))}


def test_every_record_is_an_entry(entries: dict[str, Entry], index: Index) -> None:
    assert set(entries) == {one.record.id for one in index.catalogue.loaded}


def test_a_plan_has_its_parts(entries: dict[str, Entry]) -> None:
    kinds = {one.kind for one in entries["01-kh-mau-2024"].sections()}

    assert {"m", "t", "c", "o", "s"} <= kinds <= set(KINDS)


def test_a_plan_says_what_results_show(entries: dict[str, Entry]) -> None:
    plan = entries["01-kh-mau-2024"]

    assert (plan.label, plan.has_outline) == ("Kế hoạch", True)
    assert plan.number
    assert plan.issuer
    assert plan.year == "2024"


def test_a_directive_names_the_plans_that_carry_it_out(entries: dict[str, Entry]) -> None:
    assert "01/KH" in entries["02-nq-mau-2023"].used_by


def test_standing_is_a_share(entries: dict[str, Entry]) -> None:
    assert all(0 <= one.standing <= 1 for one in entries.values())
