"""Checks of what a plan asks: every task has a body, every milestone a time."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.registry import Found, found, loaded_plans
from handbook.index import Index


def check_tasks_have_a_body(index: Index) -> Iterator[Found]:
    """A task must name the body that is responsible for it."""
    for loaded, plan in loaded_plans(index):
        for number, task in enumerate(plan.tasks):
            if task.body is None:
                message = f"nhiệm vụ “{task.id}” chưa có đơn vị chủ trì"
                hint = (
                    "Thêm “body”. Nếu văn bản không nêu, ghi đơn vị mà văn bản gửi tới và "
                    "“inferred: true”."
                )
                yield found(loaded, "NHIEM-VU-01", ("tasks", number), message, hint)


def check_milestones_have_a_time(index: Index) -> Iterator[Found]:
    """A milestone must say when, or that the document does not say."""
    for loaded, plan in loaded_plans(index):
        for number, milestone in enumerate(plan.milestones):
            if milestone.when is None:
                message = f"mốc “{milestone.id}” chưa có thời gian"
                hint = "Thêm “when”. Nếu văn bản không nêu ngày, dùng “type: không nêu”."
                yield found(loaded, "MOC-01", ("milestones", number), message, hint)
