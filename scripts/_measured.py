"""Run a command to its end and say what it cost, its children included."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

_PAUSE = 0.2
"""Seconds between two looks at the memory, at least."""
_REST = 20
"""How many times as long as a look the pause is: the system counts every page of a large process,
and what is measured must not wait for that."""


class Cost(NamedTuple):
    """What a command cost: seconds on the clock, seconds of CPU, megabytes of memory at most."""

    wall: float
    cpu: float
    memory: float


class CommandFailedError(Exception):
    """A measured command failed.  Its text is the end of what the command printed."""


def run_measured(command: list[str], folder: Path | None = None, **variables: str) -> Cost:
    """Run a command in a folder; memory is that of all its processes at one moment, the highest.

    Memory that processes share counts once (Linux).  Elsewhere it is that of the biggest process.
    """
    environment = {**os.environ, **variables}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    output = _read_aside(process)
    watch = _MemoryWatch(process.pid)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    printed = output()
    highest = watch.stop()
    if process.returncode:
        last = "\n".join(printed.strip().splitlines()[-8:])
        raise CommandFailedError(f"{' '.join(command)}: mã thoát {process.returncode}\n{last}")
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Cost(wall, used.ru_utime + used.ru_stime, max(highest, used.ru_maxrss / unit))


def _read_aside(process: "subprocess.Popen[bytes]") -> "_Reader":
    reader = _Reader(process)
    reader.start()
    return reader


class _Reader(threading.Thread):
    """Empties a pipe, so that the command never waits for it."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        super().__init__(daemon=True)
        self.process = process
        self.text = b""

    def run(self) -> None:
        assert self.process.stdout
        with self.process.stdout as pipe:
            self.text = pipe.read()

    def __call__(self) -> str:
        self.join()
        return self.text.decode("utf-8", "replace")


class _MemoryWatch(threading.Thread):
    """Looks at the memory of a process and its descendants until told to stop."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.highest = 0.0
        self.ended = threading.Event()
        self.start()

    def run(self) -> None:
        pause = _PAUSE
        while not self.ended.wait(pause):
            start = time.perf_counter()
            self.highest = max(self.highest, sum(map(_megabytes, _family(self.pid))))
            pause = max(_PAUSE, _REST * (time.perf_counter() - start))

    def stop(self) -> float:
        self.ended.set()
        self.join()
        return self.highest


def _family(pid: int) -> list[int]:
    """Give a process and its descendants; none where the system does not tell."""
    try:
        text = "".join(
            children.read_text() for children in Path(f"/proc/{pid}/task").glob("*/children")
        )
    except OSError:
        return [pid]
    return [pid, *(one for child in text.split() for one in _family(int(child)))]


def _megabytes(pid: int) -> float:
    """Read the proportional share: what n processes have in common counts 1/n for each."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0)
