"""What the hook does with pages: hand-written ones that are empty, records named by a macro."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from handbook.checks import load_and_check
from handbook.views.site import Site
from macros import define_env, hook
from macros.build import Build, current_build, set_current
from tests.crawl import ROOT


class Macros:
    """What mkdocs-macros-plugin gives `define_env`."""

    def __init__(self) -> None:
        self.known: dict[str, Any] = {}

    def macro(self, function: Any, name: str) -> None:
        self.known[name] = function


@pytest.fixture
def macros() -> dict[str, Any]:
    set_current(Build(Site(load_and_check(ROOT / "tests" / "site")[0], date(2025, 1, 1))))
    env = Macros()
    define_env(env)
    return env.known


def test_an_empty_page_is_written_as_the_frame_alone(tmp_path: Path) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    file = File("moi.md", None, str(tmp_path), use_directory_urls=True)
    page = Page("Trang mới", file, config)
    page.content = ""

    assert hook.on_post_page("<p>Khung</p>", page=page, config=config) == "<p>Khung</p>"


def test_a_record_is_shown_on_the_page_that_names_it(macros: dict[str, Any]) -> None:
    build = current_build()
    build.address = "khai-niem/vi-du/sau/"

    html = build.fill(macros["plan"]("ke-hoach-mau"))

    assert 'href="../../../don-vi/' in html
    assert '"../../don-vi/' not in html.replace("../../../", "")
    assert [one.text for one in build.headings("HBBLOCK0END")]


def test_each_list_block_and_kind_of_record_has_a_macro(macros: dict[str, Any]) -> None:
    assert {"plans", "agenda", "concept_end", "plan", "directive", "outline"} <= set(macros)
