"""Writing that survives a power cut: files and folders reach the disk before anything names them.

Standard library only.  On Windows a folder cannot be flushed; NTFS keeps its own journal of names.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def write_durably(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, under its name only when it is on the disk."""
    draft = path.with_name(f".incoming-{path.name}")
    draft.write_bytes(data)
    flush_file(draft)
    draft.replace(path)
    flush_folder(path.parent)


def flush_tree(folder: Path) -> None:
    """Flush every file and folder under `folder`, and itself.

    All at the end: the system then writes many files in one go, where one by one each would wait.
    """
    for place, _, names in os.walk(folder, topdown=False):
        for name in names:
            flush_file(Path(place) / name)
        flush_folder(Path(place))


def flush_file(path: Path) -> None:
    """Have the system write a file's content to the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def flush_folder(path: Path) -> None:
    """Have the system write the names in a folder to the disk."""
    if sys.platform == "win32":
        return
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network drives cannot
            raise
    finally:
        os.close(folder)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system or the drive cannot."""
    rename = _renameat2()
    if rename is None:
        return False
    done = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if done == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM):
        return False
    raise OSError(number, os.strerror(number), str(one))


def _renameat2() -> Callable[..., int] | None:
    if sys.platform != "linux":
        return None
    function: Callable[..., int] | None = getattr(
        ctypes.CDLL(None, use_errno=True), "renameat2", None
    )
    return function


def rename_patiently(source: Path, target: Path) -> None:
    """Rename; on Windows, wait a moment for whoever is reading a file inside (a virus scanner)."""
    for _ in range(10 if sys.platform == "win32" else 0):
        try:
            source.rename(target)
        except PermissionError:
            time.sleep(0.2)
        else:
            return
    source.rename(target)
