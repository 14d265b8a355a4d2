"""Dead links of a built folder are found before it is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.publish.links import find_dead_links


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text('<a href="a/index.html#x">x</a>')
    (tmp_path / "a" / "index.html").write_text('<p id="x"><a href="../index.html">')
    return tmp_path


@pytest.mark.parametrize(
    "html",
    [
        '<a href="index.html">',
        '<a href="./">',
        '<a href="a/">',
        '<a href="a/index.html?q=1#x">',
        '<a href="#y"><p id="y">',
        '<a href="https://vi.du/x">',
        '<a href="mailto:a@vi.du">',
        '<a href="%61/index.html">',
    ],
)
def test_living_links_pass(site: Path, html: str) -> None:
    (site / "new.html").write_text(html)

    assert list(find_dead_links(site, "/")) == []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="b/index.html">',
        '<a href="a/index.html#y">',
        '<a href="#y">',
        '<script src="a.js">',
        '<img src="../a/index.html">',
        '<a href="/a/index.html">',
    ],
)
def test_dead_links_are_told(site: Path, html: str) -> None:
    (site / "new.html").write_text(html)

    assert [one.split(":")[0] for one in find_dead_links(site, "/")] == ["new.html"]


def test_only_the_error_page_may_be_absolute_and_under_its_base(site: Path) -> None:
    (site / "404.html").write_text('<a href="/cam-nang/a/"><a href="/cam-nang/."><a href="/a/">')

    assert list(find_dead_links(site, "/cam-nang/")) == ["404.html: liên kết chết “/a/”"]
