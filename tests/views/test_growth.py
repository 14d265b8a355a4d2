"""No page grows with the plans: with twice as many it shows as much, and links to more parts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from handbook.outputs.pages import LIST_PAGES, RECORD_PAGES, render_list, render_record
from handbook.views.site import Site
from tests.narrow_pages import narrow_pages
from tests.views.chain_catalogue import Chains, task

AT = {"path": "I", "lines": [1]}
OLDEST = "kh-000"
LINKS_TO_PARTS = re.compile(r'<ul class="hb-parts">.*?</ul>', re.DOTALL)
SHOWN = re.compile(r"<(?:li|tr|option|a|p)[ >]")


def fill(chains: Chains, plans: int) -> Site:
    """Write plans that say everything of the same bodies, area and directive, a month apart."""
    chains.directive("nq", "tw")
    for number in range(plans):
        month = f"20{number // 12 + 10}-{number % 12 + 1:02}"
        chains.plan(
            f"kh-{number:03}",
            "huyen-a",
            "thực hiện nq",
            **{"issued": f"{month}-03", "areas": ["viec"]},
            **everything(day=f"{month}-20", unknown=f"{100 + number}/CV-XYZ"),
        )
    return chains.site()


def everything(day: str, unknown: str) -> dict[str, Any]:
    """Give what a plan may hold; all of it is about one body."""
    due = {"printed": "hạn in", "type": "chậm nhất", "date": day}
    no_day = {"printed": "không có ngày", "type": "không nêu"}
    bodies = {"bodies": ["van-phong-a"], "at": AT}
    report = {"kind": "báo cáo", "submission": {"to": ["van-phong-a"]}, "outline": OLDEST, **bodies}
    target = {"indicator": "Tỷ lệ", "operator": "bằng", "value": 5, "unit": "%", "printed": "5 %"}
    section = {"number": "I", "heading": "Kết quả", "contributors": ["van-phong-a"]}
    problem = f"Khác với Công văn số {unknown}."
    return {
        "tasks": [
            {**task("nv-1", "nq"), "body": "van-phong-a"},
            {**task("nv-2", "nq"), "support": ["van-phong-a"]},
        ],
        "milestones": [
            {"id": "moc-1", "what": "Gửi báo cáo.", "when": due, **report},
            {"id": "moc-2", "what": "Gửi danh sách.", "when": no_day, **report},
        ],
        "targets": [{"id": "ct-1", "when": due, "area": "viec", **target, **bodies}],
        "participants": [{"group": "Mời", "who": "Văn phòng", "milestone": "moc-1", **bodies}],
        "contacts": [{"body": "van-phong-a", "printed": "hỏi Văn phòng", "at": AT}],
        "recipients": [{"text": "Văn phòng", "part": "nơi nhận", **bodies}],
        "notes": [{"id": "gc-1", "severity": "nhỏ", "printed": "a", "problem": problem, "at": AT}],
        "outline": {
            "title": "Đề cương",
            "at": AT,
            "sections": [{"area": "viec", "at": AT, **section}],
        },
    }


def shown_on(site: Site) -> dict[str, int]:
    """Count what each page shows, but for links to parts; of plans, the pages of the oldest."""
    pages = {name: render_list(site, name, "").html for name in LIST_PAGES}
    for kind, row in RECORD_PAGES.items():
        for one in row.ids(site) if kind != "part" else ():
            if one == OLDEST or one not in site.index.plans:
                pages[f"{kind} {one}"] = render_record(site, kind, one).html
    return {page: len(SHOWN.findall(LINKS_TO_PARTS.sub("", html))) for page, html in pages.items()}


@pytest.fixture
def catalogue_of(tmp_path: Path) -> Callable[[int], Site]:
    return lambda plans: fill(Chains(tmp_path / str(plans)), plans)


def test_no_page_grows_with_the_plans(catalogue_of: Callable[[int], Site]) -> None:
    with narrow_pages():
        some, twice = shown_on(catalogue_of(36)), shown_on(catalogue_of(72))

    assert {page: (some[page], count) for page, count in twice.items() if count != some[page]} == {}


def test_a_page_without_a_bound_would_be_found(catalogue_of: Callable[[int], Site]) -> None:
    with narrow_pages(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("handbook.views.body.MAX_ISSUED", 1_000)
        some, twice = shown_on(catalogue_of(36)), shown_on(catalogue_of(72))

    assert [page for page, count in twice.items() if count != some[page]] == ["body huyen-a"]
