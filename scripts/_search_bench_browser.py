"""What a search costs a reader: bytes before the first result, and time to each result."""

import gzip
import statistics
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from _chromium import launch_chromium
from _preview import HOST, open_server
from playwright.sync_api import Browser, Page, sync_playwright

_LIMIT = 10
_PAGES = {
    "handbook": (
        '<script src="assets/js/search-loader.js"></script>',
        "async (q) => (await (await handbookSearch.load('engine')).search(q)).hits.length",
    ),
    "pagefind": (
        "",
        f"""async (q) => {{
          window.pf = window.pf || await import("/pagefind/pagefind.js");
          const found = await window.pf.search(q);
          const best = found.results.slice(0, {_LIMIT});
          return (await Promise.all(best.map((one) => one.data()))).length;
        }}""",
    ),
    "lunr": (
        '<script src="lunr.js"></script>',
        """async (q) => {
          if (!window.index) {
            const {docs} = await (await fetch("/search_index.json")).json();
            window.index = lunr(function () {
              this.ref("location"); this.field("title"); this.field("text");
              docs.forEach((one) => this.add(one));
            });
          }
          return window.index.search(q.replace(/[^\\p{L}\\p{N} ]/gu, " ")).length;
        }""",
    ),
}
"""Engine → what its page loads, and how it is asked."""


def measure_in_browser(engine: str, site: Path, queries: Sequence[str]) -> dict[str, float]:
    """Ask each query in a fresh browser, then type it again key by key."""
    script, ask = _PAGES[engine]
    (site / "index.html").write_text(
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>-</title>{script}</html>',
        encoding="utf-8",
    )
    server = open_server(site, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright, launch_chromium(playwright) as browser:
            address = f"http://{HOST}:{server.server_port}/"
            used = queries[:1] if engine == "lunr" else queries  # it takes minutes to begin
            rows = [_measure(browser, address, site, ask, query) for query in used]
    finally:
        server.shutdown()
        server.server_close()
    later = [one for row in rows for one in row["later"]]
    return {
        "bytes": statistics.median(row["bytes"] for row in rows) / 1000,
        "first": statistics.median(row["first"] for row in rows),
        "first_max": max(row["first"] for row in rows),
        "later": statistics.median(later),
        "later_max": max(later),
    }


def _measure(browser: Browser, address: str, site: Path, ask: str, query: str) -> dict[str, Any]:
    context = browser.new_context()
    page = context.new_page()
    loaded: set[str] = set()
    page.goto(address)
    page.on("request", lambda request: loaded.add(request.url.removeprefix(address)))
    first = _time(page, ask, query)
    size = sum(_compressed((site / path.partition("?")[0]).read_bytes()) for path in loaded)
    later = [_time(page, ask, query[:end]) for end in range(2, len(query) + 1)]
    context.close()
    return {"bytes": size, "first": first, "later": later}


def _time(page: Page, ask: str, query: str) -> float:
    start = time.perf_counter()
    page.evaluate(ask, query)
    return (time.perf_counter() - start) * 1000


def _compressed(body: bytes) -> int:
    """Give the size a web server would send; what is compressed already stays as it is."""
    return len(body) if body[:2] == b"\x1f\x8b" else len(gzip.compress(body, 6))
