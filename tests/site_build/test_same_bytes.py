"""The same input gives the same bytes, whatever the machine's settings; also with ProperDocs."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.crawl import ROOT


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_settings_of_the_machine_do_not_change_a_byte(built_site: Path, tmp_path: Path) -> None:
    odd = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANG": "vi_VN",
        "PYTHONHASHSEED": "4711",
        "COLUMNS": "40",
    }
    environment = {**os.environ, **odd}
    environment.pop("SOURCE_DATE_EPOCH", None)
    command = [sys.executable, str(ROOT / "scripts" / "build.py")]
    command += ["--site-dir", str(tmp_path / "again")]

    subprocess.run(command, check=True, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL)

    assert digests(tmp_path / "again") == digests(built_site)


def test_properdocs_builds_the_same_pages(built_site: Path, tmp_path: Path) -> None:
    """The way out, should MkDocs end: its maintained fork takes the same configuration."""
    folder = tmp_path / "site"
    command = [sys.executable, "-m", "properdocs", "build", "--strict"]
    command += ["--config-file", str(ROOT / "mkdocs.yml"), "--site-dir", str(folder)]

    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, encoding="utf-8")

    assert done.returncode == 0, done.stderr[-3000:]
    assert _pages(folder) == _pages(built_site)


def _pages(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
