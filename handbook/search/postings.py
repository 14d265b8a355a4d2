"""Postings: which sections hold a term, how strongly, and where in them.

A section's fields give each term an *impact*, the BM25F frequency before saturation, kept as one
of fifteen steps; and its first positions, four at most.  A posting is the distance from the
section before, the step with the count of positions, and the positions.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

from handbook.search.abbreviations import Table
from handbook.search.analysis import Tokens, numbers_of, tokens_of
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
Postings = tuple[tuple[str, str], ...]
"""Pairs of a term and its posting but for the distance.  A term is an exact form or number key."""


class Analyser:
    """Turns the fields of a section into postings, once for sections that say the same."""

    def __init__(self, abbreviations: Table) -> None:
        self._abbreviations = abbreviations
        self._short_folds = {one.short: tokens_of(one.short).fold[0] for one in abbreviations.all}
        self.folds: dict[str, str] = {}
        """Term → its folded form, for every term that was met."""
        self.postings_of = lru_cache(maxsize=4096)(self._postings_of)

    def _postings_of(self, fields: Fields, own_number: bool = False) -> Postings:
        """Give each term of a section with its posting.

        `own_number` marks the keys in the field “number” as the record's own: `=39kh`.
        """
        impacts: dict[str, float] = {}
        places: dict[str, list[int]] = {}
        start = 0
        for name, text in fields:
            tokens = tokens_of(text)
            if not tokens.exact:
                continue
            self.folds.update(zip(tokens.exact, tokens.fold, strict=True))
            kind = FIELDS[name]
            length = len(tokens.exact)
            share = kind.weight / (1 - kind.dilution + kind.dilution * length / kind.length)
            for place, term in enumerate(tokens.exact, start):
                if term in impacts:
                    impacts[term] += share
                    places[term].append(place)
                else:
                    impacts[term] = share
                    places[term] = [place]
            for term, place in self._more_terms(tokens, own_number and name == "number"):
                impacts[term] = impacts.get(term, 0.0) + share
                places.setdefault(term, []).append(start + place)
            start += length + _FIELD_GAP
        return tuple([(term, _payload(impacts[term], places[term])) for term in places])

    def _more_terms(self, tokens: Tokens, own_number: bool) -> Iterator[tuple[str, int]]:
        """Yield the abbreviations and number keys of a field, with their places."""
        for short, place in self._abbreviations.find(tokens.exact):
            self.folds[short] = self._short_folds[short]
            yield short, place
        for number in numbers_of(tokens):
            for key in number.keys:
                self.folds[key] = key
                yield key, number.start
                if own_number:
                    self.folds[f"={key}"] = f"={key}"
                    yield f"={key}", number.start


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
