"""Checking takes time in proportion to the records."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from handbook.checks import CHECKS, run_checks
from handbook.index import Index
from handbook.load import Catalogue, load_catalogue
from handbook.model.plan import Plan
from handbook.rules import BASE

TASKS = 30


def make_index(plans: int) -> Index:
    """Make a catalogue of that many plans with 30 tasks each, without reading files."""
    base, _ = load_catalogue(BASE)
    (first,) = base.of_kind("plan").values()
    assert isinstance(first.record, Plan)
    task = first.record.tasks[0]
    tasks = tuple(task.model_copy(update={"id": f"nv-{n}"}) for n in range(TASKS))
    copies = {first.record.id: first}
    for number in range(plans):
        name, own = f"kh-{number}", f"{number + 100}/KH-CĐM"
        update = {"id": name, "number": own, "aliases": (), "tasks": tasks}
        record = first.record.model_copy(update=update)
        path = f"data/plans/{name}.yml"
        copies[name] = replace(first, path=path, record=record)
    others = tuple(one for one in base.loaded if one.kind != "plan")
    loaded = (*copies.values(), *others)
    return Index(
        Catalogue(
            root=Path(), docs=Path("docs"), loaded=loaded, by_kind={**base.by_kind, "plan": copies}
        )
    )


def seconds_to_check(index: Index) -> float:
    start = time.process_time()
    assert run_checks(index, CHECKS) == []
    return time.process_time() - start


def test_four_times_the_plans_take_about_four_times_as_long() -> None:
    few = min(seconds_to_check(make_index(100)) for _ in range(3))
    many = min(seconds_to_check(make_index(400)) for _ in range(3))

    assert many < 10 * few
    assert many < 6  # seconds of CPU: a hundred times what it takes
