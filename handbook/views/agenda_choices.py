"""What the agenda and its months can be filtered by: role, body, area, document."""

from __future__ import annotations

from typing import NamedTuple

from handbook.model.plan import Milestone, Plan
from handbook.text import sort_key
from handbook.views.events import areas_of
from handbook.views.site import Site


class Choice(NamedTuple):
    """A filter: its key, its label, and what may be chosen."""

    key: str
    label: str
    options: list[tuple[str, str]]


class Choices:
    """The filters: who and what the items name, numbered in the order of the alphabet."""

    def __init__(self, site: Site) -> None:
        self._index = site.index
        self._names: dict[str, dict[str, str]] = {
            "role": {one.id: one.name for one in site.index.roles.values()},
            "body": {one: site.body(one).text for one in site.index.milestones_of},
            "area": {one.id: one.name for one in site.index.areas.values()},
            "plan": {one.id: site.document(one.id).text for one in site.index.plans.values()},
        }
        self._numbers = {
            key: {
                one: str(at)
                for at, one in enumerate(sorted(names, key=lambda one: sort_key(names[one])))
            }
            for key, names in self._names.items()
        }
        self._used: dict[str, set[str]] = {key: set() for key in self._names}

    def of(self, plan: Plan, milestone: Milestone) -> dict[str, str]:
        """Give the numbers by which one item is found."""
        roles = {role for body in milestone.bodies for role in self._index.bodies[body].roles}
        chosen = {
            "role": roles,
            "body": set(milestone.bodies),
            "area": set(areas_of(plan, milestone)),
            "plan": {plan.id},
        }
        for key, ids in chosen.items():
            self._used[key] |= ids
        return {
            key: " ".join(sorted((self._numbers[key][one] for one in ids), key=int))
            for key, ids in chosen.items()
        }

    def listed(self) -> list[Choice]:
        """Give the filters with what the items really name."""
        labels = {"role": "Vai trò", "body": "Đơn vị", "area": "Lĩnh vực", "plan": "Văn bản"}
        return [
            Choice(
                key,
                label,
                [
                    (number, self._names[key][one])
                    for one, number in self._numbers[key].items()
                    if one in self._used[key]
                ],
            )
            for key, label in labels.items()
        ]
