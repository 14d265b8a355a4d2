"""Whatever stands under `data/` and would be ignored is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.load.folders import find_stray_entries, record_paths
from tests.catalogues import BaseCatalogue


def stray(root: Path) -> list[tuple[str, str]]:
    return [(problem.code, problem.path) for problem in find_stray_entries(root)]


def test_missing_data_folder_is_one_problem(tmp_path: Path) -> None:
    assert stray(tmp_path) == [("TEP-09", "data")]


@pytest.mark.parametrize(
    "name",
    [
        "data/plan/x.yml",
        "data/x.yml",
        "data/plans/x.yaml",
        "data/plans/x.YML",
        "data/plans/x.yml.txt",
        "data/plans/2020/x.yml",
    ],
)
def test_file_in_the_wrong_place_is_one_problem(base: BaseCatalogue, name: str) -> None:
    path = base.root / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("id: x", encoding="utf-8")

    found = stray(base.root)

    assert [code for code, _ in found] == ["TEP-06"]
    assert name.startswith(found[0][1])


@pytest.mark.parametrize("name", ["x.yaml", "x.yml.txt", "x.yaml.txt", "x.txt"])
def test_file_with_another_ending_is_told_the_name_it_needs(base: BaseCatalogue, name: str) -> None:
    (base.root / "data/plans" / name).write_text("id: x", encoding="utf-8")

    assert "“x.yml”" in base.check()[0].hint


def test_file_where_a_folder_should_be_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "plans").write_text("", encoding="utf-8")

    assert stray(tmp_path) == [("TEP-06", "data/plans")]


def test_dot_files_readme_and_schema_are_left_alone(base: BaseCatalogue) -> None:
    (base.root / "data" / "schema").mkdir()
    for name in ("README.md", ".gitkeep", "schema/plan.json", "plans/.x.yml.swp", "plans/.y.yml"):
        (base.root / "data" / name).write_text("", encoding="utf-8")

    assert base.check() == []


def test_unreadable_folder_is_one_problem(
    base: BaseCatalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.iterdir

    def refuse(self: Path):  # type: ignore[no-untyped-def]
        if self.name == "plans":
            raise PermissionError(13, "Permission denied")
        return real(self)

    monkeypatch.setattr(Path, "iterdir", refuse)

    assert stray(base.root) == [("TEP-08", "data/plans")]
    assert record_paths(base.root, "plans") == ([], [])


def test_names_that_differ_by_case_only_are_one_problem(base: BaseCatalogue) -> None:
    text = (base.root / "data/areas/tai-chinh.yml").read_text(encoding="utf-8")
    try:
        (base.root / "data/areas/Tai-Chinh.yml").touch(exist_ok=False)
    except FileExistsError:
        pytest.skip("this file system does not tell the names apart")
    base.write("data/areas/Tai-Chinh.yml", text)

    problems = base.check()

    assert [(one.code, one.path) for one in problems] == [("MA-01", "data/areas/Tai-Chinh.yml")]
