"""What a check is: one rule over the whole index, yielding findings; and how checks are run.

A check is a function whose docstring is its rule in one sentence.  It sees only records that
loaded, and says nothing of what a broken file may have held.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple, TypeVar, cast

from handbook.index import Index
from handbook.load.collection import paused_collection
from handbook.load.record_file import LoadedRecord
from handbook.model.base import Record
from handbook.model.document import Directive
from handbook.model.plan import Plan
from handbook.problems import LEVELS, Finding, KeyPath, Level, Problem

R = TypeVar("R", bound=Record)


class Found(NamedTuple):
    """A finding with the record it is in."""

    loaded: LoadedRecord
    finding: Finding


Check = Callable[[Index], Iterator[Found]]


def found(
    loaded: LoadedRecord,
    code: str,
    where: KeyPath,
    message: str,
    hint: str = "",
    *,
    level: Level = "lỗi",
) -> Found:
    """Make what a check yields."""
    return Found(loaded, Finding(code=code, where=where, message=message, hint=hint, level=level))


def loaded_of(index: Index, kind: str, type_: type[R]) -> Iterator[tuple[LoadedRecord, R]]:
    """Yield the records of one kind with their files, typed."""
    for loaded in index.catalogue.of_kind(kind).values():
        yield loaded, cast("R", loaded.record)


def loaded_plans(index: Index) -> Iterator[tuple[LoadedRecord, Plan]]:
    """Yield every plan with its file."""
    return loaded_of(index, "plan", Plan)


def loaded_documents(index: Index) -> Iterator[tuple[LoadedRecord, Plan | Directive]]:
    """Yield every plan and directive with its file, plans first."""
    yield from loaded_plans(index)
    yield from loaded_of(index, "directive", Directive)


def run_checks(
    index: Index,
    checks: Sequence[Check],
    *,
    select: Collection[str] = (),
    skip: Collection[str] = (),
    levels: Collection[Level] = LEVELS,
) -> list[Problem]:
    """Run the checks and give their problems of these levels sorted by place.

    `select` and `skip` name checks (`check_weekdays`) or codes (`NGAY-02`).
    """
    by_file: dict[str, list[Found]] = defaultdict(list)
    with paused_collection():
        for check in checks:
            for one in check(index):
                names = {check.__name__, one.finding.code}
                if one.finding.level in levels and is_wanted(names, select, skip):
                    by_file[one.loaded.path].append(one)
        # File by file, because places are found by composing the file's text once more.
        return sorted(one.loaded.problem(one.finding) for ones in by_file.values() for one in ones)


def is_wanted(names: set[str], select: Collection[str], skip: Collection[str]) -> bool:
    """Tell whether something of these names was selected and not skipped.

    >>> is_wanted({"check_weekdays", "NGAY-02"}, select=["NGAY-02"], skip=[])
    True
    """
    return (not select or not names.isdisjoint(select)) and names.isdisjoint(skip)
