"""The folder that releases are published to, and the switch from one to another.

    DEST/current    the live release: a link, or a folder where links are not to be had
    DEST/releases/00007-2026-07-01-3f2a9c41/    a release: its number, its data's day, its content

A release is copied under a name that starts with `.incoming-`, flushed, read back and compared with
its manifest, and only then renamed into `releases/`; so whatever stands there is whole.  The switch
is one step: the link is replaced, or two folders change places.  Where the drive can do neither, it
is two renames with a note on the disk, and the next command ends what a power cut broke off.

Standard library only.  Python calls for nothing else, so a server can install what came as a file.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from _durable import exchange, flush_folder, flush_tree, rename_patiently, write_durably
from _file_lock import only_one_at_a_time

from handbook.publish.manifest import (
    LABEL,
    MANIFEST,
    SUMS,
    Manifest,
    ManifestError,
    find_differences,
    read_manifest,
)

MARK = ".handbook-releases"
_MARK_TEXT = "Thư mục phát hành của scripts/publish.py. Máy chủ web mở “current/site”.\n"
_NOTE = ".switching"
_LOCK = ".lock"
_NEW_LINK = ".incoming-link"
_NAME = re.compile(r"(\d{5,})-\d{4}-\d{2}-\d{2}-[0-9a-f]{8}")


class StoreError(Exception):
    """The release could not be put in place, or there is none.  Its text is for users."""


class BusyError(StoreError):
    """Another publisher is at work, and this one was asked not to wait."""


class DestinationRefusedError(Exception):
    """The folder named is not one of releases.  Its text is for users."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release that stands in the store."""

    name: str
    path: Path
    is_live: bool

    @property
    def number(self) -> int:
        return int(self.name.partition("-")[0])

    @property
    def published(self) -> str:
        """When it was put here, as ISO; empty when its label is gone."""
        return _label(self.path).get("published", "")


