"""What linked data says of a document, and what it leaves unsaid."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handbook.views.linked_data import legislation
from handbook.views.site import Site
from tests.small_index import load_index, write_directive


def dates_told(root: Path, issued: str) -> str | None:
    write_directive(root, "a", issued=issued)
    index = load_index(root)
    told: str | None = legislation(Site(index, date(2026, 1, 1)), index.directives["a"]).get(
        "legislationDate"
    )
    return told


@pytest.mark.parametrize("issued", ["2020", "2020-12", "2020-12-15"])
def test_a_year_month_or_day_is_told(tmp_path: Path, issued: str) -> None:
    assert dates_told(tmp_path, issued) == issued


@pytest.mark.parametrize(
    "issued",
    ["2020-Q4", "2020-H1", "2020-giua", "2020-12-dau", "2020-Q4-cuoi", "2020-12-tuan2",
     "2020-12-tuancuoi"],
)  # fmt: skip
def test_a_date_iso_has_no_word_for_is_left_out(tmp_path: Path, issued: str) -> None:
    assert dates_told(tmp_path, issued) is None
