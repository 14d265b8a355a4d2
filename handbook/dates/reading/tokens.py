"""Find the points in time and the words around them in a cleaned phrase."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handbook.dates.reading.points import Point

_Y = r"(?:19|20)[0-9]{2}(?![0-9])"
_OF_YEAR = rf"(?:(?: ?[/.-] ?|,? (?:cua )?nam | ){_Y})?"
_QUARTER_NAME = r"(?:iv|i{1,3}|[1-4]|mot|hai|ba|tu|thu (?:nhat|hai|ba|tu|[1-4]))"
_QUARTERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "thu nhat": 1,
    "thu hai": 2, "thu ba": 3, "thu tu": 4, "thu 1": 1, "thu 2": 2, "thu 3": 3, "thu 4": 4,
}  # fmt: skip
_ORDINALS = {"dau": "1", "mot": "1", "nhat": "1", "hai": "2", "ba": "3", "tu": "4", "nam": "5"}
_PARTS = {
    "dau": "dau", "giua": "giua", "cuoi": "cuoi", "thuong tuan": "dau", "trung tuan": "giua",
    "ha tuan": "cuoi",
}  # fmt: skip
_PART = r"(?:dau|giua|cuoi|thuong tuan|trung tuan|ha tuan)"

_DD = r"[0-9]{1,2}"
_ALONE = rf"(?<![0-9/]){_DD}"
_WEEK_NAME = r"(?:[1-5]|nhat|hai|ba|tu|nam|mot|dau|cuoi)"

_PATTERNS = {
    "school": rf"nam hoc (?:{_Y}) ?- ?(?:{_Y}|[0-9]{{2}}\b)",
    "term": rf"(?:nhiem ky|nhiem ki|khoa [ivx]+,?)(?: [ivx]+,?)? {_Y} ?- ?{_Y}",
    "time": rf"(?<![\d/]){_DD}(?:[:h][0-5][0-9]\b|h\b| gio\b(?: ?[0-5][0-9]\b)?|g[0-5][0-9]\b)"
    r"(?: ?phut\b|')?",
    "full": rf"(?:ngay )?{_DD}(?P<s>[/.-]){_DD}(?P=s)(?:{_Y}|[0-9]{{2}}(?![0-9/]))"
    rf"|(?:ngay )?{_DD},? ?(?:thang ?|/){_DD}(?:,? ?nam |[/.-]|,? ){_Y}",
    "day": rf"(?:ngay )?{_DD}/{_DD}(?![0-9/])|(?:ngay )?{_DD} thang {_DD}(?![0-9/]| lan)"
    rf"|ngay {_DD}[.-]{_DD}(?![0-9/.-])(?! (?:hang |moi |cua )?thang)",
    "days": rf"{_DD} ngay (?:dau|cuoi)(?: tien| cung)? (?:cua )?thang {_DD}{_OF_YEAR}"
    rf"|nua (?:dau|cuoi|sau) (?:cua )?thang {_DD}{_OF_YEAR}",
    "week": rf"tuan (?:le )?(?:thu )?{_WEEK_NAME}(?: tien| cung)?,? (?:cua |trong )?"
    rf"thang {_DD}{_OF_YEAR}",
    "months": rf"{_DD} thang (?:dau|cuoi)\b(?: cua)?(?:,? nam)?(?:[ /-]{_Y})?(?! quy)"
    rf"|nua (?:dau|cuoi|sau) (?:cua )?nam(?:[ /-]{_Y})?",
    "part": rf"{_PART} (?:cua )?(?:thang {_DD}(?![0-9]){_OF_YEAR}"
    rf"|quy {_QUARTER_NAME}\b{_OF_YEAR}|nam\b(?! hoc)(?: {_Y})?)",
    "month": rf"thang {_DD}(?![0-9]| lan)(?:/[0-9]{{2}}(?![0-9/])|{_OF_YEAR})"
    rf"|\bt{_DD}[/.-]{_Y}|{_DD}/{_Y}",
    "quarter": rf"quy {_QUARTER_NAME}\b{_OF_YEAR}|\bq[1-4] ?[/.-]?(?: ?nam )?{_Y}",
    "year": rf"nam {_Y}(?!/)|(?<![0-9/]){_Y}(?!/)",
    "alone": rf"ngay {_DD}(?![0-9/])|{_ALONE}(?= ?- ?{_DD}(?:/| thang))"
    rf"|{_ALONE}(?=(?:,| va| den| den ngay| hoac| toi) (?:ngay )?"
    rf"{_DD}(?:/[0-9]| thang [0-9]|,| va))",
    "weekday": r"(?<!tuan )(?<!quy )(?<!lan )(?<!khoa )"
    r"(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\b",
    "not_before": r"khong (?:duoc )?(?:truoc|som hon)\b",
    "before": r"truoc\b(?! (?:mat|day|khi|het|va trong))",
    "by": r"truoc va trong\b|truoc khi (?:ket thuc|het)\b|(?:cham|muon|tre) nhat\b"
    r"|khong (?:duoc |de )?(?:qua|(?:muon|tre|cham) (?:hon|qua)|sau)\b"
    r"|han (?:cuoi|chot|nop|gui)\b|thoi han\b|\bhan\b"
    r"|den het\b|\bhet\b|\btoi\b|\bden\b",
    "after": r"\bsau\b(?! khi)",
    "since": r"(?:\bke |\btinh |\bbat dau )?\btu\b|\bbat dau\b",
    "and": r"\bva\b|\bhoac\b|,|\+|&",
    "dash": r"-",
}  # fmt: skip
_TOKEN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()))
_MONTH_LIST = re.compile(
    r"\b(thang|quy) ((?:[0-9]{1,2}|iv|i{1,3})(?:(?: ?, ?| va | den |, va | ?- ?)"
    r"(?:thang |quy )?(?:[0-9]{1,2}|iv|i{1,3})\b(?!/[0-9]{1,2}(?![0-9])| thang [0-9]))+)"
)
_CITED = re.compile(
    r"(?:\bso )?\b[0-9]{1,5}[a-z]? ?[-/] ?(?:[0-9]{4}/)?[a-z]{2,}[\w/-]*(?: -\w+)?,? "
    r"(?:ky |ban hanh )?(?:ngay )?[0-9]{1,2}(?:[/.-]| thang )[0-9]{1,2}(?:[/.-]| nam )[0-9]{4}"
)
"""A cited document with its own date: “Kế hoạch số 53/KH-LĐLĐ ngày 28/8/2020”."""


@dataclass(frozen=True, slots=True)
class Token:
    """A point in time, or a word that bears on one; places count in the cleaned phrase."""

    kind: str
    start: int
    end: int
    point: Point | None = None
    text: str = ""


def find_tokens(plain: str) -> list[Token]:
    """Find all tokens of a cleaned phrase, in order."""
    plain = _CITED.sub(lambda match: " " * len(match[0]), plain)
    plain = _MONTH_LIST.sub(_name_each, plain)
    found: list[Token] = []
    for match in _TOKEN.finditer(plain):
        kind = next(name for name in _PATTERNS if match[name] is not None)
        found.extend(_tokens_of(kind, match))
    return found


def _name_each(match: re.Match[str]) -> str:
    """Write the unit before each: “thang 10, 11/2023” becomes “thang 10, thang 11/2023”."""
    unit = match[1]
    return re.sub(r"\b(?:thang |quy )?([0-9]{1,2}|iv|i{1,3})\b", rf"{unit} \1", match[2])


def _tokens_of(kind: str, match: re.Match[str]) -> Iterator[Token]:
    text = match[0]
    make = _MAKERS.get(kind)
    if make is None:
        yield Token(kind, match.start(), match.end(), text=text)
        return
    points = make(text)
    for position, point in enumerate(points):
        if position:
            yield Token("dash", match.end(), match.end())
        yield Token("point", match.start(), match.end(), point, text)


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"[0-9]+", text)]


def _year_in(text: str) -> int | None:
    match = re.search(rf"(?<![0-9]){_Y}", text)
    return int(match[0]) if match else None


def _full(text: str) -> list[Point]:
    day, month, year = _numbers(text)
    return [Point(f"{month:02}-{day:02}", year + 2000 if year < 100 else year)]


def _day(text: str) -> list[Point]:
    day, month = _numbers(text)
    is_written_out = "ngay" in text or "thang" in text
    return [Point(f"{month:02}-{day:02}")] if is_written_out or (day <= 31 and month <= 12) else []


def _days(text: str) -> list[Point]:
    if text.startswith("nua"):
        return _half_of_month(text)
    count, month = _numbers(text)[:2]
    year = _year_in(text)
    if "dau" in text:
        return [Point(f"{month:02}-01", year), Point(f"{month:02}-{count:02}", year)]
    return [Point(f"{month:02}-cuoi", year)]


def _half_of_month(text: str) -> list[Point]:
    month, year = _numbers(text)[0], _year_in(text)
    if " dau" in text:
        return [Point(f"{month:02}-01", year), Point(f"{month:02}-15", year)]
    return [Point(f"{month:02}-16", year), Point(f"{month:02}", year)]


def _week(text: str) -> list[Point]:
    name = re.match(r"tuan (?:le )?(?:thu )?(\w+)", text)
    assert name  # the pattern's own beginning
    week = "cuoi" if name[1] == "cuoi" else _ORDINALS.get(name[1], name[1])
    month = re.search(r"thang ([0-9]+)", text)
    assert month
    return [Point(f"{int(month[1]):02}-tuan{week}", _year_in(text))]


def _months(text: str) -> list[Point]:
    year = _year_in(text)
    count = 6 if text.startswith("nua") else _numbers(text)[0]
    is_first = " dau" in text
    if count == 6:
        return [Point("H1" if is_first else "H2", year)]
    if not 1 <= count <= 12:
        return []
    first, last = (1, count) if is_first else (13 - count, 12)
    return [Point(f"{first:02}", year), Point(f"{last:02}", year)]


def _part(text: str) -> list[Point]:
    words = re.match(_PART, text)
    assert words
    part, rest = _PARTS[words[0]], text[words.end() :]
    if "thang" in rest:
        return [Point(f"{_numbers(rest)[0]:02}-{part}", _year_in(rest))]
    if "quy" in rest:
        return [Point(f"{_quarter(rest)[0].rest}-{part}", _year_in(rest))]
    return [Point(part, _year_in(rest))]


def _month(text: str) -> list[Point]:
    month, *year = _numbers(text)
    short = year[0] + 2000 if year and year[0] < 100 else None
    return [Point(f"{month:02}", short or _year_in(text))]


def _quarter(text: str) -> list[Point]:
    year = _year_in(text)
    name = re.match(rf" ?(?:cua )?quy ({_QUARTER_NAME})\b|q([1-4])", text)
    assert name
    word = name[1] or name[2]
    return [Point(f"Q{_QUARTERS.get(word) or word}", year)]


def _year(text: str) -> list[Point]:
    return [Point("", _year_in(text))]


def _alone(text: str) -> list[Point]:
    return [Point(f"00-{_numbers(text)[0]:02}")]


_MAKERS: dict[str, Callable[[str], list[Point]]] = {
    "full": _full,
    "day": _day,
    "days": _days,
    "week": _week,
    "months": _months,
    "part": _part,
    "month": _month,
    "quarter": _quarter,
    "year": _year,
    "alone": _alone,
}
