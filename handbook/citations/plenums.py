"""Resolutions of plenums, told by their ordinal, committee and term.

“Nghị quyết Hội nghị TW4 (khóa XII)”, “Nghị quyết Trung ương 6 và Trung ương 7 khóa XII”, “Nghị
quyết Trung ương 4 khóa XI, XII”, “Nghị quyết Hội nghị lần thứ 10 Ban Chấp hành … khóa XII”, “Nghị
quyết Hội nghị Ban Chấp hành … lần thứ 10”.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbook.citations.drafts import Draft, Page
from handbook.citations.issuers import read_issuer
from handbook.citations.lexing import KindWord
from handbook.citations.model import Meeting
from handbook.citations.ordinals import ORDINAL, read_ordinal
from handbook.citations.patterns import pattern
from handbook.citations.tails import read_tail, take_own_number

_CENTRE = r"(?:trung ương|tw|tư|t\.\x20?ư)"
_TIME = rf"(?:lần (?:thứ )?)?(?P<ordinal>{ORDINAL})(?:~\(?lần (?:thứ )?{ORDINAL}\)?)?"
_CENTRAL = pattern(rf"(?: |(?=tw))(?:của )?(?P<meeting>hội nghị )?{_CENTRE}~{_TIME}")
_NEXT_CENTRAL = pattern(
    rf"~(?:,|và)~(?P<item>(?:hội nghị )?{_CENTRE}~{_TIME}|(?P<figures>[0-9]{{1,2}})(?!\w))"
)
_SESSIONS = pattern(
    rf"~,?~\(?~khóa (?P<all>{ORDINAL}(?:~(?:,|và)~(?:khóa )?{ORDINAL}){{0,3}})(?:~\))?"
)
_EACH_ORDINAL = pattern(ORDINAL)
_TIME_BEFORE_COMMITTEE = pattern(
    rf" (?:của )?(?:hội nghị )?(?:(?:lần )?thứ|lần) (?P<ordinal>{ORDINAL})[\x20\n,]{{1,4}}(?:của )?"
    rf"(?=(?:ban chấp hành|bch|{_CENTRE})(?!\w))"
)
_MEETING_OF_COMMITTEE = pattern(r" (?:của )?hội nghị (?=(?:ban chấp hành|bch)(?!\w))")
_TIME_AFTER_COMMITTEE = pattern(rf"(?:~,~| )lần (?:thứ )?(?P<ordinal>{ORDINAL})")
_MOST_ITEMS = 12


@dataclass(slots=True)
class _Item:
    """A plenum in a list: where its own words begin and end, its ordinal, the terms printed."""

    start: int
    end: int
    ordinal: int | None
    sessions: list[int]


def read_plenums(page: Page, word: KindWord) -> list[Draft]:
    """Read the resolutions of plenums that begin with a word for a kind, or []."""
    return _read_central(page, word) or _read_committee(page, word)


def _read_central(page: Page, word: KindWord) -> list[Draft]:
    """Read plenums of the Party's centre; several items or several terms give several drafts."""
    first = _CENTRAL.match(page.clean.lower, word.end)
    if first is None:
        return []
    items = _read_items(page.clean.lower, word.start, first)
    while items and not items[-1].sessions:
        last = items.pop()
        if not items and first["meeting"]:  # without “hội nghị” it needs its term to be one
            return _finish(page, [_new(word, last, None)])
    for earlier, later in zip(items[-2::-1], items[:0:-1], strict=True):
        earlier.sessions = earlier.sessions or later.sessions
    return _finish(page, [draft for item in items for draft in _in_sessions(word, item)])


def _read_items(lower: str, start: int, first: re.Match[str]) -> list[_Item]:
    """Read the plenums of a list, each with the terms printed right after it."""
    items: list[_Item] = []
    match: re.Match[str] | None = first
    while match is not None and len(items) < _MOST_ITEMS:
        ordinal = read_ordinal(match["ordinal"] or match["figures"])
        sessions, end = _read_sessions(lower, match.end())
        items.append(_Item(match.start("item") if items else start, end, ordinal, sessions))
        match = _NEXT_CENTRAL.match(lower, end)
    return items


def _in_sessions(word: KindWord, item: _Item) -> list[Draft]:
    """Make a draft for each term a plenum is cited of; all but the first have no own words."""
    drafts = [_new(word, item, session) for session in item.sessions]
    for draft in drafts[1:]:
        draft.own_start = draft.end
    return drafts


def _read_committee(page: Page, word: KindWord) -> list[Draft]:
    """Read one plenum of a committee, its ordinal before or after the committee's name."""
    clean = page.clean
    if time := _TIME_BEFORE_COMMITTEE.match(clean.lower, word.end):
        start, end = time.end(), read_issuer(clean, time.end())
        after = end
    else:
        meeting = _MEETING_OF_COMMITTEE.match(clean.lower, word.end)
        start = meeting.end() if meeting else word.end
        end = read_issuer(clean, start) if meeting else None
        time = _TIME_AFTER_COMMITTEE.match(clean.lower, end) if end is not None else None
        after = time.end() if time else None
    if time is None or end is None or after is None:
        return []
    body = clean.squeezed(start, end)
    sessions, after = _read_sessions(clean.lower, after)
    item = _Item(word.start, after, read_ordinal(time["ordinal"]), sessions)
    draft = _new(word, item, sessions[0] if sessions else None, body=body)
    draft.issuer = body
    return _finish(page, [draft])


def _finish(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Read the number and what else follows the names; date and issuer hold for all of them."""
    if len(drafts) == 1:
        take_own_number(page, drafts[0])
    last = next((draft for draft in reversed(drafts) if draft.own_start is None), None)
    if last is None:
        return []
    named_until = last.end
    read_tail(page, last)
    for draft in drafts:
        draft.issuer, draft.date = last.issuer, last.date
        draft.end = last.end if draft.end == named_until else draft.end
    return drafts


def _read_sessions(lower: str, position: int) -> tuple[list[int], int]:
    match = _SESSIONS.match(lower, position)
    if match is None:
        return [], position
    ordinals = _EACH_ORDINAL.findall(match["all"])
    return [value for one in ordinals if (value := read_ordinal(one))], match.end()


def _new(word: KindWord, item: _Item, session: int | None, *, body: str = "Trung ương") -> Draft:
    return Draft(
        start=item.start,
        end=item.end,
        kind=word.kind,
        form="unnumbered",
        session=session,
        meeting=Meeting(type="plenum", body=body, ordinal=item.ordinal, session=session),
    )
