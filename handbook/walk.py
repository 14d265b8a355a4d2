"""Walk records by the types of their fields: every date, every place in a source.

A new field of such a type is found without a word here.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from handbook.model.base import DATE_PATTERN, At
from handbook.problems import KeyPath

YEAR_PATTERN = r"^\d{4}$"


class _Step(NamedTuple):
    """A field to look into: its name in Python and in YAML, and whether it is what is sought."""

    name: str
    key: str
    is_sought: bool


def find_dates(record: BaseModel) -> Iterator[tuple[KeyPath, str]]:
    """Yield every partial date and year of a record with its place."""
    return _walk(record, (), "date")


def find_places(record: BaseModel) -> Iterator[tuple[KeyPath, At]]:
    """Yield every `at` of a record with its place in the YAML."""
    return _walk(record, (), "at")


def collect_places(record: BaseModel) -> list[At]:
    """Give every `at` of a record, quickly."""
    places: list[At] = []
    _collect(record, places)
    return places


def lines_of(record: BaseModel) -> set[int]:
    """Give every source line that a record or a part of it accounts for."""
    return {line for at in collect_places(record) for line in at.lines}


def _collect(record: Any, places: list[At]) -> None:
    values = record.__dict__  # the plainest way to the fields: this runs for every item there is
    for name, _, is_sought in _steps(type(record), "at"):
        value = values[name]
        if not value:
            continue
        if is_sought:
            places.append(value)
        elif type(value) is tuple:
            for item in value:
                _collect(item, places)
        else:
            _collect(value, places)


def _walk(record: Any, where: KeyPath, sought: str) -> Iterator[tuple[KeyPath, Any]]:
    for name, key, is_sought in _steps(type(record), sought):
        value = getattr(record, name)
        if not value:
            continue
        if is_sought:
            yield (*where, key), value
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                yield from _walk(item, (*where, key, position), sought)
        else:
            yield from _walk(value, (*where, key), sought)


_KNOWN: dict[tuple[type, str], tuple[_Step, ...]] = {}


def _steps(model: type[BaseModel], sought: str) -> tuple[_Step, ...]:
    """List the fields of `model` that are sought, or hold models that may have such fields."""
    known = _KNOWN.get((model, sought))
    if known is None:
        known = _KNOWN[model, sought] = tuple(_find_steps(model, sought))
    return known


def _find_steps(model: type[BaseModel], sought: str) -> Iterator[_Step]:
    for name, field in model.model_fields.items():
        # Pydantic splits the marks of `Annotated` off the annotation of a field.
        is_marked = sought == "date" and any(_is_date_mark(mark) for mark in field.metadata)
        is_sought, nested = (True, []) if is_marked else _inspect(field.annotation, sought)
        if is_sought or any(one is model or _steps(one, sought) for one in nested):
            yield _Step(name, field.alias or name, is_sought)


def _inspect(annotation: Any, sought: str) -> tuple[bool, list[type[BaseModel]]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return (True, []) if sought == "at" and annotation is At else (False, [annotation])
    origin = get_origin(annotation)
    if origin is Annotated:
        base, *marks = get_args(annotation)
        is_date = sought == "date" and any(_is_date_mark(mark) for mark in marks)
        return (True, []) if is_date else _inspect(base, sought)
    if origin in (tuple, Union, types.UnionType):
        parts = [_inspect(part, sought) for part in get_args(annotation)]
        nested = [model for _, models in parts for model in models]
        return any(is_sought for is_sought, _ in parts), nested
    return False, []


def _is_date_mark(mark: Any) -> bool:
    pattern = getattr(mark, "pattern", None)
    return isinstance(mark, StringConstraints) and pattern in (DATE_PATTERN, YEAR_PATTERN)
