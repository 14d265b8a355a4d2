"""Back-references (“Kế hoạch nêu trên”) and a document's words for itself (“Kế hoạch này”).

A back-reference counts only when exactly one document of that kind was cited before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbook.citations.drafts import Draft, Page
from handbook.citations.issuers import read_issuer
from handbook.citations.lexing import KindWord
from handbook.citations.ordinals import GAP
from handbook.citations.organs import Organ, describe_organ
from handbook.citations.vocabulary import GENERIC, KIND_WORDS, any_of

_POINTER = re.compile(
    rf"{GAP}(?:này|đó|ấy|(?:đã{GAP})?nêu(?:{GAP}ở)?(?:{GAP}trên)|nói{GAP}trên|kể{GAP}trên|vừa{GAP}nêu|trên{GAP}đây"
    r"|trên(?=[ \n]?[.,;:)]|$))(?!\w)"
)
_PLURAL = re.compile(rf"(?<!\w)(?:các|những|mọi|hai|ba|bốn|nhiều|một{GAP}số|[0-9]{{1,2}}){GAP}$")
_HEADING = re.compile(rf"^[ ]*(?:{any_of(KIND_WORDS)})[ ]*$", re.MULTILINE)
_HEAD_LENGTH = 1500
_OWN_PLAN = re.compile(
    rf"(?<!\w)căn{GAP}cứ{GAP}(?P<kind>{any_of(KIND_WORDS)})(?:{GAP}và{GAP}(?:{any_of(KIND_WORDS)}))?{GAP}(?:này|của){GAP}"
)


@dataclass(frozen=True, slots=True)
class Own:
    """What is known of the document the text belongs to: its kind, and the organ that issued it."""

    kind: str | None = None
    organ: Organ | None = None


def read_own_kind(page: Page) -> str | None:
    """Read the document's own kind from its heading: a line with nothing but “KẾ HOẠCH”."""
    lower = page.clean.lower
    match = _HEADING.search(lower, 0, min(len(lower), _HEAD_LENGTH))
    if match is None or not page.clean.text[match.start() : match.end()].isupper():
        return None
    return KIND_WORDS[" ".join(match.group().split())]


def find_back_references(
    page: Page, drafts: list[Draft], own: Own, free: list[KindWord]
) -> list[Draft]:
    """Find the back-references among the words for kinds that begin no other citation."""
    found: list[Draft] = []
    seen = _Seen()
    waiting = iter(drafts)
    following = next(waiting, None)
    for word in free:
        while following is not None and following.start < word.start:
            seen.add(following)
            following = next(waiting, None)
        match = _POINTER.match(page.clean.lower, word.end)
        if (
            match is None
            or word.abbreviated
            or _PLURAL.search(page.clean.lower, max(0, word.start - 12), word.start)
        ):
            continue
        draft = Draft(start=word.start, end=match.end(), kind=word.kind, form="back")
        if word.kind == own.kind and page.clean.lower.endswith("này", word.end, match.end()):
            draft.form = "self"
        elif (only := seen.only(word.kind)) is not None:
            draft.refers_to, draft.kind = only, only.kind
        else:
            continue
        found.append(draft)
    return found


def find_own_plan(page: Page, own: Own) -> list[Draft]:
    """Find where the document tells others to act on it: “Căn cứ Kế hoạch và hướng dẫn của LĐLĐ tỉnh”.

    “Căn cứ” belongs to it: without it the same words only tell of the document.
    """
    found: list[Draft] = []
    if own.organ is None:
        return found
    for match in _OWN_PLAN.finditer(page.clean.lower):
        end = read_issuer(page.clean, match.end())
        if end is None or KIND_WORDS[" ".join(match["kind"].split())] != own.kind:
            continue
        organ = describe_organ(page.clean.squeezed(match.end(), end))
        if (organ.kind, organ.level) == (own.organ.kind, own.organ.level) and organ.place in (
            None,
            own.organ.place,
        ):
            found.append(Draft(start=match.start(), end=end, kind=own.kind, form="self"))
    return found


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
