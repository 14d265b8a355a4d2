"""Checks of places in the source: line numbers that can be, and no line left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from handbook.checks.registry import Found, found, loaded_plans
from handbook.index import Index
from handbook.load.record_file import LoadedRecord
from handbook.model.base import At
from handbook.model.plan import Plan
from handbook.problems import KeyPath
from handbook.walk import collect_places, find_places


def check_lines_are_possible(index: Index) -> Iterator[Found]:
    """The lines of a place must ascend and lie within the source file."""
    for loaded in index.catalogue.loaded:
        record = loaded.record
        limit = record.sources[0].lines if isinstance(record, Plan) else None
        # Places are looked at without their paths first: nearly always nothing is wrong.
        if all(_is_possible(at, limit) for at in collect_places(record)):
            continue
        for where, at in find_places(record):
            if not _is_possible(at, limit):
                yield _impossible_line(loaded, where, at, limit)
    yield from _lines_of_other_plans(index)


def _is_possible(at: At, limit: int | None) -> bool:
    lines = at.lines
    if limit is not None and lines[-1] > limit:
        return False
    return len(lines) == 1 or all(a < b for a, b in pairwise(lines))


def _impossible_line(loaded: LoadedRecord, where: KeyPath, at: At, limit: int | None) -> Found:
    for number, line in enumerate(at.lines):
        place = (*where, "lines", number)
        if limit is not None and line > limit:
            message = f"tệp nguồn chỉ có {limit} dòng, không có dòng {line}"
            hint = "Kiểm tra lại số dòng ở đây, hoặc “lines” của nguồn thứ nhất."
            return found(loaded, "DONG-01", place, message, hint)
        if number and line <= at.lines[number - 1]:
            wrong = "bị lặp" if line == at.lines[number - 1] else "đứng sau một dòng lớn hơn"
            message, hint = f"dòng {line} {wrong}", "Ghi các dòng theo thứ tự, mỗi dòng một lần."
            return found(loaded, "DONG-01", place, message, hint)
    raise AssertionError("called only for a place with an impossible line")


def _lines_of_other_plans(index: Index) -> Iterator[Found]:
    """Look at what glossary terms and procedures quote from a plan."""
    for loaded in index.catalogue.loaded:
        if loaded.kind == "term":
            for number, seen in enumerate(getattr(loaded.record, "seen_in", ())):
                yield from _beyond(index, loaded, ("seen_in", number, "at"), seen.plan, seen.at)
        elif loaded.kind == "procedure":
            for number, step in enumerate(getattr(loaded.record, "steps", ())):
                for position, cited in enumerate(step.cites):
                    where = ("steps", number, "cites", position, "at")
                    yield from _beyond(index, loaded, where, cited.document, cited.at)


def _beyond(
    index: Index, loaded: LoadedRecord, where: KeyPath, plan_id: str, at: At
) -> Iterator[Found]:
    plan = index.plans.get(plan_id)
    limit = plan.sources[0].lines if plan else None
    if limit is not None and max(at.lines) > limit and _is_possible(at, None):
        yield _impossible_line(loaded, where, at, limit)


def check_every_line_is_accounted_for(index: Index) -> Iterator[Found]:
    """Every line of the source that has text should belong to some item of the plan (a hint)."""
    for loaded, plan in loaded_plans(index):
        expected = plan.sources[0].lines_with_text
        if expected is None:
            continue
        counted: set[int] = set()
        for at in collect_places(plan):
            counted.update(at.lines)
        if len(counted) < expected:
            message = f"mới ghi {len(counted)} trên {expected} dòng có chữ của tệp nguồn"
            hint = "Còn đoạn chưa thành mục nào của bản ghi" + _gap(counted) + "."
            where = ("sources", 0, "lines_with_text")
            yield found(loaded, "DONG-02", where, message, hint, level="lưu ý")


def _gap(counted: set[int]) -> str:
    """Name the widest run of lines without an item: the likeliest place of what is missing."""
    lines = [0, *sorted(counted)]
    size, before = max((b - a - 1, a) for a, b in pairwise(lines))
    return f"; khoảng trống dài nhất: dòng {before + 1}–{before + size}" if size > 2 else ""
