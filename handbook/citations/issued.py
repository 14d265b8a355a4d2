"""What a sentence prints before the verb: “Ngày 18/5/2021, Bộ Chính trị ban hành Kết luận số …”."""

from __future__ import annotations

from handbook.citations.drafts import Draft, Page
from handbook.citations.issuers import read_issuer
from handbook.citations.patterns import pattern
from handbook.citations.printed_dates import read_date

_ISSUES = pattern(
    r" (?:(?:vừa|đã|cũng) )?(?:kịp thời )?"
    r"(?:ban hành|ký ban hành|có|ra|gửi|tại|thông qua) (?:các )?$"
)
_ISSUER_START = pattern(
    r"(?<!\w)(?=bộ|ban|btv|bch|thường|đoàn|tổng|tlđ|liên|lđlđ|công|cđ|tỉnh|thành|huyện|quận|thị"
    r"|đảng|chính|thủ|quốc|ủy|chủ|ubnd|hội|hđnd|sở|phòng|giám|hiệu|trung|trường|bhxh|bảo)"
)
_SESSION = pattern(r"(?:[\x20\n]\(?khóa [ivx]{1,7}\)?)?")
_DAY_LEAD = pattern(r"(?<!\w)ngày~[0-9]")
_ISSUING = pattern(r" (?:ban hành|ra|thông qua)(?!\w)")
_TO_ISSUER = pattern(r"~,?~")
_VERB_WINDOW, _WINDOW, _DAY_WINDOW = 40, 150, 30


def take_issuer_before(page: Page, draft: Draft) -> None:
    """Take the issuer from before the verb, and the day before it when the verb is to issue."""
    if draft.issuer is not None or draft.number is None:
        return
    clean = page.clean
    verb = _ISSUES.search(clean.lower, max(0, draft.start - _VERB_WINDOW), draft.start)
    if verb is None:
        return
    for match in _ISSUER_START.finditer(clean.lower, max(0, draft.start - _WINDOW), verb.start()):
        end = read_issuer(clean, match.start())
        session = _SESSION.match(clean.lower, end) if end is not None else None
        if end is not None and session and session.end() == verb.start():
            draft.issuer = clean.squeezed(match.start(), end)
            if not draft.dated and _ISSUING.search(verb.group()):
                _take_day_before(page, draft, match.start())
            return


def _take_day_before(page: Page, draft: Draft, issuer_start: int) -> None:
    lower = page.clean.lower
    for lead in _DAY_LEAD.finditer(lower, max(0, issuer_start - _DAY_WINDOW), issuer_start):
        found = read_date(lower, lead.start())
        if found and (gap := _TO_ISSUER.match(lower, found.end)) and gap.end() == issuer_start:
            draft.date, draft.dated = found.value, True
