"""Problems are values: what is wrong, where, why, and how to mend it — in Vietnamese.

Every stage returns problems; only a script or the hook prints them.  `Finding` is what a check
yields (a place inside a record); `Problem` is what an editor sees (a line and a column).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Literal, get_args

from rapidfuzz import fuzz, process

Level = Literal["lỗi", "lưu ý"]
LEVELS: tuple[Level, ...] = get_args(Level)
KeyPath = tuple[str | int, ...]
"""Where a value stands inside a record: `("tasks", 3, "body")`."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One problem at one place.  `line` and `column` count from 1, in code points."""

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str
    level: Level = "lỗi"

    def __str__(self) -> str:
        mark = "" if self.level == "lỗi" else " (lưu ý)"
        head = f"{self.path}:{self.line}:{self.column}: {self.code}{mark} {self.message}"
        return f"{head}\n    {self.hint}" if self.hint else head


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check found in one record; the loader turns `where` into a line and a column.

    `at_key` points at the key itself rather than at its value.
    """

    code: str
    where: KeyPath
    message: str
    hint: str = ""
    level: Level = "lỗi"
    at_key: bool = False


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem must stop the build."""
    return any(problem.level == "lỗi" for problem in problems)


def problems_as_json(problems: Sequence[Problem]) -> list[dict[str, object]]:
    """Give the problems as JSON objects, in the order given."""
    return [asdict(problem) for problem in problems]


def count_in_words(problems: Sequence[Problem]) -> str:
    """Say how many errors and hints there are.

    >>> count_in_words([])
    'Không có lỗi, không có lưu ý.'
    """
    errors = sum(problem.level == "lỗi" for problem in problems)
    hints = len(problems) - errors
    return f"{errors or 'Không có'} lỗi, {hints or 'không có'} lưu ý."


def nearest(value: str, known: Iterable[str], *, cutoff: float = 60) -> str | None:
    """Find the known value most like `value`, or None when none is near."""
    match = process.extractOne(value, known, scorer=fuzz.ratio, score_cutoff=cutoff)
    return match[0] if match else None


def suggest(value: str, known: Iterable[str]) -> str:
    """Say “Có phải “x”?” when a known value is near; else nothing."""
    found = nearest(value, known)
    return f"Có phải “{found}”? " if found else ""
