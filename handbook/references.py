"""Find every reference from one record to another, by the `Ref` marks of the record types.

A new field that points to a record needs only its type (`BodyId`, `tuple[DocumentId, ...]` …):
the index, the “unknown reference” check and the back-references then know it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from handbook.problems import KeyPath
from handbook.walk import REFERENCES, walk


@dataclass(frozen=True, slots=True)
class Reference:
    """An id standing at `where` in a record, which must name a record of one of `kinds`."""

    where: KeyPath
    target: str
    kinds: tuple[str, ...]


def find_references(record: BaseModel, where: KeyPath = ()) -> Iterator[Reference]:
    """Yield every reference in `record`, in field order, descending into nested models."""
    for hit in walk(record, REFERENCES, where):
        yield Reference(hit.where, hit.value, hit.mark.kinds)
