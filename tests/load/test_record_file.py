"""The quick way from a file to its record, over JSON, and the close reading agree."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from handbook.load.record_file import data_as_json, read_closely, record_of
from handbook.model import RECORD_KINDS
from handbook.rules import BASE

FILES = [
    (file.relative_to(BASE).as_posix(), file.read_text(encoding="utf-8"), kind)
    for kind in RECORD_KINDS
    for file in sorted((BASE / "data" / kind.folder).glob("*.yml"))
]
VALUE = re.compile(r"(?<=[:-] )\S.*$", re.MULTILINE)
VALUES = (
    *("1", "-1", "1.0", "1.5", "0.1", "1e3", ".5", "9999999999999999999999", "true", "null", "~"),
    *('"1"', '"true"', '"2024-02-30"', '"2024-01"', "2024", "[]", "{}", "[1]", "['a']", "{a: b}"),
    *("a", '""', '" "', "no", "&a b", "'\\u00a0'", '"a\\tb"', ".nan", ".inf", "0x10", "1_000"),
)


@st.composite
def edited_files(draw: st.DrawFn) -> tuple[str, str, int]:
    """Draw a file of the base catalogue with one or two other values in it."""
    place = draw(st.integers(0, len(FILES) - 1))
    path, text, _ = FILES[place]
    for _ in range(draw(st.integers(1, 2))):
        match = draw(st.sampled_from(list(VALUE.finditer(text))))
        text = text[: match.start()] + draw(st.sampled_from(VALUES)) + text[match.end() :]
    return path, text, place


@given(edited_files())
def test_both_ways_give_the_same_record_or_none(edited: tuple[str, str, int]) -> None:
    path, text, place = edited
    kind = FILES[place][2]
    source = text.encode()

    data = data_as_json(source, path)
    quick = record_of(data, path, kind) if data else None
    close, problems = read_closely(source, path, kind)

    assert quick == close
    assert (close is None) == bool(problems)
