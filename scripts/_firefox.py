"""Find a Firefox for the tests that open the site from a folder, or get one; never go on without.

In order, as `_chromium`: what `HANDBOOK_FIREFOX` names, the system's, Debian's package when this
user may install it.  Playwright's own build is none of them: readers have the real one.
"""

from pathlib import Path

from _browsers import find_browser, places_of
from _debian import install, may_install

_NAMES = ("firefox-esr", "firefox")
_MAC_APPLICATIONS = ("Firefox.app/Contents/MacOS/firefox",)
_WINDOWS_PROGRAMS = ("Mozilla Firefox/firefox.exe",)
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
    return find_browser("HANDBOOK_FIREFOX", places_of(_NAMES, _MAC_APPLICATIONS, _WINDOWS_PROGRAMS))
