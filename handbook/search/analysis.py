"""Text analysis: Vietnamese text → terms, the same in Python (index) and JavaScript (query).

Its twin is `docs/assets/js/search-analysis.js`; `tests/search/analysis_cases.yml` and a property
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
from functools import lru_cache
from typing import NamedTuple

_RUN = re.compile("[a-zđ\u0300-\u036f]+|[0-9]+")
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_TONE = re.compile("[\u0300\u0309\u0303\u0301\u0323]")
_OTHER_MARK = re.compile("[\u0300-\u0301\u0303-\u0305\u0307-\u031a\u031c-\u036f]")
_MARK = re.compile("[\u0300-\u036f]")
_I_OR_Y = re.compile("^(h|k|l|m|s|t|qu)y$")


class Form(NamedTuple):
    """The exact and the folded form of a token; both empty for marks without a letter."""

    exact: str
    fold: str


class Token(NamedTuple):
    """A token in a text; `gap` says what stands before it (see `gap_kind`)."""

    exact: str
    fold: str
    gap: int


GLUED, SPACE, SEPARATOR, DOT, BREAK = range(5)
_SPACES = re.compile("^[ \t\n\r\u00a0]*$")
_SEPARATORS = re.compile("^[ \t\n\r\u00a0]*[/\u2010-\u2015-][ \t\n\r\u00a0/\u2010-\u2015-]*$")


def gap_kind(gap: str) -> int:
    """Classify what stands between two tokens.

    >>> [gap_kind(gap) for gap in ("", " ", " - ", ".", ", ")]
    [0, 1, 2, 3, 4]
    """
    if not gap:
        return GLUED
    if _SPACES.match(gap):
        return SPACE
    if _SEPARATORS.match(gap):
        return SEPARATOR
    return DOT if gap == "." else BREAK


@lru_cache(maxsize=200_000)
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
    plain = _MARK.sub("", unicodedata.normalize("NFD", letters)).replace("đ", "d")
    return Form(letters + tone, plain)


def flatten(text: str) -> str:
    """Decompose and lower a text; the Latin eth that old fonts used for đ becomes đ."""
    return unicodedata.normalize("NFD", text).lower().replace("ð", "đ")


def tokens_of(text: str) -> list[Token]:
    """Split a text into tokens.

    >>> [token.exact for token in tokens_of("Số: 02-NQ/TW, 3.100 đoàn viên")]
    ['sô4', '2', 'nq', 'tw', '3100', 'đoan1', 'viên']
    """
    flat = flatten(text)
    tokens: list[Token] = []
    end = 0
    short_digits = False  # the token before is a number's first digits: “3” of “3.100”
    for match in _RUN.finditer(flat):
        run = match[0]
        exact, fold = form_of(run)
        if not exact:
            continue
        gap = gap_kind(flat[end : match.start()]) if tokens else BREAK
        is_digits = run[0] <= "9"
        if is_digits and short_digits and gap == DOT and len(run) == 3:
            joined = (tokens[-1].exact + run).lstrip("0") or "0"
            tokens[-1] = Token(joined, joined, tokens[-1].gap)
        else:
            tokens.append(Token(exact, fold, gap))
            short_digits = is_digits and len(run) <= 3
        end = match.end()
    return tokens


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
    start: int
    end: int


def numbers_of(tokens: list[Token]) -> list[NumberKey]:
    """Find the numbers of documents among tokens.

    >>> [one.keys for one in numbers_of(tokens_of("Nghị quyết 02-NQ/TW và cv 633 tld"))]
    [('2nqtw', '2nq'), ('633cvtld', '633cv', '633tld')]
    """
    found = (
        _number_at(tokens, at)
        for at, token in enumerate(tokens)
        if token.exact[0] <= "9" and len(token.exact) <= _MAX_DIGITS
    )
    return [one for one in found if one]


def _number_at(tokens: list[Token], at: int) -> NumberKey | None:
    number = tokens[at].fold
    start, word = _type_before(tokens, at)
    end = at + 1
    if _has_letter(tokens, end):
        number += tokens[end].fold
        end += 1
    if end < len(tokens) and _is_year(tokens[end]) and tokens[end].gap == SEPARATOR:
        end += 1
    sign, organisation, end = _sign_after(tokens, end)
    if _is_count(tokens, at, end, sign, organisation):
        return None
    keys = [number + kind for kind in (sign, word) if kind]
    if organisation:
        keys = [number + kind + organisation for kind in (sign or word,) if kind] + keys
        if not sign:
            keys.append(number + organisation)
    return NumberKey(tuple(dict.fromkeys(keys)), start, end) if keys else None


def _type_before(tokens: list[Token], at: int) -> tuple[int, str]:
    """Find the word of a kind of document before a number: where it starts, its sign."""
    first = at - 1 if at and tokens[at - 1].fold == "so" else at
    if first >= 2:
        sign = TYPE_WORDS.get(f"{tokens[first - 2].fold} {tokens[first - 1].fold}", "")
        if sign:
            return first - 2, sign
    if first >= 1:
        before = tokens[first - 1].fold
        if before == "luat" or before in TYPES:
            return first - 1, before
    return first, ""


def _has_letter(tokens: list[Token], at: int) -> bool:
    """Tell whether the token is the letter of a number such as “6b”."""
    return (
        at < len(tokens)
        and tokens[at].gap == GLUED
        and len(tokens[at].fold) == 1
        and "a" <= tokens[at].fold <= "h"
    )


def _is_year(token: Token) -> bool:
    return len(token.exact) == 4 and "1945" <= token.exact <= "2099"


def _sign_after(tokens: list[Token], at: int) -> tuple[str, str, int]:
    """Read “-NQ/TW”, “/LĐLĐ”, “ kh ldld”, “khldld”: the sign, the organisation, the end."""
    if at >= len(tokens) or tokens[at].gap > SEPARATOR:
        return "", "", at
    token = tokens[at]
    if token.fold in TYPES:
        organisation, end = _organisation_at(tokens, at + 1, has_sign=True)
        return token.fold, organisation, end
    if token.fold not in ORGANISATIONS:
        for length in (2, 3, 4):
            sign, rest = token.fold[:length], token.fold[length:]
            if sign in TYPES and rest in ORGANISATIONS:
                return sign, _canonical(rest), at + 1
    organisation, end = _organisation_at(tokens, at, has_sign=False)
    return "", organisation, end


def _organisation_at(tokens: list[Token], at: int, *, has_sign: bool) -> tuple[str, int]:
    if at >= len(tokens) or tokens[at].exact[0] <= "9":
        return "", at
    token = tokens[at]
    known = token.fold in ORGANISATIONS and token.gap <= SEPARATOR and token.exact[-1] > "9"
    printed = token.gap == SEPARATOR and 2 <= len(token.fold) <= 8
    if not known and not (has_sign and printed):
        return "", at
    name = "tw" if token.exact == "tư" else _canonical(token.fold)
    if name in ("qh", "ubtvqh") and at + 1 < len(tokens) and tokens[at + 1].gap == GLUED:
        return name + tokens[at + 1].fold, at + 2
    return name, at + 1


def _canonical(organisation: str) -> str:
    """The Political Bureau's numbers bear TW; copies often print BCT."""
    return "tw" if organisation == "bct" else organisation


def _is_count(tokens: list[Token], at: int, end: int, sign: str, organisation: str) -> bool:
    """Tell whether a number counts or dates: “kế hoạch 2023”, “191/2013”, “báo cáo 6 tháng”."""
    if _is_year(tokens[at]):
        if at and tokens[at].gap == SEPARATOR and tokens[at - 1].exact[0] <= "9":
            return True
        return tokens[at + 1].gap == SPACE if sign or organisation else True
    return not sign and end < len(tokens) and tokens[end].fold in UNITS
