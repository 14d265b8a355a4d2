"""Checks of citations in prose: what names a document should lead to its record."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.documents import are_held_twice
from handbook.checks.registry import Found, found
from handbook.citations.prose import find_cited_prose
from handbook.citations.written import find_in_written
from handbook.index import Index
from handbook.load.written_pages import show_page
from handbook.problems import Problem


def check_citations_are_known(index: Index) -> Iterator[Found]:
    """A document that prose cites should be one record of the catalogue (a hint)."""
    for loaded, texts in find_cited_prose(index):
        told: set[str] = set()
        for where, text, cites in texts:
            for cited in cites:
                printed = " ".join(text[cited.start : cited.end].split())
                if cited.directive or printed in told or are_held_twice(index, cited.candidates):
                    continue
                told.add(printed)
                code, message, hint = _explain(printed, cited.candidates)
                yield found(loaded, code, where, message, hint, level="lưu ý")


def problems_of_written_pages(index: Index) -> Iterator[Problem]:
    """A document that a hand-written page cites should be one record of the catalogue (a hint)."""
    told: set[tuple[str, str]] = set()
    for one in find_in_written(index):
        if one.cited.directive or (one.address, one.printed) in told:
            continue
        if are_held_twice(index, one.cited.candidates):
            continue
        told.add((one.address, one.printed))
        code, message, hint = _explain(one.printed, one.cited.candidates)
        yield Problem(
            path=show_page(index.catalogue.docs, one.address),
            line=one.line,
            column=one.column,
            code=code,
            message=message,
            hint=hint,
            level="lưu ý",
        )


def _explain(printed: str, candidates: tuple[str, ...]) -> tuple[str, str, str]:
    if not candidates:
        message = f"chưa nhận ra “{printed}”: trong kho chưa có văn bản này"
        hint = (
            "Thêm bản ghi vào data/directives, hoặc ghi cách viết này vào “aliases” của văn bản "
            "đã có. Chưa thêm cũng được: trang vẫn dựng, chỗ này được đánh dấu."
        )
        return "DAN-CHIEU-01", message, hint
    message = f"chưa rõ “{printed}” là văn bản nào: {', '.join(candidates)}"
    hint = "Thêm văn bản đúng vào “relations” của bản ghi này, hoặc ghi rõ ngày ban hành trong câu."
    return "DAN-CHIEU-02", message, hint
