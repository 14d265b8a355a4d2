"""Pagefind, for comparison only: installed on demand, from its own lock, into its own environment.

Neither a build nor a test needs it.
"""

import os
import subprocess
import sys
from pathlib import Path

from _environment import ROOT

LOCK = ROOT / "requirements-compare.lock"
FOLDER = ROOT / ".cache" / "pagefind"
MISSING = (
    f"Không cài được Pagefind (các gói trong {LOCK.name}): kiểm tra mạng hoặc PIP_INDEX_URL. "
    "Chỉ việc so sánh cần đến nó; dựng trang và chạy phép thử thì không.\n"
    "(Pagefind could not be installed; only the comparison needs it.)"
)


class NoPagefindError(Exception):
    """Pagefind is not here and could not be had.  Its text says what to do."""


def require_pagefind(folder: Path = FOLDER) -> list[str]:
    """Give the command that runs Pagefind, installed if need be.  NoPagefindError: it cannot be."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        _run([sys.executable, "-m", "venv", str(folder)])
    pip = [str(python), "-I", "-m", "pip", "install", "--quiet", "--no-input"]
    _run([*pip, "--disable-pip-version-check", "--require-hashes", "-r", str(LOCK)])
    return [str(python), "-m", "pagefind"]


def _run(command: list[str]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    if done.returncode:
        details = "\n".join(done.stderr.strip().splitlines()[-3:])
        raise NoPagefindError(f"{details}\n{MISSING}")
