"""The finder's anchors, words for kinds of document; and addresses, where nothing is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.citations.normalise import CleanText
from handbook.citations.patterns import any_of, pattern
from handbook.citations.vocabulary import KIND_ABBREVIATIONS, KIND_WORDS

_KIND = pattern(rf"{any_of(KIND_WORDS)}(?:(?!\w)|(?=số))")
_ABBREVIATION = pattern(
    rf"{any_of(KIND_ABBREVIATIONS)}"
    r"(?=[\x20\n.:]{0,3}(?:[sS]ố[\x20\n:.]{0,3})?[0-9]"
    r"|[\x20\n]?(?:TW|TƯ|Trung ương|Đại hội|ĐH|Hội nghị)(?![a-zđ]))"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")
_NOT_A_LAW = pattern(r"(?:pháp|kỷ|đại học|khoa|ngành|văn phòng|cử nhân|thạc sĩ|hội) $")
_LAW_WINDOW = 16


@dataclass(frozen=True, slots=True)
class KindWord:
    """A word or abbreviation naming a kind of document, in the clean text."""

    start: int
    end: int
    kind: str
    capital: bool
    abbreviated: bool = False


_SHORTEST_KINDS = [
    one for one in KIND_WORDS if not any(one.startswith(f"{other} ") for other in KIND_WORDS)
]
_HINT = re.compile(
    "|".join(r"\s+".join(one.split()) for one in _SHORTEST_KINDS)
    + r"|[0-9] ?[^\W\d_]{0,6} ?[-/–]|(?:"
    + "|".join(one.lower() for one in KIND_ABBREVIATIONS)
    + r")[\s.:]{0,3}(?:số|[0-9]|tw|tư|trung|đại|đh|hội)"
)
_ODD = re.compile("[\u00ad\u00d0\u00f0\u0189\u0300-\u036f\u200b-\u2064\ufeff\uff00-\uff1a*]")
"""Letters that a text must be cleaned of before words can be told (see `normalise`)."""


def may_cite(text: str) -> bool:
    """Tell quickly whether a text may cite anything; most short texts do not.

    >>> may_cite("Công đoàn cơ sở"), may_cite("theo NQ 02")
    (False, True)
    """
    return _HINT.search(text.lower()) is not None or _ODD.search(text) is not None


def find_kinds(clean: CleanText) -> list[KindWord]:
    """Find the words for kinds of document, in order."""
    found = [*_find_words(clean), *_find_abbreviations(clean.text)]
    return sorted(found, key=lambda one: one.start)


def find_addresses(text: str) -> list[tuple[int, int]]:
    """Find the spans of web and mail addresses, in order."""
    if not any(mark in text for mark in ("@", "://", "www.")):
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def _find_words(clean: CleanText) -> Iterator[KindWord]:
    lower = clean.lower
    for match in _KIND.finditer(lower):
        start, end = match.span()
        if start and lower[start - 1].isalnum():
            continue
        kind = KIND_WORDS[" ".join(match.group().split())]
        if kind == "Luật" and _NOT_A_LAW.search(lower, max(0, start - _LAW_WINDOW), start):
            continue
        yield KindWord(start, end, kind, clean.text[start].isupper())


def _find_abbreviations(text: str) -> Iterator[KindWord]:
    for match in _ABBREVIATION.finditer(text):
        start, end = match.span()
        if start and (text[start - 1].isalnum() or text[start - 1] in "-/&."):
            continue
        yield KindWord(start, end, KIND_ABBREVIATIONS[match.group()], True, True)
