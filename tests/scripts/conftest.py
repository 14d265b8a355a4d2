"""What the tests of the scripts share: running a script as a user does, small catalogues."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RunScript = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run_script(tmp_path: Path) -> RunScript:
    """Run a script from another folder, and give what it printed and its exit code."""

    def run(
        name: str, *arguments: str | Path, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, ROOT / "scripts" / name, *arguments],
            check=False,
            capture_output=True,
            cwd=tmp_path,
            encoding="utf-8",
            env={**os.environ, **variables},
            timeout=120,
        )

    return run


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A copy of the miniature catalogue, to be broken."""
    root = tmp_path / "catalogue"
    shutil.copytree(ROOT / "tests" / "site", root)
    return root


def break_a_record(root: Path) -> str:
    """Write a record that no check accepts; give its path as problems name it."""
    (root / "data" / "areas" / "hong.yml").write_text("id: hong\nid: hong\n", encoding="utf-8")
    return "data/areas/hong.yml"
