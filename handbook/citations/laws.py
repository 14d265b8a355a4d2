"""Laws, codes and the constitution by name and year; charters by their term.

“Luật Công đoàn năm 2012”, “Luật Công đoàn số 12/2012/QH13”, “Bộ luật Lao động (sửa đổi) năm 2019”,
“Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng (2013)”, “Điều lệ … khóa XII”.
"""

from __future__ import annotations

from handbook.citations.drafts import Draft, Page
from handbook.citations.lexing import KindWord
from handbook.citations.ordinals import ORDINAL, read_ordinal
from handbook.citations.patterns import any_of, pattern
from handbook.citations.printed_dates import read_date
from handbook.citations.tails import read_tail
from handbook.citations.vocabulary import CODE_NAMES, LAW_NAMES

LAW_KINDS = ("Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh")

_YEAR = r"(?:19|20)[0-9]{2}"
_LAW = pattern(rf" {any_of(LAW_NAMES)}(?!\w)")
_CODE = pattern(rf" {any_of(CODE_NAMES)}(?!\w)")
_ANY_LAW = pattern(rf" {any_of((*LAW_NAMES, *CODE_NAMES))}(?!\w)")
_AMENDING = pattern(
    r" sửa đổi(?:,~bổ sung| và bổ sung)?(?: một số điều)?(?: của)? (?:các )?(?:bộ )?luật"
)
_AND_LAW = pattern(r"~(?:,|và)~(?:và )?(?:bộ )?luật(?!\w)")
_OTHER_LAW = pattern(
    r" [^\W\d_]{1,20}(?:,? [^\W\d_]{1,20}){0,14}?"
    rf"(?=~(?:,~)?\(?(?:năm~{_YEAR}|{_YEAR}(?!\w)|số[\x20\n:]{{0,3}}[0-9]|ngày~[0-9]{{1,2}}~[/.-]))"
)
_NOT_IN_A_NAME = pattern(
    r"(?:^|[\x20\n,])(?:luật|nghị định|nghị quyết|thông tư|quyết định|quy định|theo|của|này"
    r"|có hiệu)(?!\w)"
)
_REVISED = pattern(
    r"~\(?(?:sửa đổi(?:,~bổ sung)?|hợp nhất)\)?(?=~(?:năm|\(|[0-9]|ngày|số|,|\.|;|$))"
)
_YEAR_AFTER = pattern(rf"~(?:\((?P<in>{_YEAR})\)|(?P<bare>{_YEAR})(?![\w/-]|\x20?-\x20?[0-9]))")
_NUMBER_LEAD = pattern(r"~,?~\(?(?:luật )?(?:số[\x20\n:]{0,3})?")
_CONSTITUTION = pattern(
    r"(?: nước cộng hòa xã hội chủ nghĩa việt nam)?"
    rf"(?=[\x20\n,(]{{1,4}}(?:năm~)?{_YEAR})"
)
_CHARTER = pattern(
    r" (?:công đoàn(?: việt nam)?|đảng(?: cộng sản việt nam)?"
    r"|đoàn(?: (?:tncs|thanh niên cộng sản) hồ chí minh)?"
    r"|(?:mặt trận tổ quốc|mttq) việt nam"
    r"|hội (?:liên hiệp phụ nữ|lhpn|nông dân|cựu chiến binh|chữ thập đỏ)(?: việt nam)?"
    r"|đội (?:thiếu niên tiền phong|tntp)(?: hồ chí minh)?)(?!\w)"
)
_CHARTER_SESSION = pattern(
    rf"(?:~,)?~\(?(?:khóa|lần thứ|nhiệm kỳ khóa) (?P<ordinal>{ORDINAL})(?:~\))?"
)


