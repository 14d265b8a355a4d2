"""Addresses never break: every page that ever was is still a page, or leads to its new place.

`pytest --bless` adds new addresses to `tests/addresses.txt`; it never removes one.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handbook.checks import load_and_check
from handbook.outputs.api import api_files
from handbook.outputs.calendars import calendar_files
from handbook.outputs.exports import export_files
from handbook.outputs.pages import record_addresses
from handbook.outputs.redirects import redirect_files
from handbook.outputs.workbooks import workbook_files
from handbook.views.site import Site

HERE = Path(__file__).resolve().parent
KNOWN = HERE / "addresses.txt"
DOCS = HERE.parent / "docs"


def test_no_address_has_gone(request: pytest.FixtureRequest) -> None:
    index, _ = load_and_check(HERE.parent)
    site = Site(index, date(2026, 1, 1))
    now = {address for _, _, address in record_addresses(site)}
    now |= {path.removesuffix("index.html") for path, _ in redirect_files(site)}
    now |= {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    now |= {path for path, _ in export_files(site)}
    now |= {path for path, _ in api_files(site)}
    now |= {path for path, _ in workbook_files(site)}
    now |= {path for path, _ in calendar_files(site)}
    known = set(KNOWN.read_text(encoding="utf-8").split())

    if request.config.getoption("--bless"):
        KNOWN.write_text("\n".join(sorted(known | now)) + "\n", encoding="utf-8", newline="\n")

    assert known <= now, "an address has gone: keep the old id under `former_ids`"


def test_a_former_id_leads_to_the_new_page() -> None:
    index, _ = load_and_check(HERE / "site")

    pages = {path: data.decode() for path, data in redirect_files(Site(index, date(2025, 1, 1)))}

    assert "ke-hoach/ke-hoach-mau-cu/index.html" in pages
    target = "../../ke-hoach/ke-hoach-mau/index.html"
    assert target in pages["ke-hoach/ke-hoach-mau-cu/index.html"]
    assert "de-cuong/ke-hoach-mau-cu/index.html" in pages
    assert "ho-so/ke-hoach-mau-cu/index.html" in pages
