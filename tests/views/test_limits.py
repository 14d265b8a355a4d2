"""A long list shows its latest rows and tells, for each plan, how many it does not show."""

from __future__ import annotations

from typing import Any

import pytest

from handbook.views import limits
from handbook.views.body import body_page
from tests.views.chain_catalogue import Chains, task

AT = {"path": "I", "lines": [1]}


def milestone(number: int, day: str | None) -> dict[str, Any]:
    printed = {"printed": "in như thế", "type": "không nêu"}
    when = {"printed": "in như thế", "type": "chậm nhất", "date": day} if day else printed
    what = {"what": f"Việc {number}.", "kind": "hội nghị", "bodies": ["huyen-a"]}
    return {"id": f"moc-{number}", **what, "when": when, "at": AT}


@pytest.fixture
def page(chains: Chains, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A body's page with room for three milestones and for the tasks of one plan."""
    monkeypatch.setattr(limits, "MAX_ROWS", 3)
    monkeypatch.setattr(limits, "EXPANDED_PLANS", 1)
    days = {"a": ["2025-01-02", None, "2023-01-02"], "b": ["2024-01-02", "2026-01-02", None]}
    for year, (plan, times) in enumerate(days.items(), start=2021):
        milestones = [milestone(number, day) for number, day in enumerate(times, start=1)]
        tasks = [task("nv-1"), task("nv-2")]
        issued = f"{year}-05-04"
        chains.plan(plan, "huyen-a", milestones=milestones, tasks=tasks, issued=issued)
    return body_page(chains.site(), "huyen-a")


def test_the_latest_rows_are_shown_and_the_others_counted(page: dict[str, Any]) -> None:
    shown = page["milestones"]

    assert [one.when.last_day for one in shown.rows] == ["2026-01-02", "2025-01-02", "2024-01-02"]
    assert shown.total == 6
    folded = [(one.link.href, one.word) for one in shown.folded.entries]
    assert folded == [("ke-hoach/b/", "1 mốc"), ("ke-hoach/a/", "2 mốc")]


def test_the_newest_plan_is_told_task_by_task(page: dict[str, Any]) -> None:
    plans = page["task_plans"]

    assert [(link.href, len(tasks)) for link, tasks in plans.expanded] == [("ke-hoach/b/", 2)]
    folded = [(one.link.href, one.word) for one in plans.folded.entries]
    assert folded == [("ke-hoach/a/", "2 nhiệm vụ")]
