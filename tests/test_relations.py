"""The table of relations answers everything for every relation, and the sets are read from it."""

from __future__ import annotations

from typing import get_args

from handbook import status
from handbook.model.document import RelationType
from handbook.relations import CARRYING_OUT, CHANGES, DOWNWARD, MEANINGS, StatusGiven

TYPES = get_args(RelationType)


def test_every_relation_has_a_meaning() -> None:
    assert set(MEANINGS) == set(TYPES)


def test_what_carries_out_stands_below() -> None:
    assert set(CARRYING_OUT) == {type_ for type_, one in MEANINGS.items() if one.carries_out}
    assert set(CARRYING_OUT) <= set(DOWNWARD)


def test_places_below_are_told_apart() -> None:
    places = [one.below for one in MEANINGS.values() if one.below is not None]

    assert sorted(places) == list(range(1, len(places) + 1))
    assert len(DOWNWARD) == len(places)


def test_what_changes_a_document_does_not_stand_below_it() -> None:
    assert set(CHANGES).isdisjoint(DOWNWARD)
    assert {type_ for type_, one in MEANINGS.items() if one.status} <= set(CHANGES)


def test_what_a_relation_gives_is_a_status() -> None:
    assert set(get_args(StatusGiven)) <= set(status.KINDS)
    assert set(get_args(StatusGiven)) == {one.status for one in MEANINGS.values()} - {None}
