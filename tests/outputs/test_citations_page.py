"""The page of citations that lead to no one record, and the links that lead there."""

from __future__ import annotations

from datetime import date

import pytest

from handbook.checks import load_and_check
from handbook.outputs.citation_links import link_citations
from handbook.outputs.pages import render_list
from handbook.views.citations import open_citations
from handbook.views.site import Site
from tests.catalogues import OTHER_DIRECTIVE, TERM, BaseCatalogue

UNKNOWN = "Nghị quyết số 77-NQ/TW"


@pytest.fixture
def site(base: BaseCatalogue) -> Site:
    """Make a site whose glossary cites one document that is not there and one that may be two."""
    base.edit(
        OTHER_DIRECTIVE,
        ('number: "03-CT/MAU"\nkind: "Chỉ thị"', 'number: "02-NQ/MAU"\nkind: "Nghị quyết"'),
    )
    base.edit(
        TERM,
        ("Tổ chức công đoàn ở nơi làm việc.", f"Theo {UNKNOWN} và Nghị quyết số 02-NQ/MAU."),
    )
    index, _ = load_and_check(base.root)
    return Site(index, date(2025, 1, 1))


def test_every_open_citation_has_an_entry_that_links_lead_to(site: Site) -> None:
    html = render_list(site, "citations", "dan-chieu/").html

    assert len(open_citations(site)) == 2
    for anchor, entry in open_citations(site).items():
        assert f'id="{anchor}"' in html
        assert f"#{anchor}" in link_citations(site, f"<p>{entry.printed}</p>", "")


def test_entry_names_the_choice_and_the_records_that_cite(site: Site) -> None:
    html = render_list(site, "citations", "dan-chieu/").html

    for one in ("02-nq-mau-2023", "03-ct-mau-2022"):
        assert f"van-ban/{one}/index.html" in html
    assert "thuat-ngu/index.html#cdcs" in html
    assert UNKNOWN in html


def test_a_hand_written_page_that_cites_is_named(base: BaseCatalogue) -> None:
    base.write("docs/bai/index.md", f"# Bài <b>\n\nTheo {UNKNOWN}.\n")
    index, _ = load_and_check(base.root)

    html = render_list(Site(index, date(2025, 1, 1)), "citations", "dan-chieu/").html

    assert UNKNOWN in html
    assert '<a href="../bai/index.html">Bài &lt;b&gt;</a>' in html


def test_a_concept_and_its_text_are_one_page(base: BaseCatalogue) -> None:
    base.write(
        "data/concepts/bai.yml",
        f"""\
id: bai
title: Bài
summary: Theo {UNKNOWN}.
order: 1
sources:
  - id: s1
    title: Nguồn
    confidence: suy luận
""",
    )
    base.write("docs/khai-niem/bai.md", f"# Bài\n\nTheo {UNKNOWN}, theo {UNKNOWN}.\n")
    index, _ = load_and_check(base.root)

    html = render_list(Site(index, date(2025, 1, 1)), "citations", "dan-chieu/").html

    assert "Nhắc 3 lần" in html
    assert html.count("khai-niem/bai/index.html") == 1
