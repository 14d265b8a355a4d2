"""Text analysis: Vietnamese text → terms, the same in Python (index) and JavaScript (query).

With `document_numbers`, its twin is `browser/analysis.js`; `tests/search/analysis_cases.yml` and a
property test hold the two together.  A change here is a change there.

A *token* is a run of letters or a run of digits.  Its *exact* form keeps the vowels and puts the
tone behind as a digit, so that `hòa` and `hoà` are one (`hoa1`); its *folded* form has no marks
(`hoa`).  Digits lose leading zeros, and `3.100` is one number.  `kỹ` and `kĩ` are one as well.
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
        is_word = exact[:1].isalpha() and "^" not in exact
        fold = self[exact] = _fold(exact) if is_word else exact
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
