"""Find a Firefox for the tests that open the site from a folder, or get one; never go on without.

In order, as `_chromium`: what `HANDBOOK_FIREFOX` names, the system's, Debian's package when this
user may install it.  Playwright's own build is none of them: readers have the real one.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from _chromium import runs
from _debian import install, may_install

_NAMES = ("firefox-esr", "firefox")
_MAC_PROGRAM = "Applications/Firefox.app/Contents/MacOS/firefox"
_WINDOWS_PROGRAM = "Mozilla Firefox/firefox.exe"
_DEBIAN_PACKAGES = ("firefox-esr", "fonts-noto-core")


class NoFirefoxError(Exception):
    """No Firefox is here and none could be had.  Its text says what to install."""


def require_firefox() -> Path:
    """Find a Firefox or install one.  Raises NoFirefoxError when neither works."""
    found = find_firefox()
    if found is None and may_install():
        install("Firefox", _DEBIAN_PACKAGES)
        found = find_firefox()
    if found is None:
        raise NoFirefoxError(
            "Các phép thử mở trang từ thư mục cần trình duyệt Firefox mà máy này chưa có và cũng "
            "không tự cài được. Hãy cài Firefox (Debian: sudo apt-get install firefox-esr), hoặc "
            "đặt biến HANDBOOK_FIREFOX là đường dẫn tới trình duyệt, rồi chạy lại."
        )
    return found


def find_firefox() -> Path | None:
    """Find a Firefox that runs; None when the machine has none."""
    named = os.environ.get("HANDBOOK_FIREFOX")
    if named:
        return Path(named)
    return next((path for path in _candidates() if runs(path)), None)


def _candidates() -> Iterator[Path]:
    yield from (Path(path) for name in _NAMES if (path := shutil.which(name)))
    if sys.platform == "darwin":
        yield from (folder / _MAC_PROGRAM for folder in (Path("/"), Path.home()))
    if sys.platform == "win32":
        variables = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
        folders = [Path(os.environ[name]) for name in variables if name in os.environ]
        yield from (folder / _WINDOWS_PROGRAM for folder in folders)
