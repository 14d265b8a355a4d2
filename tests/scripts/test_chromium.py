"""Chromium is found, or installed, or asked for; the tests never go on without it."""

from __future__ import annotations

import sys
from pathlib import Path

import _chromium
import pytest


def test_named_browser_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBOOK_CHROMIUM", "/opt/của-tôi/chrome")

    assert _chromium.find_chromium() == Path("/opt/của-tôi/chrome")


@pytest.mark.skipif(sys.platform == "win32", reason="programs are not started to be tried there")
def test_program_that_does_not_run_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub, real = tmp_path / "stub", tmp_path / "real"
    stub.write_text("#!/bin/sh\nexit 1\n")
    real.write_text("#!/bin/sh\nexit 0\n")
    for path in (stub, real):
        path.chmod(0o755)
    monkeypatch.delenv("HANDBOOK_CHROMIUM", raising=False)
    monkeypatch.setattr(_chromium, "_candidates", lambda: [tmp_path / "gone", stub, real])

    assert _chromium.find_chromium() == real


def test_steps_are_tried_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def replace_step(name: str, found: Path | None) -> None:
        def step() -> Path | None:
            tried.append(name)
            return found

        monkeypatch.setattr(_chromium, name, step)

    replace_step("find_chromium", None)
    replace_step("_install_debian_package", None)
    replace_step("_install_playwright_browser", Path("chrome"))

    assert _chromium.require_chromium() == Path("chrome")
    assert tried == ["find_chromium", "_install_debian_package", "_install_playwright_browser"]


def test_without_any_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("find_chromium", "_install_debian_package", "_install_playwright_browser"):
        monkeypatch.setattr(_chromium, name, lambda: None)

    with pytest.raises(_chromium.NoChromiumError, match="apt-get install chromium"):
        _chromium.require_chromium()
