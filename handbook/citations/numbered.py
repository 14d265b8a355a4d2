"""Citations with a full number, alone or in lists that print the kind, date or issuer only once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handbook.citations.drafts import Draft, Page
from handbook.citations.issuers import read_issuer, skip_meeting
from handbook.citations.lexing import KindWord
from handbook.citations.number_finder import PrintedNumber
from handbook.citations.numbers import DocumentNumber, as_central
from handbook.citations.patterns import pattern
from handbook.citations.printed_dates import read_date
from handbook.citations.tails import read_tail, take_session
from handbook.citations.vocabulary import GENERIC, LETTER

_SAYS_NUMBER = pattern(r"~[,:(]?~(?:từ )?(?:mang )?(?:số(?: hiệu|,~ký hiệu)?~[:.]?~)?(?:các số~)?")
_OWNER = pattern(r"~(?:của |do )?")
_BARE_FIGURES = pattern(r"(?P<digits>[0-9]{1,5})(?P<letter>[a-eđ])?(?=~(?:[,;]|và|hoặc|-[\x20\n]))")
_NEXT = pattern(
    r"~(?:[,;]~(?:(?:và|cùng|hoặc) )?|(?:và|hoặc|đến|cùng|với|&) )"
    r"(?:(?:các )?(?:văn bản )?số(?: hiệu)?~[:.]?~)?"
)
_TOGETHER = pattern(r"~(?:,~(?:và )?|và )(?:các )?$")
_PROVINCIAL = pattern(r"(?:tỉnh|thành) ủy|đảng bộ (?:tỉnh|thành phố)")

_NEVER_TYPED = ("Điều lệ", "Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh")
_WORDS_FOR = {
    "QĐ": ("Quyết định", "Quy định"),
    "CT": ("Chỉ thị", "Chương trình", "Chương trình hành động"),
    "CTr": ("Chương trình", "Chương trình hành động", "Chương trình công tác"),
}
"""The words a type symbol may stand for, where it may stand for several."""
_WINDOW = 150
_MOST_ITEMS = 40


def read_numbered(page: Page, word: KindWord) -> list[Draft]:
    """Read the citations that begin with a word for a kind, or [] when no number follows it."""
    shared = Draft(start=word.start, end=word.end, kind=word.kind)
    position = _say_number(page, word.end)
    if not _number_begins(page, position):
        position = _read_before_number(page, shared)
    borrowers, first = _read_borrowers(page, position, word.kind)
    if first is None or not first.goes_with(word.kind):
        return []
    if first.number.type and word.kind in _NEVER_TYPED and first.number.kind != word.kind:
        return []  # “Quy định thi hành Điều lệ Đảng số 24-QĐ/TW”
    kind = _spell_out(page, word, first.number)
    bracketed = "(" in page.clean.text[word.end : first.start]
    drafts = borrowers + _read_series(page, first, kind, named=True, bracketed=bracketed)
    drafts[0].start = word.start
    _share(drafts, shared)
    return drafts


def read_bare(page: Page, first: PrintedNumber) -> list[Draft]:
    """Read a number with no kind right before it, and the list it may begin."""
    if not first.stands_alone():
        return []
    drafts = _read_series(page, first, GENERIC, named=False)
    drafts[0].kind = _kind_before_title(page, first) or drafts[0].kind
    _share(drafts, Draft(start=first.start, end=first.end, kind=GENERIC))
    return drafts


def share_across_kinds(page: Page, drafts: Sequence[Draft]) -> None:
    """Share date and issuer where a list repeats the kind.

    “Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW ngày 25/10/2017”: same kind, same symbol.
    """
    for index in range(len(drafts) - 2, -1, -1):
        earlier, later = drafts[index], drafts[index + 1]
        if earlier.number is None or later.number is None or not earlier.number.organs:
            continue
        if _symbol(earlier) != _symbol(later) or earlier.issuer:
            continue
        between = page.clean.lower[earlier.end : min(later.start, earlier.end + 20)]
        if earlier.end <= later.start and _TOGETHER.match(between):
            earlier.take_shared(later)


def settle_party_number(page: Page, draft: Draft) -> None:
    """Let the printed issuer tell which organ a doubtful symbol means.

    BCT is the Bộ Chính trị or the Ministry of Industry and Trade; “TƯ” is Trung ương or, in papers
    of a province, a misread TU (Tỉnh ủy).
    """
    if draft.number is None or draft.number_span is None or draft.issuer is None:
        return
    issuer = draft.issuer.lower()
    if issuer.startswith(("bộ chính trị", "ban bí thư")):
        draft.number = as_central(draft.number)
    elif _PROVINCIAL.search(issuer) and page.clean.lower.endswith("tư", *draft.number_span):
        draft.number = replace(draft.number, organs=("TU",))


def _symbol(draft: Draft) -> tuple[str, str, tuple[str, ...]]:
    assert draft.number is not None
    return draft.kind, draft.number.type, draft.number.organs


def _spell_out(page: Page, word: KindWord, number: DocumentNumber) -> str:
    """Give the kind; an abbreviation of several is told by the symbol: “QĐ số 08-QĐi/TW”."""
    agrees = number.type.startswith(page.clean.text[word.start : word.end])
    return number.kind if word.abbreviated and agrees and number.kind else word.kind


def _say_number(page: Page, position: int) -> int:
    match = _SAYS_NUMBER.match(page.clean.lower, position)
    return match.end() if match else position


def _number_begins(page: Page, position: int) -> bool:
    return position in page.number_at or _BARE_FIGURES.match(page.clean.lower, position) is not None


def _read_before_number(page: Page, shared: Draft) -> int:
    """Read the issuer, with its session, or date that stands between the kind and the number."""
    clean, word_end = page.clean, shared.end
    for _ in range(2):
        lead = _OWNER.match(clean.lower, shared.end)
        start = skip_meeting(clean.lower, lead.end()) if lead else shared.end
        wanted = start > shared.end and shared.issuer is None
        end = read_issuer(clean, start) if wanted else None
        if end is not None:
            shared.issuer, shared.end = clean.squeezed(start, end), end
            take_session(page, shared)
            continue
        date = None if shared.dated else read_date(clean.lower, page.skip_blanks(shared.end))
        if date is None:
            break
        shared.date, shared.dated, shared.end = date.value, True, date.end
    return _say_number(page, shared.end) if shared.end > word_end else word_end


def _read_borrowers(
    page: Page, position: int, kind: str
) -> tuple[list[Draft], PrintedNumber | None]:
    """Read figures that borrow the symbol of the number closing their list: “số 18, 19-NQ/TW”."""
    spans: list[tuple[DocumentNumber, tuple[int, int]]] = []
    lower = page.clean.lower
    for _ in range(_MOST_ITEMS):
        if number := page.number_at.get(position):
            symbol = number.number
            return [
                _new(replace(symbol, digits=figures.digits, letter=figures.letter), span, kind)
                for figures, span in spans
            ], number
        match = _BARE_FIGURES.match(lower, position)
        following = _NEXT.match(lower, match.end()) if match else None
        if match is None or following is None:
            break
        figures = DocumentNumber(digits=match["digits"], letter=match["letter"] or "")
        spans.append((figures, match.span()))
        position = following.end()
    return [], None


def _read_series(
    page: Page, first: PrintedNumber, kind: str, *, named: bool, bracketed: bool = False
) -> list[Draft]:
    """Read a number and those that follow it in its list, each with its own tail."""
    drafts: list[Draft] = []
    number: PrintedNumber | None = first
    while number is not None and len(drafts) < _MOST_ITEMS:
        span = (number.start, number.end)
        draft = _new(number.number, span, _kind_of(number.number, kind, first.number.type))
        draft.in_brackets = bracketed and number is first
        read_tail(page, draft)
        if drafts:
            _begin_item(page, draft, drafts[-1].end)
        drafts.append(draft)
        following = _NEXT.match(page.clean.lower, draft.end)
        number = page.number_at.get(following.end()) if following else None
        if number and not (number.goes_with(kind) if named else number.stands_alone()):
            number = None
    return drafts


def _begin_item(page: Page, draft: Draft, after: int) -> None:
    """Let an item of a list begin at its “số”, when it has one."""
    says = page.clean.lower.rfind("số", after, draft.start)
    draft.after_semicolon = ";" in page.clean.text[after : draft.start]
    draft.start = says if says >= 0 else draft.start


def _new(number: DocumentNumber, span: tuple[int, int], kind: str) -> Draft:
    return Draft(start=span[0], end=span[1], kind=kind, number=number, number_span=span)


def _kind_of(number: DocumentNumber, printed: str, head_type: str) -> str:
    """Tell an item's kind: the printed word rules, for its own item and the same symbol."""
    if printed != GENERIC and number.type == head_type:
        return printed
    return number.kind or _kind_without_type(number)


