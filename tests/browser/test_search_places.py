"""The search works wherever the site lies, asks for nothing early, and survives any query."""

from __future__ import annotations

import gzip
import random
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from _preview import HOST, SiteHandler, open_server
from playwright.sync_api import Browser, Page

from handbook.search.engine import engine_script
from tests.browser.search_pages import Engine
from tests.browsing import OpenPage, serving

QUERY = "nghi quyet 02"
INPUT = "input[type=search]"
FOUND = "[role=listbox][data-state=done] a[data-record='02-nq-tw-2021']"
POLICY = "default-src 'self'; script-src 'self'"
HOSTILE = (
    "constructor", "__proto__", "toString valueOf", "<img src=x onerror=alert(1)>", '"' * 50,
    "-" * 50, '-"', '"-', "''; DROP TABLE", "\\u0000\\", "${7*7}", "../../etc", "%00%ff",
    "a" * 5000, "đ" * 300, "1" * 300, "a " * 500, "02-" * 200, "\u202e\u200b\ufeff",
    "\U0001f600" * 40, "\ud83d", "\u0301" * 100, "(" * 100, ".*+?^$[]{}|",
    "dai^hoi", "39kh=", "0", "-", '""', " ",
)  # fmt: skip
ALPHABET = (
    "abcdeghiklmnopqrstuvxyăâđêôơư 0123456789-/\"'“”.,:;()[]{}<>&$^*+?|\\=_~`!@#%\u0300\u0301\u0323"
    "\u202e\u200b\u00a0\U0001f600\ufffd\x00\n\t"
)


def ask(page: Page, query: str) -> None:
    page.locator(INPUT).first.fill(query)
    page.locator(FOUND).first.wait_for(state="attached")


def test_nothing_is_loaded_before_the_first_key(new_page: OpenPage, site_address: str) -> None:
    watched = new_page()
    watched.open(site_address)
    early = [one for one in watched.requests if "/search/" in one]

    ask(watched.page, QUERY)

    assert early == []
    assert any("/search/" in one for one in watched.requests)


def test_it_works_from_a_disk(new_page: OpenPage, built_site: Path) -> None:
    watched = new_page(offline=True)
    watched.show((built_site / "index.html").as_uri())

    ask(watched.page, QUERY)

    watched.page.locator(FOUND).first.evaluate("link => link.click()")
    watched.page.wait_for_url("**/van-ban/02-nq-tw-2021/index.html")
    assert watched.errors == []


def test_it_works_under_a_path_and_deep_in_the_site(new_page: OpenPage, built_site: Path) -> None:
    with serving(built_site, "/cong-doan/so-tay/") as address:
        watched = new_page()
        watched.open(f"{address}van-ban/05-ct-tw-2016/")

        ask(watched.page, QUERY)

        href = watched.page.locator(FOUND).first.evaluate("link => link.href")
        assert href == f"{address}van-ban/02-nq-tw-2021/index.html"
        assert watched.outside_requests(address) == []


class _StrictHandler(SiteHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


def test_it_works_under_a_strict_policy(new_page: OpenPage, built_site: Path) -> None:
    server = open_server(built_site, 0, _StrictHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    watched = new_page()
    try:
        watched.open(f"http://{HOST}:{server.server_port}/")
        ask(watched.page, QUERY)
    finally:
        server.shutdown()
        server.server_close()

    assert [one for one in watched.errors if "/search/" in one] == []


@pytest.fixture(scope="module")
def engine(browser: Browser, site_address: str) -> Iterator[Engine]:
    page = browser.new_page()
    page.goto(site_address)
    yield Engine(page)
    page.close()


_ASK_ALL = """async (queries) => {
  const engine = await handbookSearch.load("engine");
  const failures = [];
  for (const query of queries) {
    const start = performance.now();
    try {
      const found = await engine.search(query);
      for (const hit of found.hits) engine.excerpt(hit.text, found.query);
      await engine.countFacets(found.matches);
      if (performance.now() - start > 5000) failures.push(`slow: ${query}`);
    } catch (error) {
      failures.push(`${error}: ${query}`);
    }
  }
  return failures;
}"""


def test_no_query_breaks_it(engine: Engine, pytestconfig: pytest.Config) -> None:
    chance = random.Random(7)
    count = pytestconfig.getoption("--hostile-queries")
    made = ["".join(chance.choices(ALPHABET, k=chance.randrange(1, 40))) for _ in range(count)]

    assert engine.page.evaluate(_ASK_ALL, [*HOSTILE, *made]) == []


def test_a_query_is_never_markup(new_page: OpenPage, site_address: str) -> None:
    watched = new_page()
    watched.open(site_address)
    query = "<img src=x onerror=alert(1)> nghị quyết"

    watched.page.locator(INPUT).first.fill(query)
    watched.page.locator("[role=listbox][data-state=done]").first.wait_for(state="attached")

    assert watched.page.locator("img[src=x]").count() == 0


def test_the_engine_is_small(built_site: Path) -> None:
    script = engine_script()

    assert script in (built_site / "search" / "index.js").read_text(encoding="utf-8")
    assert len(gzip.compress(script.encode())) < 13_100
    assert not re.search(r"\beval\b|new Function|innerHTML", script)
