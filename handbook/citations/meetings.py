"""Resolutions of congresses, told by their ordinal, body and term; plenums: see `plenums`.

“Nghị quyết Đại hội XII Công đoàn Việt Nam”, “Nghị quyết Đại hội Công đoàn tỉnh lần thứ XII, nhiệm
kỳ 2018-2023”, “nghị quyết đại hội cấp mình”.
"""

from __future__ import annotations

import re
from typing import Literal

from handbook.citations.drafts import Draft, Page
from handbook.citations.issuers import read_body
from handbook.citations.lexing import KindWord
from handbook.citations.model import Meeting
from handbook.citations.ordinals import ORDINAL, read_ordinal
from handbook.citations.patterns import pattern
from handbook.citations.plenums import read_plenums
from handbook.citations.tails import read_tail, take_own_number

_KINDS = ("Nghị quyết", "Kết luận", "Quy định", "Chỉ thị", "Thông báo", "Văn bản")

_CONGRESS = pattern(r" (?:của |theo )?(?:các )?(?:đại hội|đhđb|đh)(?!\w)")
_AND_CONGRESS = pattern(r"~(?:,~)?và (?P<start>(?:đại hội|đhđb|đh)(?!\w))")
_QUALIFIER = pattern(r" (?:đại biểu|toàn thể|bất thường|thường niên)(?!\w)")
_NATIONWIDE = pattern(r" toàn quốc(?!\w)")
_ORDINAL = pattern(
    rf"(?:~,)?~\(?(?:(?:lần~(?:thứ~)?|thứ )(?P<time>{ORDINAL})"
    rf"|khóa (?:thứ )?(?P<session>{ORDINAL}))(?:~\))?"
)
_BARE_ORDINAL = pattern(r" (?P<ordinal>[IVX]{1,7})(?!\w|[.)]\x20)")
_SCOPE = pattern(
    r" (?:(?P<all>các cấp|trong nhiệm kỳ)"
    r"|(?P<own>(?:của )?(?:cấp|đơn vị|cơ quan|công đoàn) mình))(?!\w)"
)
_GLOSS = pattern(r"\x20{1,2}\([A-ZĐ][\w.\x20]{1,10}\)(?=\x20(?:lần|khóa|nhiệm))")
_OF = pattern(r" của ")
_PARTY = pattern(r"đảng(?! (?:bộ|ủy|đoàn|viên))(?: cộng sản việt nam)?(?: các cấp)?(?!\w)")
_MOST_PIECES = 10

_Scope = Literal["các cấp", "cấp mình"]


def read_meeting(page: Page, word: KindWord) -> list[Draft]:
    """Read the resolutions of a congress or plenum that begin with a word for a kind, or []."""
    if word.kind not in _KINDS:
        return []
    return read_plenums(page, word) or _read_congresses(page, word)


def _read_congresses(page: Page, word: KindWord) -> list[Draft]:
    """Read a congress's resolution, and those that share its kind: “… và Đại hội V Công đoàn …”."""
    match = _CONGRESS.match(page.clean.lower, word.end)
    drafts: list[Draft] = []
    start, position = None, match.end() if match else None
    while position is not None:
        draft = _read_congress(page, word, position)
        if draft is None:
            break
        draft.own_start = start
        drafts.append(draft)
        another = _AND_CONGRESS.match(page.clean.lower, draft.end)
        start, position = another.span("start") if another else (None, None)
    return drafts


def _read_congress(page: Page, word: KindWord, position: int) -> Draft | None:
    """Read the parts of a congress's name, in any order: ordinal, body, scope, term."""
    clean, draft = page.clean, _new(word, position)
    ordinal: int | None = None
    body: str | None = None
    scope: _Scope | None = None
    for _ in range(_MOST_PIECES):
        if match := _QUALIFIER.match(clean.lower, draft.end):
            draft.end = match.end()
        elif match := _NATIONWIDE.match(clean.lower, draft.end):
            body, draft.end = f"{body or ''} toàn quốc".strip(), match.end()
        elif ordinal is None and (match := _match_ordinal(page, draft.end)):
            ordinal, draft.end = read_ordinal(match[match.lastgroup or 0]), match.end()
        elif scope is None and (match := _SCOPE.match(clean.lower, draft.end)):
            scope, draft.end = ("cấp mình" if match["own"] else "các cấp"), match.end()
        elif body and (match := _GLOSS.match(clean.text, draft.end)):
            draft.end = match.end()
        elif body in (None, "toàn quốc") and (span := _find_body(page, draft.end)):
            body, draft.end = f"{clean.squeezed(*span)} {body or ''}".strip(), span[1]
        else:
            break
    if ordinal is None and body is None and scope is None:
        return None
    if body and body.lower().endswith("các cấp"):
        scope = "các cấp"
    draft.meeting = Meeting(type="congress", body=body, ordinal=ordinal, scope=scope)
    take_own_number(page, draft)
    read_tail(page, draft)
    return draft


def _match_ordinal(page: Page, position: int) -> re.Match[str] | None:
    bare = _BARE_ORDINAL.match(page.clean.text, position)
    return bare or _ORDINAL.match(page.clean.lower, position)


def _find_body(page: Page, position: int) -> tuple[int, int] | None:
    clean = page.clean
    of = _OF.match(clean.lower, position)
    start = of.end() if of else page.skip_blanks(position)
    if start == position:
        return None
    end = read_body(clean, start, congress=True)
    if end is None and (party := _PARTY.match(clean.lower, start)):
        end = party.end()
    return (start, end) if end else None


def _new(word: KindWord, end: int) -> Draft:
    return Draft(start=word.start, end=end, kind=word.kind, form="unnumbered")
