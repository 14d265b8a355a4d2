"""Firefox is found, or installed, or asked for; the tests never go on without it."""

from __future__ import annotations

from pathlib import Path

import _firefox
import pytest


def test_named_browser_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBOOK_FIREFOX", "/opt/của-tôi/firefox")

    assert _firefox.find_firefox() == Path("/opt/của-tôi/firefox")


def test_it_is_installed_where_this_user_may(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[tuple[str, ...]] = []
    monkeypatch.setattr(_firefox, "find_firefox", lambda: Path("firefox") if installed else None)
    monkeypatch.setattr(_firefox, "may_install", lambda: True)
    monkeypatch.setattr(_firefox, "install", lambda name, packages: installed.append(packages))

    assert _firefox.require_firefox() == Path("firefox")
    assert "firefox-esr" in installed[0]


def test_without_any_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_firefox, "find_firefox", lambda: None)
    monkeypatch.setattr(_firefox, "may_install", lambda: False)

    with pytest.raises(_firefox.NoFirefoxError, match="apt-get install firefox-esr"):
        _firefox.require_firefox()
