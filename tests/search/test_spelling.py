"""Syllables as people write them."""

from __future__ import annotations

import pytest

from handbook.search.analysis import tokens_of
from handbook.search.spelling import spell


@pytest.mark.parametrize(
    "word",
    [
        "hòa",
        "thủy",
        "ủy",
        "quyết",
        "hội",
        "giữa",
        "kì",
        "đoàn",
        "được",
        "giải",
        "quỹ",
        "khuỷu",
        "tw",
    ],
)
def test_a_word_is_written_as_people_do(word: str) -> None:
    (exact,) = tokens_of(word).exact

    assert tokens_of(spell(exact)).exact == [exact]
    assert spell(exact) in (word, word.replace("quỹ", "quĩ"))
