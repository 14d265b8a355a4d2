"""Paths: minutes are counted, every link leads somewhere, dangling items are problems."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from handbook.checks import load_and_check
from handbook.outputs.pages import render_list, render_record
from handbook.views.paths import (
    WORDS_A_MINUTE,
    StageView,
    path_page,
    paths_list,
    paths_of_role,
    ways_in,
)
from handbook.views.site import Site
from tests.catalogues import edited, places

MINIATURE = Path(__file__).resolve().parent.parent / "site"
PATH = "data/paths/tai-chinh.yml"
WAY = "data/ways/moi-nhan-viec.yml"
PAGE = "docs/khai-niem/so-ket-tong-ket.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(MINIATURE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    file.write_text(edited(file.read_text(encoding="utf-8"), (old, new)), encoding="utf-8")


def site_of(root: Path) -> Site:
    return Site(load_and_check(root)[0], date(2025, 1, 1))


def stages(root: Path) -> list[StageView]:
    found: list[StageView] = path_page(site_of(root), "tai-chinh")["stages"]
    return found


def test_minutes_follow_the_words_of_the_page(root: Path) -> None:
    assert stages(root)[0].read[0].minutes == 1

    edit(root, PAGE, "để đếm chữ", "chữ " * 3 * WORDS_A_MINUTE)

    assert stages(root)[0].read[0].minutes == 4
    assert stages(root)[0].minutes == 4 + stages(root)[0].read[1].minutes


def test_macros_and_markup_are_no_words(root: Path) -> None:
    edit(root, PAGE, "để đếm chữ", '<p class="' + "chữ " * WORDS_A_MINUTE + '">x</p>')

    assert stages(root)[0].read[0].minutes == 1


def test_lists_to_look_things_up_in_have_no_minutes(root: Path) -> None:
    assert [one.minutes for one in stages(root)[1].read][1] == 0
    assert [one.minutes for one in stages(root)[2].read][1] == 0


def test_stages_come_in_the_order_of_their_days(root: Path) -> None:
    assert [(one.days, one.anchor) for one in stages(root)] == [
        (7, "ngay-7"),
        (30, "ngay-30"),
        (90, "ngay-90"),
    ]


def test_a_task_links_its_page_and_its_example(root: Path) -> None:
    hrefs = [link.href for link in stages(root)[0].do[0].links]

    assert hrefs == ["vai-tro/tai-chinh/", "ke-hoach/ke-hoach-mau/#nv-1"]


def test_role_page_home_page_and_list_lead_to_the_path(root: Path) -> None:
    site = site_of(root)
    href = "lo-trinh/tai-chinh/"

    assert [link.href for link in paths_of_role(site, "tai-chinh")] == [href]
    assert paths_list(site)["rows"][0].link.href == href
    assert ways_in(site)[0]["pages"][0][0].href == href
    assert f"../../{href}index.html" in render_record(site, "role", "tai-chinh").html
    assert f'href="{href}index.html"' in render_list(site, "home", "").html


def test_page_is_escaped_and_says_that_it_is_advice(root: Path) -> None:
    html = render_record(site_of(root), "path", "tai-chinh").html

    assert "&lt;img src=x&gt;" in html
    assert "gợi ý của ban biên tập" in html


CONCEPT = "concept: so-ket-tong-ket\n      note"
WRITTEN = "page: khai-niem/so-ket-tong-ket"
OUTLINE = "type: đề cương\n      plan: ke-hoach-mau\n    - type: trang"
DOCUMENT = "type: văn bản\n      document: khong-co\n    - type: trang"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (CONCEPT, CONCEPT.replace("so-ket-tong-ket", "khong-co"), ("THAM-CHIEU-02", 10, 16)),
        ("#nv-1", "#nv-99", ("THAM-CHIEU-03", 16, 13)),
        (
            "page: khai-niem/so-ket-tong-ket",
            "page: khai-niem/so-ket-tong-kte",
            ("THAM-CHIEU-02", 50, 13),
        ),
        (OUTLINE, DOCUMENT, ("THAM-CHIEU-02", 48, 17)),
    ],
)
def test_a_dangling_item_is_a_problem_at_its_place(
    root: Path, old: str, new: str, problem: tuple[str, int, int]
) -> None:
    edit(root, PATH, old, new)

    assert places(load_and_check(root)[1]) == [problem]


def test_a_way_to_a_path_that_is_not_there_is_a_problem(root: Path) -> None:
    edit(root, WAY, "path: tai-chinh", "path: tai-chinhh")

    assert places(load_and_check(root)[1]) == [("THAM-CHIEU-02", 6, 11)]


def test_an_outline_that_a_plan_does_not_have_is_a_problem(root: Path) -> None:
    plan = root / "data/plans/ke-hoach-mau.yml"
    text = plan.read_text(encoding="utf-8")
    begin, end = text.index("\noutline:"), text.index("\nrecipients:")
    plan.write_text(text[:begin] + text[end:], encoding="utf-8")

    codes = {one.code for one in load_and_check(root)[1] if one.path == PATH}

    assert codes == {"THAM-CHIEU-03"}
