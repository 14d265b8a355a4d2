"""YAML text becomes data without surprises; every value's place can be found again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.load.yaml_tree import FAULTY, MAX_FIELDS, Span, locate, parse, raw_scalar, span_of
from handbook.problems import KeyPath
from tests.catalogues import PLAN_TEXT, load_text

TEXT = """\
# a comment
id: x
term: {from: "2020", until: 3.10}
tasks:
  - what: >-
      hai dòng
      chữ
    lines: [5, 7]
  - what: "ở đây"
"""


def codes(text: str) -> list[tuple[str, int, int]]:
    return [(fault.code, fault.line, fault.column) for fault in parse(text)[1]]


def test_data_is_plain_and_lists_are_tuples() -> None:
    data, faults = parse(TEXT)

    assert faults == []
    assert data == {
        "id": "x",
        "term": {"from": "2020", "until": 3.1},
        "tasks": ({"what": "hai dòng chữ", "lines": (5, 7)}, {"what": "ở đây"}),
    }


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1\nb: 2\na: 3\n", ("YAML-02", 3, 1)),
        ("x:\n  - a: 1\n    a: 2\n", ("YAML-02", 3, 5)),
        ("x: {a: 1, a: 2}\n", ("YAML-02", 1, 11)),
        ("a: 1\nb: 2\na: 3\nb: 4\n", ("YAML-02", 3, 1)),
        ("a: no\n", ("YAML-03", 1, 4)),
        ("a:\n  - 1\n  - 012\n", ("YAML-03", 3, 5)),
        ("a:\nb: 1\n", ("YAML-06", 1, 1)),
        ("a: # nothing\nb: 1\n", ("YAML-06", 1, 1)),
        ("a:\n  - x\n  -\n", ("YAML-06", 3, 4)),
        ("- a\n", ("YAML-08", 1, 1)),
        ("chữ\n", ("YAML-08", 1, 1)),
        ("null\n", ("YAML-08", 1, 1)),
        ("a: 1\n? [b]\n: 2\n", ("YAML-09", 2, 3)),
        ("a: 1\n? {b: c}\n: 2\n", ("YAML-09", 2, 3)),
        ("a: 1\n<<: {b: 2}\n", ("YAML-09", 2, 1)),
        ('a: 1\n"": 2\n', ("YAML-09", 2, 1)),
        ('a: "x\\u200by"\n', ("CHU-02", 1, 4)),
        ('a:\n  - "x\\0y"\n', ("CHU-02", 2, 5)),
        ('a: "x\\_y"\n', ("CHU-02", 1, 4)),
        ('a: "e\\u0302"\n', ("CHU-01", 1, 4)),
        ('a: 1\nb: x"\n', ("YAML-01", 2, 4)),
    ],
)
def test_each_fault_is_one_at_its_place(text: str, fault: tuple[str, int, int]) -> None:
    assert codes(text) == [fault]


def test_value_with_a_fault_stands_as_faulty() -> None:
    data, _ = parse('a: no\nb:\nc: "x\\u200b"\nd: 1\n')

    assert data == {"a": FAULTY, "b": FAULTY, "c": FAULTY, "d": 1}


def test_mapping_with_too_many_fields_is_one_fault() -> None:
    text = "x:\n" + "".join(f"  k{i}: 1\n" for i in range(MAX_FIELDS + 1))

    assert codes(text) == [("YAML-05", 2, 3)]


def test_list_with_too_many_entries_is_one_fault() -> None:
    assert codes("x:\n" + "- 1\n" * 6_000) == [("YAML-05", 2, 1)]


@pytest.mark.parametrize(
    ("where", "place"),
    [
        (("id",), (2, 5)),
        (("term", "until"), (3, 29)),
        (("tasks",), (5, 3)),
        (("tasks", 0), (5, 5)),
        (("tasks", 0, "what"), (5, 11)),
        (("tasks", 0, "lines", 1), (8, 16)),
        (("tasks", 1, "what"), (9, 11)),
        (("tasks", 1, "missing"), (9, 5)),
        (("missing",), (2, 1)),
        (("tasks", 1, "trong", "what"), (9, 11)),
        ((), (2, 1)),
    ],
)
def test_locate_finds_values(where: KeyPath, place: tuple[int, int]) -> None:
    assert locate(TEXT, where) == place


def test_locate_finds_keys() -> None:
    assert locate(TEXT, ("tasks", 0, "lines"), at_key=True) == (8, 5)


def test_span_ends_after_the_value() -> None:
    assert span_of(TEXT, ("tasks", 1, "what")) == Span((9, 11), (9, 18), True)
    assert not span_of(TEXT, ("tasks",)).scalar


def test_raw_scalar_is_as_written() -> None:
    assert raw_scalar(TEXT, ("term", "until")) == "3.10"
    assert raw_scalar(TEXT, ("tasks",)) is None


@given(st.text(st.characters(codec=None), max_size=300))
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_without_an_exception(text: str) -> None:
    data, faults = parse(text)

    assert data is not None or faults


YAML_CHARACTERS = st.text(alphabet=" \t\n-?:,[]{}#&*!|>'\"%@`\\~abc01.\u00a0\u0301", max_size=120)


@given(YAML_CHARACTERS)
@settings(max_examples=800, deadline=None)
def test_any_yaml_like_text_is_read_without_an_exception(text: str) -> None:
    data, faults = parse(text)

    assert data is not None or faults


@given(
    position=st.integers(0, len(PLAN_TEXT)),
    length=st.integers(0, 40),
    inserted=st.one_of(YAML_CHARACTERS, st.text(max_size=5)),
)
@settings(max_examples=300, deadline=None)
def test_any_slip_in_a_real_plan_gives_problems_with_places(
    position: int, length: int, inserted: str
) -> None:
    text = PLAN_TEXT[:position] + inserted + PLAN_TEXT[position + length :]

    for _, line, column in load_text(text):
        assert 1 <= line <= text.count("\n") + 2
        assert column >= 1
