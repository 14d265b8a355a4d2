"""The built site in a real browser, with queries typed into its search box."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from _chromium import launch_chromium
from _preview import HOST, open_server
from playwright.sync_api import Page, sync_playwright

INPUT = "input[type=search]"
LIST = "[role=listbox][data-state]"
NOTE = ".hb-search__note"
TIMEOUT = 20_000
_IS_DONE = f"""query => {{
  const list = document.querySelector("{LIST}");
  return list && list.dataset.state === "done" && list.dataset.query === query;
}}"""
_HITS = f"""() => [...document.querySelector("{LIST}").querySelectorAll("a[data-record]")].map(
  (link) => ({{
    record: link.dataset.record, record_kind: link.dataset.recordKind || "",
    kind: link.dataset.kind || "", at: link.dataset.at || "",
    href: link.href, text: link.textContent.trim().replace(/\\s+/g, " "),
  }}),
)"""


class Hit(NamedTuple):
    """One result as the page shows it."""

    record: str
    record_kind: str
    kind: str
    at: str
    href: str
    text: str


class SearchPage:
    """The search box of one open page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def ask(self, query: str) -> list[Hit]:
        """Type a query in place of the last one; give the results in rank order."""
        box = self.page.locator(INPUT).first
        box.fill("")
        box.fill(query)
        self.page.wait_for_function(_IS_DONE, arg=box.input_value(), timeout=TIMEOUT)
        hits: list[dict[str, Any]] = self.page.evaluate(_HITS)
        return [Hit(**one) for one in hits]

    def note(self) -> str:
        """Give what the page says of words it mended or left out."""
        said: str = self.page.locator(NOTE).evaluate("one => one.hidden ? '' : one.textContent")
        return said


@contextmanager
def open_search(site: Path) -> Iterator[SearchPage]:
    """Open a built site's first page in a real browser.  NoChromiumError: there is none."""
    server = open_server(site, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright, launch_chromium(playwright) as browser:
            page = browser.new_page(locale="vi-VN")
            page.goto(f"http://{HOST}:{server.server_port}/")
            yield SearchPage(page)
    finally:
        server.shutdown()
        server.server_close()
