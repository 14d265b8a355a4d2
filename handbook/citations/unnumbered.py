"""Documents cited with no number: congress and plenum resolutions, laws, charters, dated letters."""

from __future__ import annotations

import re

from handbook.citations.drafts import Draft, Page
from handbook.citations.issuers import read_body, read_issuer
from handbook.citations.lexing import KindWord
from handbook.citations.model import Meeting
from handbook.citations.ordinals import GAP, ORDINAL, read_ordinal
from handbook.citations.printed_dates import read_date
from handbook.citations.tails import read_tail
from handbook.citations.vocabulary import CODE_NAMES, LAW_NAMES, any_of

_S = r"[ \n]{0,3}"
LAW_KINDS = ("Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh")
_MEETING_KINDS = ("Nghị quyết", "Kết luận", "Quy định", "Chỉ thị", "Thông báo", "Văn bản")

# --- plenums: “Nghị quyết Hội nghị TW4 (khóa XII)”
_CENTRE = rf"(?:trung{GAP}ương|tw|tư|t\.[ ]?ư)"
_PLENUM = re.compile(
    rf"(?:{GAP}|(?=tw))(?:của{GAP})?(?:hội{GAP}nghị{GAP})?(?:"
    rf"{_CENTRE}{_S}(?:lần{GAP}(?:thứ{GAP})?)?(?P<after>{ORDINAL})(?:{_S}\(lần{GAP}(?:thứ{GAP})?{ORDINAL}\))?"
    rf"|(?:lần{GAP})?thứ{GAP}(?P<before>{ORDINAL})[ \n,]{{1,4}}(?:của{GAP})?"
    rf"(?=(?:ban{GAP}chấp{GAP}hành|bch|{_CENTRE})(?!\w))"
    rf"|lần{GAP}(?P<bare>{ORDINAL})[ \n,]{{1,4}}(?:của{GAP})?(?=(?:ban{GAP}chấp{GAP}hành|bch|{_CENTRE})(?!\w))"
    rf")"
)
_SESSIONS = re.compile(
    rf"{_S},?{_S}\(?{_S}khóa{GAP}(?P<first>{ORDINAL})(?P<more>(?:{_S}(?:,|và){_S}(?:khóa{GAP})?{ORDINAL}){{0,3}})(?:{_S}\))?"
)

_OWN_NUMBER = re.compile(
    rf"{_S},?{_S}(?:\({_S}(?:nghị{GAP}quyết{GAP}|kết{GAP}luận{GAP})?)?số{_S}[:.]?{_S}"
)

# --- congresses: “Nghị quyết Đại hội Công đoàn tỉnh lần thứ XII”
_CONGRESS = re.compile(rf"{GAP}(?:của{GAP}|theo{GAP})?(?:các{GAP})?(?:đại{GAP}hội|đh)(?!\w)")
_ANOTHER = re.compile(rf"{_S}(?:và|,{_S}và){GAP}(?=(?:đại{GAP}hội|đh)(?!\w))")
_NEXT_CONGRESS = re.compile(rf"(?:đại{GAP}hội|đh)(?!\w)")
_QUALIFIER = re.compile(rf"{GAP}(?:đại{GAP}biểu|toàn{GAP}thể|bất{GAP}thường|thường{GAP}niên)(?!\w)")
_NATIONWIDE = re.compile(rf"{GAP}toàn{GAP}quốc(?!\w)")
_ORDINAL = re.compile(
    rf"(?:{_S},)?{_S}\(?(?:(?:lần{_S}(?:thứ{_S})?|thứ{GAP})(?P<time>{ORDINAL})|khóa{GAP}(?:thứ{GAP})?(?P<session>{ORDINAL}))(?:{_S}\))?"
)
_BARE_ORDINAL = re.compile(rf"{GAP}(?P<ordinal>[IVX]{{1,7}})(?!\w|[.)][ ])")
_GLOSS = re.compile(
    r" {1,2}\([A-ZĐ][\w. ]{1,10}\)(?= (?:lần|khóa|nhiệm))"
)  # “… Hồ Chí Minh (TP.HCM) lần thứ”
_SCOPE = re.compile(
    rf"{GAP}(?:(?P<all>các{GAP}cấp)|(?P<own>(?:của{GAP})?(?:cấp|đơn{GAP}vị|cơ{GAP}quan|công{GAP}đoàn){GAP}mình)"
    rf"|(?P<term>trong{GAP}nhiệm{GAP}kỳ))(?!\w)"
)
_OF = re.compile(rf"{GAP}của{GAP}")
_MOST_PIECES = 10

