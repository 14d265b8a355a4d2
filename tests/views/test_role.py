"""Pages of roles: the work of their bodies, and what is only near it, apart."""

from __future__ import annotations

from datetime import date
from typing import Any

from handbook.checks import load_and_check
from handbook.views.role import role_page
from handbook.views.role_marks import task_marks
from handbook.views.site import Site
from tests.catalogues import PLAN, BaseCatalogue

ROLE = "data/roles/can-bo-cdcs.yml"


def site_of(base: BaseCatalogue) -> Site:
    index, _ = load_and_check(base.root)
    return Site(index, date(2024, 1, 1))


def page_of(base: BaseCatalogue) -> dict[str, Any]:
    return role_page(site_of(base), "can-bo-cdcs")


def give_role(base: BaseCatalogue, body: str) -> None:
    path = f"data/bodies/{body}.yml"
    text = (base.root / path).read_text(encoding="utf-8")
    assert "roles:" not in text
    base.write(path, text + "roles:\n  - can-bo-cdcs\n")


def without_roles(base: BaseCatalogue) -> None:
    for path in (base.root / "data/bodies").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("roles:\n  - can-bo-cdcs\n", ""), encoding="utf-8")


def test_led_and_supported_tasks_are_those_of_its_bodies(base: BaseCatalogue) -> None:
    without_roles(base)
    give_role(base, "cdcs-mau")

    page = page_of(base)

    assert (page["led"], page["supported"]) == (1, 1)


def test_a_task_its_own_body_leads_is_not_also_support(base: BaseCatalogue) -> None:
    without_roles(base)
    give_role(base, "cdcs-mau")
    give_role(base, "cong-doan-mau")

    page = page_of(base)

    assert (page["led"], page["supported"]) == (2, 0)


def test_tasks_of_its_area_led_by_others_stand_apart(base: BaseCatalogue) -> None:
    without_roles(base)
    text = (base.root / ROLE).read_text(encoding="utf-8")
    base.write(ROLE, text + "areas:\n  - tai-chinh\n")

    page = page_of(base)
    site = site_of(base)

    assert (page["led"], page["near_count"]) == (0, 2)
    marks = [task_marks(site, placed.item) for placed in site.index.tasks]
    assert {one.area for one in marks} == {("can-bo-cdcs",)}
    assert all(not one.lead and not one.support for one in marks)


def test_a_role_bears_the_nearest_bond_only(base: BaseCatalogue) -> None:
    without_roles(base)
    give_role(base, "cdcs-mau")
    text = (base.root / ROLE).read_text(encoding="utf-8")
    base.write(ROLE, text + "areas:\n  - tai-chinh\n")
    site = site_of(base)

    first, second = (task_marks(site, placed.item) for placed in site.index.tasks)

    assert (first.lead, first.support, first.area) == (("can-bo-cdcs",), (), ())
    assert (second.lead, second.support, second.area) == ((), ("can-bo-cdcs",), ())


def test_a_role_tells_to_which_bodies_its_tasks_are_given(base: BaseCatalogue) -> None:
    without_roles(base)
    give_role(base, "cdcs-mau")
    give_role(base, "cong-doan-mau")

    given = page_of(base)["given"]

    assert [count for _, count in given] == [1, 1]
    assert {link.href for link, _ in given} == {"don-vi/cdcs-mau/", "don-vi/cong-doan-mau/"}


DEPARTMENT = """id: bo-phan-mau
name: "Bộ phận Mẫu"
level: "bộ phận"
kind: "công đoàn"
parent: cong-doan-mau
roles:
  - can-bo-cdcs
sources:
  - id: vi-du
    title: "Ví dụ"
    confidence: "suy luận"
"""


def test_work_of_departments_above_is_told_by_its_level(base: BaseCatalogue) -> None:
    without_roles(base)
    base.write("data/bodies/bo-phan-mau.yml", DEPARTMENT)
    base.edit(
        PLAN,
        ("    body: cdcs-mau\n    milestone: moc-1", "    body: bo-phan-mau\n    milestone: moc-1"),
    )

    level = site_of(base).index.bodies["cong-doan-mau"].level

    assert level != "cơ sở"
    assert page_of(base)["levels_of_departments"] == [level]


def test_work_at_the_grassroots_needs_no_such_warning(base: BaseCatalogue) -> None:
    base.write("data/bodies/bo-phan-mau.yml", DEPARTMENT)

    assert page_of(base)["levels_of_departments"] == []
