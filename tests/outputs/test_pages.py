"""Small pieces of pages: links that open from a disk, tables of contents, fragments."""

from __future__ import annotations

import re
import shutil
from datetime import date

import pytest

from handbook.index import Index
from handbook.load import load_catalogue
from handbook.outputs.fragments import link, note_marks, when
from handbook.outputs.json_schema import schema_files
from handbook.outputs.pages import LIST_PAGES, headings_of, name_index_files, render_list
from handbook.views.site import Link, Site, When
from tests.catalogues import BaseCatalogue


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('<a href="../a/">', '<a href="../a/index.html">'),
        ('<a href="../../">', '<a href="../../index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a href="a/#x">', '<a href="a/index.html#x">'),
        ('<a href="#x">', '<a href="#x">'),
        ('<a href="https://example.invalid/a/">', '<a href="https://example.invalid/a/">'),
        ('<link href="assets/a.css">', '<link href="assets/a.css">'),
    ],
)
def test_links_to_folders_name_their_index_file(written: str, expected: str) -> None:
    assert name_index_files(written) == expected


@pytest.mark.parametrize("name", LIST_PAGES)
def test_a_page_without_records_has_no_empty_list(name: str, base: BaseCatalogue) -> None:
    shutil.rmtree(base.root / "data")
    (base.root / "data").mkdir()
    site = Site(Index(load_catalogue(base.root)[0]), date(2025, 1, 1))

    html = render_list(site, name, "").html

    assert re.findall(r"<(ul|ol|dl|tbody|select)\b[^>]*>\s*</\1>", html) == []


def test_headings_leave_out_counts() -> None:
    html = '<h2 id="a">Một &amp; hai</h2><h3 id="b">Ba <span class="hb-count">3 việc</span></h3>'

    assert [(one.level, one.id, one.text) for one in headings_of(html)] == [
        (2, "a", "Một & hai"),
        (3, "b", "Ba"),
    ]


def test_links_are_escaped() -> None:
    assert link("../", Link('x/"><script>/', "<b>", '"')) == (
        '<a href="../x/&#34;&gt;&lt;script&gt;/index.html" title="&#34;">&lt;b&gt;</a>'
    )


def test_a_date_tells_scripts_its_last_day() -> None:
    shown = when(When("chậm nhất 11/12/2023", "…", "2023-12-11", "đã qua", "chậm nhất"))

    assert '<time datetime="2023-12-11">' in shown
    assert 'data-last-day="2023-12-11"' in shown


def test_note_marks_lead_to_the_notes_of_the_right_page() -> None:
    assert 'href="../../ho-so/a/index.html#gc-2"' in note_marks("../../", "a", ["gc-2"])


def test_schemas_in_data_are_up_to_date() -> None:
    from pathlib import Path

    folder = Path(__file__).resolve().parents[2] / "data" / "schema"

    assert {path.name for path in folder.iterdir()} == set(schema_files())
    for name, data in schema_files().items():
        assert (folder / name).read_bytes() == data, f"{name} is stale: run scripts/schema.py"
