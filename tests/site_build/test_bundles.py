"""One style sheet and one script of ours on every page, named by what is in them."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ASKED = re.compile(r'<(?:script[^>]*\ssrc|link rel="(?:stylesheet|icon)"[^>]*\shref)="([^"]+)"')
OF_THE_PAGE_OF_RESULTS = {"assets/js/search-facets.js", "assets/js/search-page.js"}


def listed(key: str) -> list[str]:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    return list(yaml.safe_load(text)[key])


@pytest.mark.parametrize(("key", "ending"), [("extra_css", "css"), ("extra_javascript", "js")])
def test_bundle_holds_every_file_in_order(built_site: Path, key: str, ending: str) -> None:
    (bundle,) = (built_site / "assets" / ending).glob("site.*")
    text = bundle.read_text(encoding="utf-8")

    places = [
        text.index((ROOT / "docs" / path).read_text(encoding="utf-8")) for path in listed(key)
    ]

    assert places == sorted(places)
    assert bundle.name == f"site.{hashlib.sha256(text.encode()).hexdigest()[:12]}.{ending}"


def test_a_page_asks_for_few_files(built_site: Path) -> None:
    for page in built_site.rglob("index.html"):
        html = page.read_text(encoding="utf-8")
        asked = re.findall(
            r'<(?:script[^>]*\ssrc|link rel="(?:stylesheet|icon)"[^>]*\shref)="([^"]+)"', html
        )
        ours = {one.replace("../", "") for one in asked} - OF_THE_PAGE_OF_RESULTS
        assert 0 < len(ours) <= 7, page
