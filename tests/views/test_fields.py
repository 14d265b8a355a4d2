"""The page of fields shows every form a value may take."""

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
from handbook.model.date_expression import DateExpression
from handbook.views.fields import DATE_EXAMPLES
from tests.dates.expressions import ADAPTER

UNION = get_args(DateExpression)[0]
TYPES = [get_args(one.model_fields["type"].annotation)[0] for one in get_args(UNION)]


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
