"""Checks of paths and ways in: what they lead to must be there."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.references import ask_near
from handbook.checks.registry import Found, found
from handbook.index import Index
from handbook.model.path import OutlineReading, PageReading
from handbook.walk import Seeker, walk

_READINGS = Seeker(lambda model: model is PageReading or model is OutlineReading)


def check_readings_lead_somewhere(index: Index) -> Iterator[Found]:
    """A reading must name a hand-written page that exists, or a plan that has an outline."""
    pages = index.catalogue.written
    for loaded in index.catalogue.loaded:
        for where, reading, _ in walk(loaded.record, _READINGS):
            if isinstance(reading, PageReading) and pages and reading.page not in pages:
                message = f"không có trang “{reading.page}” trong docs/"
                hint = ask_near(reading.page, pages) + "Ghi tên thư mục hay tệp, không có đuôi."
                yield found(loaded, "THAM-CHIEU-02", (*where, "page"), message, hint)
            elif isinstance(reading, OutlineReading):
                plan = index.plans.get(reading.plan)
                if plan is not None and plan.outline is None:
                    message = f"văn bản “{reading.plan}” không có đề cương"
                    hint = "Dùng “type: văn bản” để dẫn tới cả văn bản."
                    yield found(loaded, "THAM-CHIEU-03", (*where, "plan"), message, hint)
