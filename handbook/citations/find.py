"""Find every citation in a text.  See the package's docstring for the order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from handbook.citations.back_references import (
    Own,
    find_back_references,
    find_own_plan,
    read_own_kind,
)
from handbook.citations.drafts import Draft, Page, open_page
from handbook.citations.lexing import KindWord
from handbook.citations.locators import attach_locators
from handbook.citations.model import Citation
from handbook.citations.names import NameBook, read_name
from handbook.citations.normalise import CleanText, normalise
from handbook.citations.numbered import (
    read_bare,
    read_numbered,
    settle_party_number,
    share_across_kinds,
    take_issuer_before,
)
from handbook.citations.short_forms import read_short
from handbook.citations.unnumbered import LAW_KINDS, read_unnumbered

_READERS: tuple[Callable[[Page, KindWord], list[Draft]], ...] = (
    read_numbered,
    read_unnumbered,
    read_short,
)
_LAW_READERS = (read_unnumbered, read_numbered, read_short)  # a law's name stands before its number
_UNKNOWN_OWN = Own()
_NO_NAMES = NameBook()


def find_citations(
    text: str, *, own: Own = _UNKNOWN_OWN, names: NameBook = _NO_NAMES
) -> tuple[Citation, ...]:
    """Find the citations in a text, in order; a list gives one for each document cited.

    `own` is what is known of the document the text comes from; `names` are names of unnumbered
    documents that the grammar alone cannot tell (“quy chế dân chủ cơ sở”).

    >>> [(one.kind, one.number, one.date) for one in find_citations(
    ...     "các Nghị quyết số 18-NQ/TW và số 19-NQ/TW ngày 25/10/2017")]
    [('Nghị quyết', '18-NQ/TW', '2017-10-25'), ('Nghị quyết', '19-NQ/TW', '2017-10-25')]
    """
    page = open_page(normalise(text))
    drafts, free = _read_all(page, names)
    share_across_kinds(page, drafts)
    for draft in drafts:
        take_issuer_before(page, draft)
        settle_party_number(page, draft)
    attach_locators(page, drafts)
    if own.kind is None:
        own = replace(own, kind=read_own_kind(page))
    drafts += find_back_references(page, drafts, own, free) + find_own_plan(page, own)
    return _as_citations(page, sorted(drafts, key=lambda one: (one.start, one.end)))


def _read_all(page: Page, names: NameBook) -> tuple[list[Draft], list[KindWord]]:
    """Read from every anchor in order; give the drafts and the words that began none."""
    drafts: list[Draft] = []
    free: list[KindWord] = []
    position = 0
    bare = iter(page.numbers)
    number = next(bare, None)
    for word in page.kinds:
        while number is not None and number.start < word.start:
            position = max(
                position, _add(drafts, read_bare(page, number) if number.start >= position else [])
            )
            number = next(bare, None)
        if word.start < position:
            continue
        found = _read_at(page, word, names)
        if found:
            position = max(position, _add(drafts, found))
        else:
            free.append(word)
    while number is not None:
        position = max(
            position, _add(drafts, read_bare(page, number) if number.start >= position else [])
        )
        number = next(bare, None)
    return drafts, free


def _read_at(page: Page, word: KindWord, names: NameBook) -> list[Draft]:
    for reader in _LAW_READERS if word.kind in LAW_KINDS else _READERS:
        if found := reader(page, word):
            return found
    return read_name(page, word, names)


def _add(drafts: list[Draft], found: Sequence[Draft]) -> int:
    drafts.extend(found)
    return max((draft.end for draft in found), default=0)


def _as_citations(page: Page, drafts: Sequence[Draft]) -> tuple[Citation, ...]:
    made: dict[int, Citation] = {}
    for draft in drafts:
        made[id(draft)] = _as_citation(page, draft, made)
    return tuple(made.values())


def _as_citation(page: Page, draft: Draft, made: dict[int, Citation]) -> Citation:
    clean = page.clean
    start, end = clean.raw_span(draft.start, _close_bracket(clean.text, draft))
    printed = clean.raw[slice(*clean.raw_span(*draft.number_span))] if draft.number_span else None
    short = draft.form == "short" and draft.number is not None
    return Citation(
        text=clean.raw[start:end],
        start=start,
        end=end,
        form=draft.form,
        kind=draft.kind,
        number=_short_number(draft) if short else draft.number.canonical if draft.number else None,
        number_printed=printed,
        parts=draft.number,
        issuer=draft.issuer,
        date=draft.date,
        term=draft.term,
        session=draft.session,
        meeting=draft.meeting,
        name=draft.name,
        locator=draft.locator,
        own_start=_own_start(clean, draft),
        refers_to=made.get(id(draft.refers_to)) if draft.refers_to else None,
    )


def _own_start(clean: CleanText, draft: Draft) -> int | None:
    if draft.own_start is None or draft.own_start >= draft.end:
        return None
    return clean.raw_span(draft.own_start, draft.end)[0]


def _close_bracket(text: str, draft: Draft) -> int:
    """Take in the bracket that closes one opened inside the citation."""
    printed = text[draft.start : draft.end]
    return draft.end + (printed.count("(") > printed.count(")") and text.startswith(")", draft.end))


def _short_number(draft: Draft) -> str:
    assert draft.number is not None
    number = draft.number
    return number.digits + number.letter + (f"/{number.year}" if number.year else "")
