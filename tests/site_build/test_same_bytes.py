"""The same input gives the same bytes, whatever the machine's settings; also with ProperDocs."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.crawl import ROOT

HERE = Path(__file__).resolve().parent
CATALOGUE = HERE.parent / "site"


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


def test_another_machine_does_not_change_a_byte(built_site: Path, tmp_path: Path) -> None:
    """One processor, folders listed backwards, another clock, records at another place."""
    root = tmp_path / "nơi khác"
    shutil.copytree(ROOT / "data", root / "data", copy_function=shutil.copyfile)
    odd_machine = tmp_path / "máy lạ"
    odd_machine.mkdir()
    # Python runs a module of this name before anything else.
    shutil.copyfile(HERE / "odd_machine.txt", odd_machine / "sitecustomize.py")
    environment = {**os.environ, "PYTHONPATH": str(odd_machine)}
    environment.pop("SOURCE_DATE_EPOCH", None)
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "--root", str(root)]
    command += ["--site-dir", str(tmp_path / "again")]

    subprocess.run(command, check=True, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL)

    assert digests(tmp_path / "again") == digests(built_site)


def test_given_day_is_the_only_thing_that_changes_with_it(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "--root", str(CATALOGUE)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1893456000"}  # 01/01/2030

    for name in ("một", "hai"):
        folder = ["--site-dir", str(tmp_path / name)]
        subprocess.run([*command, *folder], check=True, env=environment, stdout=subprocess.DEVNULL)

    assert digests(tmp_path / "một") == digests(tmp_path / "hai")
    assert "01/01/2030" in (tmp_path / "một" / "index.html").read_text(encoding="utf-8")


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
