"""Work given to worker processes has the same results as work done in place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handbook import parallel
from handbook.audience import public_edition
from handbook.checks import load_and_check
from handbook.index import Index
from handbook.outputs.pages import Rendered, record_addresses, render_record
from handbook.parallel import run_all, run_aside
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


def test_an_error_in_a_worker_reaches_the_caller(eager: None) -> None:
    with pytest.raises(ZeroDivisionError):
        run_all(lambda job: 1 // job, [1, 0])


def test_failed_work_aside_is_told_when_waited_for(eager: None) -> None:
    wait = run_aside(lambda: run_all(lambda job: print(1 // job), [0])[0])

    with pytest.raises(RuntimeError, match="1"):
        wait()


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_pages_made_by_workers_are_those_made_in_place(
    audience: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_place = rendered_pages(audience=audience)

    monkeypatch.setattr(parallel, "MIN_JOBS", 1)
    monkeypatch.setattr("threading.active_count", lambda: 1)

    assert rendered_pages(audience=audience) == in_place
