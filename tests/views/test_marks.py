"""Marks beside links, and the stages by which a page corrects itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handbook.outputs.fragments import link
from handbook.status import KINDS, SAYS_NOTHING_OF_FORCE
from handbook.views.banner import NO_WORD_OF_FORCE, banners
from handbook.views.marks import KIND_WORDS, Mark, ShownOn, status_facets
from handbook.views.site import Link, Site
from tests.small_index import load_index, write_body, write_directive

TERM = "term:\n  from: '2020'\n  until: '2025'"


def site_of(root: Path, today: date = date(2025, 1, 1)) -> Site:
    return Site(load_index(root), today)


def test_every_kind_has_words_and_a_class_of_its_own() -> None:
    assert tuple(KIND_WORDS) == KINDS
    assert len({one.name for one in KIND_WORDS.values()}) == len(KINDS)


def test_every_class_has_a_shape(request: pytest.FixtureRequest) -> None:
    css = (request.config.rootpath / "docs/assets/css/status.css").read_text(encoding="utf-8")

    for words in KIND_WORDS.values():
        assert f".hb-{words.name}" in css


def test_a_link_bears_the_mark_of_the_day_and_hides_the_one_to_come(tmp_path: Path) -> None:
    write_directive(tmp_path, "cu", TERM)

    now = site_of(tmp_path).document("cu").marks
    later = site_of(tmp_path, date(2026, 1, 1)).document("cu").marks

    assert now == (Mark("term-over", "hết nhiệm kỳ", ShownOn("2026-01-01", "", False)),)
    assert later == (Mark("term-over", "hết nhiệm kỳ", ShownOn("", "", True)),)
    assert 'data-first="2026-01-01" hidden>hết nhiệm kỳ</span>' in link(
        "", Link("a/", "A", "", now)
    )
    assert '<span class="hb-mark hb-term-over">hết nhiệm kỳ</span>' in link(
        "", Link("a/", "A", "", later)
    )


def test_a_mark_ends_on_the_eve_of_the_next(tmp_path: Path) -> None:
    write_directive(tmp_path, "cu", f"{TERM}\nvalidity:\n  state: chưa rõ")
    write_directive(
        tmp_path,
        "moi",
        "relations:\n  - type: bãi bỏ\n    to: cu\nvalidity:\n  state: còn hiệu lực\n"
        "  from: '2027-05-01'",
    )

    marks = site_of(tmp_path, date(2026, 2, 2)).document("cu").marks

    assert [(one.words, one.span) for one in marks] == [
        ("hết nhiệm kỳ", ShownOn("", "2027-04-30", True)),
        ("bị bãi bỏ", ShownOn("2027-05-01", "", False)),
    ]


def test_a_rows_facet_says_how_it_will_change(tmp_path: Path) -> None:
    write_directive(tmp_path, "cu", TERM)
    write_directive(tmp_path, "khac")
    site = site_of(tmp_path)

    assert status_facets(site.status("cu")) == {
        "status": "không xác định",
        "status-later": "2026-01-01=hết nhiệm kỳ",
    }
    assert status_facets(site.status("khac")) == {"status": "không xác định"}


def said(site: Site, record_id: str) -> list[str]:
    found = banners(site, site.index.documents[record_id])[0]
    return [
        one.lead + "; ".join(link.text for link in one.links) + one.tail for one in found.grounds
    ]


def test_a_banner_says_who_replaced_the_document_and_since_when(tmp_path: Path) -> None:
    write_directive(tmp_path, "cu", number="1/QĐ-TLĐ", issued="2011-08-19")
    write_directive(
        tmp_path,
        "moi",
        "relations:\n  - type: thay thế\n    to: cu\n    source: s1",
        number="9/QĐ-TLĐ",
        issued="2024-05-14",
    )
    site = site_of(tmp_path)

    banner = banners(site, site.index.documents["cu"])[0]

    assert said(site, "cu") == [
        "Được thay thế bởi Quyết định 9/QĐ-TLĐ (14/05/2024); từ ngày nào: chưa rõ."
    ]
    assert (banner.name, banner.words, banner.day) == ("replaced", "được thay thế", "01/01/2025")
    assert banner.grounds[0].source
    assert banner.grounds[0].source.title == "Nguồn bịa"


def test_a_banner_of_the_issuer_does_not_speak_of_force(tmp_path: Path) -> None:
    write_body(
        tmp_path, "don-vi", "existed:\n  until: '2024-06-30'\n  source: s1", name="Công đoàn Cũ"
    )
    write_directive(tmp_path, "cu", issuer="don-vi")

    assert said(site_of(tmp_path), "cu") == [
        "Đơn vị ban hành: Công đoàn Cũ đã kết thúc hoạt động (đến ngày 30/06/2024).",
        NO_WORD_OF_FORCE,
    ]


def test_a_document_in_force_is_not_said_to_be_doubtful(tmp_path: Path) -> None:
    write_directive(tmp_path, "cu", "validity:\n  state: còn hiệu lực\n  from: '2024-02-01'")

    assert said(site_of(tmp_path), "cu") == ["Còn hiệu lực từ ngày 01/02/2024."]
    assert "còn hiệu lực" not in SAYS_NOTHING_OF_FORCE


def test_a_banner_for_a_day_to_come_is_ready(tmp_path: Path) -> None:
    write_directive(tmp_path, "cu", TERM)
    site = site_of(tmp_path)

    found = banners(site, site.index.documents["cu"])

    assert [(one.words, one.span) for one in found] == [
        ("không xác định", ShownOn("", "2025-12-31", True)),
        ("hết nhiệm kỳ", ShownOn("2026-01-01", "", False)),
    ]
    assert found[1].day == "01/01/2026"


def test_a_day_the_source_tells_is_not_said_twice(tmp_path: Path) -> None:
    write_body(
        tmp_path,
        "don-vi",
        "existed:\n  until: '2024-06-30'\n  source: s1\n"
        "present:\n  text: Kết thúc từ ngày 30/6/2024.\n  source: s1",
        name="Công đoàn Cũ",
    )
    write_directive(tmp_path, "cu", issuer="don-vi")

    assert (
        said(site_of(tmp_path), "cu")[0] == "Đơn vị ban hành: Công đoàn Cũ đã kết thúc hoạt động."
    )


def test_a_successor_that_ended_too_is_said_to_have_ended(tmp_path: Path) -> None:
    write_body(tmp_path, "ke-tuc", "existed:\n  until: '2024-06-30'\n  source: s1", name="Kế tục")
    write_body(tmp_path, "don-vi", "successors:\n  - ke-tuc", name="Công đoàn Cũ")
    write_directive(tmp_path, "cu", issuer="don-vi")
    site = site_of(tmp_path)

    ground = banners(site, site.index.documents["cu"])[0].grounds[0]

    assert [(one.text, fate) for one, fate in ground.successors] == [
        ("Kế tục", "cũng đã kết thúc hoạt động")
    ]
