"""A release as one dated file: a zip with its checksum beside it, and out of one again.

The same release gives the same bytes: entries are sorted, and dated by the day of the data.
"""

from __future__ import annotations

import hashlib
import shutil
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from _durable import flush_file, write_durably

from handbook.publish.manifest import MANIFEST, SUMS, Manifest, ManifestError

_STORED = {".br", ".gz", ".png", ".jpg", ".woff2", ".docx", ".xlsx", ".zip"}


def write_package(release: Path, manifest: Manifest, folder: Path) -> Path:
    """Write the zip and its `.sha256` into `folder`; each is there whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"cam-nang-{manifest.build_day}-{manifest.fingerprint()}"
    draft, target = folder / f".incoming-{name}.zip", folder / f"{name}.zip"
    try:
        with zipfile.ZipFile(draft, "w") as package:
            for path in (MANIFEST, SUMS, *sorted(manifest.files)):
                _add(package, release / path, f"{name}/{path}", manifest.build_day)
        flush_file(draft)
        with draft.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        sums = f"{digest}  {target.name}\n".encode()
        write_durably(folder / f"{name}.zip.sha256", sums)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def _add(package: zipfile.ZipFile, file: Path, name: str, day: str) -> None:
    year, month, date = (int(part) for part in day.split("-"))
    entry = zipfile.ZipInfo(name, (max(year, 1980), month, date, 0, 0, 0))
    entry.create_system = 3  # Unix, whatever the machine: it stands in the file
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    stored = file.suffix in _STORED
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    package.writestr(entry, file.read_bytes())


@contextmanager
def unpacked(source: Path, scratch: Path) -> Iterator[Path]:
    """Give the release in a folder or a zip; a zip is unpacked under `scratch` meanwhile."""
    if source.is_dir():
        yield source
        return
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        with zipfile.ZipFile(source) as package:
            package.extractall(scratch)  # refuses paths that lead outside
        yield _release_in(scratch, source)
    except (zipfile.BadZipFile, EOFError) as error:
        raise ManifestError(f"{source} không phải gói phát hành trọn vẹn ({error}).") from None
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _release_in(folder: Path, source: Path) -> Path:
    found = next(iter(sorted(folder.glob(f"*/{MANIFEST}"))), None)
    if found is None:
        raise ManifestError(f"{source} không phải gói phát hành: trong đó không có {MANIFEST}.")
    return found.parent
