"""Read one phrase: what comes back, what is counted, terms, and plain dates, in this order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from handbook.dates.reading.cleaning import clean
from handbook.dates.reading.named_days import write_named_days
from handbook.dates.reading.plain import NotUnderstoodError, UnrealDayError, read_plain
from handbook.dates.reading.recurring import read_recurring
from handbook.dates.reading.relative import read_relative
from handbook.dates.reading.tokens import Token, find_tokens
from handbook.model.date_expression import (
    By,
    DateExpression,
    SchoolYear,
    Several,
    SingleExpression,
    Term,
    Unspecified,
)

MAX_LENGTH = 600
"""Longer phrases are paragraphs: only their beginning is read."""


@dataclass(frozen=True, slots=True)
class Unreal:
    """A phrase that names a day that does not exist: “30/02/2023”."""

    printed: str


@lru_cache(maxsize=10_000)
def read(printed: str, reference: date | None = None) -> DateExpression | Unreal | None:
    """Read a phrase; None when it speaks of time in a way that is not understood.

    A date without a year is the first one that does not lie before `reference`, the day the
    document was issued; without a reference nothing is guessed and the phrase is `Unspecified`.

    >>> from handbook.dates.bounds import last_permitted_day
    >>> last_permitted_day(read("Hoàn thành trước 15/12/2020")).isoformat()
    '2020-12-14'
    """
    plain = clean(printed[:MAX_LENGTH])
    try:
        return _read(write_named_days(plain, reference), printed, reference)
    except UnrealDayError:
        return Unreal(printed)
    except NotUnderstoodError:
        return None


def _read(plain: str, printed: str, reference: date | None) -> DateExpression | None:
    if found := read_recurring(plain, printed):
        return _joined(found, printed)
    if counted := read_relative(plain, printed, reference):
        return counted
    tokens = find_tokens(plain)
    if named := _named_years(tokens, printed):
        return named
    expressions = read_plain(tokens, printed, reference)
    return (
        _joined(expressions, printed)
        if expressions
        else Unspecified(type="không nêu", printed=printed)
    )


def _joined(found: list[SingleExpression], printed: str) -> DateExpression:
    unique = list(dict.fromkeys(found))
    return (
        unique[0]
        if len(unique) == 1
        else Several(type="nhiều mốc", parts=tuple(unique), printed=printed)
    )


def _named_years(tokens: list[Token], printed: str) -> DateExpression | None:
    """Read a term or a school year, when no date stands beside it."""
    if any(token.kind == "point" for token in tokens):
        return None
    named = [token for token in tokens if token.kind in ("term", "school")]
    if len(named) != 1:
        return None
    start, until = re.findall(r"[0-9]{4}|[0-9]{2}\b", named[0].text)[-2:]
    until = until if len(until) == 4 else start[:2] + until
    if until < start:
        raise UnrealDayError
    if any(token.kind == "by" and token.end <= named[0].start for token in tokens):
        return By(
            type="chậm nhất",
            date=until if named[0].kind == "term" else f"{until}-05",
            printed=printed,
        )
    if named[0].kind == "school":
        return SchoolYear(type="năm học", start=start, until=until, printed=printed)
    return Term(type="nhiệm kỳ", start=start, until=until, printed=printed)
