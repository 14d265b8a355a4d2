"""What follows a citation's number or name: date, issuer, session, term; also past a title."""

from __future__ import annotations

from handbook.citations.drafts import Draft, Page
from handbook.citations.issuers import read_issuer, read_place_after, skip_meeting
from handbook.citations.ordinals import ORDINAL, read_ordinal
from handbook.citations.patterns import pattern
from handbook.citations.printed_dates import read_date

_BEFORE_DATE = pattern(r"~(?P<mark>[,(]|-(?=\x20?ngày))?~")
_OWNER = pattern(r"~,?~\(?(?:của|do)~(?:liên (?:bộ|ngành|sở) )?(?:các )?")
_BETWEEN = pattern(r"~giữa ")
_JOINT = pattern(r"~(?:-|,|và|với|&|/)~")
_ISSUED_THEN = pattern(r" (?:ký )?ban hành(?!\w)(?=[\x20\n]*(?:ngày|năm|về|[,.;)]))")
_OWN_NUMBER = pattern(r"~,?~(?:\(~(?:nghị quyết |kết luận )?)?số~[:.]?~")
_SESSION = pattern(rf"~,?~\(?khóa (?:thứ )?(?P<ordinal>{ORDINAL})(?:~\))?")
_YEAR = r"(?:19|20)[0-9]{2}"
_TERM = pattern(rf"~,?~\(?~nhiệm kỳ~(?P<start>{_YEAR})~-~(?P<until>{_YEAR})(?!\w)(?:~\))?")
_QUOTED_TITLE = pattern(r"~(?:[“\"«'][^”\"»\n]{2,300}[”\"»']|\([^()\n]{2,80}\))~,?~(?=của(?!\w))")
_BARE_TITLE = pattern(r"[\x20,][^.;:()“”\"\n]{2,220}")
_LATE_OWNER = pattern(r"(?<!\w)của ")
_LATE_MAKER = pattern(r"(?<!\w)do ")
_ISSUED = pattern(r" (?:đã )?(?:ký )?ban hành(?!\w)")
_LATE_ISSUERS = {
    "TW": (
        "bộ chính trị",
        "ban bí thư",
        "ban chấp hành trung ương",
        "bch trung ương",
        "trung ương đảng",
    ),
    "CP": ("chính phủ",),
    "TTg": ("thủ tướng",),
    "TLĐ": ("tổng liên đoàn", "tổng lđlđ", "đoàn chủ tịch tổng", "ban chấp hành tổng"),
}
"""The issuers that may stand behind a bare title, by the organ of the number."""
_JOINT_KINDS = ("liên tịch", "phối hợp", "liên ngành", "hợp tác")
_MOST_PIECES = 6
_MOST_JOINT = 4


def read_tail(page: Page, draft: Draft) -> None:
    """Read the date, issuer, session and term that follow, in any order, into the draft."""
    pieces = (
        _leave_bracket,
        _take_date,
        _take_owner,
        _take_direct_issuer,
        take_session,
        _take_term,
    )
    for _ in range(_MOST_PIECES):
        if not any(take(page, draft) for take in pieces):
            break
    if draft.issuer is None:
        _look_past_title(page, draft)


def take_own_number(page: Page, draft: Draft) -> None:
    """Take the number printed after a name: “… Trung ương 6 khóa XII số 18-NQ/TW”."""
    lead = _OWN_NUMBER.match(page.clean.lower, draft.end)
    number = page.number_at.get(lead.end()) if lead else None
    if number is not None and number.number.kind in (None, draft.kind):
        draft.take_number(number)


def _leave_bracket(page: Page, draft: Draft) -> bool:
    """Step out of the bracket that the number stands in, as date and issuer may follow it."""
    end = _close(page, draft.end) if draft.in_brackets else draft.end
    if end == draft.end:
        return False
    draft.in_brackets, draft.end = False, end
    return True


def _take_date(page: Page, draft: Draft) -> bool:
    lower = page.clean.lower
    lead = _BEFORE_DATE.match(lower, draft.end)
    if draft.dated or lead is None:
        return False
    found = read_date(lower, lead.end(), bare=lead["mark"] is not None)
    if found is None:
        return False
    draft.date, draft.dated = found.value, True
    draft.end = _close(page, found.end) if lead["mark"] == "(" else found.end
    return True


