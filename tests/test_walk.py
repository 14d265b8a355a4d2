"""Dates and places are found by the types of fields, wherever they stand."""

from __future__ import annotations

from handbook.model.base import Record
from handbook.walk import collect_places, find_dates, find_places
from tests.catalogues import BODY, KINDS, PLAN, PLAN_TEXT, BaseCatalogue, parse_record


def plan() -> Record:
    record, _ = parse_record(PLAN_TEXT, PLAN, KINDS["plan"])
    assert record is not None
    return record


def test_dates_of_a_plan_are_found_with_their_yaml_names() -> None:
    assert dict(find_dates(plan())) == {
        ("issued",): "2024-09-16",
        ("term", "from"): "2023",
        ("term", "until"): "2028",
        ("milestones", 0, "when", "date"): "2024-12-31",
        ("milestones", 1, "when", "date"): "2024-11",
        ("periods", 0, "when", "from"): "2024-01",
        ("periods", 0, "when", "until"): "2024-10",
        ("targets", 0, "when", "date"): "2024",
    }


def test_dates_of_a_body_are_found(base: BaseCatalogue) -> None:
    text = (base.root / BODY).read_text(encoding="utf-8")
    record, _ = parse_record(text, BODY, KINDS["body"])

    assert record is not None
    assert dict(find_dates(record)) == {
        ("existed", "from"): "1990",
        ("existed", "until"): "2025-06",
    }


def test_places_are_found_in_nested_sections() -> None:
    found = dict(find_places(plan()))

    assert ("outline", "sections", 1, "children", 0, "at") in found
    assert len(found) == PLAN_TEXT.count("at:\n")
    assert collect_places(plan()) == list(found.values())
