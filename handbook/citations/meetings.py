"""Resolutions of congresses and plenums, told by their ordinal, body and term.

“Nghị quyết Đại hội XII Công đoàn Việt Nam”, “Nghị quyết Đại hội Công đoàn tỉnh lần thứ XII, nhiệm
kỳ 2018-2023”, “nghị quyết đại hội cấp mình”, “Nghị quyết Hội nghị TW4 (khóa XII)”.
"""

from __future__ import annotations

import re
from typing import Literal

from handbook.citations.drafts import Draft, Page
from handbook.citations.issuers import read_body, read_issuer
from handbook.citations.lexing import KindWord
from handbook.citations.model import Meeting
from handbook.citations.ordinals import ORDINAL, read_ordinal
from handbook.citations.patterns import pattern
from handbook.citations.tails import read_tail

_KINDS = ("Nghị quyết", "Kết luận", "Quy định", "Chỉ thị", "Thông báo", "Văn bản")

_CENTRE = r"(?:trung ương|tw|tư|t\.\x20?ư)"
_COMMITTEE_NEXT = rf"(?=(?:ban chấp hành|bch|{_CENTRE})(?!\w))"
_PLENUM = pattern(
    r"(?: |(?=tw))(?:của )?(?P<meeting>hội nghị )?(?:"
    rf"{_CENTRE}~(?:lần (?:thứ )?)?(?P<after>{ORDINAL})(?:~\(lần (?:thứ )?{ORDINAL}\))?"
    rf"|(?:lần )?thứ (?P<before>{ORDINAL})[\x20\n,]{{1,4}}(?:của )?{_COMMITTEE_NEXT}"
    rf"|lần (?P<bare>{ORDINAL})[\x20\n,]{{1,4}}(?:của )?{_COMMITTEE_NEXT})"
)
_SESSIONS = pattern(
    rf"~,?~\(?~khóa (?P<all>{ORDINAL}(?:~(?:,|và)~(?:khóa )?{ORDINAL}){{0,3}})(?:~\))?"
)
_EACH_ORDINAL = pattern(ORDINAL)
_OWN_NUMBER = pattern(r"~,?~(?:\(~(?:nghị quyết |kết luận )?)?số~[:.]?~")

_CONGRESS = pattern(r" (?:của |theo )?(?:các )?(?:đại hội|đh)(?!\w)")
_AND_CONGRESS = pattern(r"~(?:,~)?và (?P<start>(?:đại hội|đh)(?!\w))")
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
    return _read_plenum(page, word) or _read_congresses(page, word)


def _read_plenum(page: Page, word: KindWord) -> list[Draft]:
    """Read “Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII”; several terms give several."""
    clean = page.clean
    match = _PLENUM.match(clean.lower, word.end)
    if match is None:
        return []
    central = match["after"] is not None
    body_end = match.end() if central else read_issuer(clean, match.end())
    if body_end is None:
        return []
    body = "Trung ương" if central else clean.squeezed(match.end(), body_end)
    sessions, end = _read_sessions(clean.lower, body_end)
    if central and not sessions and match["meeting"] is None:
        return []  # “Nghị quyết Trung ương 5” needs its term to be one document
    ordinal = read_ordinal(match["after"] or match["before"] or match["bare"])
    drafts = []
    for session in sessions or [None]:
        meeting = Meeting(type="plenum", body=body, ordinal=ordinal, session=session)
        issuer = None if central else body
        drafts.append(_new(word, end, issuer=issuer, session=session, meeting=meeting))
    return _finish_plenum(page, drafts)


def _finish_plenum(page: Page, drafts: list[Draft]) -> list[Draft]:
    first, *others = drafts
    if not others:
        _take_own_number(page, first)
    for other in others:
        other.own_start = first.end  # nothing of its own to link: all words are shared
    read_tail(page, first)
    for other in others:
        other.end, other.issuer, other.date = first.end, first.issuer, first.date
    return drafts


def _read_sessions(lower: str, position: int) -> tuple[list[int | None], int]:
    match = _SESSIONS.match(lower, position)
    if match is None:
        return [], position
    ordinals = _EACH_ORDINAL.findall(match["all"])
    return [value for one in ordinals if (value := read_ordinal(one))], match.end()


def _take_own_number(page: Page, draft: Draft) -> None:
    """Take the number printed after the name: “… Trung ương 6 khóa XII số 18-NQ/TW”."""
    lead = _OWN_NUMBER.match(page.clean.lower, draft.end)
    number = page.number_at.get(lead.end()) if lead else None
    if number is not None and number.number.kind in (None, draft.kind):
        draft.take_number(number)


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
    _take_own_number(page, draft)
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


def _new(
    word: KindWord,
    end: int,
    *,
    issuer: str | None = None,
    session: int | None = None,
    meeting: Meeting | None = None,
) -> Draft:
    return Draft(
        start=word.start,
        end=end,
        kind=word.kind,
        form="unnumbered",
        issuer=issuer,
        session=session,
        meeting=meeting,
    )
