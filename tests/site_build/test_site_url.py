"""With the site's address known, what leaves the site leads back to it; pages stay movable."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import icalendar
import pytest
from _arguments import BuildOptions
from _building import build_into

from handbook.publish.links import find_dead_links
from tests.crawl import read_site

CATALOGUE = Path(__file__).resolve().parent.parent / "site"
URL, BASE = "https://may-chu.example/cam-nang/", "/cam-nang/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "site"
    build_into(folder, root=CATALOGUE, options=BuildOptions(site_url=URL, base_path=BASE))
    return folder


def is_there(site: Path, address: str) -> bool:
    path = address.removeprefix(URL).partition("#")[0]
    return (
        address.startswith(URL) and (site / path / ("" if "." in path else "index.html")).is_file()
    )


def test_calendars_lead_to_pages(site: Path) -> None:
    events = icalendar.Calendar.from_ical((site / "lich" / "all.ics").read_bytes()).events

    assert events
    for one in events:
        assert is_there(site, one["url"])
        assert one["description"].endswith(f"Xem trên trang tra cứu: {one['url']}")


def test_site_map_names_every_page(site: Path) -> None:
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    named = [
        one.text or "" for one in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]

    assert all(is_there(site, one) for one in named)
    pages = {path for path in read_site(site) if path.endswith("index.html")}
    found = {one.removeprefix(URL) + "index.html" for one in named}
    assert pages - found == {
        path for path in pages if 'http-equiv="refresh"' in (site / path).read_text("utf-8")
    }


def test_browsers_are_told_of_the_search(site: Path) -> None:
    text = (site / "opensearch.xml").read_text("utf-8")

    assert f'template="{URL}tim-kiem/index.html?q={{searchTerms}}"' in text
    assert 'rel="search"' in (site / "index.html").read_text("utf-8")


def test_pages_can_still_be_moved(site: Path) -> None:
    """No page is reached by the full address; the error page names its place on the server."""
    assert list(find_dead_links(site, BASE)) == []
    for page in read_site(site).values():
        assert not [one for one in page.clickable if one.startswith(URL)], page.path
    assert f'href="{BASE}assets/css/site.' in (site / "404.html").read_text("utf-8")
