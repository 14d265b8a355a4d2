"""Citations with a full number, alone or in lists that print the kind, date or issuer only once."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from handbook.citations.drafts import Draft, Page
from handbook.citations.issuers import read_issuer, skip_meeting
from handbook.citations.lexing import KindWord
from handbook.citations.numbers import DocumentNumber, PrintedNumber, as_party_number
from handbook.citations.ordinals import GAP
from handbook.citations.printed_dates import read_date
from handbook.citations.tails import read_tail
from handbook.citations.vocabulary import GENERIC, LETTER

_S = r"[ \n]{0,4}"
_SAYS_NUMBER = re.compile(
    rf"{_S}[,:(]?{_S}(?:từ{GAP})?(?:mang{GAP})?(?:số(?:{GAP}hiệu|,{_S}ký{GAP}hiệu)?{_S}[:.]?{_S})?(?:các{GAP}số{_S})?"
)
_OWNER = re.compile(rf"{_S}(?:của{GAP}|do{GAP})?")
_BARE_FIGURES = re.compile(
    r"(?P<digits>[0-9]{1,5})(?P<letter>[a-eđ])?(?=[ \n]{0,3}(?:[,;]|và|hoặc|-[ \n]))"
)
_NEXT = re.compile(
    rf"{_S}(?:[,;]{_S}(?:(?:và|cùng|hoặc){GAP})?|(?:và|hoặc|đến|cùng|với|&){GAP})"
    rf"(?:(?:các{GAP})?(?:văn{GAP}bản{GAP})?số(?:{GAP}hiệu)?{_S}[:.]?{_S})?"
)
_TOGETHER = re.compile(rf"{_S}(?:,{_S}(?:và{GAP})?|và{GAP})(?:các{GAP})?$")
_ISSUES = re.compile(
    rf"{GAP}(?:vừa{GAP}|đã{GAP}|cũng{GAP})?(?:kịp{GAP}thời{GAP})?"
    rf"(?:ban{GAP}hành|ký{GAP}ban{GAP}hành|có|ra|gửi|tại|thông{GAP}qua){GAP}(?:các{GAP})?$"
)
_ISSUER_STARTS = re.compile(
    r"(?<!\w)(?=bộ|ban|btv|bch|thường|đoàn|tổng|tlđ|liên|lđlđ|công|cđ|tỉnh|thành|huyện|quận|thị|đảng|chính|thủ"
    r"|quốc|ủy|chủ|ubnd|hội|hđnd|sở|phòng|giám|hiệu|trung|trường|bhxh|bảo)"
)
_PROVINCIAL = re.compile(r"(?:tỉnh|thành) ủy|đảng bộ (?:tỉnh|thành phố)")
_SESSION_GAP = re.compile(r"(?:[ \n]\(?khóa[ \n][ivxlc]{1,6}\)?)?")
_BEFORE_WINDOW = 150
_MOST_ITEMS = 40
_NEVER_TYPED = ("Điều lệ", "Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh")
_WORDS_FOR = {
    "QĐ": ("Quyết định", "Quy định"),
    "CT": ("Chỉ thị", "Chương trình", "Chương trình hành động"),
    "CTr": (
        "Chương trình",
        "Chương trình hành động",
        "Chương trình công tác",
        "Chương trình phối hợp",
    ),
}
"""The words a type symbol may stand for, where it may stand for several."""


def read_numbered(page: Page, word: KindWord) -> list[Draft]:
    """Read the citations that begin with a word for a kind, or [] when no number follows it."""
    shared = Draft(start=word.start, end=word.end, kind=word.kind)
    position = _say_number(page, word.end)
    if not _number_begins(page, position):
        position = _read_before_number(page, shared)
    figures, first = _read_bare_figures(page, position)
    if first is None or not first.goes_with(word.kind):
        return []
    if first.number.type and word.kind in _NEVER_TYPED:
        return []  # “Quy định thi hành Điều lệ Đảng số 24-QĐ/TW”
    drafts = [
        _new(replace(first.number, digits=digits, letter=letter), start, end, word.kind)
        for digits, letter, start, end in figures
    ]
    drafts += _read_series(page, first, word.kind, named=True)
    drafts[0].start = word.start
    _share(drafts, shared)
    return drafts


def read_bare(page: Page, first: PrintedNumber) -> list[Draft]:
    """Read a number with no kind before it, and the list it may begin."""
    if not first.stands_alone():
        return []
    drafts = _read_series(page, first, GENERIC, named=False)
    drafts[0].kind = _kind_before_title(page, first) or drafts[0].kind
    _share(drafts, Draft(start=first.start, end=first.end, kind=GENERIC))
    return drafts


def _kind_before_title(page: Page, number: PrintedNumber) -> str | None:
    """Find the kind printed before the title: “Quy định thi hành Điều lệ Đảng số 24-QĐ/TW”."""
    if not number.says_number or number.number.kind is None:
        return None
    wanted = _WORDS_FOR.get(number.number.type, (number.number.kind,))
    clause = max(page.clean.text.rfind(mark, 0, number.start) for mark in (".", ";", "\n\n", ")"))
    window = max(clause + 1, number.start - _BEFORE_WINDOW)
    return next(
        (word.kind for word in page.kinds_before(number.start, window) if word.kind in wanted), None
    )


def share_across_kinds(page: Page, drafts: list[Draft]) -> None:
    """Share date and issuer where the kind is repeated: “Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW ngày …”."""
    for earlier, later in reversed(list(pairwise(drafts))):
        if earlier.number is None or later.number is None or earlier.kind != later.kind:
            continue
        if not earlier.number.organs:
            continue
        if (earlier.number.type, earlier.number.organs) != (later.number.type, later.number.organs):
            continue
        if earlier.dated or earlier.issuer or later.start < earlier.end:
            continue
        if _TOGETHER.match(page.clean.lower[earlier.end : min(later.start, earlier.end + 20)]):
            earlier.take_shared(later)


def take_issuer_before(page: Page, draft: Draft) -> None:
    """Take the issuer from before the verb: “Bộ Chính trị đã ban hành Nghị quyết số …”."""
    if draft.issuer is not None or draft.number is None:
        return
    clean = page.clean
    window = max(0, draft.start - _BEFORE_WINDOW)
    verb = _ISSUES.search(clean.lower, max(window, draft.start - 40), draft.start)
    if verb is None:
        return
    for match in _ISSUER_STARTS.finditer(clean.lower, window, verb.start()):
        end = read_issuer(clean, match.start())
        if end is None or end > verb.start():
            continue
        gap = _SESSION_GAP.match(clean.lower, end)
        if gap and gap.end() == verb.start():
            draft.issuer = clean.squeezed(match.start(), end)
            return


def settle_party_number(page: Page, draft: Draft) -> None:
    """Let the printed issuer tell which Party organ a doubtful symbol means.

    BCT is the Bộ Chính trị or the Ministry of Industry and Trade; “TƯ” is Trung ương or, in papers of
    a province, a misread TU (Tỉnh ủy).
    """
    if draft.number is None or draft.number_span is None or draft.issuer is None:
        return
    issuer = draft.issuer.lower()
    if issuer.startswith(("bộ chính trị", "ban bí thư")):
        draft.number = as_party_number(draft.number)
    elif _PROVINCIAL.search(issuer) and page.clean.lower.endswith("tư", *draft.number_span):
        draft.number = replace(draft.number, organs=("TU",))


def _say_number(page: Page, position: int) -> int:
    match = _SAYS_NUMBER.match(page.clean.lower, position)
    return match.end() if match else position


def _number_begins(page: Page, position: int) -> bool:
    return position in page.number_at or _BARE_FIGURES.match(page.clean.lower, position) is not None


def _read_before_number(page: Page, shared: Draft) -> int:
    """Read the issuer or date that stands between the kind and the number."""
    clean, position = page.clean, shared.end
    for _ in range(2):
        lead = _OWNER.match(clean.lower, position)
        start = skip_meeting(clean.lower, lead.end()) if lead else position
        end = read_issuer(clean, start) if start > position and shared.issuer is None else None
        if end is not None:
            shared.issuer, position = clean.squeezed(start, end), end
            continue
        blank = page.skip_blanks(position)
        date = read_date(clean.lower, blank) if not shared.dated else None
        if date is None:
            break
        shared.date, shared.dated, position = date.value, True, date.end
    return _say_number(page, position) if position > shared.end else position


def _read_bare_figures(
    page: Page, position: int
) -> tuple[list[tuple[str, str, int, int]], PrintedNumber | None]:
    """Read figures that borrow the symbol of the number closing their list: “số 18, 19-NQ/TW”."""
    figures: list[tuple[str, str, int, int]] = []
    lower = page.clean.lower
    for _ in range(_MOST_ITEMS):
        if number := page.number_at.get(position):
            return figures, number
        match = _BARE_FIGURES.match(lower, position)
        following = _NEXT.match(lower, match.end()) if match else None
        if match is None or following is None:
            break
        figures.append((match["digits"], match["letter"] or "", *match.span()))
        position = following.end()
    return [], None


def _read_series(page: Page, first: PrintedNumber, kind: str, *, named: bool) -> list[Draft]:
    drafts: list[Draft] = []
    number: PrintedNumber | None = first
    head_type = first.number.type
    while number is not None and len(drafts) < _MOST_ITEMS:
        draft = _new(
            number.number, number.start, number.end, _kind_of(number.number, kind, head_type)
        )
        read_tail(page, draft)
        if drafts:
            draft.start = _start_of_item(page, drafts[-1].end, number.start)
            draft.after_semicolon = ";" in page.clean.text[drafts[-1].end : draft.start]
        drafts.append(draft)
        following = _NEXT.match(page.clean.lower, draft.end)
        number = page.number_at.get(following.end()) if following else None
        if number and not (number.goes_with(kind) if named else number.stands_alone()):
            number = None
    return drafts


def _start_of_item(page: Page, after: int, number_start: int) -> int:
    """Begin an item of a list at its “số”, when it has one."""
    position = page.clean.lower.rfind("số", after, number_start)
    return position if position >= 0 else number_start


def _new(number: DocumentNumber, start: int, end: int, kind: str) -> Draft:
    return Draft(start=start, end=end, kind=kind, number=number, number_span=(start, end))


def _kind_of(number: DocumentNumber, printed: str, head_type: str) -> str:
    """Tell an item's kind: the printed word rules, for its own item and for those of the same symbol."""
    if printed == GENERIC:
        return number.kind or _kind_without_symbol(number)
    return printed if number.type == head_type else number.kind or _kind_without_symbol(number)


def _kind_without_symbol(number: DocumentNumber) -> str:
    if number.year and number.organs[:1] and number.organs[0].startswith("QH"):
        return "Luật"
    if number.year and number.organs[:1] and number.organs[0].startswith("UBTVQH"):
        return "Pháp lệnh"
    return LETTER


def _share(drafts: list[Draft], shared: Draft) -> None:
    """Give every item what the list prints once: after its last item, or before its first."""
    for earlier, later in reversed(list(pairwise(drafts))):
        same_organ = (
            earlier.number and later.number and earlier.number.organs == later.number.organs
        )
        if not (earlier.dated or earlier.issuer or later.after_semicolon):
            earlier.take_shared(later)
        elif earlier.issuer is None and same_organ:
            earlier.issuer, earlier.session = later.issuer, earlier.session or later.session
    for draft in drafts:
        if not draft.dated:
            draft.date, draft.dated = shared.date, shared.dated
        draft.issuer = draft.issuer or shared.issuer
