"""Do the same work for many files or pages on all cores, where the system can fork.

Forked workers inherit what they need (the index, the root, the jobs), so nothing but places and
results is sent.  Few jobs, a system without fork, a process that already runs threads and one that
is itself a worker are served in place instead: the results are the same, only later.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

Job = TypeVar("Job")
Result = TypeVar("Result")

MIN_JOBS = 300
"""Below this, starting workers costs more than it saves (measured: about 0.1 s)."""

_ROUND = 2_000
"""Jobs that are given to one set of workers."""

_CHUNK = 16
_work: Callable[[int], object] | None = None


def run_all(function: Callable[[Job], Result], jobs: Sequence[Job]) -> list[Result]:
    """Give `function(job)` for every job, in order.  `function` need not be picklable."""
    return list(run_each(function, jobs))


def run_each(function: Callable[[Job], Result], jobs: Sequence[Job]) -> Iterator[Result]:
    """Do as `run_all`, but yield each result when it is its turn.

    What workers inherit is copied, page by page, as they touch it; so no worker does more than
    `_ROUND` jobs, and the memory it copied is free again.
    """
    workers = os.cpu_count() or 1
    if len(jobs) < MIN_JOBS or workers < 2 or not _can_fork():
        yield from map(function, jobs)
        return
    pool_of = multiprocessing.get_context("fork").Pool
    for batch in batches_of(jobs, _ROUND):
        work = partial(_do_one, function, batch)
        with _shared(work), pool_of(workers, gc.disable) as pool:
            yield from pool.imap(_call, range(len(batch)), chunksize=_CHUNK)


def batches_of(jobs: Sequence[Job], most: int) -> Iterator[Sequence[Job]]:
    """Split jobs into batches of about the same size, none larger than `most`.

    >>> list(batches_of("abcdefg", 3))
    ['abc', 'de', 'fg']
    """
    number = -(-len(jobs) // most) or 1
    bounds = [-(-len(jobs) * at // number) for at in range(number + 1)]
    return (jobs[begin:end] for begin, end in pairwise(bounds))


def _do_one(function: Callable[[Job], Result], jobs: Sequence[Job], place: int) -> Result:
    return function(jobs[place])


def run_aside(functions: Sequence[Callable[[], object]]) -> Callable[[], None]:
    """Begin to run the functions beside this process, one by one; return what finishes them.

    That runs those that have not begun by then, and waits for the rest.  It raises RuntimeError
    when one failed aside.  Where no process can be begun, it runs them all.
    """
    if not _can_fork():
        return lambda: _run_in_turn(iter(functions))
    context = multiprocessing.get_context("fork")
    turns = _turns(functions, context.Value("i", 0))
    process = context.Process(target=_run_while_wanted, args=[turns], daemon=True)
    process.start()

    def finish() -> None:
        _run_in_turn(turns)
        process.join()
        if process.exitcode:
            raise RuntimeError(f"work begun aside ended with {process.exitcode}")

    return finish


def _turns(
    functions: Sequence[Callable[[], object]], begun: Synchronized[int]
) -> Iterator[Callable[[], object]]:
    """Yield the functions that have not begun in any process; `begun` counts those that have."""
    while True:
        with begun:
            turn = begun.value
            begun.value += 1
        if turn >= len(functions):
            return
        yield functions[turn]


def _run_in_turn(turns: Iterator[Callable[[], object]]) -> None:
    for function in turns:
        function()


def _run_while_wanted(turns: Iterator[Callable[[], object]]) -> None:
    """Do the work of a process aside; end with the process that began it, if that is killed."""
    parent = multiprocessing.parent_process()
    assert parent is not None  # this runs only in a process begun aside

    def end_with_parent() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=end_with_parent, daemon=True).start()
    _run_in_turn(turns)


def end_work_aside() -> None:
    """End what was begun aside and has not been waited for."""
    for process in multiprocessing.active_children():
        process.terminate()
        process.join()


def _can_fork() -> bool:
    # macOS has fork too, but its frameworks may hold threads that Python does not see.
    # A worker may not have workers of its own.
    is_worker = multiprocessing.current_process().daemon
    return sys.platform == "linux" and threading.active_count() == 1 and not is_worker


@contextmanager
def _shared(function: Callable[[int], object]) -> Iterator[None]:
    """Let the workers find the function by name: it is inherited, never sent."""
    global _work
    _work = function
    gc.freeze()  # keep the collector from touching, and so copying, the shared pages
    try:
        yield
    finally:
        gc.unfreeze()
        _work = None


def _call(place: int) -> object:
    assert _work is not None  # set before the fork
    return _work(place)
