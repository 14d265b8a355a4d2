"""Terms of the glossary are explained at their first use on a page, and only where it is sure."""

from __future__ import annotations

import json
import re
import time
from datetime import date

import pytest

from handbook.outputs.annotate import annotate_page, explain_terms
from handbook.outputs.term_notes import term_note_files
from handbook.views.site import Site
from handbook.views.terms import terms_by_form
from tests.small_index import load_index, write_directive

TERMS = {
    "cdcs": 'abbreviation: "CĐCS"\nexpansion: "công đoàn cơ sở"\nmeaning: "Ở <cơ quan>."',
    "ldld": 'abbreviation: "LĐLĐ"\nexpansion: "Liên đoàn Lao động"\nmeaning: "Một cấp."',
    "bhxh": 'abbreviation: "BHXH"\nexpansion: "bảo hiểm xã hội"\nmeaning: "Bảo hiểm."',
    "ub-bhxh": 'abbreviation: "UB.BHXH"\nexpansion: "ủy ban ấy"\nmeaning: "Bịa."',
    "cd": 'abbreviation: "CĐ"\nexpansion: "công đoàn"\nmeaning: "Hai nghĩa."\nambiguous: true',
    "can-cu": 'abbreviation: "căn cứ"\nexpansion: "dựa vào"\nmeaning: "Dựa vào."',
    "truoc": (
        'abbreviation: "trước (ngày)"\nexpansion: "hạn"\nmeaning: "Hạn."\n'
        'variants: ["trước"]\nin_text: ["trước ngày"]'
    ),
    "cp": 'abbreviation: "CP"\nexpansion: "Chính phủ"\nmeaning: "Số hiệu."\nin_text: []',
    "kh": 'abbreviation: "KH"\nexpansion: "kế hoạch"\nmeaning: "Loại."',
    "kh-2": 'abbreviation: "KH"\nexpansion: "khách hàng"\nmeaning: "Khác."',
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("terms")
    write_directive(root, "05-ct-2016", number="05-CT/LĐLĐ", kind="Chỉ thị", issued="2016-05-15")
    for record_id, text in TERMS.items():
        path = root / "data" / "glossary" / f"{record_id}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"id: {record_id}\n{text}\n", encoding="utf-8")
    return Site(load_index(root), date(2025, 1, 1))


def explained(site: Site, html: str) -> list[str]:
    """Give the words that became links to the glossary."""
    return re.findall(r'<a class="hb-term"[^>]*>([^<]+)</a>', explain_terms(site, html, "../"))


def test_term_links_to_its_entry_and_tells_its_expansion(site: Site) -> None:
    html = explain_terms(site, "<p>Các CĐCS gửi báo cáo</p>", "../../")

    assert html.startswith(
        '<p>Các <a class="hb-term" href="../../thuat-ngu/index.html#cdcs" '
        'title="công đoàn cơ sở">CĐCS</a> gửi báo cáo</p>'
    )


def test_only_the_first_use_of_a_page_is_explained(site: Site) -> None:
    assert explained(site, "<p>CĐCS và CĐCS</p><p>CĐCS, LĐLĐ</p>") == ["CĐCS", "LĐLĐ"]


def test_the_notes_of_all_terms_are_one_script(site: Site) -> None:
    ((path, script),) = term_note_files(site)
    text = script.decode()

    assert path == "assets/js/thuat-ngu.js"
    notes = json.loads(text.removeprefix("handbookTerms(").removesuffix(");\n"))
    assert notes["cdcs"] == "Ở <cơ quan>."
    assert notes.keys() == TERMS.keys()


def test_a_page_without_terms_stays_as_it_is(site: Site) -> None:
    assert explain_terms(site, "<p>Không có gì</p>", "") == "<p>Không có gì</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<p><a href='x'>CĐCS</a></p>",
        "<h1>CĐCS</h1>",
        '<h2 id="x">Với <em>CĐCS</em></h2>',
        "<table><tr><th>CĐCS</th></tr></table>",
        "<p><code>CĐCS</code></p>",
        "<details><summary>CĐCS</summary></details>",
        '<p title="CĐCS">không</p>',
        '<p><span class="hb-mark hb-x">CĐCS</span></p>',
        '<p class="x" data-copy="câu">CĐCS</p>',
        "<p>39/KH-LĐLĐ và LĐLĐ-BHXH</p>",
        "<p>CĐCSX và xCĐCS</p>",
        "<p>các CĐ khác</p>",
        "<p>công ty CP Mẫu</p>",
        "<p>một KH của ai</p>",
        "<p>như trước và trước đó</p>",
    ],
)
def test_where_it_is_not_sure_nothing_is_explained(site: Site, html: str) -> None:
    assert explained(site, html) == []


def test_a_heading_does_not_use_up_the_first_use(site: Site) -> None:
    assert explained(site, "<h2>CĐCS</h2><p>CĐCS</p>") == ["CĐCS"]


def test_the_longest_form_wins(site: Site) -> None:
    assert explained(site, "<p>Gửi UB.BHXH.</p>") == ["UB.BHXH"]


def test_a_word_may_begin_a_sentence_and_an_abbreviation_keeps_its_letters(site: Site) -> None:
    assert explained(site, "<p>Căn cứ vào đây</p>") == ["Căn cứ"]
    assert explained(site, "<p>gửi trước ngày 15</p>") == ["trước ngày"]
    assert explained(site, "<p>cđcs, ldld</p>") == []


def test_a_form_of_two_terms_names_neither(site: Site) -> None:
    assert "KH" not in terms_by_form(site)


def test_a_citation_is_linked_and_its_letters_are_not_explained(site: Site) -> None:
    html = annotate_page(site, "<p>Chỉ thị số 05-CT/LĐLĐ: LĐLĐ &amp; CĐCS</p>", "")

    assert 'class="hb-cite" href="van-ban/05-ct-2016/index.html"' in html
    assert re.findall(r'class="hb-term"[^>]*>([^<]+)</a>', html) == ["LĐLĐ", "CĐCS"]
    assert "</a> &amp; <a" in html


def test_a_long_page_takes_a_moment_only(site: Site) -> None:
    html = "<p>Công đoàn cơ sở họp, gửi báo cáo về cấp trên đúng hạn, theo mẫu.</p>" * 700

    start = time.perf_counter()
    explain_terms(site, html, "")

    assert time.perf_counter() - start < 0.5, "about 10 ms on an idle machine for 50 kB of text"
