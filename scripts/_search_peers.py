"""Pagefind and lunr over the sections that our own index has, asked in a real browser.

Each record is a page for them, each of its sections a heading with its text.  lunr runs in the
worker of Material for MkDocs, as that theme would run it for a Vietnamese site.
"""

import json
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from _chromium import launch_chromium
from _peer_tools import require_peer
from _preview import HOST, open_server
from _search_corpus import lunr_documents, page_of
from playwright.sync_api import sync_playwright

from handbook.search.entries import KINDS, Entry

DEPTH = 10
PEERS = ("pagefind", "lunr")
Ask = Callable[[str], list[tuple[str, str]]]
"""Query → (kind, id) of the records found, in rank order."""

_PAGEFIND = f"""async (query) => {{
  window.pagefind = window.pagefind || await import("/pagefind/pagefind.js");
  const {{ results }} = await window.pagefind.search(query);
  const best = await Promise.all(results.slice(0, {DEPTH}).map((one) => one.data()));
  return best.map((one) => one.url);
}}"""
_LUNR = f"""async (query) => {{
  const ask = (message) => new Promise((done) => {{
    window.worker.onmessage = (event) => done(event.data);
    window.worker.postMessage(message);
  }});
  if (!window.worker) {{
    window.worker = new Worker("/" + document.title);
    await ask({{ type: 0, data: await (await fetch("/index.json")).json() }});
  }}
  const {{ data }} = await ask({{ type: 2, data: query }});
  return data.items.slice(0, {DEPTH}).map((group) => group[0].location);
}}"""
_LUNR_SETTINGS = {
    "lang": ["vi"],
    "separator": "[\\s\\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1000}, "text": {"boost": 1}, "tags": {"boost": 1000000}},
}
"""What the theme's plugin says of a site in Vietnamese."""


@contextmanager
def open_peer(name: str, entries: list[Entry], folder: Path) -> Iterator[Ask]:
    """Index entries with a peer and open it.  NoPeerError, NoChromiumError: it is not here."""
    title = _write_pagefind(entries, folder) if name == "pagefind" else _write_lunr(entries, folder)
    (folder / "index.html").write_text(
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{title}</title></html>',
        encoding="utf-8",
    )
    ids = [(KINDS[entry.head.kind][0], entry.id) for entry in entries]
    script = _PAGEFIND if name == "pagefind" else _LUNR
    server = open_server(folder, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright, launch_chromium(playwright) as browser:
            page = browser.new_page(locale="vi-VN")
            page.goto(f"http://{HOST}:{server.server_port}/")

            def ask(query: str) -> list[tuple[str, str]]:
                found: list[str] = page.evaluate(script, query)
                return [ids[int(url.split("#")[0].strip("/").split("/")[-1])] for url in found]

            yield ask
    finally:
        server.shutdown()
        server.server_close()


def _write_pagefind(entries: list[Entry], folder: Path) -> str:
    for place, entry in enumerate(entries):
        target = folder / "pages" / str(place) / "index.html"
        target.parent.mkdir(parents=True)
        target.write_text(page_of(entry), encoding="utf-8")
    command = [*require_peer("pagefind"), "--site", str(folder / "pages")]
    command += ["--output-path", str(folder / "pagefind")]
    subprocess.run(command, check=True, capture_output=True)
    return "-"


def _write_lunr(entries: list[Entry], folder: Path) -> str:
    """Write the documents beside the theme's worker; give the path of this."""
    import material

    scripts = Path(material.__file__).parent / "templates" / "assets" / "javascripts"
    for part in ("workers", "lunr"):
        shutil.copytree(scripts / part, folder / part)
    documents: list[dict[str, Any]] = []
    for place, entry in enumerate(entries):
        documents += lunr_documents(entry, f"{place}/")
    index = {"config": _LUNR_SETTINGS, "docs": documents, "options": {"suggest": False}}
    (folder / "index.json").write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")
    (worker,) = (folder / "workers").glob("search.*.min.js")
    return f"workers/{worker.name}"
