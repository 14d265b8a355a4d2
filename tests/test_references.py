"""References are found by the marks on the fields' types, with their place in the YAML."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from handbook.model.base import AreaId, BodyId, DocumentId, Model
from handbook.references import Reference, find_references
from tests.catalogues import KINDS, PLAN, PLAN_TEXT, parse_record


class Leaf(Model):
    body: BodyId | None = None
    documents: tuple[DocumentId, ...] = ()


class Tree(Model):
    area: AreaId
    leaf: Leaf | None = None
    leaves: Annotated[tuple[Leaf, ...], Field(min_length=0)] = ()
    inside: tuple[Tree, ...] = ()
    renamed: BodyId | None = Field(None, alias="from")
    plain: str = "not-a-reference"


def test_every_form_of_field_is_followed() -> None:
    tree = Tree(
        area="tai-chinh",
        leaf=Leaf(body="a"),
        leaves=(Leaf(), Leaf(documents=("x", "y"))),
        inside=(Tree(area="nu-cong", renamed="b"),),
    )

    assert list(find_references(tree)) == [
        Reference(("area",), "tai-chinh", ("area",)),
        Reference(("leaf", "body"), "a", ("body",)),
        Reference(("leaves", 1, "documents", 0), "x", ("plan", "directive")),
        Reference(("leaves", 1, "documents", 1), "y", ("plan", "directive")),
        Reference(("inside", 0, "area"), "nu-cong", ("area",)),
        Reference(("inside", 0, "from"), "b", ("body",)),
    ]


def test_references_of_a_real_plan_reach_into_every_part() -> None:
    record, _ = parse_record(PLAN_TEXT, PLAN, KINDS["plan"])
    assert record is not None

    found = {one.where: one.target for one in find_references(record)}

    assert found["issuer",] == "cong-doan-mau"
    assert found["relations", 0, "to"] == "02-nq-mau-2023"
    assert found["tasks", 1, "support", 0] == "cdcs-mau"
    assert found["milestones", 0, "outline"] == "01-kh-mau-2024"
    assert found["targets", 0, "area"] == "tai-chinh"
    assert "moc-1" not in found.values()
