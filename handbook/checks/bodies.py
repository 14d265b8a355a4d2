"""Checks of bodies: who belongs to whom, and who followed whom."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.loops import find_loops, show_loop
from handbook.checks.registry import Found, found
from handbook.index import Index
from handbook.load.record_file import LoadedRecord


def check_parents_have_no_loop(index: Index) -> Iterator[Found]:
    """A body must not stand above itself."""
    edges = {body.id: [body.parent] if body.parent else [] for body in index.bodies.values()}
    for loop in find_loops(edges):
        message = f"đơn vị cấp trên đi vòng: {show_loop(loop)}"
        hint = "Sửa “parent” của một đơn vị trong vòng này; đơn vị cao nhất không có “parent”."
        yield found(_loaded(index, loop), "DON-VI-01", ("parent",), message, hint)


def check_successors_have_no_loop(index: Index) -> Iterator[Found]:
    """A body must not come after itself."""
    edges = {body.id: list(body.successors) for body in index.bodies.values()}
    for loop in find_loops(edges):
        number = next(n for n, one in enumerate(edges[loop[0]]) if one in loop)
        message = f"đơn vị kế tục đi vòng: {show_loop(loop)}"
        hint = "Chỉ đơn vị ra đời sau mới kế tục đơn vị trước: xóa một chiều."
        yield found(_loaded(index, loop), "DON-VI-02", ("successors", number), message, hint)


def _loaded(index: Index, loop: tuple[str, ...]) -> LoadedRecord:
    return index.catalogue.of_kind("body")[loop[0]]
