"""What follows a citation's number or name: date, issuer, term, and the title before a late issuer."""

from __future__ import annotations

import re

from handbook.citations.drafts import Draft, Page
from handbook.citations.issuers import read_issuer, read_place_after, skip_meeting
from handbook.citations.ordinals import GAP, ORDINAL, read_ordinal
from handbook.citations.printed_dates import read_date

_S = r"[ \n]{0,3}"
_BEFORE_DATE = re.compile(rf"{_S}(?P<mark>[,(]|-(?=[ ]?ngày))?{_S}")
_OWNER = re.compile(rf"{_S},?{_S}\(?(?:của|do){_S}(?:liên{GAP}(?:bộ|ngành|sở){GAP})?(?:các{GAP})?")
_BETWEEN = re.compile(rf"{_S}giữa{GAP}")
_ISSUED_BY = re.compile(rf"{GAP}(?:ký{GAP})?ban{GAP}hành(?!\w)(?=[ \n]*(?:ngày|năm|về|[,.;)]))")
_JOINT = re.compile(rf"{_S}(?:-|,|và|với|&|/){_S}")
_SESSION = re.compile(rf"{_S},?{_S}\(?khóa{GAP}(?:thứ{GAP})?(?P<ordinal>{ORDINAL})(?:{_S}\))?")
_TERM = re.compile(
    rf"{_S},?{_S}\(?{_S}nhiệm{GAP}kỳ{_S}(?P<start>(?:19|20)[0-9]{{2}}){_S}-{_S}(?P<until>(?:19|20)[0-9]{{2}})(?!\w)(?:{_S}\))?"
)
_TITLE = re.compile(
    rf"{_S}(?:[“\"«'][^”\"»\n]{{2,300}}[”\"»']|\([^()\n]{{2,80}}\)){_S},?{_S}(?=của(?!\w))"
)
_LATE_TITLE = re.compile(r"[ ,][^.;:()“”\"\n]{2,220}")
_LATE_OWNER = re.compile(r"(?<!\w)của[ \n]{1,3}")
_LATE_MAKER = re.compile(r"(?<!\w)do[ \n]{1,3}")
_ISSUED = re.compile(rf"{GAP}(?:đã{GAP})?(?:ký{GAP})?ban{GAP}hành(?!\w)")
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
_JOINT_KINDS = ("liên tịch", "phối hợp", "liên ngành", "hợp tác")
_MOST_PIECES = 6


def read_tail(page: Page, draft: Draft) -> None:
    """Read the date, issuer, session and term that follow, in any order, into the draft."""
    for _ in range(_MOST_PIECES):
        if not (
            _take_date(page, draft)
            or _take_owner(page, draft)
            or _take_direct_issuer(page, draft)
            or _take_session(page, draft)
            or _take_term(page, draft)
        ):
            break
    if draft.issuer is None:
        _look_past_title(page, draft)


def _take_date(page: Page, draft: Draft) -> bool:
    if draft.dated:
        return False
    lower = page.clean.lower
    lead = _BEFORE_DATE.match(lower, draft.end)
    assert lead is not None  # every part of the pattern may be empty
    found = read_date(lower, lead.end(), bare=bool(lead["mark"]))
    if found is None:
        return False
    draft.date, draft.dated = found.value, True
    draft.end = _close(page, found.end) if lead["mark"] == "(" else found.end
    return True


def _take_owner(page: Page, draft: Draft) -> bool:
    if draft.issuer is not None:
        return False
    lower = page.clean.lower
    between = _BETWEEN.match(lower, draft.end)
    lead = between or _OWNER.match(lower, draft.end)
    if lead is None:
        return False
    start = skip_meeting(lower, lead.end())
    end = read_issuer(page.clean, start)
    if end is None:
        return False
    if between or any(word in draft.kind for word in _JOINT_KINDS):
        end = _read_joint_issuers(page, end)
    draft.issuer = page.clean.squeezed(start, end)
    draft.end = _close(page, end) if "(" in lead.group() else end
    if match := _ISSUED_BY.match(lower, draft.end):
        draft.end = match.end()
    return True


