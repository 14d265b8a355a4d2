"""Procedures read across the catalogue: how steps are numbered, and which pages a step uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal, NamedTuple

from handbook.index import Index
from handbook.model.reference import Procedure, Step

PageKind = Literal["plan", "directive", "outline"]


class NumberedStep(NamedTuple):
    """A step with its number: steps joined by “và” or “hoặc” (`join`) share one."""

    number: int
    join: str
    step: Step


class UsedProcedure(NamedTuple):
    """A procedure in which a page is used, with the steps that use it, in order."""

    procedure: Procedure
    steps: tuple[NumberedStep, ...]


def number_steps(procedure: Procedure) -> tuple[NumberedStep, ...]:
    """Number the steps of a procedure; a joined step bears the number of the one before it.

    A first step is joined to nothing, whatever it says: what stood before it may have been left
    out of a public edition.
    """
    numbered: list[NumberedStep] = []
    for step in procedure.steps:
        last = numbered[-1].number if numbered else 0
        join = (step.join or "") if numbered else ""
        numbered.append(NumberedStep(last if join else last + 1, join, step))
    return tuple(numbered)


def procedures_by_page(index: Index) -> dict[tuple[PageKind, str], tuple[UsedProcedure, ...]]:
    """Give (page kind, id) → the procedures that use the page, in the order of their records."""
    found: dict[tuple[PageKind, str], list[UsedProcedure]] = defaultdict(list)
    for procedure in sorted(index.procedures.values(), key=lambda one: (one.order, one.id)):
        users: dict[tuple[PageKind, str], list[NumberedStep]] = defaultdict(list)
        for numbered in number_steps(procedure):
            for page in dict.fromkeys(_pages_of(index, numbered.step)):
                users[page].append(numbered)
        for page, steps in users.items():
            found[page].append(UsedProcedure(procedure, tuple(steps)))
    return {page: tuple(ones) for page, ones in found.items()}


def _pages_of(index: Index, step: Step) -> Iterator[tuple[PageKind, str]]:
    """Yield the pages a step belongs to.  What a piece of advice quotes is only an example."""
    if step.outline:
        yield "outline", step.outline
    cited = () if step.advice else tuple(one.document for one in step.cites)
    for document in (*cited, *step.documents):
        yield index.kind_of_document(document), document