# --- laws, codes, constitution
_LAW = re.compile(rf"{GAP}(?:{any_of(LAW_NAMES)})(?!\w)")
_CODE = re.compile(rf"{GAP}(?:{any_of(CODE_NAMES)})(?!\w)")
_AMENDING = re.compile(
    rf"{GAP}sửa{GAP}đổi(?:,{_S}bổ{GAP}sung|{GAP}và{GAP}bổ{GAP}sung)?(?:{GAP}một{GAP}số{GAP}điều)?(?:{GAP}của)?{GAP}(?:(?:các{GAP})?(?:bộ{GAP})?luật)"
)
_AND_LAW = re.compile(rf"{_S}(?:,|và){_S}(?:và{GAP})?(?:bộ{GAP})?luật(?!\w)")
_OPEN_LAW = re.compile(
    rf"{GAP}[^\W\d_]{{1,20}}(?:,?{GAP}[^\W\d_]{{1,20}}){{0,14}}?"
    rf"(?={_S}(?:,{_S})?\(?(?:năm{_S}(?:19|20)[0-9]{{2}}|(?:19|20)[0-9]{{2}}(?!\w)|số[ \n:]{{0,3}}[0-9]|ngày{_S}[0-9]{{1,2}}{_S}[/.-]))"
)
_LAW_YEAR = re.compile(
    rf"{_S}(?:\((?P<bracketed>(?:19|20)[0-9]{{2}})\)|(?P<bare>(?:19|20)[0-9]{{2}})(?![\w/-]|[ ]?-[ ]?[0-9]))"
)
_REVISED = re.compile(
    rf"{_S}\(?(?:sửa{GAP}đổi(?:,{_S}bổ{GAP}sung)?|hợp{GAP}nhất)\)?(?={_S}(?:năm|\(|[0-9]|ngày|số|,|\.|;|$))"
)
_LAW_NUMBER = re.compile(rf"{_S},?{_S}\(?(?:luật{GAP})?(?:số[ \n:]{{0,3}})?")
_STOPS_LAW = re.compile(
    rf"(?:^|[ \n,])(?:luật|nghị{GAP}định|nghị{GAP}quyết|thông{GAP}tư|quyết{GAP}định|theo|của|quy{GAP}định|này|có{GAP}hiệu)(?!\w)"
)
_CONSTITUTION = re.compile(
    rf"(?:{GAP}nước{GAP}cộng{GAP}hòa{GAP}xã{GAP}hội{GAP}chủ{GAP}nghĩa{GAP}việt{GAP}nam)?(?=[ \n,(]{{1,4}}(?:năm{_S})?(?:19|20)[0-9]{{2}})"
)

# --- charters
_CHARTER = re.compile(
    rf"{GAP}(?:công{GAP}đoàn(?:{GAP}việt{GAP}nam)?|đảng(?:{GAP}cộng{GAP}sản{GAP}việt{GAP}nam)?"
    rf"|đoàn(?:{GAP}(?:tncs|thanh{GAP}niên{GAP}cộng{GAP}sản){GAP}hồ{GAP}chí{GAP}minh)?"
    rf"|mặt{GAP}trận{GAP}tổ{GAP}quốc{GAP}việt{GAP}nam|mttq{GAP}việt{GAP}nam"
    rf"|hội{GAP}(?:liên{GAP}hiệp{GAP}phụ{GAP}nữ|lhpn|nông{GAP}dân|cựu{GAP}chiến{GAP}binh|chữ{GAP}thập{GAP}đỏ)(?:{GAP}việt{GAP}nam)?"
    rf"|đội{GAP}(?:thiếu{GAP}niên{GAP}tiền{GAP}phong|tntp)(?:{GAP}hồ{GAP}chí{GAP}minh)?)(?!\w)"
)
_CHARTER_TIME = re.compile(
    rf"(?:{_S},)?{_S}\(?(?:khóa|lần{GAP}thứ|nhiệm{GAP}kỳ{GAP}khóa){GAP}(?P<ordinal>{ORDINAL})(?:{_S}\))?"
)

