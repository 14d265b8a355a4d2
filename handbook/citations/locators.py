"""Locators: the clause a citation points at — “khoản 2 Điều 5”, “mục I, II, III”, “phụ lục II”."""

from __future__ import annotations

import re

from handbook.citations.drafts import Draft, Page
from handbook.citations.ordinals import GAP

_S = r"[ \n]{0,3}"
_UNIT = rf"(?:điểm|khoản|điều|mục|tiểu{GAP}mục|chương|phần|phụ{GAP}lục(?:{GAP}số)?|biểu{GAP}mẫu(?:{GAP}số)?)"
_ITEM = r"(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}[a-eđ]?|[ivxlc]{1,6}(?:\.[0-9]{1,2}){0,2}|[a-hđkl]|thứ[ \n]{1,3}\w{2,5})(?!\w)"
_ITEMS = rf"{_ITEM}(?:{_S}(?:,|và|-){_S}{_ITEM}){{0,8}}"
_PLACE = rf"{_UNIT}{_S}{_ITEMS}"
_PLACES = rf"{_PLACE}(?:{_S},?{_S}(?:và{GAP}|của{GAP})?{_PLACE}){{0,5}}"
_TITLED = rf"phụ{GAP}lục(?:{GAP}\w{{1,10}}){{1,6}}{_S}\({_PLACES}\)"
_BEFORE = re.compile(
    rf"(?<!\w)(?P<printed>{_TITLED}|{_PLACES}){_S}\)?,?{_S}"
    rf"(?:(?:ban{GAP}hành{GAP})?kèm{GAP}theo{GAP}|(?:được{GAP})?quy{GAP}định{GAP}tại{GAP}|của{GAP}|tại{GAP}|theo{GAP}|trong{GAP})?$"
)
_AFTER = re.compile(rf"{_S}[,(]?{_S}(?:tại{GAP}|ở{GAP})?(?P<printed>{_PLACES})(?:{_S}\))?")
_LONGEST = 110
_UNIT_START = re.compile(rf"(?<!\w){_UNIT}{_S}|(?<!\w)phụ{GAP}lục{GAP}")


def attach_locators(page: Page, drafts: list[Draft]) -> None:
    """Give each citation the clauses printed right before it, or else right after it."""
    taken = 0
    for index, draft in enumerate(drafts):
        following = drafts[index + 1].start if index + 1 < len(drafts) else None
        draft.locator = draft.locator or _read_before(page, draft, taken)
        taken = draft.end
        if draft.locator is None:
            taken = _read_after(page, draft, following)


def _read_before(page: Page, draft: Draft, taken: int) -> str | None:
    lower = page.clean.lower
    window = max(taken, draft.start - _LONGEST)
    for begin in _UNIT_START.finditer(lower, window, draft.start):
        match = _BEFORE.match(lower, begin.start(), draft.start)
        if match:
            return page.clean.squeezed(*match.span("printed"))
    return None


def _read_after(page: Page, draft: Draft, following: int | None) -> int:
    match = _AFTER.match(page.clean.lower, draft.end)
    if match is None or (following is not None and match.end() > following):
        return draft.end
    if following is not None and _BEFORE.match(page.clean.lower, match.start("printed"), following):
        return draft.end  # it belongs to the next citation: “…, Điều 22 Nghị định …”
    draft.locator = page.clean.squeezed(*match.span("printed"))
    return match.end("printed")
