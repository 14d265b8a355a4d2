"""Documents cited with no number: by their meeting, name, term, or day and issuer."""

from __future__ import annotations

from handbook.citations.drafts import Draft, Page
from handbook.citations.laws import LAW_KINDS, read_charter, read_law
from handbook.citations.lexing import KindWord
from handbook.citations.meetings import read_meeting
from handbook.citations.patterns import pattern
from handbook.citations.tails import read_tail

_WHOLE_TERM = pattern(r" toàn khóa(?!\w)")
_COUNT_BEFORE = pattern(r"(?<!\w)[0-9]{2} $")


def read_unnumbered(page: Page, word: KindWord) -> list[Draft]:
    """Read the unnumbered documents that begin with a word for a kind, or []."""
    if word.abbreviated:
        return read_meeting(page, word)
    if word.kind in LAW_KINDS:
        return read_law(page, word)
    if word.kind == "Điều lệ":
        return read_charter(page, word)
    return read_meeting(page, word) or _read_programme(page, word) or _read_dated(page, word)


def _read_programme(page: Page, word: KindWord) -> list[Draft]:
    """Read a programme for a whole term: “Chương trình công tác toàn khóa của … (khóa XII)”."""
    if not word.kind.startswith("Chương trình"):
        return []
    lower = page.clean.lower
    whole = _WHOLE_TERM.match(lower, word.end)
    end = whole.end() if whole else word.end
    count = _COUNT_BEFORE.search(lower, max(0, word.start - 6), word.start)
    start = count.start() if count else word.start
    name = page.clean.squeezed(start, end)
    draft = Draft(start=start, end=end, kind=word.kind, form="unnumbered", name=name)
    read_tail(page, draft)
    of_a_term = whole or draft.session or draft.term
    return [draft] if draft.issuer and of_a_term else []


def _read_dated(page: Page, word: KindWord) -> list[Draft]:
    """Read a document told by its day and issuer: “Công văn ngày 03/11/2023 của LĐLĐ tỉnh”."""
    draft = Draft(start=word.start, end=word.end, kind=word.kind, form="unnumbered")
    read_tail(page, draft)
    by_day = draft.date is not None and len(draft.date) == len("2023-11-03")
    return [draft] if draft.issuer and by_day else []
