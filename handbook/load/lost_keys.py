"""Recognise a lost line such as `sources:`, whose contents then hang under the key before it.

Every field of what hangs in the wrong place is unknown there, or of the wrong type: a dozen
complaints about one missing line.  They become one finding, where the line should be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic import BaseModel

from handbook.load.schema_fields import fields_at, fields_of, models_in
from handbook.load.yaml_tree import FAULTY
from handbook.problems import Finding, KeyPath, nearest

_ENOUGH = 20
"""Faulty entries of a list, and groups of unknown keys, to look at; bounds the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LostKey:
    """A line that is lost: what it may be called, where it belongs, and what it should head."""

    names: tuple[str, ...]
    parent: KeyPath
    first: KeyPath
    keys: frozenset[str] = frozenset()
    is_empty: bool = False

    def explains(self, where: KeyPath) -> bool:
        """Tell whether a complaint about `where` comes from the lost line."""
        if where[:-1] == self.parent and where[-1] in self.names:
            return True
        if self.keys:
            return where[:-1] == self.first[:-1] and where[-1] in self.keys
        above, index = self.first[:-1], self.first[-1]
        if where[: len(above)] != above or len(where) <= len(above):
            return False
        at = where[len(above)]
        return isinstance(at, int) and isinstance(index, int) and at >= index

    def finding(self) -> Finding:
        """Say which line is lost, where its contents begin."""
        names = " hoặc ".join(f"“{name}:”" for name in self.names[:5])
        return Finding(
            code="TRUONG-02",
            where=self.first,
            message=f"trước chỗ này thiếu dòng {names}",
            hint="Thêm dòng đó ngay phía trên, hoặc sửa khoảng trắng đầu dòng cho thẳng cột.",
            at_key=bool(self.keys),
        )


def find_lost_keys(
    model: type[BaseModel], data: Any, wrong: Iterable[KeyPath], unknown: Iterable[KeyPath]
) -> list[LostKey]:
    """Find the lost lines that explain complaints: `wrong` are all places, `unknown` the keys."""
    lists = list(_lost_lists(model, data, wrong))
    left = [where for where in unknown if not any(one.explains(where) for one in lists)]
    return [*lists, *_lost_groups(model, data, left)]


def _lost_lists(model: type[BaseModel], data: Any, wrong: Iterable[KeyPath]) -> Iterator[LostKey]:
    """Look at list entries that are no entries of their list but of one that is not there."""
    entries: dict[KeyPath, list[KeyPath]] = {}
    for where in sorted(wrong, key=_in_order):
        depth = next((n for n, part in enumerate(where) if isinstance(part, int)), None)
        if depth is not None:
            known = entries.setdefault(where[:depth], [])
            if where[: depth + 1] not in known[-1:]:
                known.append(where[: depth + 1])
    for above, faulty in entries.items():
        found = (_lost_before(model, data, above, entry) for entry in faulty[:_ENOUGH])
        yield from islice((one for one in found if one is not None), 1)


def _lost_before(
    model: type[BaseModel], data: Any, above: KeyPath, where: KeyPath
) -> LostKey | None:
    entry, parent = _value_at(data, where), above[:-1]
    if _is_list_of(model, data, above, entry):
        return None
    absent = _absent_fields(model, data, parent)
    names = tuple(name for name in absent if _is_list_of(model, data, (*parent, name), entry))
    return LostKey(names=names, parent=parent, first=where) if names else None


def _in_order(where: KeyPath) -> tuple[tuple[int, int | str], ...]:
    return tuple((0, part) if isinstance(part, int) else (1, part) for part in where)


def _is_list_of(model: type[BaseModel], data: Any, where: KeyPath, entry: Any) -> bool:
    field = fields_at(model, data, where[:-1]).get(str(where[-1]))
    if field is None or not isinstance(entry, dict) or "tuple" not in str(field.annotation):
        return False
    return any(_fits(one, set(entry)) for one in models_in(field.annotation))


def _lost_groups(
    model: type[BaseModel], data: Any, unknown: Iterable[KeyPath]
) -> Iterator[LostKey]:
    """Look at unknown keys that together are a group which is not there (`at`, `term` …)."""
    by_parent: dict[KeyPath, list[str]] = {}
    for where in unknown:
        by_parent.setdefault(where[:-1], []).append(str(where[-1]))
    for parent, keys in islice(by_parent.items(), _ENOUGH):
        if len(keys) == 1 and nearest(keys[0], _absent_fields(model, data, parent)):
            continue  # a misspelt key of this very mapping
        for depth in range(len(parent), -1, -1):
            above = parent[:depth]
            fields = fields_at(model, data, above)
            names = tuple(
                name
                for name in _absent_fields(model, data, above)
                if any(_fits(one, set(keys)) for one in models_in(fields[name].annotation))
            )
            if names:
                yield LostKey(
                    names=names,
                    parent=above,
                    first=(*parent, keys[0]),
                    keys=frozenset(keys),
                    is_empty=_value_at(data, (*above, names[0])) is FAULTY,
                )
                break


def _absent_fields(model: type[BaseModel], data: Any, where: KeyPath) -> list[str]:
    """List the fields a mapping could have and has not, or has with nothing after the colon."""
    present = _value_at(data, where)
    if not isinstance(present, dict):
        return []
    fields = fields_at(model, data, where)
    return [name for name in fields if name not in present or present[name] is FAULTY]


def _fits(model: type[BaseModel], keys: set[str]) -> bool:
    fields = fields_of(model)
    required = {name for name, field in fields.items() if field.is_required()}
    return required <= keys <= set(fields)


def _value_at(data: Any, where: KeyPath) -> Any:
    for part in where:
        if isinstance(data, dict):
            data = data.get(str(part))
        elif isinstance(data, tuple) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data
