"""Find the browser of a machine: what a variable names, else the first that runs where such lie."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def find_browser(variable: str, candidates: Iterable[Path]) -> Path | None:
    """Give the program that an environment variable names, or the first candidate that runs."""
    named = os.environ.get(variable)
    if named:
        return Path(named)
    return next((path for path in candidates if runs(path)), None)


def places_of(names: Sequence[str], mac: Sequence[str], windows: Sequence[str]) -> Iterator[Path]:
    """Yield where a browser may lie: by its names on the path, then as each system installs it.

    `mac` counts from a folder of applications, `windows` from a folder of programs.
    """
    yield from (Path(path) for name in names if (path := shutil.which(name)))
    if sys.platform == "darwin":
        folders = [Path("/Applications"), Path.home() / "Applications"]
        yield from (folder / name for folder in folders for name in mac)
    if sys.platform == "win32":
        folders = [Path(os.environ[name]) for name in _WINDOWS_FOLDERS if name in os.environ]
        yield from (folder / name for folder in folders for name in windows)


def runs(path: Path) -> bool:
    """Tell whether a program starts: Ubuntu's `chromium-browser` may be a stub that does not."""
    if not path.is_file():
        return False
    if os.name == "nt":  # there, `--version` opens a window
        return True
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