# --- programmes of a whole term
_WHOLE_TERM = re.compile(rf"{GAP}toàn{GAP}khóa(?!\w)")
_COUNT_BEFORE = re.compile(r"(?<!\w)[0-9]{2}[ \n]{1,3}$")


def read_unnumbered(page: Page, word: KindWord) -> list[Draft]:
    """Read the unnumbered documents that begin with a word for a kind, or []."""
    if word.abbreviated and word.kind != "Nghị quyết":
        return []
    if word.kind in LAW_KINDS:
        return _read_law(page, word)
    if word.kind == "Điều lệ":
        return _read_charter(page, word)
    if word.kind in _MEETING_KINDS and (
        drafts := _read_plenum(page, word) or _read_congress(page, word)
    ):
        return drafts
    if word.kind.startswith("Chương trình") and (drafts := _read_programme(page, word)):
        return drafts
    return _read_dated(page, word)


def _read_plenum(page: Page, word: KindWord) -> list[Draft]:
    match = _PLENUM.match(page.clean.lower, word.end)
    if match is None:
        return []
    ordinal = read_ordinal(match["after"] or match["before"] or match["bare"])
    body_end = match.end() if match["after"] else read_issuer(page.clean, match.end())
    if ordinal is None or body_end is None:
        return []
    body = "Trung ương" if match["after"] else page.clean.squeezed(match.end(), body_end)
    sessions, end = _read_sessions(page.clean.lower, body_end)
    if (
        match["after"]
        and not sessions
        and not page.clean.lower[word.end : match.end()].strip().startswith("hội")
    ):
        return []  # “Nghị quyết Trung ương 5” needs its term to be one document
    drafts = []
    for session in sessions or [None]:
        meeting = Meeting(type="plenum", body=body, ordinal=ordinal, session=session)
        issuer = None if match["after"] else body
        drafts.append(_unnumbered(word, end, issuer=issuer, session=session, meeting=meeting))
    for draft in drafts[1:]:
        draft.own_start = end
    if len(drafts) == 1:
        _take_own_number(page, drafts[0])
    read_tail(page, drafts[0])
    for draft in drafts[1:]:
        draft.end, draft.date = drafts[0].end, drafts[0].date
        draft.issuer = drafts[0].issuer
    return drafts


def _read_sessions(lower: str, position: int) -> tuple[list[int | None], int]:
    match = _SESSIONS.match(lower, position)
    if match is None:
        return [], position
    printed = [match["first"], *re.findall(ORDINAL, match["more"])]
    return [value for one in printed if (value := read_ordinal(one))], match.end()


def _take_own_number(page: Page, draft: Draft) -> None:
    """Take the number printed after the name: “Nghị quyết Hội nghị Trung ương 6 khóa XII số 18-NQ/TW”."""
    lead = _OWN_NUMBER.match(page.clean.lower, draft.end)
    number = page.number_at.get(lead.end()) if lead else None
    if number is not None and (number.number.kind or draft.kind) == draft.kind:
        draft.form, draft.number, draft.number_span = (
            "numbered",
            number.number,
            (number.start, number.end),
        )
        draft.end = number.end


def _read_congress(page: Page, word: KindWord) -> list[Draft]:
    match = _CONGRESS.match(page.clean.lower, word.end)
    drafts: list[Draft] = []
    start = None
    while match is not None:
        draft = _read_one_congress(page, word, match.end())
        if draft is None:
            break
        draft.own_start = start
        drafts.append(draft)
        another = _ANOTHER.match(page.clean.lower, draft.end)
        start = another.end() if another else None
        match = _NEXT_CONGRESS.match(page.clean.lower, start) if start is not None else None
    return drafts


