"""The anchors of the finder: words for kinds of document, and spans never to be read (addresses)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.citations.normalise import CleanText
from handbook.citations.vocabulary import KIND_ABBREVIATIONS, KIND_WORDS, any_of

_KIND = re.compile(rf"(?:{any_of(KIND_WORDS)})(?:(?!\w)|(?=số))")
_ABBREVIATION = re.compile(
    rf"(?:{'|'.join(sorted(KIND_ABBREVIATIONS, key=len, reverse=True))})"
    r"(?=[ \n.:]{0,3}(?:[sS]ố[ \n:.]{0,3})?[0-9]|[ \n]?(?:TW|TƯ|Trung ương|Đại hội|ĐH|Hội nghị)(?![a-zđ]))"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")
_NOT_A_LAW = re.compile(r"(?:pháp|kỷ|đại học|khoa|ngành|văn phòng|cử nhân|thạc sĩ|hội)[ \n]{1,3}$")


@dataclass(frozen=True, slots=True)
class KindWord:
    """A word or abbreviation naming a kind of document, in the clean text."""

    start: int
    end: int
    kind: str
    capital: bool
    abbreviated: bool = False


def find_kinds(clean: CleanText) -> Iterator[KindWord]:
    """Yield the words for kinds of document in order."""
    both = [*_find_words(clean), *_find_abbreviations(clean)]
    return iter(sorted(both, key=lambda one: one.start))


def find_addresses(text: str) -> list[tuple[int, int]]:
    """List the spans of web and mail addresses: nothing in them is a citation."""
    if "@" not in text and "://" not in text and "www." not in text:
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def _find_words(clean: CleanText) -> Iterator[KindWord]:
    lower = clean.lower
    for match in _KIND.finditer(lower):
        start, end = match.span()
        if start and lower[start - 1].isalnum():
            continue
        kind = KIND_WORDS[" ".join(match.group().split())]
        if kind == "Luật" and _NOT_A_LAW.search(lower, max(0, start - 16), start):
            continue
        yield KindWord(start, end, kind, clean.text[start].isupper())


def _find_abbreviations(clean: CleanText) -> Iterator[KindWord]:
    text = clean.text
    for match in _ABBREVIATION.finditer(text):
        start, end = match.span()
        if start and (text[start - 1].isalnum() or text[start - 1] in "-/&."):
            continue
        yield KindWord(start, end, KIND_ABBREVIATIONS[match.group()], True, True)
