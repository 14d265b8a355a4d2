"""Turn tokens into expressions that do not come back: single times, ranges, lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from handbook.dates.calendar import first_day, is_day, last_day
from handbook.dates.reading.names import read_time, read_weekday
from handbook.dates.reading.points import Point, complete
from handbook.dates.reading.tokens import Token
from handbook.model.date_expression import (
    After,
    Before,
    By,
    On,
    Range,
    Since,
    SingleExpression,
    Within,
)

_NEAR = 32
"""How many letters may stand between a word such as “trước” and the date it bounds."""
_NEAR_AFTER = 14
_BOUNDS = ("before", "not_before", "by", "after", "since")


@dataclass(slots=True)
class Clause:
    """Points that share one bound; a range has two points and ends the second with `end_bound`."""

    bound: str = ""
    points: list[Point] = field(default_factory=list)
    is_range: bool = False
    end_bound: str = ""
    weekday: str | None = None
    time: str | None = None


class NotUnderstoodError(Exception):
    """A way of saying time that this package does not read."""


class UnrealDayError(Exception):
    """A day that does not exist."""


def read_plain(
    tokens: list[Token], printed: str, reference: date | None
) -> list[SingleExpression] | None:
    """Give the expressions of the tokens, or None when a year that they need is not known.

    Raises UnrealDayError.
    """
    tokens = with_years(tokens, reference)
    if any(token.point is None for token in tokens if token.kind == "point"):
        return None
    clauses = _find_clauses(_without_hours_of_a_range(tokens))
    return [one for clause in _without_names(clauses) for one in _build(clause, printed)]


def _without_names(clauses: list[Clause]) -> list[Clause]:
    """Leave out what only names a report: “báo cáo 6 tháng đầu năm: trước ngày 15/6/2021”."""
    if not any(clause.bound in ("before", "by") for clause in clauses):
        return clauses
    return [
        clause
        for clause in clauses
        if clause.bound or clause.is_range or all(is_day(one.value) for one in clause.points)
    ]


def with_years(tokens: list[Token], reference: date | None) -> list[Token]:
    """Complete the points; a day alone whose month nobody names is no point at all."""
    at_points = [at for at, token in enumerate(tokens) if token.kind == "point"]
    points = complete([point for at in at_points if (point := tokens[at].point)], reference)
    done = list(tokens)
    for at, point in zip(at_points, points, strict=True):
        if point and not point.is_real:
            raise UnrealDayError
        done[at] = replace(tokens[at], point=point if point and point.year else None)
    lone = [at for at in at_points if done[at].point is None and _is_lone_day(tokens[at])]
    return [token for at, token in enumerate(done) if at not in lone]


def _is_lone_day(token: Token) -> bool:
    return token.point is not None and token.point.lacks_month


def _without_hours_of_a_range(tokens: list[Token]) -> list[Token]:
    """Keep the first hour of “từ 7h30 đến 11h30 ngày 15/12”, and nothing that joins the two."""
    done = list(tokens)
    for at in range(len(done) - 1, 0, -1):
        joins = done[at].kind in ("by", "dash") and at + 1 < len(done)
        if joins and done[at - 1].kind == "time" and done[at + 1].kind == "time":
            del done[at : at + 2]
            if at >= 2 and done[at - 2].kind == "since":
                del done[at - 2]
            break
    return done


def _find_clauses(tokens: list[Token]) -> list[Clause]:
    clauses: list[Clause] = []
    words: list[Token] = []
    end = 0
    for token in tokens:
        if token.kind == "point" and token.point:
            kinds = [word.kind for word in words]
            bound = _nearest_bound(words, token.start)
            previous = clauses[-1] if clauses else None
            is_joined = bool(previous) and token.start - end < _NEAR
            if previous and is_joined and _makes_range(previous, words, bound):
                previous.points.append(token.point)
                previous.is_range, previous.end_bound = True, bound
            elif previous and is_joined and not bound and kinds in (["and"], ["and", "and"]):
                previous.points.append(token.point)
            else:
                clauses.append(Clause(bound, [token.point]))
            _attach(clauses[-1], words, token)
            words, end = [], token.end
        else:
            words.append(token)
    if clauses:
        _attach_after(clauses[-1], words, end)
    return clauses


def _nearest_bound(words: list[Token], start: int) -> str:
    near = [word for word in words if word.kind in _BOUNDS and start - word.end < _NEAR]
    kinds = [word.kind for word in near]
    if "before" in kinds and kinds[-1] not in ("since", "after"):
        return "before"
    return kinds[-1] if kinds else ""


def _makes_range(previous: Clause, words: list[Token], bound: str) -> bool:
    kinds = [word.kind for word in words]
    if previous.is_range or len(previous.points) > 1:
        return False
    if kinds[-1:] == ["dash"] and previous.bound in ("", "since"):
        return True
    if previous.bound == "since":
        return bound in ("by", "before")
    return previous.bound == "" and kinds == ["by"] and words[0].text.startswith(("den", "toi"))


def _attach(clause: Clause, words: list[Token], point: Token) -> None:
    for word in words:
        is_near = point.start - word.end < _NEAR
        if word.kind == "weekday" and is_near:
            clause.weekday = read_weekday(word.text)
        elif word.kind == "time" and is_near:
            clause.time = read_time(word.text)


def _attach_after(clause: Clause, words: list[Token], end: int) -> None:
    for word in words:
        if word.kind == "weekday" and word.start - end < _NEAR_AFTER:
            clause.weekday = clause.weekday or read_weekday(word.text)
        elif word.kind == "time" and word.start - end < _NEAR_AFTER:
            clause.time = clause.time or read_time(word.text)


def _build(clause: Clause, printed: str) -> list[SingleExpression]:
    values = [point.value for point in clause.points]
    if clause.is_range:
        return [_range(values[0], values[1], clause, printed)]
    if len(values) > 1 and clause.bound in ("", "since") and _are_contiguous(values):
        return [Range(type="khoảng", start=values[0], until=values[-1], printed=printed)]
    return [_single(value, clause, printed) for value in values]


def _range(start: str, until: str, clause: Clause, printed: str) -> SingleExpression:
    if clause.end_bound == "before":
        until = (first_day(until) - timedelta(days=1)).isoformat()
    if last_day(until) < first_day(start):
        raise UnrealDayError
    return Range(type="khoảng", start=start, until=until, printed=printed)


def _are_contiguous(values: list[str]) -> bool:
    return all(
        first_day(after) - last_day(before) == timedelta(days=1)
        for before, after in pairwise(values)
    )


_NAMES = {"before": "trước", "by": "chậm nhất", "after": "sau", "since": "từ", "not_before": "từ"}


def _single(value: str, clause: Clause, printed: str) -> SingleExpression:
    name = _NAMES.get(clause.bound)
    if name is None:
        if not is_day(value):
            return Within(type="trong", date=value, printed=printed)
        return On(type="vào", date=value, printed=printed, **_details(clause, value))
    if name == "từ":
        return Since(type="từ", date=value, printed=printed)
    if name == "sau":
        return After(type="sau", date=value, printed=printed)
    if name == "trước":
        return Before(type="trước", date=value, printed=printed, **_details(clause, value))
    return By(type="chậm nhất", date=value, printed=printed, **_details(clause, value))


_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d|24:00")


def _details(clause: Clause, value: str) -> dict[str, Any]:
    """Keep the weekday and the hour of a day; the weekday as printed, right or wrong."""
    if not is_day(value):
        return {}
    found = {"weekday": clause.weekday, "time": clause.time}
    if clause.time and not _CLOCK.fullmatch(clause.time):
        del found["time"]
    return {name: text for name, text in found.items() if text}
