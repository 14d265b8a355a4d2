"""Postings: which sections hold a term, how strongly, and where in them.

A section's fields give each term an *impact*, the BM25F frequency before saturation, kept as one
of fifteen steps; and its first positions, four at most.  A posting is the distance from the
section before, the step with the count of positions, and the positions.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import count

from handbook.search.abbreviations import Table
from handbook.search.analysis import plain_forms_of, tokens_of
from handbook.search.document_numbers import numbers_of
from handbook.search.encoding import NUMBERS
from handbook.search.entries import FIELDS

STEPS = 15
FIRST_STEP = 0.08
STEP_RATIO = 1.5
MAX_POSITIONS = 4
NAME_IMPACT = 10.0
_FIELD_GAP = 9
"""Positions between two fields, so that no phrase runs over the edge."""
_LAST_POSITION = 1790

Fields = tuple[tuple[str, str], ...]
Postings = tuple[tuple[str, str], ...]
"""Pairs of a term and its posting but for the distance.  A term is an exact form or number key."""


class Analyser:
    """Turns the fields of a section into postings, once for sections that say the same."""

    def __init__(self, abbreviations: Table) -> None:
        self._abbreviations = abbreviations
        self.postings_of = lru_cache(maxsize=4096)(self._postings_of)

    def _postings_of(self, fields: Fields, names: tuple[str, ...] | None = None) -> Postings:
        """Give each term of a section with its posting.

        A record's head has `names`: each gives a key (`^dai_hoi_cong_doan`), and the number keys
        in its field “number” are marked as its own (`=39kh`, and `=39`).
        """
        impacts: dict[str, float] = {}
        places: dict[str, list[int]] = {}
        start = 0
        for name, text in fields:
            terms, length = self._terms(text, names is not None and name == "number")
            if not length:
                continue
            kind = FIELDS[name]
            share = kind.weight / (1 - kind.dilution + kind.dilution * length / kind.length)
            for term, place in terms:
                if term in impacts:
                    impacts[term] += share
                    places[term].append(start + place)
                else:
                    impacts[term] = share
                    places[term] = [start + place]
            start += length + _FIELD_GAP
        for key in {self._abbreviations.name_key(name) for name in names or ()}:
            impacts[key], places[key] = NAME_IMPACT, [0]
        return tuple([(term, _payload(impacts[term], places[term])) for term in places])

    def _terms(self, text: str, own_number: bool) -> tuple[list[tuple[str, int]], int]:
        """List the terms of a text with their places; count its tokens."""
        plain = plain_forms_of(text)
        if plain is not None:
            terms = list(zip(plain, count()))
            terms.extend(self._abbreviations.find(plain))
            return terms, len(plain)
        tokens = tokens_of(text)
        terms = list(zip(tokens.exact, count()))
        terms.extend(self._abbreviations.find(tokens.exact))
        for number in numbers_of(tokens):
            for key in number.keys:
                terms.append((key, number.start))
                if own_number:
                    terms.append((f"={key}", number.start))
            if own_number:
                terms.append((f"={number.bare}", number.start))
        return terms, len(tokens.exact)


def _payload(impact: float, places: list[int]) -> str:
    if len(places) == 1 and places[0] <= _LAST_POSITION:
        return NUMBERS[_STEPS[impact]] + NUMBERS[places[0]]
    kept = sorted(places)[:MAX_POSITIONS]
    text = NUMBERS[(len(kept) - 1) * STEPS + _STEPS[impact]]
    before = 0
    for place in kept:
        known = min(place, _LAST_POSITION)
        text += NUMBERS[known - before]
        before = known
    return text


def step_of(impact: float) -> int:
    """Give the step of an impact: steps grow by a constant ratio.

    >>> step_of(0.01), step_of(1.0), step_of(1000.0)
    (0, 6, 14)
    """
    step = round(math.log(impact / FIRST_STEP, STEP_RATIO))
    return min(max(step, 0), STEPS - 1)


class _Steps(dict[float, int]):
    def __missing__(self, impact: float) -> int:
        step = self[impact] = step_of(impact)
        return step


_STEPS = _Steps()


class PostingLists:
    """The lists of one range of sections, written as the sections come."""

    def __init__(self) -> None:
        self._texts: dict[str, list[str]] = {}
        self._last: dict[str, int] = {}

    def add(self, section: int, postings: Postings) -> None:
        """Add a section; numbers must grow."""
        texts, last, written = self._texts, self._last, NUMBERS
        for term, payload in postings:
            if term in last:
                texts[term] += written[section - last[term]], payload
            else:
                texts[term] = [written[section], payload]
            last[term] = section

    def take(self) -> dict[str, tuple[int, str]]:
        """Give term → (number of sections, postings) and begin anew."""
        done = {term: (len(texts) // 2, "".join(texts)) for term, texts in self._texts.items()}
        self._texts, self._last = {}, {}
        return done
