"""Abbreviations from the glossary, both ways: `CĐCS` ⇄ `công đoàn cơ sở`; and everyday words.

Where a text has the words, the index gets the abbreviation too, at the place of the first word; a
query's words are replaced by the abbreviation.  So either spelling finds both, at the cost of one
posting, and a query for four common syllables reads one short list.  The keys of everyday words
(see `wordings`) are put beside their phrases in the same way.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from handbook.model.reference import GlossaryTerm
from handbook.search.analysis import Tokens, fold_of, tokens_of
from handbook.search.wordings import Phrase, Row

_ALTERNATIVE = re.compile(r" hoặc |[;(]")
_MIN_VARIANT = 3
"""Shorter variants look like syllables: “TƯ” (trung ương) and “tư”."""


class Abbreviation(NamedTuple):
    """Exact forms of an abbreviation and of its words; whether it means other things too."""

    short: str
    words: tuple[str, ...]
    ambiguous: bool


class Table:
    """The abbreviations and the everyday words, by the first word of each phrase."""

    def __init__(self, abbreviations: Iterable[Abbreviation], wordings: Iterable[Row] = ()) -> None:
        self.all = tuple(sorted(set(abbreviations)))
        self.wordings = tuple(wordings)
        self._by_first: dict[str, list[Abbreviation]] = defaultdict(list)
        for one in self.all:
            self._by_first[one.words[0]].append(one)
        self._phrases: dict[str, dict[str, list[tuple[Phrase, str]]]] = {}
        said = ((one.words, one.short) for one in self.all)
        meant = ((phrase, row.key) for row in self.wordings for phrase in sorted(row.phrases))
        for phrase, term in (*said, *meant):
            by_second = self._phrases.setdefault(phrase[0], {})
            by_second.setdefault(phrase[1] if phrase[1:] else "", []).append((phrase, term))

    def find(self, exact: list[str]) -> Iterator[tuple[str, int]]:
        """Yield the terms of the phrases that stand in a list of exact forms, with their places."""
        phrases = self._phrases
        if phrases.keys().isdisjoint(exact):
            return
        for place in [place for place, first in enumerate(exact) if first in phrases]:
            by_second = phrases[exact[place]]
            for second in ("", *exact[place + 1 : place + 2]):
                for phrase, term in by_second.get(second, ()):
                    if tuple(exact[place : place + len(phrase)]) == phrase:
                        yield term, place

    def name_key(self, name: str) -> str:
        """Give the key of a name: its folded words, abbreviated as a query's words are.

        It begins with the first word: so it stands in the shard that a query for it loads anyway.
        """
        tokens = tokens_of(name)
        words: list[str] = []
        at = 0
        while at < len(tokens.exact):
            found = self._longest(tokens.exact, at)
            words.append(fold_of[found.short] if found else tokens.fold[at])
            at += len(found.words) if found else 1
        return f"{words[0] if words else ''}^{'_'.join(words[1:])}"

    def _longest(self, exact: list[str], at: int) -> Abbreviation | None:
        fitting = [
            one
            for one in self._by_first.get(exact[at], ())
            if not one.ambiguous and tuple(exact[at : at + len(one.words)]) == one.words
        ]
        return max(fitting, key=lambda one: len(one.words), default=None)

    def rows(self) -> list[str]:
        """Write the table for the query side: `cđcs công đoan1 cơ sơ2`, ambiguous ones with `?`."""
        return [
            f"{'?' if one.ambiguous else ''}{one.short} {' '.join(one.words)}" for one in self.all
        ]

    def wording_rows(self) -> list[str]:
        """Write the everyday words for the query side: `deadline,han5 chot4|han5,châm5 nhât4`.

        The place of a row is its key.
        """
        return [
            "|".join(",".join(map(" ".join, ones)) for ones in (row.says, row.means))
            for row in self.wordings
        ]


def abbreviations_of(terms: Iterable[GlossaryTerm]) -> list[Abbreviation]:
    """Find the abbreviations in the glossary: short forms made of their words' first letters."""
    found: dict[tuple[str, tuple[str, ...]], bool] = {}
    for term in terms:
        forms = [term.abbreviation, *term.variants, *_ALTERNATIVE.split(term.expansion)]
        tokens = [tokens_of(form) for form in forms]
        shorts = [one for place, one in enumerate(tokens) if _is_short(place, one)]
        longs = [
            one for one in tokens if len(one.fold) > 1 and any(len(word) > 1 for word in one.fold)
        ]
        several = term.ambiguous or len(_ALTERNATIVE.split(term.expansion)) > 1
        for short in shorts:
            for words in longs:
                if stands_for(short.fold[0], words.fold):
                    key = short.exact[0], tuple(words.exact)
                    found[key] = several or found.get(key, False)
    return [Abbreviation(*key, ambiguous) for key, ambiguous in found.items()]


def _is_short(place: int, tokens: Tokens) -> bool:
    return len(tokens.fold) == 1 and (place == 0 or len(tokens.fold[0]) >= _MIN_VARIANT)


def stands_for(short: str, words: list[str]) -> bool:
    """Tell whether letters are the beginnings of all the words, in order.

    >>> stands_for("ctr", ["chuong", "trinh"]), stands_for("tw", ["trung", "uong"])
    (True, True)
    >>> stands_for("cep", ["ten", "rieng"])
    False
    """
    if not words:
        return not short
    first, rest = words[0], words[1:]
    if first.startswith("uo") and short.startswith("w") and stands_for(short[1:], rest):
        return True
    return any(
        first.startswith(short[:length]) and stands_for(short[length:], rest)
        for length in range(1, min(len(short), 2) + 1)
    )
