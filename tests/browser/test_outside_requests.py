"""No page and no feature asks another host for anything, proven by what leaves the browser.

Whatever is not for this machine goes to a proxy that answers nothing and writes down who was asked
for: requests of workers, beacons and prefetching too, which a page's own list may not show.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browsing import OpenPage, WatchedPage
from tests.crawl import read_site, sample_pages

_USE_EVERYTHING = """async () => {
  const rest = () => new Promise(done => setTimeout(done, 30));
  const visible = selector =>
    [...document.querySelectorAll(selector)].filter(one => one.checkVisibility());
  const tell = (one, ...names) =>
    names.forEach(name => one.dispatchEvent(new Event(name, { bubbles: true })));
  const used = new Set();
  document.querySelectorAll("details").forEach(one => { one.open = true; used.add("details"); });
  for (const one of visible("input, textarea")) {
    if (["checkbox", "radio"].includes(one.type)) one.click();
    else if (["date", "month", "file", "hidden", "submit"].includes(one.type)) continue;
    else { one.focus(); one.value = "cong doan 39"; tell(one, "input", "keyup", "change"); }
    used.add(one.type);
    await rest();
  }
  for (const one of visible("select")) {
    one.selectedIndex = one.options.length - 1;
    tell(one, "input", "change");
    used.add("select");
    await rest();
  }
  for (const one of visible("button, [role=button], [role=tab], summary, label[for]")) {
    if (one.form && one.type === "submit") continue; // leads away, as a link does
    one.click();
    used.add("button");
    await rest();
  }
  for (const one of visible("a[href]"))
    tell(one, "pointerenter", "mouseover", "touchstart", "focus");
  tell(document, "visibilitychange");
  tell(window, "pagehide", "beforeunload");
  await rest();
  return [...used];
}"""


_BROWSERS_OWN = ("CONNECT content-autofill.googleapis.com:443 HTTP/1.1",)
"""What Chromium asks on its own account when a field is filled in, on any site."""


class AskedProxy:
    """A proxy that answers nothing and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:  # closed
                return
            with connection:
                connection.settimeout(5)
                self.asked.append(connection.recv(4096).split(b"\r\n")[0].decode("latin-1"))

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def proxy() -> Iterator[AskedProxy]:
    made = AskedProxy()
    yield made
    made.close()


def open_behind(proxy: AskedProxy, new_page: OpenPage) -> WatchedPage:
    return new_page(
        proxy={"server": f"http://127.0.0.1:{proxy.port}", "bypass": "127.0.0.1"},
        viewport={"width": 1280, "height": 900},
    )


def test_no_page_and_no_feature_asks_another_host(
    built_site: Path, site_address: str, new_page: OpenPage, proxy: AskedProxy
) -> None:
    watched = open_behind(proxy, new_page)
    used: set[str] = set()

    for path in [*sample_pages(built_site), "404.html"]:
        watched.open(site_address + path)
        used |= set(watched.page.evaluate(_USE_EVERYTHING))
        watched.settle()

    assert [one for one in proxy.asked if one not in _BROWSERS_OWN] == []
    assert watched.outside_requests(site_address) == []
    assert watched.errors == []
    assert {"details", "button"} <= used  # else the page's parts were not found
    assert used & {"search", "text"}


def test_proxy_sees_what_goes_out(site_address: str, new_page: OpenPage, proxy: AskedProxy) -> None:
    """The test above can fail: an image, a beacon, a worker's request are all seen."""
    watched = open_behind(proxy, new_page)
    watched.open(site_address)

    watched.page.evaluate(
        """async () => {
          new Image().src = "http://anh.example/a.png";
          navigator.sendBeacon("http://bao.example/b", "x");
          const code = 'fetch("http://tho.example/c").catch(() => postMessage(1))';
          const worker = new Worker(URL.createObjectURL(new Blob([code])));
          await new Promise(done => { worker.onmessage = done; });
        }"""
    )
    watched.settle()

    asked = " ".join(proxy.asked)
    for host in ("anh.example", "bao.example", "tho.example"):
        assert host in asked


def test_no_file_names_another_host_to_load_from(built_site: Path) -> None:
    """Scripts, styles, images, fonts, frames; links a reader may click are another matter."""
    outside = {
        (page.path, address)
        for page in read_site(built_site).values()
        for address in set(page.addresses) - set(page.clickable)
        if address.startswith(("http:", "https:", "//"))
    }
    loaded = {(path, one) for path, one in outside if _is_loaded(built_site / path, one)}

    assert loaded == set()
    for sheet in built_site.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert "url(http" not in text.replace('"', "").replace("'", ""), sheet
        assert "@import" not in text, sheet


def _is_loaded(page: Path, address: str) -> bool:
    html = page.read_text(encoding="utf-8")
    return f'src="{address}"' in html or f'<link rel="stylesheet" href="{address}"' in html
