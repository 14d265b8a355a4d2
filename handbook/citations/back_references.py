"""Back-references (“Kế hoạch nêu trên”) and a document's words for itself (“Kế hoạch này”).

A back-reference counts only when exactly one document of that kind was cited before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.citations.drafts import Draft, Page
from handbook.citations.issuers import read_issuer
from handbook.citations.lexing import KindWord
from handbook.citations.organs import Organ, describe_organ
from handbook.citations.patterns import any_of, pattern
from handbook.citations.vocabulary import GENERIC, KIND_WORDS

_POINTER = pattern(
    r" (?:(?P<this>này)|đó|ấy|(?:đã )?nêu(?: ở)? trên|nói trên|kể trên|vừa nêu|trên đây"
    r"|trên(?=[\x20\n]?[.,;:)]|$))(?!\w)"
)
_PLURAL = pattern(r"(?<!\w)(?:các|những|mọi|hai|ba|bốn|nhiều|một số|[0-9]{1,2}) $")
_HEADING = pattern(rf"^\x20*(?P<kind>{any_of(KIND_WORDS)})\x20*$", re.MULTILINE)
_OWN_PLAN = pattern(
    rf"(?<!\w)căn cứ (?P<kind>{any_of(KIND_WORDS)})(?: và {any_of(KIND_WORDS)})? của "
)
_HEAD_LENGTH = 1500


@dataclass(frozen=True, slots=True)
class Own:
    """What is known of the document the text belongs to: its kind, and the organ that issued it."""

    kind: str | None = None
    organ: Organ | None = None


def read_own_kind(page: Page) -> str | None:
    """Read the document's own kind from its heading: a line with nothing but “KẾ HOẠCH”."""
    clean = page.clean
    for match in _HEADING.finditer(clean.lower, 0, min(len(clean.lower), _HEAD_LENGTH)):
        if clean.text[match.start() : match.end()].isupper():
            return _kind_named(match["kind"])
    return None


def find_back_references(
    page: Page, drafts: Sequence[Draft], own: Own, free: Sequence[KindWord]
) -> Iterator[Draft]:
    """Yield the back-references among the words for kinds that begin no other citation."""
    lower, seen = page.clean.lower, _Seen()
    waiting = iter(drafts)
    following = next(waiting, None)
    for word in free:
        while following is not None and following.start < word.start:
            seen.add(following)
            following = next(waiting, None)
        match = _POINTER.match(lower, word.end)
        if match is None or _PLURAL.search(lower, max(0, word.start - 12), word.start):
            continue
        if match["this"] and word.kind == own.kind:
            yield Draft(start=word.start, end=match.end(), kind=word.kind, form="self")
        elif meant := seen.only(word.kind):
            yield Draft(
                start=word.start, end=match.end(), kind=meant.kind, form="back", refers_to=meant
            )


def find_own_plan(page: Page, own: Own) -> Iterator[Draft]:
    """Yield where the document tells others to act on it: “Căn cứ Kế hoạch … của LĐLĐ tỉnh”.

    “Căn cứ” belongs to it: without it the same words only tell of the document.
    """
    if own.organ is None or own.kind is None:
        return
    for match in _OWN_PLAN.finditer(page.clean.lower):
        end = read_issuer(page.clean, match.end())
        if end is None or _kind_named(match["kind"]) != own.kind:
            continue
        organ = describe_organ(page.clean.squeezed(match.end(), end))
        same = (organ.kind, organ.level) == (own.organ.kind, own.organ.level)
        if same and organ.place in (None, own.organ.place):
            yield Draft(start=match.start(), end=end, kind=own.kind, form="self")


def _kind_named(words: str) -> str:
    return KIND_WORDS[" ".join(words.split())]


class _Seen:
    """The documents cited so far, by kind; two citations of one document count once."""

    def __init__(self) -> None:
        self._by_kind: dict[str, dict[str, Draft]] = {}

    def add(self, draft: Draft) -> None:
        for kind in (_family(draft.kind), GENERIC):
            self._by_kind.setdefault(kind, {}).setdefault(_identity(draft), draft)

    def only(self, kind: str) -> Draft | None:
        documents = self._by_kind.get(_family(kind), {})
        return next(iter(documents.values())) if len(documents) == 1 else None


def _family(kind: str) -> str:
    return "Chương trình" if kind.startswith("Chương trình") else kind


def _identity(draft: Draft) -> str:
    if draft.number is not None:
        return f"{_family(draft.kind)} {draft.number.digits.lstrip('0')}{draft.number.letter}"
    return f"{draft.kind} {draft.name} {draft.meeting} {draft.date}".lower()
