"""Walk records by the types of their fields: every date, place, reference, piece of prose.

A new field of such a type is found without a word here.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from handbook.model.base import DATE_PATTERN, At, PlanItem, Ref, Voice
from handbook.problems import KeyPath

YEAR_PATTERN = r"^\d{4}$"


@dataclass(frozen=True, slots=True, eq=False)
class Seeker:
    """What a walk looks for: tells, of a model or of a mark in `Annotated`, whether it is that."""

    seeks: Callable[[Any], bool]


class Hit(NamedTuple):
    """A value that was sought: where it stands, the value, the mark or model that told."""

    where: KeyPath
    value: Any
    mark: Any


class _Step(NamedTuple):
    """A field to look into: its name in Python and in YAML, and its mark when it is sought."""

    name: str
    key: str
    mark: Any


def _is_date_mark(mark: Any) -> bool:
    pattern = getattr(mark, "pattern", None)
    return isinstance(mark, StringConstraints) and pattern in (DATE_PATTERN, YEAR_PATTERN)


DATES = Seeker(_is_date_mark)
PLACES = Seeker(lambda model: model is At)
PROSE = Seeker(lambda mark: isinstance(mark, Voice))
PLAN_ITEMS = Seeker(lambda mark: isinstance(mark, PlanItem))
REFERENCES = Seeker(lambda mark: isinstance(mark, Ref))


def walk(record: BaseModel, seeker: Seeker, where: KeyPath = ()) -> Iterator[Hit]:
    """Yield what is sought in a record, in field order; of a tuple, each item."""
    values = record.__dict__  # the plainest way to the fields: this runs for every item there is
    for name, key, mark in _steps(type(record), seeker):
        value = values[name]
        if not value:
            continue
        if type(value) is not tuple:
            if mark is not None:
                yield Hit((*where, key), value, mark)
            else:
                yield from walk(value, seeker, (*where, key))
        elif mark is not None:
            for position, item in enumerate(value):
                yield Hit((*where, key, position), item, mark)
        else:
            for position, item in enumerate(value):
                yield from walk(item, seeker, (*where, key, position))


def find_dates(record: BaseModel) -> Iterator[tuple[KeyPath, str]]:
    """Yield every partial date and year of a record with its place."""
    return ((hit.where, hit.value) for hit in walk(record, DATES))


def find_places(record: BaseModel) -> Iterator[tuple[KeyPath, At]]:
    """Yield every `at` of a record with its place in the YAML."""
    return ((hit.where, hit.value) for hit in walk(record, PLACES))


def collect_places(record: BaseModel) -> list[At]:
    """Give every `at` of a record, quickly."""
    places: list[At] = []
    _collect(record, places)
    return places


def lines_of(record: BaseModel) -> set[int]:
    """Give every source line that a record or a part of it accounts for."""
    return {line for at in collect_places(record) for line in at.lines}


def _collect(record: Any, places: list[At]) -> None:
    values = record.__dict__
    for name, _, mark in _steps(type(record), PLACES):
        value = values[name]
        if not value:
            continue
        if mark is not None:
            places.append(value)
        elif type(value) is tuple:
            for item in value:
                _collect(item, places)
        else:
            _collect(value, places)


_KNOWN: dict[tuple[type, Seeker], tuple[_Step, ...]] = {}


def _steps(model: type[BaseModel], seeker: Seeker) -> tuple[_Step, ...]:
    """List the fields of `model` that are sought, or hold models that may have such fields."""
    known = _KNOWN.get((model, seeker))
    if known is None:
        known = _KNOWN[model, seeker] = tuple(_find_steps(model, seeker))
    return known


def _find_steps(model: type[BaseModel], seeker: Seeker) -> Iterator[_Step]:
    for name, field in model.model_fields.items():
        # Pydantic splits the marks of `Annotated` off the annotation of a field.
        mark = next(filter(seeker.seeks, field.metadata), None)
        inner, nested = _inspect(field.annotation, seeker)
        mark = mark if mark is not None else inner
        if mark is not None or any(one is model or _steps(one, seeker) for one in nested):
            yield _Step(name, field.alias or name, mark)


def _inspect(annotation: Any, seeker: Seeker) -> tuple[Any, list[type[BaseModel]]]:
    """Look through unions, tuples and `Annotated`: for the mark sought, and for nested models."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return (annotation, []) if seeker.seeks(annotation) else (None, [annotation])
    origin = get_origin(annotation)
    if origin is Annotated:
        base, *marks = get_args(annotation)
        mark = next(filter(seeker.seeks, marks), None)
        return (mark, []) if mark is not None else _inspect(base, seeker)
    if origin in (tuple, Union, types.UnionType):
        parts = [_inspect(part, seeker) for part in get_args(annotation)]
        mark = next((mark for mark, _ in parts if mark is not None), None)
        return mark, [model for _, models in parts for model in models]
    return None, []
