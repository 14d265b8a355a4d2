"""Numbers of documents among the tokens of a text, one key for every spelling.

A *number key* stands for a document's number: `02 NQ/TW`, `02-NQ/TW`, `nghị quyết 02` all give
`2nq`, the first two `2nqtw` as well.  The second half of the twin of `browser/analysis.js`.
"""

from __future__ import annotations

from typing import NamedTuple

from handbook.search.analysis import DASH, GLUED, SLASH, SPACE, Tokens


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

    >>> from handbook.search.analysis import tokens_of
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
