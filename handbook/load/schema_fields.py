"""Look up the fields of a record type at a place inside a record, for hints that name them."""

from __future__ import annotations

import types
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbook.problems import KeyPath


@cache
def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Give the fields of a model under the names they have in YAML."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def fields_at(model: type[BaseModel], data: Any, where: KeyPath) -> dict[str, FieldInfo]:
    """Give the fields that may stand in the mapping at `where`, by walking `data` and the types.

    In a union the branch is chosen by the `type` the data gives; when it gives none that fits, the
    fields of all branches are meant.
    """
    models = [model]
    for part in where:
        data = _step(data, part)
        if isinstance(part, str):
            found = [fields_of(one)[part].annotation for one in models if part in fields_of(one)]
            models = _fitting([nested for kind in found for nested in models_in(kind)], data)
        else:
            models = _fitting(models, data)
    return {name: field for one in models for name, field in fields_of(one).items()}


def _step(data: Any, part: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(part)
    if isinstance(data, tuple) and isinstance(part, int) and part < len(data):
        return data[part]
    return None


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models inside unions, tuples and `Annotated`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (tuple, Union, types.UnionType, Annotated):
        for part in get_args(annotation):
            yield from models_in(part)


def _fitting(models: list[type[BaseModel]], data: Any) -> list[type[BaseModel]]:
    """Keep the models whose `type` is the data's; all of them when that does not decide."""
    tag = data.get("type") if isinstance(data, dict) else None
    kept = [one for one in models if tag in _tags(one)] if isinstance(tag, str) else []
    return kept or models


@cache
def _tags(model: type[BaseModel]) -> tuple[Any, ...]:
    field = fields_of(model).get("type")
    is_literal = field is not None and get_origin(field.annotation) is Literal
    return get_args(field.annotation) if field is not None and is_literal else ()
