"""Short forms: a kind and figures with no symbol — “Nghị quyết 02”, “CV 633”, “Nghị định 145/2020”.

Figures after a word for a kind are as often a quantity (“kế hoạch 5 năm”, “quyết định 3 nội dung”),
so what follows decides, and how strict it is depends on the kind.
"""

from __future__ import annotations

import re

from handbook.citations.drafts import Draft, Page
from handbook.citations.lexing import KindWord
from handbook.citations.numbers import DocumentNumber
from handbook.citations.patterns import pattern
from handbook.citations.tails import read_tail

_NOT_LONGER = r"(?![\w%]|\x20?[.,/:-][0-9]|\x20?/|-\w)"
_FIGURES = pattern(
    r"~(?P<says>số(?: hiệu)?~[:.]?~)?(?P<digits>[0-9]{1,5})(?P<letter>[a-eđ](?!\w))?"
    rf"(?:~/~(?P<year>(?:19|20)[0-9]{{2}}))?{_NOT_LONGER}"
)
_MORE = pattern(
    rf"~(?:,|;|và|hoặc|hay)~(?:số )?(?P<digits>[0-9]{{2,4}})(?P<letter>[a-eđ](?!\w))?{_NOT_LONGER}"
)
_AFTER = pattern(r"[\x20\n]{0,4}(?:$|[.,;:!?()\[\]“”\"'»/-]|(?P<word>\w+))")
_WORDS_AFTER = (
    "của về và hoặc hay trên tại cho đã đến do khóa là gắn trong với để được có quy yêu thì cũng ở"
    " nhằm từ này nêu vào ra thay cùng như đối bằng không còn phải chưa đang sau trước theo đi sẽ"
    " mới nhưng nói đó tw trung bộ ban chính v tới vẫn cần thực tiếp sửa hướng khi đề giao vừa mà"
    " thuộc"
)
_GOES_ON = frozenset(_WORDS_AFTER.split())
"""Words that may follow a document's number; after a quantity comes a noun."""
_YEAR_FOLLOWS = pattern(r"~năm~(?:19|20)[0-9]{2}")
_DAY_FOLLOWS = pattern(r"~ngày~[0-9]")
_OWNER_FOLLOWS = pattern(r"~(?:,~)?(?:của|ngày|do) ")
_YEARLIKE = re.compile(r"(?:19|20)[0-9]{2}")

_STRONG = frozenset(
    ("Nghị quyết", "Chỉ thị", "Kết luận", "Nghị định", "Thông tư", "Thông tri", "Công văn")
)
"""Kinds cited by their figures in everyday speech."""
_MIDDLING = frozenset(
    (
        "Chương trình",
        "Chương trình hành động",
        "Công điện",
        "Hướng dẫn",
        "Kế hoạch",
        "Pháp lệnh",
        "Quy định",
        "Quyết định",
        "Thông tư liên tịch",
        "Đề án",
    )
)
"""Kinds that need a capital letter as well; any other kind needs “số”."""
_DOUBTFUL_ABBREVIATIONS = frozenset(
    ("Báo cáo", "Chỉ thị", "Hướng dẫn", "Kế hoạch", "Thông báo", "Thông tư", "Tờ trình")
)
_MOST_ITEMS = 20


def read_short(page: Page, word: KindWord) -> list[Draft]:
    """Read the short form that begins with a word for a kind, or [] when the figures are none."""
    match = _FIGURES.match(page.clean.lower, word.end)
    if match is None or not _is_short_form(page, word, match):
        return []
    drafts = [_new(word, match, word.start)]
    if word.kind in _STRONG | _MIDDLING and not match["year"]:
        drafts += _read_more(page, word, match.end())
        if word.kind in _MIDDLING and _lists_a_count(page, drafts[-1].end):
            return []
    read_tail(page, drafts[-1])
    if _is_mere_count(drafts[-1]):
        return []
    for draft in drafts[:-1]:
        draft.take_shared(drafts[-1])
    return drafts


def _is_short_form(page: Page, word: KindWord, match: re.Match[str]) -> bool:
    lower, digits, kind = page.clean.lower, match["digits"], word.kind
    says_number = match["says"] is not None
    if _YEARLIKE.fullmatch(digits) and not says_number and digits not in page.figures:
        return False
    if _counts_something(lower, match.end()):
        return False
    if says_number:
        return True
    if match["year"]:
        return kind in _STRONG or kind == "Quyết định"
    if match["letter"]:
        return kind in _STRONG
    return _is_firm(lower, word, match)


def _is_firm(lower: str, word: KindWord, match: re.Match[str]) -> bool:
    """Weigh figures that stand right after the kind, with no “số”."""
    padded = match["digits"].startswith("0")
    owned = _OWNER_FOLLOWS.match(lower, match.end()) is not None
    if not padded and len(match["digits"]) < 2:
        return False
    if word.abbreviated and word.kind in _DOUBTFUL_ABBREVIATIONS:
        return padded or owned
    if word.kind in _STRONG:
        return word.capital or padded or owned
    return word.kind in _MIDDLING and word.capital


def _lists_a_count(page: Page, position: int) -> bool:
    """Tell “Kế hoạch 15, 30, 45 ngày”: the list goes on with figures that count something."""
    lower = page.clean.lower
    return (match := _MORE.match(lower, position)) is not None and _counts_something(
        lower, match.end()
    )


def _is_mere_count(draft: Draft) -> bool:
    """Tell “kế hoạch số 1 là …”: one figure, not padded as in offices, with no date or issuer."""
    number = draft.number
    alone = number is not None and len(number.short) == 1
    return alone and not draft.dated and draft.issuer is None


def _counts_something(lower: str, position: int) -> bool:
    """Tell whether the figures count a noun: no word that may follow a number comes next."""
    after = _AFTER.match(lower, position)
    if after is None:
        return True
    if after["word"] is None or _YEAR_FOLLOWS.match(lower, position):
        return False
    if after["word"] == "ngày":
        return _DAY_FOLLOWS.match(lower, position) is None
    return after["word"] not in _GOES_ON


def _read_more(page: Page, word: KindWord, position: int) -> list[Draft]:
    """Read the other figures of a list: “Nghị quyết 18, 19 và 20 của …”."""
    drafts: list[Draft] = []
    lower = page.clean.lower
    while len(drafts) < _MOST_ITEMS and (match := _MORE.match(lower, position)):
        if _YEARLIKE.fullmatch(match["digits"]) or _counts_something(lower, match.end()):
            break
        drafts.append(_new(word, match, match.start("digits")))
        position = match.end()
    return drafts


def _new(word: KindWord, match: re.Match[str], start: int) -> Draft:
    groups = match.groupdict()
    number = DocumentNumber(
        digits=match["digits"], letter=match["letter"] or "", year=groups.get("year")
    )
    end = max(match.end(name) for name in ("digits", "letter", "year") if name in groups)
    span = (match.start("digits"), end)
    return Draft(
        start=start, end=end, kind=word.kind, form="short", number=number, number_span=span
    )
