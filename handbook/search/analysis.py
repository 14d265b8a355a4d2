"""Text analysis: Vietnamese text → terms, the same in Python (index) and JavaScript (query).

Its twin is `browser/analysis.js`; `tests/search/analysis_cases.yml` and a property
test hold the two together.  A change here is a change there.

A *token* is a run of letters or a run of digits.  Its *exact* form keeps the vowels and puts the
tone behind as a digit, so that `hòa` and `hoà` are one (`hoa1`); its *folded* form has no marks
(`hoa`).  Digits lose leading zeros, and `3.100` is one number.  `kỹ` and `kĩ` are one as well.

A *number key* stands for a document's number in any spelling: `02 NQ/TW`, `02-NQ/TW`, `nghị quyết
02` all give `2nq`, the first two `2nqtw` too.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_GAP_AND_RUN = re.compile("([^a-zđ\u0300-\u036f0-9]*)([a-zđ\u0300-\u036f]+|[0-9]+)")
_RUN = re.compile("[a-zđ\u0300-\u036f]+")
_DIGIT = re.compile("[0-9]")
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_TONE = re.compile("[\u0300\u0309\u0303\u0301\u0323]")
_OTHER_MARK = re.compile("[\u0300-\u0301\u0303-\u0305\u0307-\u031a\u031c-\u036f]")
_MARK = re.compile("[\u0300-\u036f]")
_I_OR_Y = re.compile("^(h|k|l|m|s|t|qu)y$")


class Form(NamedTuple):
    """The exact and the folded form of a token; both empty for marks without a letter."""

    exact: str
    fold: str


class Tokens(NamedTuple):
    """The tokens of a text, side by side; `gaps` says what stands before each (see `gap_kind`)."""

    exact: list[str]
    fold: list[str]
    gaps: list[int]


GLUED, SPACE, DASH, SLASH, DOT, BREAK = range(6)
_SPACES = re.compile("^[ \t\n\r\u00a0]*$")
_SEPARATORS = re.compile("^[ \t\n\r\u00a0]*[/\u2010-\u2015-][ \t\n\r\u00a0/\u2010-\u2015-]*$")


def gap_kind(gap: str) -> int:
    """Classify what stands between two tokens.

    >>> [gap_kind(gap) for gap in ("", " ", " - ", "/ ", ".", ", ")]
    [0, 1, 2, 3, 4, 5]
    """
    if not gap:
        return GLUED
    if _SPACES.match(gap):
        return SPACE
    if _SEPARATORS.match(gap):
        return SLASH if "/" in gap else DASH
    return DOT if gap == "." else BREAK


def form_of(run: str) -> Form:
    """Give the forms of a run of lower-case, decomposed letters or of digits.

    >>> form_of(unicodedata.normalize("NFD", "thuý")), form_of("0039")
    (Form(exact='thuy4', fold='thuy'), Form(exact='39', fold='39'))
    """
    if run[0] <= "9":
        number = run.lstrip("0") or "0"
        return Form(number, number)
    tone = max((_TONES[mark] for mark in _TONE.findall(run)), default="")
    vowels = unicodedata.normalize("NFC", _OTHER_MARK.sub("", run))
    letters = _I_OR_Y.sub(r"\1i", _MARK.sub("", vowels))
    if not letters:
        return Form("", "")
    return Form(letters + tone, _fold(letters))


class _Exact(dict[str, str]):
    """Keeps what was analysed: a language has few syllables, and texts repeat them."""

    def __missing__(self, run: str) -> str:
        exact = self[run] = form_of(run).exact
        return exact


class _Folds(dict[str, str]):
    def __missing__(self, exact: str) -> str:
        fold = self[exact] = _fold(exact) if exact[:1].isalpha() else exact
        return fold


def _fold(exact: str) -> str:
    letters = exact[:-1] if exact[-1] in _TONES.values() else exact
    return _MARK.sub("", unicodedata.normalize("NFD", letters)).replace("đ", "d")


fold_of = _Folds()
"""Exact form → folded form.  Numbers, and keys of numbers and names, are their own."""


class _Gaps(dict[str, int]):
    def __missing__(self, gap: str) -> int:
        self[gap] = gap_kind(gap)
        return self[gap]


_EXACT = _Exact()
_GAPS = _Gaps()


def flatten(text: str) -> str:
    """Decompose and lower a text; the Latin eth that old fonts used for đ becomes đ."""
    return unicodedata.normalize("NFD", text).lower().replace("ð", "đ")


def plain_forms_of(text: str) -> list[str] | None:
    """Give the exact forms of a text without digits, quickly; None if it has digits or oddities."""
    flat = flatten(text)
    if _DIGIT.search(flat):
        return None
    exact = list(map(_EXACT.__getitem__, _RUN.findall(flat)))
    return exact if "" not in exact else None


def tokens_of(text: str) -> Tokens:
    """Split a text into tokens.

    >>> tokens_of("Số: 02-NQ/TW, 3.100 đoàn viên").exact
    ['sô4', '2', 'nq', 'tw', '3100', 'đoan1', 'viên']
    """
    pairs = _GAP_AND_RUN.findall(flatten(text))
    exact = [_EXACT[run] for _, run in pairs]
    gaps = [_GAPS[gap] for gap, _ in pairs]
    gaps[:1] = [BREAK] * bool(gaps)
    if "" in exact or DOT in gaps:
        return _joined_tokens(pairs)
    return Tokens(exact, [fold_of[one] for one in exact], gaps)


def _joined_tokens(pairs: list[tuple[str, str]]) -> Tokens:
    """Do the same where marks stand without a letter, or a number has thousands."""
    tokens = Tokens([], [], [])
    before = last = ""
    for gap, run in pairs:
        exact = _EXACT[run]
        if not exact:  # it belongs to the gap
            before += gap + run
            continue
        if gap == "." and not before and _is_thousands(last, run):
            tokens.exact[-1] = tokens.fold[-1] = (tokens.exact[-1] + run).lstrip("0") or "0"
        else:
            tokens.gaps.append(_GAPS[before + gap] if tokens.exact else BREAK)
            tokens.exact.append(exact)
            tokens.fold.append(fold_of[exact])
            last = run
        before = ""
    return tokens


def _is_thousands(run: str, following: str) -> bool:
    """Tell whether “3” and “100” are one number, printed “3.100”."""
    return len(following) == 3 and following.isdecimal() and 0 < len(run) <= 3 and run.isdecimal()


# Numbers of documents (DOMAIN.md §3).


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TYPES = _words("nq ct qd kh hd cv ctr tb bc tt ttlt nd ttr kl vbhn bs")
TYPE_WORDS = {
    "nghi quyet": "nq",
    "chi thi": "ct",
    "quyet dinh": "qd",
    "qui dinh": "qd",
    "ke hoach": "kh",
    "huong dan": "hd",
    "cong van": "cv",
    "chuong trinh": "ctr",
    "hanh dong": "ctr",
    "thong bao": "tb",
    "bao cao": "bc",
    "thong tu": "tt",
    "lien tich": "ttlt",
    "nghi dinh": "nd",
    "to trinh": "ttr",
    "ket luan": "kl",
}
ORGANISATIONS = _words(
    "tw tu hu qu du vptw btctw bct cp ttg qh ubtvqh ubnd hdnd tld bch dct ldld cdvc cdn cdyt cdcs"
    " twdtn btc"
)
UNITS = _words("thang nam qui ngay tuan lan nguoi trieu")
_MAX_DIGITS = 5


class NumberKey(NamedTuple):
    """A document's number found in a text: its keys, the most specific first, and its tokens."""

    keys: tuple[str, ...]
    bare: str
    start: int
    end: int


