"""A catalogue is loaded whole: good records are in it, bad files are in the problems."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from handbook import parallel
from handbook.load import Loader, load_catalogue
from handbook.load.record_file import MAX_PROBLEMS
from handbook.problems import Finding
from tests.catalogues import (
    AREA,
    AREA_TEXT,
    KINDS,
    PLAN,
    PLAN_TEXT,
    BaseCatalogue,
    edited,
    load_text,
    parse_record,
)


def test_records_are_kept_by_kind_and_id_in_the_order_of_file_names(base: BaseCatalogue) -> None:
    catalogue, problems = load_catalogue(base.root)

    assert problems == []
    assert list(catalogue.of_kind("body")) == ["cdcs-mau", "cong-doan-mau", "cong-doan-moi"]
    assert catalogue.of_kind("nothing") == {}
    assert catalogue.loaded[0].path == PLAN


@pytest.mark.parametrize("min_jobs", [1, 10_000])
@pytest.mark.parametrize(
    ("wrong", "code"), [("order: 2024-01-31", "YAML-03"), ("order:", "YAML-06")]
)
def test_a_flaw_is_told_once_whether_workers_read_or_not(
    base: BaseCatalogue, monkeypatch: pytest.MonkeyPatch, min_jobs: int, wrong: str, code: str
) -> None:
    monkeypatch.setattr(parallel, "MIN_JOBS", min_jobs)
    base.edit(AREA, ("order: 1", wrong))

    _, problems = load_catalogue(base.root)

    assert [problem.code for problem in problems] == [code]


def test_file_with_an_error_is_left_out_and_remembered(base: BaseCatalogue) -> None:
    base.edit(AREA, ("order: 1", "order: x"))

    catalogue, problems = load_catalogue(base.root)

    assert [problem.code for problem in problems] == ["TRUONG-03"]
    assert catalogue.of_kind("area") == {}
    assert catalogue.failed["area"] == {"tai-chinh"}


def test_broken_file_makes_no_unknown_references(base: BaseCatalogue) -> None:
    base.write("data/bodies/cdcs-mau.yml", 'id: cdcs-mau\nname: "')

    assert [problem.code for problem in base.check()] == ["YAML-01"]


def test_id_of_a_misnamed_file_makes_no_unknown_references(base: BaseCatalogue) -> None:
    path = base.root / "data/bodies/cdcs-mau.yml"
    path.rename(path.with_name("cdcs.yml"))

    assert [problem.code for problem in base.check()] == ["TEP-05"]


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_other_newlines_and_a_byte_order_mark_change_nothing(
    base: BaseCatalogue, newline: str
) -> None:
    text = "\ufeff" + PLAN_TEXT.replace("\n", newline)
    (base.root / PLAN).write_bytes(text.encode())

    assert base.check() == []


def test_problem_of_a_loaded_record_is_at_the_value(base: BaseCatalogue) -> None:
    catalogue, _ = load_catalogue(base.root)
    area = catalogue.of_kind("area")["tai-chinh"]

    problem = area.problem(Finding(code="X-01", where=("name",), message="m"))

    assert (problem.path, problem.line, problem.column) == (AREA, 2, 7)


@pytest.mark.parametrize("text", ["id: a\n", "name: {", None])
def test_problem_of_a_file_that_has_changed_is_at_its_top(
    base: BaseCatalogue, text: str | None
) -> None:
    catalogue, _ = load_catalogue(base.root)
    area = catalogue.of_kind("area")["tai-chinh"]
    if text is None:
        area.file.unlink()
    else:
        area.file.write_text(text, encoding="utf-8")

    problem = area.problem(Finding(code="X-01", where=("name",), message="m"))

    assert (problem.path, problem.line, problem.column) == (AREA, 1, 1)


def test_flood_of_problems_is_cut_and_counted() -> None:
    text = AREA_TEXT + "aliases:\n" + "  - 1\n" * 250

    _, problems = parse_record(text, AREA, KINDS["area"])

    assert len(problems) == MAX_PROBLEMS + 1
    assert problems[-1].code == "TEP-10"
    assert "150" in problems[-1].message


@pytest.mark.parametrize(
    "text",
    [
        "x: &a [a]\ny: [*a, *a]\n",
        "[" * 900_000,
        "? " * 400_000,
        "".join(f"k{i}: 1\n" for i in range(100_000)),
        PLAN_TEXT + "content:\n" + "  - x: 1\n" * 4_900,
        PLAN_TEXT + "content:\n" + "  - {" + "a: 1, " * 190 + "}\n" * 200,
        PLAN_TEXT + 'purpose: "' + "dài " * 200_000 + '"\n',
        edited(PLAN_TEXT, ("value: 95", "value: " + "9" * 900_000)),
        'a: "' * 200_000,
        PLAN_TEXT.replace("\n", "\u0085"),
        "#" * 900_000 + "\nid: x\n",
        "a:" + " " * 900_000 + "b\n",
        ("'" * 900_000),
    ],
    ids=["bomb", "flow", "stacked keys", "100k keys", "5k wrong entries", "one line", "long value",
         "huge number", "quotes", "odd newlines", "comment", "spaces", "apostrophes"],
)  # fmt: skip
def test_time_is_bounded(text: str) -> None:
    start = time.process_time()

    found = load_text(text)

    assert found
    assert time.process_time() - start < 2


def test_50_megabytes_and_links_in_a_ring_are_single_problems(base: BaseCatalogue) -> None:
    with (base.root / "data/areas/big.yml").open("wb") as file:
        file.truncate(50_000_000)
    (base.root / "data/areas/folder.yml").mkdir()

    start = time.process_time()
    codes = [problem.code for problem in base.check()]

    assert codes == ["TEP-01", "TEP-02"]
    assert time.process_time() - start < 1


def test_missing_catalogue_is_one_problem(tmp_path: Path) -> None:
    catalogue, problems = load_catalogue(tmp_path / "nowhere")

    assert catalogue.loaded == ()
    assert [problem.code for problem in problems] == ["TEP-09"]


def test_loading_again_reads_only_what_changed(base: BaseCatalogue) -> None:
    loader = Loader(base.root)
    before, _ = loader.load()

    base.edit(PLAN, ("Sơ kết công tác công đoàn năm 2024", "Kế hoạch đã sửa"))
    after, problems = loader.load()

    assert not problems
    changed = [
        two.path for one, two in zip(before.loaded, after.loaded, strict=True) if one is not two
    ]
    assert changed == [PLAN]
    fresh, _ = load_catalogue(base.root)
    assert [one.record for one in after.loaded] == [one.record for one in fresh.loaded]


def test_loading_again_forgets_and_finds_files(base: BaseCatalogue) -> None:
    loader = Loader(base.root)
    path = base.root / PLAN
    loader.load()
    text = path.read_text(encoding="utf-8")

    path.unlink()
    without, _ = loader.load()
    path.write_text(text.replace("id:", "mã:", 1), encoding="utf-8")
    broken, problems = loader.load()
    path.write_text(text, encoding="utf-8")
    mended, none = loader.load()

    stem = path.stem
    assert stem not in without.of_kind("plan")
    assert stem not in broken.of_kind("plan")
    assert stem in broken.failed["plan"]
    assert {one.path for one in problems} == {PLAN}
    assert stem in mended.of_kind("plan")
    assert not mended.failed["plan"]
    assert not none
