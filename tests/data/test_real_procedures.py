"""The real procedures: the pieces of work a new officer meets, whole and without a problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.checks import load_and_check
from handbook.index import Index
from handbook.problems import Problem
from handbook.procedures import procedures_by_page

ROOT = Path(__file__).resolve().parents[2]

WANTED = {
    "so-ket-giua-nhiem-ky-cdcs",
    "so-ket-giua-nhiem-ky-cap-tren",
    "so-ket-giua-nhiem-ky-cap-tinh",
    "viet-bao-cao-so-ket-giua-nhiem-ky",
    "bao-cao-nam",
    "ke-hoach-thuc-hien-van-ban-cap-tren",
    "dang-ky-cong-trinh-phan-viec",
    "bao-cao-dinh-ky",
    "dieu-chinh-nhiem-ky-dai-hoi",
    "xu-ly-van-ban-moi-den",
}


@pytest.fixture(scope="module")
def checked() -> tuple[Index, list[Problem]]:
    return load_and_check(ROOT)


def test_the_wanted_procedures_are_there(checked: tuple[Index, list[Problem]]) -> None:
    assert set(checked[0].procedures) >= WANTED


def test_no_procedure_has_a_problem_or_a_hint(checked: tuple[Index, list[Problem]]) -> None:
    assert [str(one) for one in checked[1] if one.path.startswith("data/procedures/")] == []


def test_every_plan_and_outline_belongs_to_a_procedure(
    checked: tuple[Index, list[Problem]],
) -> None:
    index = checked[0]
    pages = set(procedures_by_page(index))

    assert {("plan", one) for one in index.plans} <= pages
    assert {("outline", one.id) for one in index.plans.values() if one.outline} <= pages


def test_a_step_that_binds_names_who_does_it(checked: tuple[Index, list[Problem]]) -> None:
    steps = [one for procedure in checked[0].procedures.values() for one in procedure.steps]

    assert [one.id for one in steps if not one.advice and not one.bodies] == []