def _read_joint_issuers(page: Page, end: int) -> int:
    for _ in range(4):
        joint = _JOINT.match(page.clean.lower, end)
        following = read_issuer(page.clean, joint.end()) if joint else None
        if following is None:
            break
        end = following
    return end


def _take_direct_issuer(page: Page, draft: Draft) -> bool:
    """Take an issuer with no “của”: after a date, or the rest of an organ's name after its symbol."""
    if draft.issuer is not None:
        return False
    if draft.dated:
        start = page.skip_blanks(draft.end)
        end = read_issuer(page.clean, start) if start > draft.end else None
        # “… ngày 5/5/2020 Ban Thường vụ yêu cầu”: an office alone is the one who acts, not the issuer.
        if end is None or "\n" in page.clean.text[draft.end : start]:
            return False
        draft.issuer, draft.end = page.clean.squeezed(start, end), end
        return True
    if (
        draft.number is None
        or not draft.number.organs
        or (draft.number.type == "" and len(draft.number.organs) > 1)
    ):
        return False
    end = read_place_after(page.clean, draft.end)
    if end is None:
        return False
    place = page.clean.squeezed(draft.end, end)
    draft.issuer, draft.end = f"{draft.number.organs[-1]} {place}", end
    return True


def _take_session(page: Page, draft: Draft) -> bool:
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
    """Find the issuer behind the title: “Chỉ thị 05-CT/TW “Đẩy mạnh …” của Bộ Chính trị”.

    Behind a title in quotes any issuer counts; behind a bare one only an issuer that fits the
    symbol, because titles themselves speak of bodies.  The title stays outside the citation.
    """
    clean = page.clean
    if title := _TITLE.match(clean.text, draft.end):
        lead = _OWNER.match(clean.lower, title.end())
        end = read_issuer(clean, lead.end()) if lead else None
        if lead and end:
            draft.issuer = clean.squeezed(lead.end(), end)
        return
    if _take_closing_issuer(page, draft):
        return
    wanted = (
        _LATE_ISSUERS.get(draft.number.organs[0]) if draft.number and draft.number.organs else None
    )
    title = _LATE_TITLE.match(clean.text, draft.end) if wanted else None
    if wanted is None or title is None:
        return
    limit = _before_next_anchor(page, draft.end, title.end())
    for lead in _LATE_OWNER.finditer(clean.lower, draft.end, limit):
        if clean.lower.startswith(wanted, lead.end()):
            end = read_issuer(clean, lead.end())
            if end:
                draft.issuer = clean.squeezed(lead.end(), end)
            return


def _take_closing_issuer(page: Page, draft: Draft) -> bool:
    """Take the issuer that closes a title: “… do Đoàn Chủ tịch Tổng Liên đoàn ban hành”."""
    clean = page.clean
    title = _LATE_TITLE.match(clean.text, draft.end) if draft.number else None
    if title is None:
        return False
    following = page.next_number(draft.end)
    limit = min(title.end(), following.start if following else title.end())
    for lead in _LATE_MAKER.finditer(clean.lower, draft.end, limit):
        end = read_issuer(clean, lead.end())
        if end and _ISSUED.match(clean.lower, end):
            draft.issuer = clean.squeezed(lead.end(), end)
            return True
    return False


def _before_next_anchor(page: Page, start: int, end: int) -> int:
    anchors = (page.next_number(start), page.next_kind(start))
    return min([end, *(anchor.start for anchor in anchors if anchor)])


def _close(page: Page, end: int) -> int:
    """Step over the bracket that closes what an opening one began."""
    start = page.skip_blanks(end)
    return start + 1 if page.clean.text[start : start + 1] == ")" else end
