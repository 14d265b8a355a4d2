"""A process that leaves at once has written everything, or says what it could not write."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
CODE = "import sys; sys.path.insert(0, sys.argv[1]); from _leaving import leave\n"


def run(code: str, stdout: int | None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CODE + code, str(SCRIPTS)],
        check=False,
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


@pytest.mark.parametrize("status", [0, 1])
def test_what_was_printed_arrives_with_the_status(status: int) -> None:
    done = run(f"print('một dòng\\n' * 9999); leave({status})", subprocess.PIPE)

    assert done.returncode == status
    assert done.stdout.count("một dòng") == 9999


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_what_cannot_be_written_is_no_success() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = run("print('một dòng'); leave(0)", full.fileno())

    assert done.returncode != 0
    assert "No space left" in done.stderr


def test_nothing_is_taken_apart() -> None:
    code = "class Heavy:\n    def __del__(self): print('taken apart')\nheavy = Heavy(); leave(0)"

    assert run(code, subprocess.PIPE).stdout == ""