def numbers_of(tokens: Tokens) -> list[NumberKey]:
    """Find the numbers of documents among tokens.

    >>> [one.keys for one in numbers_of(tokens_of("Nghị quyết 02-NQ/TW và cv 633 tld"))]
    [('2nqtw', '2nq'), ('633cvtld', '633cv', '633tld')]
    """
    found = (
        _number_at(tokens, at)
        for at, exact in enumerate(tokens.exact)
        if exact[0] <= "9" and len(exact) <= _MAX_DIGITS
    )
    return [one for one in found if one]


def _number_at(tokens: Tokens, at: int) -> NumberKey | None:
    number = tokens.fold[at]
    start, word = _type_before(tokens, at)
    end = at + 1
    if _has_letter(tokens, end):
        number += tokens.fold[end]
        end += 1
    if end < len(tokens.exact) and _is_year(tokens, end) and tokens.gaps[end] == SLASH:
        end += 1
    sign, organisation, end = _sign_after(tokens, end)
    if _is_count(tokens, at, end, sign, organisation):
        return None
    keys = [number + kind for kind in (sign, word) if kind]
    if organisation:
        kind = sign or word
        keys = [number + kind + organisation] * bool(kind) + keys
        if not sign:
            keys.append(number + organisation)
    return NumberKey(tuple(dict.fromkeys(keys)), tokens.fold[at], start, end) if keys else None


