"""The public edition: a catalogue without what is marked `audience: internal`.

It is made right after loading and checking, before the index, so that pages, search, API,
calendars and downloads never see what was left out.  What cannot stand without it goes too: a
reference to a record that was left out is dropped; where a part needs that reference, the part is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, StringConstraints

from handbook.load.catalogue import Catalogue
from handbook.load.record_file import LoadedRecord
from handbook.model.base import ItemId, ItemRef, Part, Record, Ref


class LeftOut(NamedTuple):
    """How much a public edition lacks."""

    records: int = 0
    parts: int = 0
    references: int = 0

    def __str__(self) -> str:
        return (
            f"Bản công khai: bỏ {self.records} bản ghi, {self.parts} phần của bản ghi khác "
            f"và {self.references} dẫn chiếu tới chúng."
        )


def public_edition(catalogue: Catalogue) -> tuple[Catalogue, LeftOut]:
    """Give the catalogue as the public may see it, and how much of it was left out."""
    edition = _Edition()
    kept = {(one.kind, one.record.id): one for one in catalogue.loaded}
    is_done = False
    while not is_done:  # what goes may take with it what needs it
        before = edition.size
        for key, one in tuple(kept.items()):
            record = edition.prune_record(one)
            if record is None:
                edition.records.add(key)
                del kept[key]
            elif record is not one.record:
                # The file holds what was left out.
                kept[key] = replace(one, record=record, digest=b"")
        is_done = edition.size == before
    if not edition.size:
        return catalogue, LeftOut()
    return _with_records(catalogue, kept), edition.left_out()


def _with_records(catalogue: Catalogue, kept: dict[tuple[str, str], LoadedRecord]) -> Catalogue:
    by_kind: dict[str, dict[str, LoadedRecord]] = {kind: {} for kind in catalogue.by_kind}
    for (kind, record_id), one in kept.items():
        by_kind[kind][record_id] = one
    return replace(catalogue, loaded=tuple(kept.values()), by_kind=by_kind)


class _Gone:
    """Stands for a value that was left out."""


_GONE = _Gone()


@dataclass(slots=True)
class _Edition:
    """What has been left out so far."""

    records: set[tuple[str, str]] = field(default_factory=set)
    items: set[tuple[str, str, str]] = field(default_factory=set)
    """Kind and id of a record, and the id of an item that stood in it."""
    parts: int = 0
    references: int = 0
    _owner: tuple[str, str] = ("", "")

    @property
    def size(self) -> int:
        return len(self.records) + self.parts + self.references

    def left_out(self) -> LeftOut:
        return LeftOut(len(self.records), self.parts, self.references)

    def prune_record(self, one: LoadedRecord) -> Record | None:
        """Give the record without what must go; itself when nothing must, None when all must."""
        self._owner = (one.kind, one.record.id)
        found = self._model(one.record)
        return found if isinstance(found, Record) else None

    def _model(self, model: BaseModel) -> Any:
        if isinstance(model, Part) and model.audience == "internal":
            return _GONE
        changes: dict[str, Any] = {}
        for name, spec in _fields(type(model)).items():
            value = getattr(model, name)
            if not value:
                continue
            new = self._value(value, spec)
            if new is value:
                continue
            if new is _GONE and spec.may_be_none:
                new = None
            if new is _GONE or (new == () and spec.must_hold_some):
                return _GONE
            changes[name] = new
        return model.model_copy(update=changes) if changes else model

    def _value(self, value: Any, spec: _Field) -> Any:
        if isinstance(value, tuple):
            new = tuple(self._value(one, spec) for one in value)
            if all(one is old for one, old in zip(new, value, strict=True)):
                return value
            return tuple(one for one in new if one is not _GONE)
        if isinstance(value, BaseModel):
            found = self._model(value)
            if found is _GONE:
                self._lose(value)
            return found
        if isinstance(value, str) and self._is_gone(value, spec):
            self.references += 1
            return _GONE
        return value

    def _lose(self, model: BaseModel) -> None:
        self.parts += 1
        for item in _item_ids(model):
            self.items.add((*self._owner, item))

    def _is_gone(self, value: str, spec: _Field) -> bool:
        if spec.names_item:
            return (*self._owner, value) in self.items
        if spec.names_item_of_plan:
            plan, _, item = value.partition("#")
            return ("plan", plan) in self.records or ("plan", plan, item) in self.items
        return any((kind, value) in self.records for kind in spec.kinds)


def _item_ids(model: BaseModel) -> Iterator[str]:
    """Yield the ids of a part and of the parts inside it."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if name == "id":
            yield value
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, BaseModel):
                yield from _item_ids(one)


class _Field(NamedTuple):
    """What a field may hold that could have to go."""

    kinds: tuple[str, ...] = ()
    names_item: bool = False
    names_item_of_plan: bool = False
    holds_models: bool = False
    may_be_none: bool = False
    must_hold_some: bool = False


@cache
def _fields(model: type[BaseModel]) -> dict[str, _Field]:
    """Describe the fields of a model that refer to something or hold other models."""
    hints = get_type_hints(model, include_extras=True)
    found = {}
    for name, info in model.model_fields.items():
        spec = _describe(hints[name])
        if name == "id" or name == "former_ids":
            continue
        if spec.kinds or spec.names_item or spec.names_item_of_plan or spec.holds_models:
            some = any(getattr(one, "min_length", 0) for one in info.metadata)
            found[name] = spec._replace(must_hold_some=some)
    return found


_ITEM, _PLAN_ITEM = (
    next(one.pattern for one in get_args(type_)[1:] if isinstance(one, StringConstraints))
    for type_ in (ItemId, ItemRef)
)


def _describe(hint: Any) -> _Field:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _Field(holds_models=True)
    if hint is type(None):
        return _Field(may_be_none=True)
    parts = [one for one in get_args(hint) if one is not Ellipsis]
    if get_origin(hint) is Annotated:
        return _describe_annotated(parts[0], parts[1:])
    if get_origin(hint) is tuple:
        return _merge([_describe(one) for one in parts])._replace(may_be_none=False)
    if get_origin(hint) in (Union, UnionType):
        return _merge([_describe(one) for one in parts])
    return _Field()


def _describe_annotated(base: Any, marks: list[Any]) -> _Field:
    kinds = next((one.kinds for one in marks if isinstance(one, Ref)), ())
    patterns = [one.pattern for one in marks if isinstance(one, StringConstraints)]
    if kinds:
        return _Field(kinds=kinds)
    if _PLAN_ITEM in patterns:
        return _Field(names_item_of_plan=True)
    if _ITEM in patterns:
        return _Field(names_item=True)
    return _describe(base)


def _merge(many: list[_Field]) -> _Field:
    return _Field(
        kinds=tuple(kind for one in many for kind in one.kinds),
        names_item=any(one.names_item for one in many),
        names_item_of_plan=any(one.names_item_of_plan for one in many),
        holds_models=any(one.holds_models for one in many),
        may_be_none=any(one.may_be_none for one in many),
    )
