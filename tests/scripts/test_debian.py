"""Debian's packages are installed by one process at a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
_APT_GET = """#!/bin/sh
echo start >> "$APT_LOG"
sleep 0.1
echo end >> "$APT_LOG"
"""
_INSTALL = (
    "import sys; sys.path.insert(0, sys.argv[1]); import _debian; _debian.install('x', ['y'])"
)


@pytest.mark.skipif(sys.platform == "win32", reason="apt-get is no program of Windows")
def test_two_processes_wait_for_each_other(tmp_path: Path) -> None:
    apt_get, log = tmp_path / "apt-get", tmp_path / "log"
    apt_get.write_text(_APT_GET)
    apt_get.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "APT_LOG": str(log)}

    running = [
        subprocess.Popen(
            [sys.executable, "-c", _INSTALL, str(SCRIPTS)],
            env=environment,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(2)
    ]

    assert [one.wait() for one in running] == [0, 0]
    assert log.read_text().split() == ["start", "end"] * 4
