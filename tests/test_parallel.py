"""Work given to worker processes has the same results as work done in place."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from handbook import parallel
from handbook.audience import public_edition
from handbook.checks import load_and_check
from handbook.index import Index
from handbook.outputs.pages import Rendered, record_addresses, render_record
from handbook.parallel import end_work_aside, run_all, run_aside, run_each
from handbook.views.site import Site

MINIATURE = Path(__file__).resolve().parent / "site"


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let few jobs be enough for workers, and the threads of other tests not be counted."""
    monkeypatch.setattr(parallel, "MIN_JOBS", 1)
    monkeypatch.setattr("threading.active_count", lambda: 1)


def rendered_pages(*, audience: str) -> list[Rendered]:
    index, problems = load_and_check(MINIATURE)
    assert not problems
    if audience == "public":
        index = Index(public_edition(index.catalogue)[0])
    site = Site(index, date(2025, 1, 1))
    return run_all(lambda job: render_record(site, *job[:2]), record_addresses(site))


def test_results_come_in_the_order_of_the_jobs(eager: None) -> None:
    assert run_all(lambda job: job * 2, range(100)) == list(range(0, 200, 2))


def test_a_worker_does_its_own_jobs_in_place(eager: None) -> None:
    assert run_all(lambda job: sum(run_all(abs, [-job, job])), [1, 2, 3]) == [2, 4, 6]


@pytest.mark.parametrize("count", [0, 1, 6, 7, 8, 40])
def test_jobs_are_done_once_however_they_are_divided(
    eager: None, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr(parallel, "_ROUND", 7)

    assert run_all(lambda job: job * 2, range(count)) == list(range(0, 2 * count, 2))


def test_results_come_before_all_jobs_are_done(eager: None) -> None:
    results = run_each(lambda job: 1 // job, [*[1] * 100, 0])

    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        list(results)


def test_an_error_in_a_worker_reaches_the_caller(eager: None) -> None:
    with pytest.raises(ZeroDivisionError):
        run_all(lambda job: 1 // job, [1, 0])


def test_failed_work_aside_is_told_when_waited_for(eager: None) -> None:
    finish = run_aside([lambda: run_all(lambda job: print(1 // job), [0])[0]])
    while multiprocessing.active_children():
        time.sleep(0.01)

    with pytest.raises(RuntimeError, match="1"):
        finish()


def test_work_aside_is_done_once_by_whoever_comes_first(eager: None, tmp_path: Path) -> None:
    def note(name: int) -> None:
        with (tmp_path / str(name)).open("a") as file:
            file.write(f"{os.getpid()}\n")
        time.sleep(0.05)

    finish = run_aside([partial(note, name) for name in range(20)])
    time.sleep(0.2)
    finish()

    done_by = [(tmp_path / str(name)).read_text().split() for name in range(20)]
    assert {len(one) for one in done_by} == {1}
    assert len({worker for one in done_by for worker in one}) == 2


def test_work_aside_is_done_in_place_where_nothing_can_be_begun(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parallel, "_can_fork", lambda: False)
    done: list[int] = []

    run_aside([partial(done.append, 1), partial(done.append, 2)])()

    assert done == [1, 2]


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_pages_made_by_workers_are_those_made_in_place(
    audience: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_place = rendered_pages(audience=audience)

    monkeypatch.setattr(parallel, "MIN_JOBS", 1)
    monkeypatch.setattr("threading.active_count", lambda: 1)

    assert rendered_pages(audience=audience) == in_place


def test_work_aside_ends_when_it_is_no_longer_wanted(eager: None, tmp_path: Path) -> None:
    run_aside([lambda: write_for_ever(tmp_path / "a")])

    end_work_aside()

    assert_nothing_is_written(tmp_path / "a")


def test_work_aside_ends_with_the_process_that_began_it(tmp_path: Path) -> None:
    code = (
        "import os, sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path\n"
        "from handbook.parallel import run_aside; from tests.test_parallel import write_for_ever\n"
        "file = Path(sys.argv[2]); run_aside([lambda: write_for_ever(file)])\n"
        "while not file.exists(): pass\n"
        "os._exit(0)\n"
    )

    subprocess.run(
        [sys.executable, "-c", code, str(MINIATURE.parents[1]), str(tmp_path / "a")],
        check=True,
        timeout=60,
    )

    assert_nothing_is_written(tmp_path / "a")


def write_for_ever(file: Path) -> None:
    while True:
        file.write_text(str(time.monotonic_ns()), encoding="utf-8")


def assert_nothing_is_written(file: Path) -> None:
    """Wait until the file has stood still for a while; a writer at work never lets it."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        time.sleep(0.3)
        after = file.read_text(encoding="utf-8") if file.exists() else ""
        if before == after:
            return
    raise AssertionError("it is still being written")
