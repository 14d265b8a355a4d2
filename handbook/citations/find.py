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
from handbook.citations.issued import take_issuer_before
from handbook.citations.laws import LAW_KINDS
from handbook.citations.lexing import KindWord
from handbook.citations.locators import attach_locators
from handbook.citations.model import Citation
from handbook.citations.names import NameBook, read_name
from handbook.citations.normalise import CleanText, normalise
from handbook.citations.number_finder import PrintedNumber
from handbook.citations.numbered import (
    read_bare,
    read_numbered,
    settle_party_number,
    share_across_kinds,
)
from handbook.citations.short_forms import read_short
from handbook.citations.unnumbered import read_unnumbered

Reader = Callable[[Page, KindWord], list[Draft]]
_READERS: tuple[Reader, ...] = (read_numbered, read_unnumbered, read_short)
_LAW_READERS: tuple[Reader, ...] = (read_unnumbered, read_numbered, read_short)
"""A law's name stands before its number."""
_UNKNOWN = Own()
_NO_NAMES = NameBook()


def find_citations(
    text: str, *, own: Own = _UNKNOWN, names: NameBook = _NO_NAMES
) -> tuple[Citation, ...]:
    """Find the citations in a text, in order; a list gives one for each document cited.

    `own` is what is known of the document the text comes from; `names` are names of unnumbered
    documents that the grammar alone cannot tell (“quy chế dân chủ cơ sở”).

    >>> [(one.kind, one.number, one.date) for one in find_citations(
    ...     "các Nghị quyết số 18-NQ/TW và số 19-NQ/TW ngày 25/10/2017")]
    [('Nghị quyết', '18-NQ/TW', '2017-10-25'), ('Nghị quyết', '19-NQ/TW', '2017-10-25')]
    """
    page = open_page(normalise(text))
    if not page.kinds and not page.numbers:
        return ()
    drafts, free = _read_all(page, names)
    share_across_kinds(page, drafts)
    for draft in drafts:
        take_issuer_before(page, draft)
        settle_party_number(page, draft)
    attach_locators(page, drafts)
    if own.kind is None:
        own = replace(own, kind=read_own_kind(page))
    pointing = [*find_back_references(page, drafts, own, free), *find_own_plan(page, own)]
    return _as_citations(page.clean, [*drafts, *pointing])


def _read_all(page: Page, names: NameBook) -> tuple[list[Draft], list[KindWord]]:
    """Read from every anchor in order; give the drafts, and the words that began none."""
    drafts: list[Draft] = []
    free: list[KindWord] = []
    position = 0
    for anchor in _anchors(page):
        if anchor.start < position:
            continue
        found = _read_at(page, anchor, names)
        drafts += found
        position = max((draft.end for draft in found), default=position)
        if not found and isinstance(anchor, KindWord):
            free.append(anchor)
    return drafts, free


def _anchors(page: Page) -> list[KindWord | PrintedNumber]:
    return sorted([*page.kinds, *page.numbers], key=lambda one: one.start)


def _read_at(page: Page, anchor: KindWord | PrintedNumber, names: NameBook) -> list[Draft]:
    if isinstance(anchor, PrintedNumber):
        return read_bare(page, anchor)
    for read in _LAW_READERS if anchor.kind in LAW_KINDS else _READERS:
        if found := read(page, anchor):
            return found
    return read_name(page, anchor, names)


def _as_citations(clean: CleanText, drafts: Sequence[Draft]) -> tuple[Citation, ...]:
    made: dict[int, Citation] = {}
    for draft in sorted(drafts, key=lambda one: (one.start, one.end)):
        made[id(draft)] = _as_citation(clean, draft, made)
    return tuple(made.values())


def _as_citation(clean: CleanText, draft: Draft, made: dict[int, Citation]) -> Citation:
    start, end = clean.raw_span(draft.start, _close_bracket(clean.text, draft))
    number = draft.number
    return Citation(
        text=clean.raw[start:end],
        start=start,
        end=end,
        form=draft.form,
        kind=draft.kind,
        number=number.canonical if number else None,
        number_printed=_printed(clean, draft.number_span),
        parts=number,
        issuer=draft.issuer,
        date=draft.date,
        term=draft.term,
        session=draft.session,
        meeting=draft.meeting,
        name=draft.name,
        locator=draft.locator,
        refers_to=made.get(id(draft.refers_to)),
        own_start=_own_start(clean, draft),
    )


def _printed(clean: CleanText, span: tuple[int, int] | None) -> str | None:
    return clean.raw[slice(*clean.raw_span(*span))] if span else None


def _own_start(clean: CleanText, draft: Draft) -> int | None:
    if draft.own_start is None:
        return None
    if draft.own_start >= draft.end:
        return clean.raw_span(draft.start, draft.end)[1]
    return clean.raw_span(draft.own_start, draft.end)[0]


def _close_bracket(text: str, draft: Draft) -> int:
    """Take in the bracket that closes one opened inside the citation."""
    printed = text[draft.start : draft.end]
    unclosed = printed.count("(") > printed.count(")")
    return draft.end + (unclosed and text.startswith(")", draft.end))