def _read_one_congress(page: Page, word: KindWord, position: int) -> Draft | None:
    """Read the parts of a congress's name in any order: ordinal, body, scope, term."""
    clean, draft = page.clean, _unnumbered(word, position)
    ordinal: int | None = None
    body: str | None = None
    scope: str | None = None
    for _ in range(_MOST_PIECES):
        if match := _QUALIFIER.match(clean.lower, draft.end):
            draft.end = match.end()
        elif match := _NATIONWIDE.match(clean.lower, draft.end):
            body, draft.end = f"{body or ''} toàn quốc".strip(), match.end()
        elif ordinal is None and (match := _BARE_ORDINAL.match(clean.text, draft.end)):
            ordinal, draft.end = read_ordinal(match["ordinal"]), match.end()
        elif ordinal is None and (match := _ORDINAL.match(clean.lower, draft.end)):
            ordinal, draft.end = read_ordinal(match["time"] or match["session"]), match.end()
        elif scope is None and (match := _SCOPE.match(clean.lower, draft.end)):
            scope, draft.end = ("cấp mình" if match["own"] else "các cấp"), match.end()
        elif body and (match := _GLOSS.match(clean.text, draft.end)):
            draft.end = match.end()
        elif _lacks_body(body) and (span := _congress_body(page, draft.end)):
            printed = clean.squeezed(*span)
            body, draft.end = f"{printed} {body}" if body else printed, span[1]
        else:
            break
    if ordinal is None and body is None and scope is None:
        return None
    _take_own_number(page, draft)
    read_tail(page, draft)
    if body and body.lower().endswith("các cấp"):
        scope = "các cấp"
    draft.meeting = Meeting(type="congress", body=body, ordinal=ordinal, scope=scope)  # type: ignore[arg-type]
    return draft


def _lacks_body(body: str | None) -> bool:
    return body is None or body == "toàn quốc"


def _congress_body(page: Page, position: int) -> tuple[int, int] | None:
    owner = _OF.match(page.clean.lower, position)
    start = owner.end() if owner else page.skip_blanks(position)
    if start == position:
        return None
    end = read_body(page.clean, start, congress=True) or _party(page, start)
    return (start, end) if end else None


_PARTY = re.compile(
    rf"đảng(?!{GAP}(?:bộ|ủy|đoàn|viên))(?:{GAP}cộng{GAP}sản{GAP}việt{GAP}nam)?(?:{GAP}các{GAP}cấp)?(?!\w)"
)


def _party(page: Page, position: int) -> int | None:
    match = _PARTY.match(page.clean.lower, position)
    return match.end() if match else None


def _read_law(page: Page, word: KindWord) -> list[Draft]:
    lower = page.clean.lower
    if word.kind == "Hiến pháp":
        match = _CONSTITUTION.match(lower, word.end)
        return [_finish_law(page, word, match.end())] if match and word.capital else []
    end = _read_law_name(page, word)
    if end is None:
        return []
    return [_finish_law(page, word, end)]


def _read_law_name(page: Page, word: KindWord) -> int | None:
    lower = page.clean.lower
    if amending := _AMENDING.match(lower, word.end):
        return _read_amended(lower, amending.end())
    pattern = _CODE if word.kind == "Bộ luật" else _LAW
    known = pattern.match(lower, word.end) if word.kind != "Pháp lệnh" else None
    if known and (
        word.capital
        or page.clean.text[page.skip_blanks(word.end)].isupper()
        or _dated(lower, known.end())
    ):
        return known.end()
    opened = _OPEN_LAW.match(lower, word.end)
    if opened is None or _STOPS_LAW.search(opened.group()):
        return None
    return opened.end() if page.clean.text[page.skip_blanks(word.end)].isupper() else None


def _read_amended(lower: str, position: int) -> int | None:
    """Read the names an amending law lists; further ones only when a date or number closes the list."""
    first = _LAW.match(lower, position) or _CODE.match(lower, position)
    if first is None:
        return None
    end = first.end()
    while (more := _AND_LAW.match(lower, end)) and (
        name := _LAW.match(lower, more.end()) or _CODE.match(lower, more.end())
    ):
        end = name.end()
    return end if _dated(lower, end) else first.end()


