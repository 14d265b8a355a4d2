"""Loops are found once each, however long, and in linear time."""

from __future__ import annotations

import time

from handbook.checks.loops import find_loops, show_loop


def test_chain_has_no_loop() -> None:
    assert list(find_loops({"a": ["b"], "b": ["c"], "c": []})) == []


def test_target_outside_is_ignored() -> None:
    assert list(find_loops({"a": ["x"], "b": ["a"]})) == []


def test_each_knot_is_one_ring_through_its_first_id() -> None:
    edges = {"e": ["d"], "b": ["c"], "c": ["b", "e"], "d": ["e"], "z": ["z"]}

    assert list(find_loops(edges)) == [("e", "d"), ("b", "c"), ("z",)]


def test_ring_is_the_shortest_and_in_walking_order() -> None:
    edges = {"a": ["b", "c"], "b": ["d"], "d": ["a"], "c": ["a"]}

    assert list(find_loops(edges)) == [("a", "c")]


def test_long_chains_and_rings_take_linear_time() -> None:
    size = 50_000
    chain = {str(i): [str(i + 1)] for i in range(size)}
    ring = {str(i): [str((i + 1) % size)] for i in range(size)}

    start = time.process_time()

    assert list(find_loops(chain)) == []
    assert len(next(find_loops(ring))) == size
    assert time.process_time() - start < 2


def test_long_ring_is_shown_shortened() -> None:
    assert show_loop(tuple("abcdefghijk")) == "a → b → c → d → e → f → g → h → … → a"