def _type_before(tokens: Tokens, at: int) -> tuple[int, str]:
    """Find the word of a kind of document before a number: where it starts, its sign."""
    fold = tokens.fold
    first = at - 1 if at and fold[at - 1] == "so" else at
    if first >= 2:
        sign = TYPE_WORDS.get(f"{fold[first - 2]} {fold[first - 1]}", "")
        if sign:
            return first - 2, sign
    if first >= 1 and (fold[first - 1] == "luat" or fold[first - 1] in TYPES):
        return first - 1, fold[first - 1]
    return first, ""


def _has_letter(tokens: Tokens, at: int) -> bool:
    """Tell whether the token is the letter of a number such as “6b”."""
    return (
        at < len(tokens.exact)
        and tokens.gaps[at] == GLUED
        and len(tokens.fold[at]) == 1
        and "a" <= tokens.fold[at] <= "h"
    )


def _is_year(tokens: Tokens, at: int) -> bool:
    return len(tokens.exact[at]) == 4 and "1945" <= tokens.exact[at] <= "2099"


def _sign_after(tokens: Tokens, at: int) -> tuple[str, str, int]:
    """Read “-NQ/TW”, “/LĐLĐ”, “ kh ldld”, “khldld”: the sign, the organisation, the end."""
    if at >= len(tokens.exact) or tokens.gaps[at] > SLASH:
        return "", "", at
    fold = tokens.fold[at]
    if fold in TYPES:
        organisation, end = _organisation_at(tokens, at + 1, has_sign=True)
        return fold, organisation, end
    if fold not in ORGANISATIONS:
        for length in (2, 3, 4):
            sign, rest = fold[:length], fold[length:]
            if sign in TYPES and rest in ORGANISATIONS:
                return sign, _canonical(rest), at + 1
    organisation, end = _organisation_at(tokens, at, has_sign=False)
    return "", organisation, end


def _organisation_at(tokens: Tokens, at: int, *, has_sign: bool) -> tuple[str, int]:
    if at >= len(tokens.exact) or tokens.exact[at][0] <= "9":
        return "", at
    exact, fold, gap = tokens.exact[at], tokens.fold[at], tokens.gaps[at]
    is_known = fold in ORGANISATIONS and gap <= SLASH and exact[-1] > "9"
    is_printed = has_sign and gap in (DASH, SLASH) and 2 <= len(fold) <= 8
    if not is_known and not is_printed:
        return "", at
    name = "tw" if exact == "tư" else _canonical(fold)
    following = at + 1
    if (
        name in ("qh", "ubtvqh")
        and following < len(tokens.exact)
        and tokens.gaps[following] == GLUED
    ):
        return name + tokens.fold[following], following + 1
    return name, following


def _canonical(organisation: str) -> str:
    """The Political Bureau's numbers bear TW; copies often print BCT."""
    return "tw" if organisation == "bct" else organisation


def _is_count(tokens: Tokens, at: int, end: int, sign: str, organisation: str) -> bool:
    """Tell whether a number counts or dates: “kế hoạch 2023”, “191/2013”, “báo cáo 6 tháng”."""
    if _is_year(tokens, at):
        if at and tokens.gaps[at] == SLASH and tokens.exact[at - 1][0] <= "9":
            return True
        return tokens.gaps[at + 1] == SPACE if sign or organisation else True
    if sign or organisation or end >= len(tokens.exact) or tokens.fold[end] not in UNITS:
        return False
    return not _is_date(tokens, end)


def _is_date(tokens: Tokens, at: int) -> bool:
    """Tell “ngày 28/9” and “năm 2021”, which follow a number, from “6 ngày”, “5 năm 2021–2025”."""
    following = tokens.exact[at + 1 : at + 3]
    if tokens.fold[at] not in ("ngay", "nam") or not following or following[0][0] > "9":
        return False
    is_range = following[-1][0] <= "9" and tokens.gaps[at + len(following)] == DASH
    return not (tokens.fold[at] == "nam" and is_range)
