"""Postings: which sections hold a term, how strongly, and where in them.

A section's fields give each term an *impact*, the BM25F frequency before saturation, kept as one
of fifteen steps; and its first positions, four at most.  A posting is the distance from the
section before, the step with the count of positions, and the positions.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import lru_cache
from itertools import chain
from operator import sub
from typing import Any

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
        # Names of bodies and areas stand in section after section, where the rest differs.
        self._terms = lru_cache(maxsize=4096)(self._read_terms)

    def _postings_of(self, fields: Fields, names: tuple[str, ...] | None = None) -> Postings:
        """Give each term of a section with its posting.

        A record's head has `names`: each gives a key (`dai^hoi_cong_doan`), and the number keys
        in its field “number” are marked as its own (`39kh=`, and `39=`).
        """
        payloads: dict[str, str] = {}
        repeated: set[str] = set()
        read: list[tuple[float, int, list[str], list[tuple[str, int]]]] = []
        start = 0
        for name, text in fields:
            words, keys = self._terms(text, names is not None and name == "number")
            if not words:
                continue
            kind = FIELDS[name]
            length = len(words)
            share = kind.weight / (1 - kind.dilution + kind.dilution * length / kind.length)
            payload_at = _SINGLES[_STEPS[share]]
            for place, term in enumerate(words, start):
                if term in payloads:
                    repeated.add(term)
                else:
                    payloads[term] = payload_at[place]
            for term, place in keys:
                if term in payloads:
                    repeated.add(term)
                else:
                    payloads[term] = payload_at[start + place]
            read.append((share, start, words, keys))
            start += length + _FIELD_GAP
        if repeated:
            payloads.update(_payloads_of(repeated, read))
        for key in {self._abbreviations.name_key(name) for name in names or ()}:
            payloads[key] = _SINGLES[_STEPS[NAME_IMPACT]][0]
        return tuple(payloads.items())

    def _read_terms(self, text: str, own_number: bool) -> tuple[list[str], list[tuple[str, int]]]:
        """List the words of a text; and its keys, with the places where they stand."""
        plain = plain_forms_of(text)
        if plain is not None:
            return plain, list(self._abbreviations.find(plain))
        tokens = tokens_of(text)
        keys = list(self._abbreviations.find(tokens.exact))
        for number in numbers_of(tokens):
            for key in number.keys:
                keys.append((key, number.start))
                if own_number:
                    keys.append((f"{key}=", number.start))
            if own_number:
                keys.append((f"{number.bare}=", number.start))
        return tokens.exact, keys


def _payloads_of(
    terms: set[str], read: list[tuple[float, int, list[str], list[tuple[str, int]]]]
) -> dict[str, str]:
    """Give the payloads of terms that stand in more than one place of what was read."""
    impacts: dict[str, float] = dict.fromkeys(terms, 0.0)
    places: dict[str, list[int]] = {term: [] for term in terms}
    for share, start, words, keys in read:
        for place, term in enumerate(words, start):
            if term in terms:
                impacts[term] += share
                places[term].append(place)
        for term, place in keys:
            if term in terms:
                impacts[term] += share
                places[term].append(start + place)
    return {term: _payload(_STEPS[impacts[term]], places[term]) for term in terms}


def _payload(step: int, places: list[int]) -> str:
    places.sort()
    kept = places[:MAX_POSITIONS]
    if kept[-1] > _LAST_POSITION:
        kept = [min(place, _LAST_POSITION) for place in kept]
    text = NUMBERS[(len(kept) - 1) * STEPS + step]
    before = 0
    for place in kept:
        text += NUMBERS[place - before]
        before = place
    return text


class _Single(dict[int, str]):
    """Place → payload of a term that stands there only: one text for all sections where it does."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self._step = step

    def __missing__(self, place: int) -> str:
        payload = self[place] = _payload(self._step, [place])
        return payload


_SINGLES = tuple(map(_Single, range(STEPS)))


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
    """The lists of one range of sections, gathered as the sections come."""

    def __init__(self) -> None:
        self._lists: defaultdict[str, list[int | str]] = defaultdict(list)

    def add(self, section: int, postings: Postings) -> None:
        """Add a section; numbers must grow."""
        lists = self._lists
        for term, payload in postings:
            lists[term] += section, payload

    def take(self) -> dict[str, tuple[int, str]]:
        """Give term → (number of sections, postings) and begin anew."""
        done = {term: _written(one[::2], one[1::2]) for term, one in self._lists.items()}
        self._lists = defaultdict(list)
        return done


def _written(sections: Any, payloads: Any) -> tuple[int, str]:
    distances = map(sub, sections, [0, *sections])
    written = map(NUMBERS.__getitem__, distances)
    return len(sections), "".join(chain.from_iterable(zip(written, payloads, strict=True)))