def read_law(page: Page, word: KindWord) -> list[Draft]:
    """Read the law, code or constitution that begins with its word, or []."""
    end = _read_constitution(page, word) if word.kind == "Hiến pháp" else _read_name(page, word)
    if end is None:
        return []
    draft = _new(page, word, end)
    if revised := _REVISED.match(page.clean.lower, end):
        draft.end = revised.end()
    if not _take_number(page, draft):
        _take_year(page, draft)
    read_tail(page, draft)
    if draft.number is None:
        _take_number(page, draft, bracketed=True)
    return [draft]


def read_charter(page: Page, word: KindWord) -> list[Draft]:
    """Read the charter that begins with the word “Điều lệ”, or []."""
    match = _CHARTER.match(page.clean.lower, word.end)
    if match is None or not (word.capital or _begins_with_capital(page, word)):
        return []
    draft = _new(page, word, match.end())
    if session := _CHARTER_SESSION.match(page.clean.lower, draft.end):
        draft.session, draft.end = read_ordinal(session["ordinal"]), session.end()
    read_tail(page, draft)
    return [draft]


def _read_constitution(page: Page, word: KindWord) -> int | None:
    match = _CONSTITUTION.match(page.clean.lower, word.end)
    return match.end() if match and word.capital else None


def _read_name(page: Page, word: KindWord) -> int | None:
    """Give the end of a law's name: a known one, or any with a year, day or number after it."""
    lower = page.clean.lower
    if amending := _AMENDING.match(lower, word.end):
        return _read_amended(page, amending.end())
    names = {"Luật": _LAW, "Bộ luật": _CODE}.get(word.kind)
    if names and (known := names.match(lower, word.end)):
        named = word.capital or _begins_with_capital(page, word)
        return known.end() if named or _is_dated(page, known.end()) else None
    other = _OTHER_LAW.match(lower, word.end)
    if other is None or _NOT_IN_A_NAME.search(other.group()):
        return None
    return other.end() if _begins_with_capital(page, word) else None


def _read_amended(page: Page, position: int) -> int | None:
    """Read the laws an amending law names; further ones only when a date or number closes them."""
    lower = page.clean.lower
    first = _ANY_LAW.match(lower, position)
    if first is None:
        return None
    end = first.end()
    while (more := _AND_LAW.match(lower, end)) and (name := _ANY_LAW.match(lower, more.end())):
        end = name.end()
    return end if _is_dated(page, end) else first.end()


def _begins_with_capital(page: Page, word: KindWord) -> bool:
    start = page.skip_blanks(word.end)
    return page.clean.text[start : start + 1].isupper()


def _is_dated(page: Page, position: int) -> bool:
    lower = page.clean.lower
    lead = _NUMBER_LEAD.match(lower, position)
    return (
        _YEAR_AFTER.match(lower, position) is not None
        or read_date(lower, position + 1) is not None
        or (lead is not None and lead.end() in page.number_at)
    )


def _take_number(page: Page, draft: Draft, *, bracketed: bool = False) -> bool:
    """Take the law's number: “số 12/2012/QH13”, or “(Luật số 12/2012/QH13)” after a year."""
    lead = _NUMBER_LEAD.match(page.clean.lower, draft.end)
    number = page.number_at.get(lead.end()) if lead else None
    if lead is None or number is None or number.number.type or not number.goes_with(draft.kind):
        return False
    in_brackets = "(" in lead.group()
    if bracketed and not in_brackets:
        return False
    draft.take_number(number)
    if in_brackets and page.clean.text.startswith(")", page.skip_blanks(draft.end)):
        draft.end = page.skip_blanks(draft.end) + 1
    return True


def _take_year(page: Page, draft: Draft) -> None:
    if match := _YEAR_AFTER.match(page.clean.lower, draft.end):
        draft.date, draft.dated = match["in"] or match["bare"], True
        draft.end = match.end()
        _take_number(page, draft, bracketed=True)


def _new(page: Page, word: KindWord, end: int) -> Draft:
    name = page.clean.squeezed(word.start, end)
    return Draft(start=word.start, end=end, kind=word.kind, form="unnumbered", name=name)
