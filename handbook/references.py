"""Find every reference from one record to another, by the `Ref` marks of the record types.

A new field that points to a record needs only its type (`BodyId`, `tuple[DocumentId, ...]` …):
the index, the “unknown reference” check and the back-references then know it.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from handbook.model.base import Ref
from handbook.problems import KeyPath


@dataclass(frozen=True, slots=True)
class Reference:
    """An id standing at `where` in a record, which must name a record of one of `kinds`."""

    where: KeyPath
    target: str
    kinds: tuple[str, ...]


def find_references(record: BaseModel, where: KeyPath = ()) -> Iterator[Reference]:
    """Yield every reference in `record`, in field order, descending into nested models."""
    for name, alias, ref in _reference_fields(type(record)):
        value = getattr(record, name)
        if not value:
            continue
        if ref is not None:
            yield from _ids(value, (*where, alias), ref.kinds)
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                yield from find_references(item, (*where, alias, position))
        else:
            yield from find_references(value, (*where, alias))


def _ids(
    value: str | tuple[str, ...], where: KeyPath, kinds: tuple[str, ...]
) -> Iterator[Reference]:
    if isinstance(value, str):
        yield Reference(where, value, kinds)
    else:
        for position, item in enumerate(value):
            yield Reference((*where, position), item, kinds)


@cache
def _reference_fields(model: type[BaseModel]) -> tuple[tuple[str, str, Ref | None], ...]:
    """List the fields that hold references (with their mark) or models that may hold some."""
    found: list[tuple[str, str, Ref | None]] = []
    for name, field in model.model_fields.items():
        marks = [mark for mark in field.metadata if isinstance(mark, Ref)]
        ref, nested = _inspect(field.annotation)
        if marks or ref is not None:
            found.append((name, field.alias or name, marks[0] if marks else ref))
        elif any(
            nested_model is model or _reference_fields(nested_model) for nested_model in nested
        ):
            found.append((name, field.alias or name, None))
    return tuple(found)


def _inspect(annotation: Any) -> tuple[Ref | None, list[type[BaseModel]]]:
    """Look through unions, tuples and `Annotated` for a reference mark and for nested models."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return None, [annotation]
    origin = get_origin(annotation)
    if origin is Annotated:
        base, *marks = get_args(annotation)
        ref = next((mark for mark in marks if isinstance(mark, Ref)), None)
        return (ref, []) if ref else _inspect(base)
    if origin in (tuple, Union, types.UnionType):
        parts = [_inspect(part) for part in get_args(annotation) if part is not Ellipsis]
        ref = next((ref for ref, _ in parts if ref is not None), None)
        return ref, [model for _, models in parts for model in models]
    return None, []
