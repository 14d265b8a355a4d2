"""Citations in finished HTML become links, whoever wrote the text."""

from __future__ import annotations

import re
from datetime import date

import pytest

from handbook.outputs.citation_links import link_citations
from handbook.views.site import Site
from tests.citations.catalogue import make_index

TWO_OF_2021_AND_2026 = "Nghị quyết số 02-NQ/TW"


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(make_index(), date(2025, 1, 1))


def hrefs(html: str) -> list[str]:
    return re.findall(r'<a class="hb-cite[^"]*" href="([^"]+)"', html)


def test_citation_links_to_its_document_with_name_and_title(site: Site) -> None:
    html = link_citations(site, "<p>Theo Chỉ thị số 05-CT/TW ngày 15/5/2016, các đơn vị</p>", "../")

    link = site.document("ct-05-2016")
    assert html == (
        f'<p>Theo <a class="hb-cite" href="../van-ban/ct-05-2016/index.html" '
        f'title="{link.text}: {link.hint} · không xác định">'
        "Chỉ thị số 05-CT/TW ngày 15/5/2016</a>, các đơn vị</p>"
    )


def test_ambiguous_citation_links_to_the_choice_of_documents(site: Site) -> None:
    html = link_citations(site, f"<p>{TWO_OF_2021_AND_2026}</p>", "")

    assert hrefs(html) == ["dan-chieu/index.html"]
    assert "hb-cite-choice" in html
    assert "Có thể là: Nghị quyết 02-NQ/TW (12/06/2021); Nghị quyết 02-NQ/TW (17/03/2026)" in html


def test_unknown_citation_is_marked_and_explained(site: Site) -> None:
    html = link_citations(site, "<p>Nghị định số 999/2031/NĐ-CP</p>", "")

    assert hrefs(html) == ["dan-chieu/index.html"]
    assert "hb-cite-gap" in html


def test_text_after_a_link_is_read_too(site: Site) -> None:
    html = link_citations(site, "<p><a href='x'>một</a> và Chỉ thị số 05-CT/TW</p>", "")

    assert hrefs(html) == ["van-ban/ct-05-2016/index.html"]


@pytest.mark.parametrize(
    "html",
    [
        "<p><a href='x'>Chỉ thị số 05-CT/TW</a></p>",
        "<h1>Chỉ thị số 05-CT/TW</h1>",
        "<pre><code>Chỉ thị số 05-CT/TW</code></pre>",
        "<script>/* Chỉ thị số 05-CT/TW */</script>",
        "<svg><title>Chỉ thị số 05-CT/TW</title><text>Chỉ thị số 05-CT/TW</text></svg>",
        '<p title="Chỉ thị số 05-CT/TW">không có gì</p>',
        "<!-- <p>Chỉ thị số 05-CT/TW</p> -->",
    ],
)
def test_links_code_titles_and_attributes_stay_as_they_are(site: Site, html: str) -> None:
    assert link_citations(site, html, "") == html


def test_document_does_not_link_to_itself(site: Site) -> None:
    record = site.index.documents["ct-05-2016"]

    assert hrefs(link_citations(site, "<p>Chỉ thị số 05-CT/TW</p>", "", record)) == []


def test_text_is_read_as_the_record_speaks_that_it_is_about(site: Site) -> None:
    plan = next(one for one in site.index.plans.values() if one.relations)
    number = plan.number or plan.title
    row = f'<table><tr data-of="{plan.id}"><td>{plan.kind} {number}</td></tr></table>'

    assert hrefs(link_citations(site, row, "")) == []
    assert hrefs(link_citations(site, f"{row}<p>{plan.kind} {number}</p>", "")) == [
        f"{site.document(plan.id).href}index.html"
    ]


def test_escaped_text_stays_escaped(site: Site) -> None:
    html = "<p>&lt;b&gt; &amp; Chỉ thị số 05-CT/TW &quot;x&quot; &lt;script&gt;</p>"

    linked = link_citations(site, html, "")

    assert len(hrefs(linked)) == 1
    assert "<b>" not in linked
    assert "<script>" not in linked
    assert re.sub(r"<a [^>]*>|</a>", "", linked).replace("&#34;", "&quot;") == html


def test_white_space_around_text_is_kept(site: Site) -> None:
    linked = link_citations(site, "<p>\n Chỉ thị số 05-CT/TW \n</p>", "")

    assert re.sub(r"<a [^>]*>|</a>", "", linked) == "<p>\n Chỉ thị số 05-CT/TW \n</p>"
