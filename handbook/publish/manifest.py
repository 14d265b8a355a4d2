"""The manifest of a release: the size and SHA-256 of every file, and how a copy differs from it.

`manifest.json` is for programs, `SHA256SUMS` for `sha256sum -c` where there is no Python.  Neither
holds the moment of publishing: the same content has the same manifest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
LABEL = "release.json"
"""Written beside a release where it stands; says its name there, so no manifest lists it."""

_FORMAT = 1
_OWN = {MANIFEST, SUMS, LABEL}


class ManifestError(Exception):
    """There is no manifest, or none that can be trusted.  Its text is for users."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a release."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a release holds, and what it was built for."""

    build_day: str
    base_path: str
    audience: str
    files: dict[str, Entry]

    def as_bytes(self) -> bytes:
        """Write it, always the same way."""
        files = {
            path: {"size": one.size, "sha256": one.sha256}
            for path, one in sorted(self.files.items())
        }
        value = {
            "format": _FORMAT,
            "build_day": self.build_day,
            "base_path": self.base_path,
            "audience": self.audience,
            "files": files,
        }
        return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()

    def fingerprint(self) -> str:
        """Give eight letters that name the content."""
        return hashlib.sha256(self.as_bytes()).hexdigest()[:8]

    def sums(self) -> bytes:
        """Write the checksums as `sha256sum` reads them, the manifest's own among them."""
        rows = {path: one.sha256 for path, one in self.files.items()}
        rows[MANIFEST] = hashlib.sha256(self.as_bytes()).hexdigest()
        return "".join(f"{digest}  {path}\n" for path, digest in sorted(rows.items())).encode()


def make_manifest(folder: Path, *, build_day: str, base_path: str, audience: str) -> Manifest:
    """Read every file of a release and make its manifest."""
    files = {path: measure(folder / path) for path in list_files(folder)}
    return Manifest(build_day, base_path, audience, files)


def list_files(folder: Path) -> list[str]:
    """List the files a manifest speaks of, by their paths with slashes, sorted."""
    paths = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    names = (path.relative_to(folder).as_posix() for path in paths)
    return sorted(name for name in names if name not in _OWN)


def measure(path: Path) -> Entry:
    """Read one file's size and hash."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Entry(file.tell(), digest)


def read_manifest(folder: Path) -> Manifest:
    """Read a release's manifest.  Raises ManifestError when it is missing or damaged."""
    try:
        value = json.loads((folder / MANIFEST).read_bytes())
        return _manifest(value)
    except FileNotFoundError:
        raise ManifestError(f"Trong {folder} không có {MANIFEST}.") from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ManifestError(f"{folder / MANIFEST} hỏng, không đọc được ({error}).") from None


def _manifest(value: dict[str, Any]) -> Manifest:
    if value["format"] != _FORMAT:
        raise ValueError(f"dạng {value['format']} chưa biết")
    files = {
        str(path): Entry(int(e["size"]), str(e["sha256"])) for path, e in value["files"].items()
    }
    for path in files:
        _refuse_unsafe(path)
    return Manifest(str(value["build_day"]), str(value["base_path"]), str(value["audience"]), files)


def _refuse_unsafe(path: str) -> None:
    """A manifest comes from outside: no path in it may lead out of the folder."""
    parts = PurePosixPath(path).parts
    outside = path.startswith("/") or ".." in parts or "\\" in path or ":" in path
    if outside or str(PurePosixPath(*parts)) != path:
        raise ValueError(f"đường dẫn lạ “{path}”")


def find_differences(folder: Path, manifest: Manifest) -> Iterator[str]:
    """Yield a sentence for every file that is missing, changed or not of the release."""
    here = set(list_files(folder))
    for path in sorted(here | manifest.files.keys()):
        wanted = manifest.files.get(path)
        if wanted is None:
            yield f"{path}: thừa, không có trong bản phát hành"
        elif path not in here:
            yield f"{path}: thiếu"
        elif (folder / path).is_symlink():
            yield f"{path}: là liên kết, không phải tệp"
        else:
            yield from _difference(folder / path, path, wanted)


def _difference(file: Path, path: str, wanted: Entry) -> Iterator[str]:
    try:
        found = measure(file)
    except OSError as error:
        yield f"{path}: không đọc được ({error.strerror})"
        return
    if found.size != wanted.size:
        yield f"{path}: sai cỡ, {found.size} byte, đúng ra {wanted.size}"
    elif found != wanted:
        yield f"{path}: nội dung khác (SHA-256 không khớp)"
