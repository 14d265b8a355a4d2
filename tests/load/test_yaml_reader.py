"""Bombs, deep nests and huge files are refused before they cost anything."""

from __future__ import annotations

import time

import pytest

from handbook.load.yaml_reader import MAX_DEPTH, find_shape_fault, readable
from handbook.load.yaml_tree import parse
from tests.catalogues import PLAN_TEXT

BOMB = "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*a, *a, *a, *a]\n" for i in range(40))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BOMB, "YAML-04"),
        ("a: *b\n", "YAML-04"),
        ("a: &b c\n", "YAML-04"),
        ("a: !!python/object:os.system x\n", "YAML-04"),
        ("a: !x y\n", "YAML-04"),
        ("- !x y\n", "YAML-04"),
        ("{a: !x y}", "YAML-04"),
        ("[" * 100_000, "YAML-05"),
        ("{a: " * 10_000, "YAML-05"),
        ("- " * 20_000, "YAML-05"),
        ("? " * 20_000, "YAML-05"),
        ("-  " * 20_000, "YAML-05"),
        ("? - " * 5_000, "YAML-05"),
        ("\n".join(" " * i + "a:" for i in range(2_000)), "YAML-05"),
        ("\n".join(" " * i + "-" for i in range(2_000)), "YAML-05"),
        ("".join(f"k{i}: 1\n" for i in range(100_000)), "YAML-05"),
        ("{" + "a: 1, " * 100_000 + "}", "YAML-05"),
        ("a: [" + "b," * 100_000 + "]", "YAML-05"),
        ("- \n" * 300_000, "YAML-05"),
        ("a: 1\n---\nb: 2\n", "YAML-07"),
    ],
)
def test_refused_at_once(text: str, code: str) -> None:
    start = time.process_time()

    fault = find_shape_fault(text)

    assert fault is not None
    assert fault.code == code
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "text",
    [
        PLAN_TEXT,
        "a: R&D, 5 * 3, hay lắm!\n",
        "a: [1, 2]\n" * 60,
        "a: 'x [ y ( z { t'\n" * 60,
        "---\na: 1\n",
        "a: |\n  - - - - - - - -\n  ? ? ? ? ?\n",
    ],
)
def test_ordinary_text_passes(text: str) -> None:
    assert find_shape_fault(text) is None


def test_nesting_just_below_the_limit_is_read() -> None:
    depth = MAX_DEPTH - 1

    data, faults = parse("a: " + "[" * depth + "]" * depth)

    assert data is not None
    assert faults == []


def test_what_yaml_cannot_read_is_replaced_without_moving_anything() -> None:
    text = "a\x00b\x85c\u2028d\ufeffe\ud800f\tg\nh"

    assert readable(text) == "a\u00a0b\u00a0c\u00a0d\u00a0e\u00a0f\tg\nh"
    assert readable("không đổi") == "không đổi"
