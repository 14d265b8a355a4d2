"""axe-core finds no serious fault on any kind of page, by day and by night."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browsing import OpenPage
from tests.crawl import sample_pages

_SERIOUS = ("serious", "critical")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_fault(
    scheme: str, built_site: Path, site_address: str, new_page: OpenPage
) -> None:
    watched = new_page(color_scheme=scheme, reduced_motion="reduce")
    axe = Axe()

    faults = {}
    for path in sample_pages(built_site):
        watched.show(site_address + path)
        found = [_in_short(one) for one in _violations(axe, watched.page) if _is_serious(one)]
        if found:
            faults[path] = found

    assert faults == {}


def _violations(axe: Axe, page: Any) -> list[dict[str, Any]]:
    violations: list[dict[str, Any]] = axe.run(page).response["violations"]
    return violations


def _is_serious(violation: dict[str, Any]) -> bool:
    return violation["impact"] in _SERIOUS


def _in_short(violation: dict[str, Any]) -> tuple[str, int, str]:
    nodes = violation["nodes"]
    return violation["id"], len(nodes), nodes[0]["html"][:200]
