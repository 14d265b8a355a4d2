"""A manifest names every file; a copy is compared with it byte by byte."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.publish.manifest import (
    MANIFEST,
    Manifest,
    ManifestError,
    find_differences,
    make_manifest,
    read_manifest,
)
from tests.publish.releases import write_release


@pytest.fixture
def release(tmp_path: Path) -> Path:
    write_release(tmp_path / "bản", "một")
    return tmp_path / "bản"


def differences(folder: Path) -> list[str]:
    return [one.split(":")[0] for one in find_differences(folder, read_manifest(folder))]


def test_whole_copy_has_no_difference(release: Path) -> None:
    assert differences(release) == []


Change = Callable[[Path], object]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda at: (at / "site/index.html").write_bytes(b"m\xe1"), "site/index.html"),
        (lambda at: (at / "site/index.html").write_text("mọt"), "site/index.html"),
        (lambda at: (at / "site/index.html").write_text(""), "site/index.html"),
        (lambda at: (at / "site/trang-1/index.html").unlink(), "site/trang-1/index.html"),
        (lambda at: (at / "site/lạ.js").write_text("alert(1)"), "site/lạ.js"),
        (lambda at: (at / "site/.lạ").write_text(""), "site/.lạ"),
    ],
)
def test_every_change_is_found(release: Path, change: Change, path: str) -> None:
    change(release)

    assert differences(release) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_link_in_the_place_of_a_file_is_found(release: Path) -> None:
    page = release / "site" / "index.html"
    page.rename(release.parent / "nơi khác")
    page.symlink_to(release.parent / "nơi khác")

    assert differences(release) == ["site/index.html"]


@pytest.mark.parametrize(
    "path", ["../x", "/etc/passwd", "a/../../x", "a\\..\\x", "C:/x", "a//b", ""]
)
def test_path_that_leads_outside_is_refused(release: Path, path: str) -> None:
    value = json.loads((release / MANIFEST).read_bytes())
    value["files"][path] = {"size": 0, "sha256": hashlib.sha256().hexdigest()}
    (release / MANIFEST).write_text(json.dumps(value))

    with pytest.raises(ManifestError):
        read_manifest(release)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": 2}', '{"format": 1, "files": 3}', "\xff"]
)
def test_damaged_manifest_is_an_error_with_a_sentence(release: Path, text: str) -> None:
    (release / MANIFEST).write_bytes(text.encode("latin-1"))

    with pytest.raises(ManifestError, match="hỏng"):
        read_manifest(release)


def test_missing_manifest_is_an_error_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="không có"):
        read_manifest(tmp_path)


def test_same_content_has_the_same_manifest(tmp_path: Path) -> None:
    one = write_release(tmp_path / "một", "x")
    other = write_release(tmp_path / "hai", "x")
    third = write_release(tmp_path / "ba", "y")

    assert one.as_bytes() == other.as_bytes()
    assert one.fingerprint() != third.fingerprint()


def test_reads_what_it_wrote(release: Path) -> None:
    wanted: Manifest = make_manifest(release, build_day="2026-07-01", base_path="/", audience="all")

    assert read_manifest(release) == wanted


@pytest.mark.skipif(sys.platform != "linux", reason="sha256sum is a program of Linux")
def test_sums_are_what_sha256sum_reads(release: Path) -> None:
    command = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]

    assert subprocess.run(command, cwd=release, check=False).returncode == 0
    (release / "site" / "index.html").write_text("khác")
    done = subprocess.run(command, cwd=release, check=False, capture_output=True)
    assert done.returncode == 1
