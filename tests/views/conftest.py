"""Fixtures of the view tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.views.chain_catalogue import Chains


@pytest.fixture
def chains(tmp_path: Path) -> Chains:
    return Chains(tmp_path)
