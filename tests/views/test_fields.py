"""The page of fields shows every field of every record, and every form a date may take."""

from __future__ import annotations

import json
from typing import get_args

import pytest
import yaml

from handbook.dates.bounds import (
    bound_of,
    first_permitted_day,
    last_permitted_day,
    precision_of,
)
from handbook.dates.words import say
from handbook.model import RECORD_KINDS
from handbook.model.base import Model
from handbook.model.date_expression import DateExpression
from handbook.views.fields import DATE_EXAMPLES, fields_list
from tests.dates.expressions import ADAPTER

UNION = get_args(DateExpression)[0]
TYPES = [get_args(one.model_fields["type"].annotation)[0] for one in get_args(UNION)]


def collect_models(annotation: object, found: set[type[Model]]) -> None:
    """Add every model that may stand where the annotation does."""
    for inner in get_args(annotation):
        collect_models(inner, found)
    if isinstance(annotation, type) and issubclass(annotation, Model) and annotation not in found:
        found.add(annotation)
        for field in annotation.model_fields.values():
            collect_models(field.annotation, found)


def test_every_field_of_every_model_has_a_row() -> None:
    models: set[type[Model]] = set()
    for kind in RECORD_KINDS:
        collect_models(kind.type, models)
    anchors = {kind.type: f"truong-{kind.name}" for kind in RECORD_KINDS}
    told = fields_list(None)
    rows = {one.anchor: {row.name for row in one.rows} for one in told["kinds"] + told["items"]}

    assert len(rows) == len(models)
    for model in models:
        anchor = anchors.get(model, f"muc-{model.__name__.lower()}")
        fields = {field.alias or name for name, field in model.model_fields.items()}
        assert rows.get(anchor) == fields, model


def test_every_field_is_explained_or_leads_to_its_items() -> None:
    told = fields_list(None)

    assert not [
        f"{group.title}: {row.name}"
        for group in (*told["kinds"], *told["items"])
        for row in group.rows
        if not (row.description or row.values or row.items)
    ]


def test_a_field_of_items_leads_to_their_table() -> None:
    told = fields_list(None)
    anchors = {one.anchor for one in (*told["kinds"], *told["items"])} | {"ngay-thang"}
    plan = {row.name: row for row in told["kinds"][0].rows}

    assert plan["tasks"].items == (("muc-task", "nhiệm vụ"),)
    for group in (*told["kinds"], *told["items"]):
        for row in group.rows:
            assert anchors >= {anchor for anchor, _ in row.items}


def test_every_type_of_date_has_an_example() -> None:
    assert {name for name, _, _ in DATE_EXAMPLES} == set(TYPES)


@pytest.mark.parametrize(("name", "printed", "text"), DATE_EXAMPLES)
def test_an_example_is_read_and_said(name: str, printed: str, text: str) -> None:
    when = ADAPTER.validate_json(json.dumps({**yaml.safe_load(text), "printed": printed}))

    assert when.type == name
    assert say(when)
    first, last = first_permitted_day(when), last_permitted_day(when)
    assert first is None or last is None or first <= last
    assert bound_of(when) or name in ("không nêu", "không có thật")
    assert precision_of(when) or name in ("không nêu", "không có thật")
