"""Postings: which sections hold a term, how strongly, and where in them.

A section's fields give each term an *impact*, the BM25F frequency before saturation, kept as one
of fifteen steps; and its first positions, four at most.  A posting is the distance from the
section before, the step with the count of positions, and the positions.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from handbook.search.abbreviations import Table
from handbook.search.analysis import Form, NumberKey, Token, numbers_of, tokens_of
from handbook.search.encoding import NUMBERS
from handbook.search.entries import FIELDS

STEPS = 15
FIRST_STEP = 0.08
STEP_RATIO = 1.5
MAX_POSITIONS = 4
_FIELD_GAP = 9
"""Positions between two fields, so that no phrase runs over the edge."""
_LAST_POSITION = 1790

Fields = tuple[tuple[str, str], ...]
Postings = tuple[tuple[Form, str], ...]


class Analyser:
    """Turns the fields of a section into postings, once for sections that say the same."""

    def __init__(self, abbreviations: Table) -> None:
        self._abbreviations = abbreviations
        self.postings_of = lru_cache(maxsize=4096)(self._postings_of)

    def _postings_of(self, fields: Fields, own_number: bool = False) -> Postings:
        """Give each term of a section with its posting but for the distance.

        `own_number` marks the keys in the field “number” as the record's own: `=39kh`.
        """
        impacts: dict[Form, float] = {}
        positions: dict[Form, list[int]] = {}
        start = 0
        for name, text in fields:
            tokens = tokens_of(text) if text else []
            if not tokens:
                continue
            kind = FIELDS[name]
            share = kind.weight / (1 - kind.dilution + kind.dilution * len(tokens) / kind.length)
            for form, place in self._terms(tokens, own_number and name == "number"):
                impacts[form] = impacts.get(form, 0.0) + share
                known = positions.setdefault(form, [])
                if len(known) < MAX_POSITIONS:
                    known.append(min(start + place, _LAST_POSITION))
            start += len(tokens) + _FIELD_GAP
        return tuple((form, _payload(impacts[form], known)) for form, known in positions.items())

    def _terms(self, tokens: list[Token], own_number: bool) -> list[tuple[Form, int]]:
        """List the terms of a field with their places."""
        terms = [(Form(token.exact, token.fold), place) for place, token in enumerate(tokens)]
        exact = [token.exact for token in tokens]
        for short, place in self._abbreviations.find(exact):
            terms.append((_short_form(short), place))
        for number in numbers_of(tokens):
            terms.extend(_number_terms(number, own_number))
        terms.sort(key=lambda term: term[1])  # positions must grow; the sort is stable
        return terms


def _number_terms(number: NumberKey, own: bool) -> Iterable[tuple[Form, int]]:
    for key in number.keys:
        yield Form(key, key), number.start
        if own:
            yield Form(f"={key}", f"={key}"), number.start


@lru_cache(maxsize=1024)
def _short_form(short: str) -> Form:
    return Form(*tokens_of(short)[0][:2])


def _payload(impact: float, positions: list[int]) -> str:
    text = NUMBERS[(len(positions) - 1) * STEPS + step_of(impact)]
    before = 0
    for place in positions:
        text += NUMBERS[place - before]
        before = place
    return text


def step_of(impact: float) -> int:
    """Give the step of an impact: steps grow by a constant ratio.

    >>> step_of(0.01), step_of(1.0), step_of(1000.0)
    (0, 6, 14)
    """
    step = round(math.log(impact / FIRST_STEP, STEP_RATIO))
    return min(max(step, 0), STEPS - 1)


class PostingLists:
    """The lists of one range of sections, written as the sections come."""

    def __init__(self) -> None:
        self._texts: dict[Form, list[str]] = {}
        self._last: dict[Form, int] = {}

    def add(self, section: int, postings: Postings) -> None:
        """Add a section; numbers must grow."""
        texts, last = self._texts, self._last
        for form, payload in postings:
            known = texts.get(form)
            if known is None:
                texts[form] = [NUMBERS[section], payload]
            else:
                known.append(NUMBERS[section - last[form]])
                known.append(payload)
            last[form] = section

    def take(self) -> dict[Form, tuple[int, str]]:
        """Give term → (number of sections, postings) and begin anew."""
        done = {form: (len(texts) // 2, "".join(texts)) for form, texts in self._texts.items()}
        self._texts, self._last = {}, {}
        return done