def _kind_without_type(number: DocumentNumber) -> str:
    organ = number.organs[0] if number.year and number.organs else ""
    if organ.startswith("QH"):
        return "Luật"
    return "Pháp lệnh" if organ.startswith("UBTVQH") else LETTER


def _kind_before_title(page: Page, number: PrintedNumber) -> str | None:
    """Find the kind printed before the title: “Quy định thi hành Điều lệ Đảng số 24-QĐ/TW”."""
    if not number.says_number or number.number.kind is None:
        return None
    wanted = _WORDS_FOR.get(number.number.type, (number.number.kind,))
    window = max(0, number.start - _WINDOW)
    marks = (".", ";", "\n\n", ")")
    clause = max(page.clean.text.rfind(mark, window, number.start) for mark in marks)
    words = page.kinds_before(number.start, max(clause, window))
    return next((word.kind for word in words if word.kind in wanted), None)


def _share(drafts: Sequence[Draft], shared: Draft) -> None:
    """Give every item what the list prints once: after its last item, or before its first."""
    for index in range(len(drafts) - 2, -1, -1):
        earlier, later = drafts[index], drafts[index + 1]
        assert earlier.number is not None
        assert later.number is not None
        if not (earlier.dated or earlier.issuer or later.after_semicolon):
            earlier.take_shared(later)
        elif earlier.issuer is None and earlier.number.organs == later.number.organs:
            earlier.issuer, earlier.session = later.issuer, earlier.session or later.session
    for draft in drafts:
        if not draft.dated:
            draft.date, draft.dated = shared.date, shared.dated
        if draft.issuer is None:
            draft.issuer, draft.session = shared.issuer, draft.session or shared.session
