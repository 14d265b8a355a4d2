"""Find a real Chromium for the browser tests, or get one; never go on without.

In order: what `HANDBOOK_CHROMIUM` names, the system's, Debian's package when this user may install
it, Playwright's own download.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from _browsers import find_browser, places_of
from _debian import install, may_install

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)
_MAC_APPLICATIONS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS_PROGRAMS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-domain-reliability",
)
_DEBIAN_PACKAGES = ("chromium", "fonts-noto-core")


class NoChromiumError(Exception):
    """No Chromium is here and none could be had.  Its text says what to install."""


def require_chromium() -> Path:
    """Find a Chromium or install one.  Raises NoChromiumError when neither works."""
    for step in (find_chromium, _install_debian_package, _install_playwright_browser):
        found = step()
        if found is not None:
            return found
    raise NoChromiumError(
        "Các phép thử cần trình duyệt Chromium mà máy này chưa có và cũng không tự tải được. Hãy "
        "cài Chromium, Google Chrome hoặc Edge (Debian, Ubuntu: sudo apt-get install chromium), "
        "hoặc đặt biến HANDBOOK_CHROMIUM là đường dẫn tới trình duyệt, rồi chạy lại."
    )


def find_chromium() -> Path | None:
    """Find a Chromium that runs; None when the machine has none."""
    return find_browser("HANDBOOK_CHROMIUM", _candidates())


def _candidates() -> Iterator[Path]:
    yield from places_of(_NAMES, _MAC_APPLICATIONS, _WINDOWS_PROGRAMS)
    yield _playwright_browser()


def _playwright_browser() -> Path:
    """Give the path of Playwright's own browser, whether it has been downloaded or not."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _install_debian_package() -> Path | None:
    if not may_install():
        return None
    install("Chromium", _DEBIAN_PACKAGES)
    return find_chromium()


def _install_playwright_browser() -> Path | None:
    print("Đang tải Chromium của Playwright…", file=sys.stderr)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    subprocess.run(command, check=False, stdout=sys.stderr)
    return find_chromium()


def launch_chromium(playwright: "Playwright") -> "Browser":
    """Start a Chromium that asks for nothing of its own.  NoChromiumError: there is none."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return playwright.chromium.launch(
        executable_path=require_chromium(),
        args=[*_FLAGS, *(["--no-sandbox"] if as_root else [])],
        chromium_sandbox=not as_root,
    )
