"""Everyday words, for the search: a phrase people say finds what documents write for it.

Where a text has one of a row's phrases, said or meant, the index gets the row's key at the place
of the first word.  A query that says the phrase may find the key instead of the words; the words
as typed still count, so a text that has them stands before one that only means the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from handbook.model.wording import WordTable
from handbook.search.analysis import tokens_of

Phrase = tuple[str, ...]
"""The exact forms of the words."""


class Row(NamedTuple):
    """A row of a table: its key, the phrases people say, the phrases documents have."""

    key: str
    says: tuple[Phrase, ...]
    means: tuple[Phrase, ...]

    @property
    def phrases(self) -> frozenset[Phrase]:
        """Give every phrase whose place bears the key."""
        return frozenset((*self.says, *self.means))


def rows_of(tables: Iterable[WordTable]) -> tuple[Row, ...]:
    """Give the rows of all tables, in order, their keys numbered."""
    rows = [row for table in tables for row in table.rows]
    return tuple(
        Row(f"~{number}", _phrases(row.say), _phrases(row.means))
        for number, row in enumerate(rows, 1)
    )


def _phrases(texts: Iterable[str]) -> tuple[Phrase, ...]:
    phrases = (tuple(tokens_of(text).exact) for text in texts)
    return tuple(phrase for phrase in phrases if phrase)
