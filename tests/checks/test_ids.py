"""Ids are unique: of records, of items in a record, and of what records were called before."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from handbook.checks import load_and_check
from handbook.checks.ids import is_reserved
from handbook.outputs.pages import RECORD_PAGES, render_record
from handbook.views.site import Site
from tests.catalogues import (
    BODY,
    DIRECTIVE,
    NEW_BODY,
    PLAN,
    PROCEDURE,
    BaseCatalogue,
    place_of,
)


@pytest.mark.parametrize(
    ("path", "old", "new", "needle", "nth"),
    [
        (PLAN, "  - id: nv-2", "  - id: moc-1", "moc-1\n    what", 2),
        (PLAN, "  - id: moc-3", "  - id: moc-2", "moc-2\n    what", 2),
        (PLAN, "  - id: gc-1", "  - id: nv-2", "nv-2\n    severity", 1),
        (
            PLAN,
            "notes:",
            '  - id: ban-go-lai\n    title: "Khác"\n    confidence: suy luận\nnotes:',
            "ban-go-lai",
            3,
        ),
        (
            PROCEDURE,
            "steps:\n",
            'steps:\n  - id: buoc-1\n    title: "A"\n    text: "B"\n'
            '    when: "C"\n    result: "D"\n    advice: true\n',
            "buoc-1",
            2,
        ),
    ],
)
def test_item_id_used_twice_is_one_problem_at_the_second(
    base: BaseCatalogue, path: str, old: str, new: str, needle: str, nth: int
) -> None:
    text = base.edit(path, (old, new))

    assert base.places() == [("MA-02", *place_of(text, needle, nth))]


def test_source_may_be_called_like_a_task(base: BaseCatalogue) -> None:
    base.edit(
        PLAN, ("    source: ban-go-lai", "    source: nv-1"), ("  - id: ban-go-lai", "  - id: nv-1")
    )

    assert base.check() == []


def test_role_and_area_may_share_an_id(base: BaseCatalogue) -> None:
    text = (base.root / "data/roles/can-bo-cdcs.yml").read_text(encoding="utf-8")
    base.write("data/roles/tai-chinh.yml", text.replace("id: can-bo-cdcs", "id: tai-chinh"))

    assert base.check() == []


@pytest.mark.parametrize(
    ("former", "message"),
    [
        ("cdcs-mau", "đang dùng ở data/bodies/cdcs-mau.yml"),
        ("cong-doan-moi", "đang dùng ở data/bodies/cong-doan-moi.yml"),
    ],
)
def test_former_id_that_lives_is_one_problem(
    base: BaseCatalogue, former: str, message: str
) -> None:
    text = base.edit(NEW_BODY, ("name:", f"former_ids:\n  - {former}\nname:"))

    (problem,) = base.check()

    assert problem.code == "MA-03"
    assert (problem.line, problem.column) == place_of(text, former, 2 if former in text[:20] else 1)
    assert message in problem.message


def test_former_id_claimed_by_two_is_one_problem_at_the_second(base: BaseCatalogue) -> None:
    base.edit(BODY, ("name:", "former_ids:\n  - cu\nname:"))
    text = base.edit(NEW_BODY, ("name:", "former_ids:\n  - cu\nname:"))

    (problem,) = base.check()

    assert (problem.code, problem.path) == ("MA-03", NEW_BODY)
    assert (problem.line, problem.column) == place_of(text, "cu\n")


def test_former_id_written_twice_is_one_problem(base: BaseCatalogue) -> None:
    base.edit(BODY, ("name:", "former_ids:\n  - cu\n  - cu\nname:"))

    assert [one.code for one in base.check()] == ["MA-03"]


def test_plan_and_directive_share_former_ids_too(base: BaseCatalogue) -> None:
    base.edit(DIRECTIVE, ("number:", "former_ids:\n  - 01-kh-mau-2024\nnumber:"))

    assert [one.code for one in base.check()] == ["MA-03"]


def test_area_may_have_been_called_like_a_body(base: BaseCatalogue) -> None:
    base.edit("data/areas/tai-chinh.yml", ("name:", "former_ids:\n  - cdcs-mau\nname:"))

    assert base.check() == []


@pytest.mark.parametrize("former", ["con", "aux", "nul", "com1", "lpt9"])
def test_id_that_windows_keeps_is_refused(base: BaseCatalogue, former: str) -> None:
    base.edit(BODY, ("name:", f"former_ids:\n  - {former}\nname:"))

    assert [one.code for one in base.check()] == ["MA-04"]


def test_plan_that_would_take_the_files_of_all_plans_is_refused(base: BaseCatalogue) -> None:
    text = (base.root / PLAN).read_text(encoding="utf-8")
    (base.root / PLAN).unlink()
    base.write("data/plans/all.yml", text.replace("id: 01-kh-mau-2024", "id: all"))

    found = [one for one in base.check() if one.code == "MA-04"]

    assert [(one.path, one.line, one.column) for one in found] == [("data/plans/all.yml", 1, 5)]


def test_ids_that_only_look_reserved_are_free(base: BaseCatalogue) -> None:
    base.edit(BODY, ("name:", "former_ids:\n  - all\n  - con-2\n  - com10\nname:"))

    assert base.check() == []


def test_every_id_of_a_page_with_items_is_an_item_or_reserved() -> None:
    index, _ = load_and_check(Path(__file__).resolve().parents[1] / "site")
    site = Site(index, date(2025, 1, 1))
    fields = ("tasks", "milestones", "periods", "targets", "notes", "steps")

    for kind in ("plan", "dossier", "directive", "procedure"):
        row = RECORD_PAGES[kind]
        for record_id in row.ids(site):
            record = row.document(site, record_id)
            items = {one.id for field in fields for one in getattr(record, field, ())}
            ids = set(re.findall(r'\sid="([a-z0-9-]+)"', render_record(site, kind, record_id).html))
            assert {one for one in ids - items if not is_reserved(one)} == set()


@pytest.mark.parametrize("taken", ["nhiem-vu-1", "bo-cuc"])
def test_item_must_not_hide_a_heading(base: BaseCatalogue, taken: str) -> None:
    base.edit(PLAN, ("  - id: nv-2", f"  - id: {taken}"))

    assert [one.code for one in base.check()] == ["MA-02"]
