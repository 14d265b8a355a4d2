"""A real Chromium, a web server for the built site, and pages that remember what went wrong."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from _chromium import NoChromiumError, launch_chromium
from _preview import HOST, open_server
from playwright.sync_api import Browser, ConsoleMessage, Request, sync_playwright
from playwright.sync_api import Page as BrowserPage


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests.  Without one they fail; they are never skipped."""
    with sync_playwright() as playwright:
        try:
            browser = launch_chromium(playwright)
        except NoChromiumError as error:
            pytest.fail(str(error), pytrace=False)
        yield browser
        browser.close()


@contextmanager
def serving(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serve a folder on a free port; give the address of its root."""
    server = open_server(folder, 0, prefix=prefix)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{HOST}:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """The address of the built site, with a slash at its end."""
    with serving(built_site) as address:
        yield address


@dataclass
class WatchedPage:
    """A page of a browser, with everything it asked for and every error it reported."""

    page: BrowserPage
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        """Open an address and wait until the page is quiet, whatever its scripts fetch late."""
        self.show(address)
        self.settle()

    def show(self, address: str) -> None:
        """Open an address and wait until it is laid out."""
        self.page.goto(address, wait_until="load")

    def settle(self) -> None:
        """Wait until nothing is being fetched."""
        self.page.wait_for_load_state("networkidle")

    def outside_requests(self, allowed: str) -> list[str]:
        """List the requests that did not go to `allowed` (the start of an address)."""
        inside = (allowed, "data:", "blob:")
        return [one for one in self.requests if not one.startswith(inside)]

    def add_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def add_failure(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # what a click on a link cuts off is no fault
            self.errors.append(f"request failed: {request.url} {request.failure}")

    def add_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"console: {message.text} {message.location}")

    def add_exception(self, error: Any) -> None:
        self.errors.append(f"exception: {error}")


OpenPage = Callable[..., WatchedPage]


@pytest.fixture
def new_page(browser: Browser) -> Iterator[OpenPage]:
    """Make watched pages, each in a context of its own; options are those of `new_context`."""
    contexts = []

    def make(**options: Any) -> WatchedPage:
        context = browser.new_context(locale="vi-VN", **options)
        contexts.append(context)
        watched = WatchedPage(context.new_page())
        context.on("request", watched.add_request)
        context.on("requestfailed", watched.add_failure)
        watched.page.on("console", watched.add_console)
        watched.page.on("pageerror", watched.add_exception)
        return watched

    yield make
    for context in contexts:
        context.close()


def origin(address: str) -> str:
    """Give `http://host:port/` of an address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/"
