"""A fault of a file's text or YAML, at its place; it becomes a problem when the path is known."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.problems import Level, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault at a 1-based line and column, counted in code points."""

    code: str
    line: int
    column: int
    message: str
    hint: str
    level: Level = "lỗi"

    def problem(self, path: str) -> Problem:
        """Say in which file the fault is."""
        return Problem(
            path=path,
            line=self.line,
            column=self.column,
            code=self.code,
            message=self.message,
            hint=self.hint,
            level=self.level,
        )
