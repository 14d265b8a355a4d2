"""Where plans name a body: among those they are sent to, as the one to ask, as who gets reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from handbook.index import PlacedMilestone
from handbook.model.plan import Plan, Recipient
from handbook.model.reference import Body
from handbook.views.site import Link, Place, Site, body_name, newest_first, place

_NAMED = "có"
_NOT_NAMED = "không ghi đích danh"


class Answer(NamedTuple):
    """Whether a plan names a body among its recipients: a word, how, and the lines that do."""

    plan: Link
    word: str
    how: str
    lines: list[tuple[str, Place]]


class Named(NamedTuple):
    """The plans that name a body, those of them that ask it to answer, and what it is sent.

    Plans stand newest first.
    """

    plans: list[Plan]
    asked: list[Plan]
    received: list[PlacedMilestone]


def find_named(site: Site, body_id: str) -> Named:
    """Find where plans name a body."""
    plans: dict[str, Plan] = {}
    asked: set[str] = set()
    received: list[PlacedMilestone] = []
    for part, plan, where in _mentions(site, body_id):
        plans[plan.id] = plan
        if part == "milestones":
            received += _received(plan, where)
        elif part == "contacts":
            asked.add(plan.id)
    newest = sorted(plans.values(), key=newest_first)
    return Named(newest, [one for one in newest if one.id in asked], received)


def _mentions(site: Site, body_id: str) -> Iterator[tuple[str, Plan, tuple[Any, ...]]]:
    """Yield every place where a plan names a body: its part, the plan, the whole path."""
    for source, reference in site.index.incoming(body_id):
        if isinstance(source.record, Plan):
            yield str(reference.where[0]), source.record, reference.where


def _received(plan: Plan, where: tuple[Any, ...]) -> Iterator[PlacedMilestone]:
    """Give the milestone at a path when the path is that of an addressee."""
    if "submission" in where:
        yield PlacedMilestone(plan, plan.milestones[where[1]])


def answer(site: Site, body: Body, plan: Plan) -> Answer:
    """Tell whether a plan names a body among its recipients, itself or through another."""
    document = site.document(plan.id)
    own = lines_naming(plan, body.id)
    if own:
        return Answer(document, _NAMED, "", own)
    if plan.issuer == body.id:
        return Answer(document, "không cần", "chính là đơn vị ban hành", [])
    above = [one.id for one in site.index.lineage(body.id)[1:]]
    inside = plan.issuer in above
    if inside:  # what is above the issuer says nothing of those within it
        above = above[: above.index(str(plan.issuer))]
    for other in filter(None, [body.general, *above]):
        if lines := lines_naming(plan, other):
            name = body_name(site.index.bodies[other])
            return Answer(document, _NOT_NAMED, f"có tên {name}", lines)
    how = "thuộc đơn vị ban hành" if inside else ""
    return Answer(document, _NOT_NAMED, how, [])


def lines_naming(plan: Plan, body_id: str) -> list[tuple[str, Place]]:
    """Give the lines of a plan's recipients that name a body."""
    return [(_printed(one), place(one.at)) for one in plan.recipients if body_id in one.bodies]


def _printed(recipient: Recipient) -> str:
    start = "Kính gửi: " if recipient.part == "kính gửi" else ""
    return start + recipient.text.rstrip(" ;,.")