def _take_owner(page: Page, draft: Draft) -> bool:
    """Take “của X”, “do X ban hành” or “giữa X và Y”."""
    lower = page.clean.lower
    between = _BETWEEN.match(lower, draft.end)
    lead = between or _OWNER.match(lower, draft.end)
    if draft.issuer is not None or lead is None:
        return False
    start = skip_meeting(lower, lead.end())
    end = read_issuer(page.clean, start)
    if end is None:
        return False
    if between or any(word in draft.kind for word in _JOINT_KINDS):
        end = _read_joint_issuers(page, end)
    draft.issuer = page.clean.squeezed(start, end)
    draft.end = _close(page, end) if "(" in lead.group() else end
    if match := _ISSUED_THEN.match(lower, draft.end):
        draft.end = match.end()
    return True


def _read_joint_issuers(page: Page, end: int) -> int:
    for _ in range(_MOST_JOINT):
        joint = _JOINT.match(page.clean.lower, end)
        following = read_issuer(page.clean, joint.end()) if joint else None
        if following is None:
            break
        end = following
    return end


def _take_direct_issuer(page: Page, draft: Draft) -> bool:
    """Take an issuer with no “của”: right after a date, or what goes on with the organ's symbol."""
    if draft.issuer is not None:
        return False
    clean, number = page.clean, draft.number
    if draft.dated:
        start = page.skip_blanks(draft.end)
        end = read_issuer(clean, start) if start > draft.end else None
        if end is None or "\n" in clean.text[draft.end : start]:
            return False
        draft.issuer, draft.end = clean.squeezed(start, end), end
        return True
    if number is None or not number.organs or (not number.type and len(number.organs) > 1):
        return False
    end = read_place_after(clean, draft.end)
    if end is None:
        return False
    draft.issuer = f"{number.organs[-1]} {clean.squeezed(draft.end, end)}"
    draft.end = end
    return True


def take_session(page: Page, draft: Draft) -> bool:
    """Take “khóa XII”, with or without brackets."""
    match = _SESSION.match(page.clean.lower, draft.end) if draft.session is None else None
    if match is None:
        return False
    draft.session, draft.end = read_ordinal(match["ordinal"]), match.end()
    return draft.session is not None


def _take_term(page: Page, draft: Draft) -> bool:
    match = _TERM.match(page.clean.lower, draft.end) if draft.term is None else None
    if match is None:
        return False
    draft.term, draft.end = (match["start"], match["until"]), match.end()
    return True


def _look_past_title(page: Page, draft: Draft) -> None:
    """Find the issuer behind the title, which itself stays outside the citation.

    Behind a title in quotes, and before “ban hành”, any issuer counts; else only one that fits the
    symbol, because titles themselves speak of bodies.
    """
    clean = page.clean
    if quoted := _QUOTED_TITLE.match(clean.text, draft.end):
        lead = _OWNER.match(clean.lower, quoted.end())
        end = read_issuer(clean, lead.end()) if lead else None
        if lead and end:
            draft.issuer = clean.squeezed(lead.end(), end)
    elif draft.number and (title := _BARE_TITLE.match(clean.text, draft.end)):
        draft.issuer = _find_maker(page, draft, title.end()) or _find_owner(
            page, draft, title.end()
        )


def _find_maker(page: Page, draft: Draft, limit: int) -> str | None:
    """Find “… do Đoàn Chủ tịch Tổng Liên đoàn ban hành” at the end of a title."""
    clean, following = page.clean, page.next_number(draft.end)
    limit = min(limit, following.start) if following else limit
    for lead in _LATE_MAKER.finditer(clean.lower, draft.end, limit):
        end = read_issuer(clean, lead.end())
        if end and _ISSUED.match(clean.lower, end):
            return clean.squeezed(lead.end(), end)
    return None


def _find_owner(page: Page, draft: Draft, limit: int) -> str | None:
    """Find “… của Bộ Chính trị” at the end of a title, where the symbol says TW."""
    clean, organs = page.clean, draft.number.organs if draft.number else ()
    wanted = _LATE_ISSUERS.get(organs[0]) if organs else None
    if wanted is None:
        return None
    for anchor in (page.next_number(draft.end), page.next_kind(draft.end)):
        limit = min(limit, anchor.start) if anchor else limit
    for lead in _LATE_OWNER.finditer(clean.lower, draft.end, limit):
        if clean.lower.startswith(wanted, lead.end()):
            end = read_issuer(clean, lead.end())
            return clean.squeezed(lead.end(), end) if end else None
    return None


def _close(page: Page, end: int) -> int:
    """Step over the bracket that closes what an opening one began."""
    start = page.skip_blanks(end)
    return start + 1 if page.clean.text.startswith(")", start) else end
