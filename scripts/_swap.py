"""Replace a built folder by a new one only when the new one is whole.

The new folder is written beside the old one and takes its place at the end, so a failure, Ctrl-C or
a kill leaves either the old site or the new one.  Where the system lets two folders change places
that is one step; elsewhere it is two renames, and what a kill between them left is mended by the
next build.  A folder without our mark is never replaced or deleted.
"""

import hashlib
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from _durable import exchange, rename_patiently
from _environment import ROOT
from _file_lock import only_one_at_a_time

MARK = ".built-by-handbook"
_MARK_TEXT = "Thư mục này do scripts/build.py dựng; lần dựng sau sẽ thay toàn bộ nội dung.\n"


class FolderRefusedError(Exception):
    """The folder named is not one we made, so it must not be replaced.  Its text is for users."""


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give an empty folder to write into; it takes the place of `folder` if the block ends well.

    Raises FolderRefusedError before anything is touched when `folder` holds something else.
    """
    target = folder.resolve()  # the folder behind a link is replaced, not the link
    new = target.with_name(f".{target.name}.handbook-new")
    old = target.with_name(f".{target.name}.handbook-old")
    _refuse_foreign(target)
    with only_one_at_a_time(_lock_of(target), _say_waiting):
        target.parent.mkdir(parents=True, exist_ok=True)
        _clear_leftovers(target, new, old)
        new.mkdir()
        (new / MARK).write_text(_MARK_TEXT, encoding="utf-8", newline="\n")
        try:
            yield new
            _swap(target, new, old)
        finally:
            _remove(new)


def _refuse_foreign(target: Path) -> None:
    if not target.exists() or (target / MARK).is_file():
        return
    if not target.is_dir():
        raise FolderRefusedError(f"{target} là một tệp, không phải thư mục. Chọn --site-dir khác.")
    if any(target.iterdir()):
        raise FolderRefusedError(
            f"Thư mục {target} không rỗng và không do lệnh này dựng, nên không thay nó. "
            "Chọn --site-dir là thư mục mới hoặc rỗng."
        )


def _clear_leftovers(target: Path, new: Path, old: Path) -> None:
    """Put back the old site if a build was killed between the two renames; remove the rest."""
    if old.exists() and not target.exists():
        old.rename(target)
    for leftover in (new, old):
        if leftover.exists():
            _refuse_foreign(leftover)
            _remove(leftover)


def _swap(target: Path, new: Path, old: Path) -> None:
    try:
        if target.exists() and exchange(new, target):
            return  # `new` holds the old site now; the caller removes it
        if target.exists():
            rename_patiently(target, old)
        rename_patiently(new, target)
    except BaseException:
        if old.exists() and not target.exists():
            old.rename(target)
        raise
    _remove(old)


def _remove(folder: Path) -> None:
    """Remove a folder of ours, its mark last: what a kill leaves of it must still bear the mark."""
    with suppress(OSError):
        for entry in folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            elif entry.name != MARK:
                entry.unlink()
        (folder / MARK).unlink(missing_ok=True)
        folder.rmdir()


def _lock_of(target: Path) -> Path:
    name = hashlib.sha256(str(target).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return ROOT / ".cache" / f"site-{name}.lock"


def _say_waiting() -> None:
    print("Một lần dựng khác đang ghi vào thư mục này; đang chờ…", file=sys.stderr)
