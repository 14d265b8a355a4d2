"""The description of the site's search for browsers: only when the site's address is known."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from jinja2 import Environment

TEMPLATE = Path(__file__).resolve().parents[2] / "overrides" / "opensearch.xml"
NAMES = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def describe(site_url: str, site_name: str = "Cẩm nang cán bộ công đoàn") -> str:
    theme = SimpleNamespace(favicon="assets/images/favicon.png")
    config = SimpleNamespace(site_url=site_url, site_name=site_name, theme=theme)
    source = TEMPLATE.read_text(encoding="utf-8")
    return Environment(autoescape=False).from_string(source).render(config=config)


def test_it_leads_to_the_page_of_results() -> None:
    root = ElementTree.fromstring(describe("https://cong-doan.example/a&b/"))

    address = root.find("o:Url[@type='text/html']", NAMES)

    assert address is not None
    assert address.get("template") == (
        "https://cong-doan.example/a&b/tim-kiem/index.html?q={searchTerms}"
    )


@pytest.mark.parametrize("name", ["Tên rất dài " * 20, "<&>\"'"])
def test_names_keep_to_the_lengths_of_the_format(name: str) -> None:
    root = ElementTree.fromstring(describe("https://cong-doan.example/", name))

    assert 1 <= len(root.findtext("o:ShortName", "", NAMES)) <= 16
    assert 1 <= len(root.findtext("o:LongName", "", NAMES)) <= 48


def test_without_an_address_there_is_none(built_site: Path) -> None:
    assert describe("").strip() == ""
    assert not (built_site / "opensearch.xml").exists()
    assert 'rel="search"' not in (built_site / "index.html").read_text(encoding="utf-8")
