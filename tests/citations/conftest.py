"""What the tests of citations share: the small catalogue, and short ways to read a text."""

from __future__ import annotations

import pytest

from handbook.citations import Registry, build_registry
from handbook.index import Index
from tests.citations.catalogue import make_index


@pytest.fixture(scope="session")
def index() -> Index:
    """The index of the small catalogue."""
    return make_index()


@pytest.fixture(scope="session")
def registry(index: Index) -> Registry:
    """Its registry."""
    return build_registry(index)