@dataclass(frozen=True, slots=True)
class ReleaseStore:
    """The releases under one folder.  Change them only inside `opened`."""

    folder: Path
    links: bool | None = None
    """Whether `current` is a link; None: a link where the system gives one."""

    @property
    def live(self) -> Path:
        """What a web server opens."""
        return self.folder / "current"

    @property
    def _releases(self) -> Path:
        return self.folder / "releases"

    @contextmanager
    def opened(self, on_wait: Callable[[], None]) -> Iterator[None]:
        """Hold the folder for this process; mend first what an interrupted one left.

        Calls `on_wait` when another process holds it, then waits for that one.
        """
        self.require_usable()
        self.folder.mkdir(parents=True, exist_ok=True)
        with only_one_at_a_time(self.folder / _LOCK, on_wait):
            self._mark()
            self._mend()
            yield

    def require_usable(self) -> None:
        """Raise DestinationRefusedError when something else stands at the folder."""
        if not self.folder.exists() or (self.folder / MARK).is_file():
            return
        if not self.folder.is_dir():
            raise DestinationRefusedError(f"{self.folder} là một tệp, không phải thư mục.")
        if {path.name for path in self.folder.iterdir()} - {_LOCK, f".incoming-{MARK}"}:
            raise DestinationRefusedError(
                f"Thư mục {self.folder} không rỗng và không phải thư mục phát hành, nên không "
                "động vào. Chọn một thư mục mới hoặc rỗng."
            )

    def _mark(self) -> None:
        if not (self.folder / MARK).is_file():
            write_durably(self.folder / MARK, _MARK_TEXT.encode())
        self._releases.mkdir(exist_ok=True)

    def _mend(self) -> None:
        """End or undo what a killed command left half done."""
        for folder in (self.folder, self._releases):
            for leftover in folder.glob(".incoming-*"):
                _remove(leftover)
        for path in self._releases.iterdir():
            name = _label(path).get("name", path.name)
            if name != path.name and _NAME.fullmatch(name):  # changed places, not yet renamed
                rename_patiently(path, self._releases / name)
        note = self.folder / _NOTE
        if note.is_file():
            wanted = self._releases / note.read_text(encoding="utf-8").strip()
            if not _exists(self.live) and wanted.is_dir():
                rename_patiently(wanted, self.live)
            note.unlink()
        flush_folder(self._releases)
        flush_folder(self.folder)

    def is_broken_off(self) -> bool:
        """Tell whether a command was killed half way and its leftovers are still here."""
        places = (self.folder, self._releases)
        return (self.folder / _NOTE).exists() or any(
            next(place.glob(".incoming-*"), None) for place in places if place.is_dir()
        )

    def releases(self) -> list[Release]:
        """List the releases, the newest first."""
        live = self.live_name()
        found = [
            Release(path.name, path, path.name == live)
            for path in (self._releases.iterdir() if self._releases.is_dir() else ())
            if _NAME.fullmatch(path.name)
        ]
        if live and not self.live.is_symlink() and self.live.is_dir():
            found.append(Release(live, self.live, True))
        return sorted(found, key=lambda one: (one.number, one.name), reverse=True)

    def live_name(self) -> str | None:
        """Give the name of the live release; None when there is none."""
        if self.live.is_symlink():
            return self.live.readlink().name
        return _label(self.live).get("name") if self.live.is_dir() else None

    def add(self, source: Path, manifest: Manifest) -> Release:
        """Copy a release into the store, make sure that it arrived, and give it.

        Raises OSError (disk full …) or StoreError; nothing is left of it then.
        """
        number = max((one.number for one in self.releases()), default=0) + 1
        name = f"{number:05}-{manifest.build_day}-{manifest.fingerprint()}"
        incoming = self._releases / f".incoming-{name}"
        self._require_space(manifest)
        try:
            self._copy(source, incoming, manifest)
            label = {"name": name, "published": datetime.now(UTC).isoformat(timespec="seconds")}
            (incoming / LABEL).write_text(json.dumps(label) + "\n", encoding="utf-8")
            flush_tree(incoming)
            wrong = next(find_differences(incoming, manifest), None)
            if wrong:
                raise StoreError(f"Chép sang {self.folder} không đúng: {wrong}.")
        except BaseException:
            shutil.rmtree(incoming, ignore_errors=True)
            raise
        rename_patiently(incoming, self._releases / name)
        flush_folder(self._releases)
        return Release(name, self._releases / name, False)

    def _require_space(self, manifest: Manifest) -> None:
        needed = sum(one.size for one in manifest.files.values())
        free = shutil.disk_usage(self.folder).free
        if free < needed:
            raise StoreError(
                f"Ổ đĩa của {self.folder} còn trống {free // 2**20} MB, cần {needed // 2**20} MB."
            )

    def _copy(self, source: Path, target: Path, manifest: Manifest) -> None:
        """Copy what the manifest names; what is as it was keeps its time, so caches stay valid."""
        try:
            before = read_manifest(self.live).files
        except ManifestError:
            before = {}
        target.mkdir(parents=True)
        for path in (*sorted(manifest.files), MANIFEST, SUMS):
            file = target / path
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / path, file)
            if path in before and before[path] == manifest.files.get(path):
                times = (self.live / path).stat()
                os.utime(file, ns=(times.st_mtime_ns, times.st_mtime_ns))

    def switch_to(self, release: Release) -> None:
        """Make a release the live one, in one step where the drive can do that."""
        if release.is_live:
            return
        if self._uses_links():
            self._replace_link(release)
        else:
            self._change_places(release)
        flush_folder(self.folder)

    def _uses_links(self) -> bool:
        if _exists(self.live):
            return self.live.is_symlink()
        return self._can_link() if self.links is None else self.links

    def _can_link(self) -> bool:
        probe = self.folder / _NEW_LINK
        try:
            probe.symlink_to("releases", target_is_directory=True)
        except (OSError, NotImplementedError):  # Windows without the right, FAT, some shares
            return False
        probe.unlink()
        return True

    def _replace_link(self, release: Release) -> None:
        link = self.folder / _NEW_LINK
        link.unlink(missing_ok=True)
        link.symlink_to(Path("releases") / release.name, target_is_directory=True)
        link.replace(self.live)

    def _change_places(self, release: Release) -> None:
        write_durably(self.folder / _NOTE, f"{release.name}\n".encode())
        if not self.live.is_dir():
            rename_patiently(release.path, self.live)
        elif exchange(release.path, self.live):
            rename_patiently(release.path, self._releases / _name_of(release.path))
        else:
            self._rename_both(release)
        flush_folder(self._releases)
        (self.folder / _NOTE).unlink()

    def _rename_both(self, release: Release) -> None:
        old = self._releases / _name_of(self.live)
        rename_patiently(self.live, old)
        try:
            rename_patiently(release.path, self.live)
        except BaseException:
            rename_patiently(old, self.live)
            raise

    def prune(self, keep: int) -> list[str]:
        """Remove all but the newest `keep` releases and the live one; give the names removed."""
        removed = [one for one in self.releases()[keep:] if not one.is_live]
        for one in removed:
            doomed = self._releases / f".incoming-removed-{one.name}"
            rename_patiently(one.path, doomed)  # so that a half removed one is never offered
            shutil.rmtree(doomed, ignore_errors=sys.platform == "win32")
        return [one.name for one in removed]

    def before_live(self) -> Release:
        """Give the release to go back to: the newest that is older than the live one."""
        every = self.releases()
        live = next((one for one in every if one.is_live), None)
        if live is None:
            raise StoreError(f"{self.folder} chưa có bản nào đang chạy.")
        older = [one for one in every if one.number < live.number]
        if not older:
            raise StoreError("Không còn bản nào cũ hơn bản đang chạy.")
        return older[0]

    def named(self, name: str) -> Release:
        """Give a release by its name, or by the number at its start."""
        for one in self.releases():
            if name == one.name or (name.isdecimal() and int(name) == one.number):
                return one
        raise StoreError(f"Không có bản “{name}”; xem danh sách bằng --list.")


def _label(release: Path) -> dict[str, str]:
    try:
        value = json.loads((release / LABEL).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def _name_of(release: Path) -> str:
    """Give the name a release that is being moved goes by, even if its label was lost."""
    return _label(release).get("name") or "00000-1970-01-01-00000000"


def _exists(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
