"""The shape of the code: data flows one way, and the library knows nothing of MkDocs."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = sorted((ROOT / "handbook").rglob("*.py"))
STAGES = {"model": 0, "load": 1, "index": 2, "checks": 3, "views": 4, "outputs": 5}
"""A stage may import only itself and earlier ones."""


def imported_modules(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_library_does_not_import_mkdocs(path: Path) -> None:
    forbidden = {"mkdocs", "material", "macros", "properdocs"}

    assert not {name.split(".")[0] for name in imported_modules(path)} & forbidden


def stage_of(path: Path) -> str:
    return path.relative_to(ROOT / "handbook").parts[0].removesuffix(".py")


STAGED = [path for path in LIBRARY if stage_of(path) in STAGES]


@pytest.mark.parametrize("path", STAGED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_stages_import_only_earlier_stages(path: Path) -> None:
    own = stage_of(path)
    imported = {
        name.split(".")[1] for name in imported_modules(path) if name.startswith("handbook.")
    }

    later = {name for name in imported if STAGES.get(name, -1) > STAGES[own]}

    assert not later
