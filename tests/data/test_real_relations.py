"""Real pairs of documents, in both wordings, and the real statuses.  Read in the documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handbook.checks import load_and_check
from handbook.model.document import RelationType
from handbook.outputs.pages import render_record
from handbook.relations import CARRYING_OUT
from handbook.views.relations import RELATION_WORDS, incoming_groups, relation_groups
from handbook.views.site import Site

ROOT = Path(__file__).resolve().parent.parent.parent

PAIRS: list[tuple[str, RelationType, str]] = [
    ("thu-duc-39-kh-2020", "căn cứ", "53-kh-ldld-2020"),
    ("thu-duc-39-kh-2020", "sơ kết, tổng kết", "nq-dai-hoi-v-cong-doan-thu-duc-2018"),
    ("phu-rieng-kh-149-2023", "thực hiện", "149-kh-hu-2023"),
    ("phu-rieng-kh-149-2023", "thực hiện", "20-ctr-tu-2021"),
    ("phu-rieng-kh-149-2023", "thực hiện", "02-nq-tw-2021"),
    ("thanh-hoa-148-hd-2023", "thực hiện", "633-tld-2023"),
    ("thanh-hoa-148-hd-2023", "dẫn chiếu", "dieu-le-cong-doan-viet-nam-khoa-xii"),
    ("long-bien-chu-de-2023", "căn cứ", "191-2013-nd-cp"),
    ("long-bien-chu-de-2023", "thực hiện", "02-nq-tw-2021"),
    ("quang-tri-54-kh-2020", "thực hiện", "56-kh-tld-2020"),
    ("quang-tri-54-kh-2020", "sơ kết, tổng kết", "nq-dai-hoi-xii-cong-doan-viet-nam-2018"),
    ("quang-tri-54-kh-2020", "dẫn chiếu", "nq-dai-hoi-dang-cac-cap-2020"),
    ("20-ctr-tu-2021", "thực hiện", "02-nq-tw-2021"),
    ("56-kh-tld-2020", "sơ kết, tổng kết", "nq-dai-hoi-xii-cong-doan-viet-nam-2018"),
    ("03-hd-tld-2020", "hướng dẫn", "dieu-le-cong-doan-viet-nam-khoa-xii"),
    ("50-2024-qh15", "thay thế", "12-2012-qh13"),
    ("97-2025-qh15", "sửa đổi, bổ sung", "50-2024-qh15"),
]


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(load_and_check(ROOT)[0], date(2026, 11, 21))


def kind_of(site: Site, record_id: str) -> str:
    return "plan" if record_id in site.index.plans else "directive"


@pytest.mark.parametrize(("active", "type_", "passive"), PAIRS)
def test_a_pair_is_shown_in_both_wordings(
    site: Site, active: str, type_: RelationType, passive: str
) -> None:
    documents = site.index.documents
    words = RELATION_WORDS[type_]

    named = {group.words: group.rows for group in relation_groups(site, documents[active])}
    naming = {group.words: group.rows for group in incoming_groups(site, documents[passive])}

    assert site.document(passive) in [row.link for row in named[words.active]]
    assert site.document(active) in [row.link for row in naming[words.reverse]]
    assert f"<h3>{words.active}</h3>" in render_record(site, kind_of(site, active), active).html
    shown = '<span class="hb-node-verb">{}</span>' if type_ in CARRYING_OUT else "<h3>{}</h3>"
    page = render_record(site, kind_of(site, passive), passive).html
    assert shown.format(words.reverse) in page
    assert site.document(active).href in page


def test_every_relation_shows_where_it_is_known_from(site: Site) -> None:
    for document in site.index.documents.values():
        for group in relation_groups(site, document):
            for row in group.rows:
                assert row.citations or row.source, f"{document.id}: {row.link.text}"


def test_no_document_is_both_mentioned_and_more(site: Site) -> None:
    for document in site.index.documents.values():
        for groups, words in (
            (relation_groups(site, document), RELATION_WORDS["dẫn chiếu"].active),
            (incoming_groups(site, document), RELATION_WORDS["dẫn chiếu"].reverse),
        ):
            shown = {group.words: {row.link for row in group.rows} for group in groups}
            mentioned = shown.pop(words, set())
            assert not mentioned & set().union(*shown.values())


@pytest.mark.parametrize(
    ("document", "kind", "since", "by"),
    [
        ("12-2012-qh13", "được thay thế", "2025-07-01", ("50-2024-qh15",)),
        ("50-2024-qh15", "được sửa đổi, bổ sung", "2025-07-01", ("97-2025-qh15",)),
        ("97-2025-qh15", "còn hiệu lực", "2025-07-01", ()),
        ("1013-qd-tld-2011", "được thay thế", None, ("933-qd-tld-2024",)),
        ("191-2013-nd-cp", "không xác định", None, ()),
        ("02-nq-tw-2021", "không xác định", None, ()),
        ("thu-duc-39-kh-2020", "hết nhiệm kỳ", "2023", ()),
        ("quang-tri-54-kh-2020", "hết nhiệm kỳ", "2023", ()),
        ("long-bien-chu-de-2023", "đơn vị ban hành đã kết thúc", "2025-06-30", ()),
        ("phu-rieng-kh-149-2023", "không xác định", None, ()),
        ("thanh-hoa-148-hd-2023", "không xác định", None, ()),
    ],
)
def test_the_status_is_what_the_sources_allow(
    site: Site, document: str, kind: str, since: str | None, by: tuple[str, ...]
) -> None:
    found = site.status(document)

    assert (found.kind, found.since, found.by) == (kind, since, by)


@pytest.mark.parametrize(
    ("document", "day", "kind"),
    [
        ("long-bien-chu-de-2023", date(2025, 7, 1), "đơn vị ban hành đã kết thúc"),
        ("12-2012-qh13", date(2025, 7, 1), "được thay thế"),
    ],
)
def test_an_earlier_day_knows_the_change_to_come(
    site: Site, document: str, day: date, kind: str
) -> None:
    then = Site(site.index, date(2024, 1, 1)).status(document)

    assert then.kind == "không xác định"
    assert [(one.day, one.kind) for one in then.changes] == [(day, kind)]
