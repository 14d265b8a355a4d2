"""The shape of the code: data flows one way, and the library knows nothing of MkDocs."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = sorted((ROOT / "handbook").rglob("*.py"))
STAGES = {
    "grouping": 0,
    "text": 0,
    "problems": 0,
    "parallel": 0,
    "kept": 0,
    "model": 1,
    "relations": 2,
    "outline_sections": 2,
    "walk": 2,
    "references": 3,
    "dates": 2,
    "load": 4,
    "audience": 5,
    "index": 5,
    "chain": 6,
    "localities": 6,
    "status": 6,
    "procedures": 6,
    "citations": 6,
    "checks": 7,
    "rules": 7,
    "views": 8,
    "search": 9,
    "outputs": 9,
    "publish": 10,
}
"""Every part of the library and its rank: a part imports only itself and parts of lower rank."""


def imported_modules(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide where a module comes from"
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_library_does_not_import_mkdocs(path: Path) -> None:
    forbidden = {"mkdocs", "material", "macros", "properdocs"}

    assert not {name.split(".")[0] for name in imported_modules(path)} & forbidden


def stage_of(path: Path) -> str:
    return path.relative_to(ROOT / "handbook").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_parts_import_only_parts_of_lower_rank(path: Path) -> None:
    own = stage_of(path)
    if own == "__init__":
        return  # the package's docstring
    imported = {
        name.split(".")[1] for name in imported_modules(path) if name.startswith("handbook.")
    }

    assert own in STAGES, "give the new part a rank"
    assert not {name for name in imported - {own} if STAGES.get(name, 0) >= STAGES[own]}
