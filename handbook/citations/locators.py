"""Locators: the clause a citation points at — “khoản 2 Điều 5”, “mục I, II, III”, “phụ lục II”."""

from __future__ import annotations

from collections.abc import Sequence

from handbook.citations.drafts import Draft, Page
from handbook.citations.patterns import pattern

_UNIT = r"(?:điểm|khoản|điều|mục|tiểu mục|chương|phần|phụ lục(?: số)?|biểu mẫu(?: số)?)"
_ITEM = (
    r"(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}[a-eđ]?|[ivxlc]{1,6}(?:\.[0-9]{1,2}){0,2}|[a-hđkl]"
    r"|thứ \w{2,5})(?!\w)"
)
_PLACE = rf"{_UNIT}~{_ITEM}(?:~(?:,|và|-)~{_ITEM}){{0,8}}"
_PLACES = rf"{_PLACE}(?:~,?~(?:và |của )?{_PLACE}){{0,5}}"
_TITLED = rf"phụ lục(?: \w{{1,10}}){{1,6}}~\({_PLACES}\)"
_LINK = r"(?:(?:ban hành )?kèm theo|(?:được )?quy định tại|của|tại|theo|trong) "
_START = pattern(rf"(?<!\w)(?:{_UNIT}~|phụ lục )")
_BEFORE = pattern(rf"(?<!\w)(?P<printed>{_TITLED}|{_PLACES})~\)?,?~(?:{_LINK})?$")
_AFTER = pattern(rf"~[,(]?~(?:(?:tại|ở) )?(?P<printed>{_PLACES})(?:~\))?")
_LONGEST = 110


def attach_locators(page: Page, drafts: Sequence[Draft]) -> None:
    """Give each citation the clauses printed right before it, or else right after it."""
    taken = 0
    for index, draft in enumerate(drafts):
        following = drafts[index + 1].start if index + 1 < len(drafts) else None
        draft.locator = _read_before(page, draft, taken)
        taken = draft.end
        if draft.locator is None:
            taken = _read_after(page, draft, following)


def _read_before(page: Page, draft: Draft, taken: int) -> str | None:
    lower = page.clean.lower
    for start in _START.finditer(lower, max(taken, draft.start - _LONGEST), draft.start):
        if match := _BEFORE.match(lower, start.start(), draft.start):
            return page.clean.squeezed(*match.span("printed"))
    return None


def _read_after(page: Page, draft: Draft, following: int | None) -> int:
    lower = page.clean.lower
    match = _AFTER.match(lower, draft.end)
    if match is None:
        return draft.end
    if following is not None and (
        match.end() > following or _BEFORE.match(lower, match.start("printed"), following)
    ):
        return draft.end  # it belongs to the next citation: “…, Điều 22 Nghị định …”
    draft.locator = page.clean.squeezed(*match.span("printed"))
    return match.end("printed")
