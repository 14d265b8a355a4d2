"""End a process at a chosen change of the disk, as a power cut or a kill does.  Not for Windows."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import _durable

_CHANGES = {
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.symlink",
    "os.truncate",
    "os.utime",
    "shutil.copyfile",
}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


def die_at(step: int, folder: Path) -> None:
    """End this process, as a power cut does, before the given change under `folder`."""
    steps = iter(range(1, sys.maxsize))

    def count() -> None:
        if next(steps) == step:
            os._exit(9)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        is_write = event == "open" and bool((arguments[2] or 0) & _WRITES)
        if (is_write or event in _CHANGES) and str(folder) in str(arguments):
            count()

    fsync, exchange = os.fsync, _durable._renameat2()

    def counting_fsync(number: int) -> None:
        count()
        fsync(number)

    def counting_exchange() -> Callable[..., int] | None:
        count()
        return exchange

    os.fsync = counting_fsync
    _durable._renameat2 = counting_exchange
    sys.addaudithook(watch)


def run_and_die(work: Callable[[], None], step: int, folder: Path) -> bool:
    """Do `work` in a process of its own that dies at a step; tell whether it came that far."""

    def run() -> None:
        die_at(step, folder)
        work()

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    process.join()
    assert process.exitcode in (0, 9)
    return process.exitcode == 9