def _dated(lower: str, position: int) -> bool:
    number = _LAW_NUMBER.match(lower, position)
    return (
        _LAW_YEAR.match(lower, position) is not None
        or read_date(lower, position + 1) is not None
        or bool(number and "số" in number.group())
    )


def _finish_law(page: Page, word: KindWord, end: int) -> Draft:
    clean = page.clean
    draft = _unnumbered(word, end, name=clean.squeezed(word.start, end))
    if revised := _REVISED.match(clean.lower, end):
        draft.end = revised.end()
    lead = _LAW_NUMBER.match(clean.lower, draft.end)
    number = page.number_at.get(lead.end()) if lead else None
    if number and number.goes_with(word.kind) and number.number.kind is None:
        draft.form, draft.number, draft.number_span = (
            "numbered",
            number.number,
            (number.start, number.end),
        )
        draft.end = number.end
    elif year := _LAW_YEAR.match(clean.lower, draft.end):
        draft.date, draft.dated = year["bracketed"] or year["bare"], True
        draft.end = year.end()
        _take_law_number(page, draft)
    opened = clean.text[lead.start() : lead.end()].count("(") if lead and number else 0
    read_tail(page, draft)
    if opened and clean.text[draft.end : draft.end + 1] == ")":
        draft.end += 1
    if not draft.number:
        _take_law_number(page, draft)
    return draft


def _take_law_number(page: Page, draft: Draft) -> None:
    """Take the number in brackets after the year: “Luật Công đoàn năm 2012 (Luật số 12/2012/QH13)”."""
    lower = page.clean.lower
    lead = _LAW_NUMBER.match(lower, draft.end)
    number = page.number_at.get(lead.end()) if lead and "(" in lead.group() else None
    if number is None or number.number.type:
        return
    draft.form, draft.number, draft.number_span = (
        "numbered",
        number.number,
        (number.start, number.end),
    )
    close = page.skip_blanks(number.end)
    draft.end = close + 1 if lower[close : close + 1] == ")" else number.end


def _read_charter(page: Page, word: KindWord) -> list[Draft]:
    clean = page.clean
    match = _CHARTER.match(clean.lower, word.end)
    if match is None or not (word.capital or clean.text[page.skip_blanks(word.end)].isupper()):
        return []
    draft = _unnumbered(word, match.end(), name=clean.squeezed(word.start, match.end()))
    if time := _CHARTER_TIME.match(clean.lower, draft.end):
        draft.session, draft.end = read_ordinal(time["ordinal"]), time.end()
    read_tail(page, draft)
    return [draft]


def _read_programme(page: Page, word: KindWord) -> list[Draft]:
    """Read a programme for a whole term: “Chương trình công tác toàn khóa của … (khóa XII)”."""
    lower = page.clean.lower
    whole = _WHOLE_TERM.match(lower, word.end)
    end = whole.end() if whole else word.end
    draft = _unnumbered(word, end, name=page.clean.squeezed(word.start, end))
    read_tail(page, draft)
    if draft.issuer is None or not (whole or draft.session or draft.term):
        return []
    count = _COUNT_BEFORE.search(lower, max(0, word.start - 6), word.start)
    if count:
        draft.start = count.start()
        draft.name = page.clean.squeezed(draft.start, end)
    return [draft]


def _read_dated(page: Page, word: KindWord) -> list[Draft]:
    """Read a document told by its day and issuer: “Công văn ngày 03/11/2023 của LĐLĐ tỉnh”."""
    draft = _unnumbered(word, word.end)
    read_tail(page, draft)
    if draft.issuer is None or draft.date is None or len(draft.date) != 10:
        return []
    return [draft]


def _unnumbered(
    word: KindWord,
    end: int,
    *,
    issuer: str | None = None,
    session: int | None = None,
    meeting: Meeting | None = None,
    name: str | None = None,
) -> Draft:
    return Draft(
        start=word.start,
        end=end,
        kind=word.kind,
        form="unnumbered",
        issuer=issuer,
        session=session,
        meeting=meeting,
        name=name,
    )
