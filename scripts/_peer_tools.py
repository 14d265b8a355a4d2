"""The tools we measure ourselves against: installed on demand, from their own lock, apart.

Neither a build nor a test needs them.
"""

import os
import subprocess
import sys
from pathlib import Path

from _environment import ROOT

LOCK = ROOT / "requirements-compare.lock"
FOLDER = ROOT / ".cache" / "peers"
MISSING = (
    f"Không cài được các công cụ đem so sánh (các gói trong {LOCK.name}): kiểm tra mạng hoặc "
    "PIP_INDEX_URL. Chỉ việc so sánh cần đến chúng; dựng trang và chạy phép thử thì không.\n"
    "(The tools to compare with could not be installed; only the comparison needs them.)"
)


class NoPeerError(Exception):
    """The tools are not here and could not be had.  Its text says what to do."""


def require_peer(name: str, folder: Path = FOLDER) -> list[str]:
    """Give the command that runs a tool, installed if need be.  NoPeerError: it cannot be."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        _run([sys.executable, "-m", "venv", str(folder)])
    pip = [str(python), "-I", "-m", "pip", "install", "--quiet", "--no-input"]
    _run([*pip, "--disable-pip-version-check", "--require-hashes", "-r", str(LOCK)])
    return [str(python), "-m", name]


def _run(command: list[str]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    if done.returncode:
        details = "\n".join(done.stderr.strip().splitlines()[-3:])
        raise NoPeerError(f"{details}\n{MISSING}")
