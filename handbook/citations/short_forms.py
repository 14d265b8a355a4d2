"""Short forms: a kind and figures with no symbol — “Nghị quyết 02”, “CV 633”, “Nghị định số 145/2020”.

Figures after a word for a kind are as often a quantity (“kế hoạch 5 năm”, “quyết định 3 nội dung”),
so what follows decides, and how strict it is depends on the kind.
"""

from __future__ import annotations

import re

from handbook.citations.drafts import Draft, Page
from handbook.citations.lexing import KindWord
from handbook.citations.numbers import DocumentNumber
from handbook.citations.ordinals import GAP
from handbook.citations.tails import read_tail
from handbook.citations.vocabulary import any_of

_S = r"[ \n]{0,3}"
_FIGURES = re.compile(
    rf"{_S}(?P<says>số(?:{GAP}hiệu)?{_S}[:.]?{_S})?(?P<digits>[0-9]{{1,5}})(?P<letter>[a-eđ](?!\w))?"
    rf"(?:{_S}/{_S}(?P<year>(?:19|20)[0-9]{{2}}))?(?![\w%]|[ ]?[.,/:-][0-9]|[ ]?/|-\w)"
)
_MORE = re.compile(
    rf"{_S}(?:,|;|và|hoặc){_S}(?:số{GAP})?(?P<digits>[0-9]{{2,4}})(?P<letter>[a-eđ](?!\w))?(?![\w%]|[ ]?[.,/:-][0-9]|[ ]?/)"
)
_AFTER = re.compile(r"[ \n]{0,4}(?:$|[.,;:!?()\[\]“”\"'»/-]|(?P<word>\w+))")
_GOES_ON = frozenset(
    [
        "của",
        "ngày",
        "về",
        "và",
        "hoặc",
        "hay",
        "trên",
        "tại",
        "cho",
        "đã",
        "đến",
        "do",
        "khóa",
        "là",
        "gắn",
        "trong",
        "với",
        "để",
        "được",
        "có",
        "quy",
        "yêu",
        "thì",
        "cũng",
        "ở",
        "nhằm",
        "từ",
        "này",
        "nêu",
        "vào",
        "ra",
        "thay",
        "cùng",
        "như",
        "đối",
        "bằng",
        "không",
        "còn",
        "phải",
        "chưa",
        "đang",
        "sau",
        "trước",
        "theo",
        "đi",
        "sẽ",
        "mới",
        "nhưng",
        "nói",
        "đó",
        "tw",
        "trung",
        "bộ",
        "ban",
        "chính",
        "v",
        "tới",
        "vẫn",
        "cần",
        "thực",
        "tiếp",
        "sửa",
        "hướng",
        "khi",
        "đề",
        "giao",
        "vừa",
        "mà",
        "nói",
        "thuộc",
    ]
)
_STRONG = frozenset(
    ("Nghị quyết", "Chỉ thị", "Kết luận", "Nghị định", "Thông tư", "Công văn", "Thông tri")
)
_MIDDLING = frozenset(
    (
        "Quyết định",
        "Pháp lệnh",
        "Thông tư liên tịch",
        "Đề án",
        "Chương trình",
        "Hướng dẫn",
        "Kế hoạch",
    )
)
_MIDDLING |= {"Chương trình hành động", "Quy định", "Công điện"}
_WEAK_ABBREVIATIONS = frozenset(
    ("Báo cáo", "Hướng dẫn", "Kế hoạch", "Thông báo", "Thông tư", "Tờ trình", "Chỉ thị")
)
_YEARLIKE = re.compile(r"(?:19|20)[0-9]{2}")
_YEAR_FOLLOWS = re.compile(rf"{_S}năm{_S}(?:19|20)[0-9]{{2}}")
_OWNER_FOLLOWS = re.compile(rf"{_S}(?:,{_S})?(?:của|ngày|do){GAP}")
_UNITS = re.compile(
    rf"{_S}(?:{any_of(('năm', 'tháng', 'ngày', 'quý', 'tuần', 'giờ', 'phút', 'triệu', 'tỷ', 'nghìn', 'đồng', 'lần'))})(?!\w)"
)


def read_short(page: Page, word: KindWord) -> list[Draft]:
    """Read the short form that begins with a word for a kind, or [] when the figures are none."""
    lower = page.clean.lower
    match = _FIGURES.match(lower, word.end)
    if match is None or not _is_short_form(page, word, match):
        return []
    drafts = [_draft(word, match, word.start)]
    if word.kind in _STRONG and not match["year"]:
        drafts += _read_more(page, word, match.end())
    read_tail(page, drafts[-1])
    for draft in drafts[:-1]:
        draft.take_shared(drafts[-1])
    return drafts


def _is_short_form(page: Page, word: KindWord, match: re.Match[str]) -> bool:
    lower, digits = page.clean.lower, match["digits"]
    if _YEARLIKE.fullmatch(digits) and not match["says"] and digits not in page.figures:
        return False
    if _counts_something(lower, match.end()):
        return False
    if match["year"]:
        return bool(match["says"]) or word.kind in _STRONG or word.kind == "Quyết định"
    if match["says"]:
        return True
    if match["letter"]:
        return word.kind in _STRONG
    firm = digits.startswith("0") or len(digits) >= 2
    if word.abbreviated and word.kind in _WEAK_ABBREVIATIONS:
        return digits.startswith("0") or (
            firm and _OWNER_FOLLOWS.match(lower, match.end()) is not None
        )
    if word.kind in _STRONG:
        return firm and (
            word.capital
            or digits.startswith("0")
            or _OWNER_FOLLOWS.match(lower, match.end()) is not None
        )
    return word.kind in _MIDDLING and word.capital and firm


def _counts_something(lower: str, position: int) -> bool:
    """Tell whether the figures count a noun: the next word is none that may follow a document's number."""
    if _YEAR_FOLLOWS.match(lower, position):
        return False
    after = _AFTER.match(lower, position)
    if after is None or after["word"] is None:
        return after is None
    if after["word"] == "ngày":
        return re.match(rf"{_S}ngày{_S}[0-9]", lower[position : position + 14]) is None
    return _UNITS.match(lower, position) is not None or after["word"] not in _GOES_ON


def _read_more(page: Page, word: KindWord, position: int) -> list[Draft]:
    """Read the other figures of a list: “Nghị quyết 18, 19 và 20 của …”."""
    drafts: list[Draft] = []
    lower = page.clean.lower
    while len(drafts) < 20 and (match := _MORE.match(lower, position)):
        if _YEARLIKE.fullmatch(match["digits"]) or _counts_something(lower, match.end()):
            break
        drafts.append(_draft(word, match, match.start("digits")))
        position = match.end()
    return drafts


def _draft(word: KindWord, match: re.Match[str], start: int) -> Draft:
    groups = match.groupdict()
    end = (
        match.end("year")
        if groups.get("year")
        else match.end("letter" if match["letter"] else "digits")
    )
    number = DocumentNumber(
        digits=match["digits"], letter=match["letter"] or "", year=groups.get("year")
    )
    return Draft(
        start=start,
        end=end,
        kind=word.kind,
        form="short",
        number=number,
        number_span=(match.start("digits"), end),
    )
