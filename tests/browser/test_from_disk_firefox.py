"""The built folder opened as files in Firefox, which keeps files of a disk further apart."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from handbook.views.agenda import group_of
from tests.browser.searching import ask
from tests.browsing import OpenPage
from tests.crawl import click_path, read_site, sample_pages
from tests.firefox import Firefox

LINK = """return [...document.querySelectorAll("a[href]")]
  .find((one) => one.getAttribute("href") === arguments[0] && one.checkVisibility());"""
LOADED = "return performance.getEntriesByType('resource').map((one) => one.name);"
IS_ANSWERED = """
const { state, query } = document.querySelector("[role=listbox]").dataset;
return state === "done" && query === arguments[0];
"""
RESULTS = """return [...document.querySelectorAll("[role=listbox] a[data-record]")]
  .map((one) => one.dataset.record);"""
GROUPS = """return [...document.querySelectorAll("section[data-group]")].flatMap((group) =>
  [...group.querySelectorAll("li[data-record]")].map((item) =>
    [group.dataset.group, item.dataset.last, item.dataset.end]));"""
ENTER = "\ue007"  # WebDriver's name of the key
QUERIES = ("39/KH-LĐLĐ", "han nop bao cao so ket", "NQ02", "tai chinh")


@pytest.fixture(scope="module")
def root(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the site in a folder such as people make, with a slash at its end."""
    folder = tmp_path_factory.mktemp("share") / "Cẩm nang #1 (100%)"
    shutil.copytree(built_site, folder)
    return folder.as_uri() + "/"


@pytest.fixture(autouse=True)
def _without_errors(firefox: Firefox) -> Iterator[None]:
    firefox.collect_errors()
    yield
    assert firefox.collect_errors() == []


def path_of(root: str, address: str) -> str:
    """Give the place of an open page under the site's root."""
    assert address.startswith(root), f"{address} is not under {root}"
    return unquote(urlsplit(address.removeprefix(root)).path)


def test_every_kind_is_reached_by_clicking(built_site: Path, root: str, firefox: Firefox) -> None:
    for goal in sample_pages(built_site):
        firefox.open(root + "index.html")
        for href, target in click_path(built_site, goal):
            firefox.click(LINK, href)
            assert path_of(root, firefox.address) == target
        outside = [one for one in firefox.run(LOADED) if not one.startswith((root, "data:"))]
        assert outside == []


def test_search_finds_what_chromium_finds(
    site_address: str, new_page: OpenPage, root: str, firefox: Firefox
) -> None:
    page = new_page().page
    page.goto(site_address + "tim-kiem/")

    for query in QUERIES:
        firefox.open(root + "tim-kiem/index.html")
        firefox.type("input[type=search]", query)
        firefox.wait_until(IS_ANSWERED, query)
        found = firefox.run(RESULTS)

        assert found
        assert found == ask(page, query)


def test_result_opens_and_the_address_of_a_search_is_kept(root: str, firefox: Firefox) -> None:
    firefox.open(root + "ke-hoach/index.html")
    firefox.type("input[type=search]", "quang tri so ket")
    firefox.wait_until(IS_ANSWERED, "quang tri so ket")
    firefox.type("input[type=search]", ENTER)
    firefox.wait_until("return location.pathname.includes('/tim-kiem/');")
    firefox.wait_until(IS_ANSWERED, "quang tri so ket")

    assert firefox.address == root + "tim-kiem/index.html?q=quang+tri+so+ket"
    firefox.click("return document.querySelector('[role=listbox] a[data-record]');")
    firefox.wait_until("return !location.pathname.includes('/tim-kiem/');")
    assert path_of(root, firefox.address).endswith("/index.html")


def test_agenda_has_the_groups_of_the_readers_day(root: str, firefox: Firefox) -> None:
    firefox.open(root + "thoi-gian/index.html")
    today = date.fromisoformat(firefox.run("return new Date().toLocaleDateString('sv');"))

    found = firefox.run(GROUPS)

    assert len(found) > 15
    assert all(group_of(last, end, today) == group for group, last, end in found)


def test_outline_address_is_copied(built_site: Path, root: str, firefox: Firefox) -> None:
    pages = [path for path in read_site(built_site) if path.startswith("de-cuong/")]
    firefox.open(root + max(pages, key=len))
    item = firefox.run("return document.querySelector('article [id][data-at]').id;")

    firefox.click("return document.querySelector('article .hb-copy-place');")

    firefox.wait_until(
        "return document.querySelector('.hb-copy-said').textContent.startsWith('Đã chép');"
    )
    copied = firefox.run_privileged("return navigator.clipboard.readText();")
    assert copied == f"{firefox.address}#{item}"


@pytest.mark.parametrize(
    ("page", "ending"),
    [
        ("lich/index.html", ".ics"),
        ("vai-tro/tai-chinh/index.html", ".xlsx"),
        ("tai-ve/index.html", ".csv"),
    ],
)
def test_download_is_offered_and_whole(
    page: str, ending: str, built_site: Path, root: str, firefox: Firefox
) -> None:
    firefox.open(root + page)
    script = "return [...document.links].find((one) => one.pathname.endsWith(arguments[0]));"
    target = firefox.run(f"{script[:-1]}.href;", ending)

    saved = firefox.save(script, ending)

    assert saved.read_bytes() == (built_site / path_of(root, target)).read_bytes()


def test_choice_is_kept_on_the_next_page(root: str, firefox: Firefox) -> None:
    """Files of a disk share their storage, else a role or a colour scheme would last one page."""
    scheme = "return document.documentElement.dataset.mdColorScheme;"
    firefox.open(root + "index.html")
    before = firefox.run(scheme)

    firefox.click("return document.querySelector('.hb-icon-scheme');")
    firefox.open(root + "ke-hoach/index.html")

    assert firefox.run(scheme) != before


def test_errors_are_seen(root: str, firefox: Firefox) -> None:
    """The tests above can fail: what a script throws, a file that is missing, an odd host."""
    firefox.open(root + "index.html")
    firefox.run(
        """setTimeout(() => { throw Error("hỏng"); });
        const script = document.createElement("script");
        script.src = "khong-co.js";
        document.head.append(script);
        new Image().src = "http://anh.example/a.png";"""
    )

    firefox.wait_until("return performance.getEntriesByName('http://anh.example/a.png').length;")
    said = " ".join(firefox.collect_errors())
    assert "hỏng" in said
    assert "khong-co.js" in said
