"""Small catalogues for tests: the rules' base catalogue, edited in one place."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from handbook.checks import load_and_check
from handbook.load.record_file import read_closely
from handbook.model import RECORD_KINDS, RecordKind
from handbook.model.base import Record
from handbook.problems import Problem
from handbook.rules import BASE, Example

KINDS = {kind.name: kind for kind in RECORD_KINDS}

PLAN = "data/plans/01-kh-mau-2024.yml"
DIRECTIVE = "data/directives/02-nq-mau-2023.yml"
OTHER_DIRECTIVE = "data/directives/03-ct-mau-2022.yml"
BODY = "data/bodies/cong-doan-mau.yml"
NEW_BODY = "data/bodies/cong-doan-moi.yml"
AREA = "data/areas/tai-chinh.yml"
TERM = "data/glossary/cdcs.yml"
PROCEDURE = "data/procedures/bao-cao-mau.yml"

PLAN_TEXT = (BASE / PLAN).read_text(encoding="utf-8")
"""The plan of the base catalogue: valid, with every kind of item."""
AREA_TEXT = (BASE / AREA).read_text(encoding="utf-8")

Place = tuple[str, int, int]
"""What tests assert of a problem: code, line, column."""


class BaseCatalogue:
    """A copy of the rules' base catalogue, to be made wrong in one place."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(BASE, root, dirs_exist_ok=True)

    def write(self, path: str, text: str) -> str:
        """Put a file into the catalogue; give its text."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        return text

    def edit(self, path: str, *pairs: tuple[str, str]) -> str:
        """Replace texts that stand in a file exactly once; give the new text."""
        text = (self.root / path).read_text(encoding="utf-8")
        return self.write(path, edited(text, *pairs))

    def lay_over(self, files: Mapping[str, Example]) -> None:
        """Lay an example of a rule over the catalogue."""
        for path, example in files.items():
            target = self.root / path
            if example.form == "absent":
                shutil.rmtree(target)
            elif example.form == "folder":
                target.mkdir()
            elif example.form == "link":
                target.symlink_to(example.link)
            else:
                assert example.content is not None
                target.write_bytes(example.content)

    def check(self, **options: tuple[str, ...]) -> list[Problem]:
        """Load and check the catalogue.

        Tests change dates and leave the printed words, so their difference is told only on demand.
        """
        return load_and_check(self.root, **{"skip": ("NGAY-10",), **options})[1]

    def places(self) -> list[Place]:
        """Load and check; sum the problems up."""
        return places(self.check())


def edited(text: str, *pairs: tuple[str, str]) -> str:
    """Replace texts that stand in `text` exactly once."""
    for old, new in pairs:
        assert text.count(old) == 1, f"{text.count(old)} times {old!r}"
        text = text.replace(old, new)
    return text


def place_of(text: str, needle: str, nth: int = 1) -> tuple[int, int]:
    """Give the 1-based line and column where the nth `needle` starts."""
    index = -1
    for _ in range(nth):
        index = text.index(needle, index + 1)
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def places(problems: list[Problem]) -> list[Place]:
    """Reduce problems to what tests assert."""
    return [(problem.code, problem.line, problem.column) for problem in problems]


def parse_record(text: str, shown: str, kind: RecordKind) -> tuple[Record | None, list[Problem]]:
    """Make a record of a file's text; `shown` is the path to print and to compare the id with."""
    return read_closely(text.encode(), shown, kind)


def load_text(text: str, kind: str = "plan", path: str = PLAN) -> list[Place]:
    """Load one record's text and sum its problems up."""
    return places(parse_record(text, path, KINDS[kind])[1])
