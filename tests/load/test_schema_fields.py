"""The fields that may stand at a place are found by walking the record types."""

from __future__ import annotations

from handbook.load.schema_fields import fields_at
from handbook.model.plan import Plan


def test_fields_of_the_record_itself_bear_their_yaml_names() -> None:
    assert {"id", "tasks", "outline"} <= set(fields_at(Plan, {}, ()))


def test_fields_inside_lists_and_optional_parts() -> None:
    assert set(fields_at(Plan, {}, ("tasks", 3, "at"))) == {"path", "lines"}
    assert set(fields_at(Plan, {}, ("term",))) == {"from", "until"}
    assert "children" in fields_at(Plan, {}, ("outline", "sections", 0, "children", 1))


def test_branch_of_a_union_is_chosen_by_the_type_given() -> None:
    data = {"milestones": ({"when": {"type": "trong"}}, {"when": {"type": "?"}})}

    within = set(fields_at(Plan, data, ("milestones", 0, "when")))
    unknown = set(fields_at(Plan, data, ("milestones", 1, "when")))

    assert within == {"printed", "type", "date"}
    assert {"weekday", "every", "milestone"} <= unknown


def test_place_that_no_type_knows_has_no_fields() -> None:
    assert fields_at(Plan, {}, ("nowhere", 1)) == {}
