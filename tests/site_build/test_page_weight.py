"""What a reader on an old PC waits for: the bytes of a page, as a server sends them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from _page_weight import PageWeight, asked_by, weigh_plan_pages, weight, weight_in_words

from macros.theme_css import KEPT_CLASSES, used_rules

KB = 1000
_CLASSES = re.compile(r'\sclass="([^"]*)"')


def test_the_page_of_every_plan_is_light(built_site: Path) -> None:
    pages = sorted(built_site.glob("ke-hoach/*/index.html"))

    heavy = {page.parent.name: size for page in pages if (size := weight(page)) > 15 * KB}

    assert len(pages) >= 5
    assert heavy == {}


@pytest.mark.parametrize("place", ["", "ke-hoach/thu-duc-39-kh-2020/", "thoi-gian/", "tim-kiem/"])
def test_styles_and_scripts_are_light_and_few(built_site: Path, place: str) -> None:
    asked = asked_by(built_site / place / "index.html")

    assert weight(*(file for file in asked if file.suffix in {".css", ".js"})) <= 60 * KB
    assert 1 + len(asked) <= 8


def test_the_benchmark_tells_what_a_plan_page_weighs(built_site: Path) -> None:
    page = weigh_plan_pages(built_site)

    assert 1 * KB < page.median <= page.heaviest <= 15 * KB
    assert page.styles_and_scripts <= 60 * KB
    assert 3 <= page.requests <= 8
    assert weight_in_words(5, PageWeight(9_120, 12_340, 41_000, 5)) == (
        "5 plans: a plan page is 9.1 kB of HTML (heaviest 12.3), 41.0 kB of styles and scripts, "
        "5 requests (gzip)"
    )


def test_every_class_of_the_theme_is_styled(built_site: Path) -> None:
    found: set[str] = set()
    for page in built_site.rglob("*.html"):
        for names in set(_CLASSES.findall(page.read_text(encoding="utf-8"))):
            found.update(names.split())

    assert {one for one in found if one.startswith("md-")} <= KEPT_CLASSES


def test_a_rule_that_no_page_can_use_is_left_out() -> None:
    css = (
        '@charset "UTF-8";:root{--md-a:1;--md-b:url("data:x;{}")}'
        ".md-grid,.md-blog .md-grid{color:var(--md-a)}"
        "[dir=rtl] .md-grid{left:0}.md-header:not(.focus-visible){outline:none}"
        "@media print{.md-blog{left:0}.md-tabs{display:none}}@keyframes turn{to{left:0}}"
    )

    assert used_rules(css) == (
        ":root{--md-a:1}.md-grid{color:var(--md-a)}"
        ".md-header:not(:focus-visible){outline:none}@media print{.md-tabs{display:none}}"
    )
