"""Shared by all tests: options, order (fast first, browser last), the real site built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browsing import browser, new_page, site_address
from tests.catalogues import BaseCatalogue
from tests.firefox import firefox
from tests.narrow_pages import narrow_pages

__all__ = ["browser", "firefox", "new_page", "site_address"]
"""One Chromium for all tests: two of Playwright's would not run in one process."""

HERE = Path(__file__).resolve().parent
_LATE = ("scripts", "site_build", "servers", "browser")
"""Folders whose tests take long, in the order in which they come after all others."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare `--bless` and `--hostile-queries`."""
    parser.addoption("--bless", action="store_true", help="rewrite the expected files")
    parser.addoption(
        "--hostile-queries", type=int, default=400, help="random queries that search must survive"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests that take long at the end."""
    items.sort(key=_lateness)


def _lateness(item: pytest.Item) -> int:
    folder = item.path.relative_to(HERE).parts[0] if item.path.is_relative_to(HERE) else ""
    return _LATE.index(folder) + 1 if folder in _LATE else 0


@pytest.fixture
def base(tmp_path: Path) -> BaseCatalogue:
    """A fresh copy of the rules' base catalogue, which has no problem."""
    return BaseCatalogue(tmp_path)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real catalogue's site, built once by the function behind `scripts/build.py`."""
    from _building import build_into

    folder = tmp_path_factory.mktemp("built") / "site"
    build_into(folder)
    return folder


@pytest.fixture(scope="session")
def divided_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real catalogue's site with pages so small that every list goes on in parts."""
    from _building import BuildOptions, build_into

    folder = tmp_path_factory.mktemp("divided") / "site"
    with narrow_pages():
        build_into(folder, options=BuildOptions(full=True))
    return folder
