"""The built folder opened as files, as from a share: readers reach every kind by clicking."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.browsing import OpenPage
from tests.crawl import click_path, sample_pages


def test_every_kind_is_reached_by_clicking(built_site: Path, new_page: OpenPage) -> None:
    watched = new_page(viewport={"width": 1280, "height": 900})
    root = built_site.as_uri() + "/"

    for goal in sample_pages(built_site):
        watched.show(root + "index.html")
        for href, target in click_path(built_site, goal):
            watched.page.locator(f'a[href="{href}"]:visible').first.click()
            watched.page.wait_for_url(re.compile(re.escape(root + target) + "(#.*)?$"))
        watched.settle()

    assert watched.errors == []
    assert watched.outside_requests(root) == []


@pytest.mark.parametrize("name", ["một thư mục có dấu", "100% #1"])
def test_the_folder_may_bear_any_name(
    built_site: Path, tmp_path: Path, name: str, new_page: OpenPage
) -> None:
    watched = new_page()
    shutil.copytree(built_site, tmp_path / name)
    root = (tmp_path / name).as_uri() + "/"

    watched.open(root + sample_pages(built_site)[-1])

    assert watched.errors == []
    assert watched.outside_requests(root) == []
