"""What a check is: one rule over the whole index, yielding findings; and how all of them are run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from handbook.index import Index
from handbook.load.catalogue import LoadedRecord
from handbook.problems import Finding, Problem


class Found(NamedTuple):
    """A finding with the record it is in."""

    loaded: LoadedRecord
    finding: Finding


Check = Callable[[Index], Iterator[Found]]


def run_checks(index: Index, checks: Sequence[Check]) -> list[Problem]:
    """Run the checks in order and give their problems sorted by place."""
    return sorted(
        found.loaded.problem(found.finding) for check in checks for found in check(index)
    )
