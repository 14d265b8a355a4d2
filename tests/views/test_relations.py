"""Relations in both wordings: stored once, shown on both pages, never twice on one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from handbook.model.document import RelationType
from handbook.views.relations import (
    EXPANDED_RELATIONS,
    RELATION_WORDS,
    RelationGroup,
    incoming_groups,
    relation_groups,
)
from handbook.views.site import Site
from tests.small_index import load_index, write_directive

TYPES: tuple[RelationType, ...] = get_args(RelationType)


def site_of(root: Path) -> Site:
    return Site(load_index(root), date(2025, 1, 1))


def relation(type_: str, to: str, line: int | None = None) -> str:
    text = f'  - type: "{type_}"\n    to: {to}\n    source: s1\n'
    if line:
        text += f"    citations:\n      - printed: văn bản {line}\n        at:\n"
        text += f"          path: I\n          lines: [{line}]\n"
    return text


def shown(groups: list[RelationGroup]) -> dict[str, list[str]]:
    return {group.words: [row.link.href for row in group.rows] for group in groups}


def test_words_and_types_are_the_same_set() -> None:
    assert set(RELATION_WORDS) == set(TYPES)


def test_no_two_wordings_are_alike() -> None:
    words = [word for pair in RELATION_WORDS.values() for word in pair]

    assert len(set(words)) == len(words)


@pytest.mark.parametrize("type_", TYPES)
def test_each_type_is_shown_on_both_pages(tmp_path: Path, type_: RelationType) -> None:
    write_directive(tmp_path, "a", "relations:\n" + relation(type_, "b"))
    write_directive(tmp_path, "b")
    site = site_of(tmp_path)
    a, b = site.index.documents["a"], site.index.documents["b"]

    assert shown(relation_groups(site, a)) == {RELATION_WORDS[type_].active: ["van-ban/b/"]}
    assert shown(incoming_groups(site, b)) == {RELATION_WORDS[type_].reverse: ["van-ban/a/"]}
    assert relation_groups(site, b) == incoming_groups(site, a) == []


def test_a_mention_joins_the_relation_that_says_more(tmp_path: Path) -> None:
    text = relation("dẫn chiếu", "b", 3) + relation("thực hiện", "b", 9)
    write_directive(tmp_path, "a", f"relations:\n{text}")
    write_directive(tmp_path, "b")
    site = site_of(tmp_path)

    for groups in (
        relation_groups(site, site.index.documents["a"]),
        incoming_groups(site, site.index.documents["b"]),
    ):
        assert len(groups) == 1
        assert [(one.printed, one.mention) for one in groups[0].rows[0].citations] == [
            ("văn bản 3", True),
            ("văn bản 9", False),
        ]


def test_two_strong_relations_stand_both(tmp_path: Path) -> None:
    text = relation("căn cứ", "b", 3) + relation("thực hiện", "b", 9)
    write_directive(tmp_path, "a", f"relations:\n{text}")
    write_directive(tmp_path, "b")
    site = site_of(tmp_path)

    groups = relation_groups(site, site.index.documents["a"])

    assert [group.words for group in groups] == ["Căn cứ", "Thực hiện"]
    assert [len(group.rows[0].citations) for group in groups] == [1, 1]


def test_a_document_stands_once_in_a_group(tmp_path: Path) -> None:
    text = relation("thực hiện", "b", 3) + relation("thực hiện", "b", 9)
    write_directive(tmp_path, "a", f"relations:\n{text}")
    write_directive(tmp_path, "b")
    site = site_of(tmp_path)

    rows = relation_groups(site, site.index.documents["a"])[0].rows

    assert [len(row.citations) for row in rows] == [2]


def test_a_relation_known_from_outside_names_its_source(tmp_path: Path) -> None:
    write_directive(tmp_path, "a", "relations:\n" + relation("thay thế", "b"))
    write_directive(tmp_path, "b")
    site = site_of(tmp_path)

    for row in (
        relation_groups(site, site.index.documents["a"])[0].rows[0],
        incoming_groups(site, site.index.documents["b"])[0].rows[0],
    ):
        assert row.source
        assert row.source.title == "Nguồn bịa"


def test_many_documents_that_name_one_are_listed_newest_first(tmp_path: Path) -> None:
    years = range(2001, 2001 + EXPANDED_RELATIONS + 2)
    for year in years:
        text = "relations:\n" + relation("thực hiện", "b", 3)
        write_directive(tmp_path, f"a-{year}", text, issued=f"{year}-01-01")
    write_directive(tmp_path, "b")
    site = site_of(tmp_path)

    rows = incoming_groups(site, site.index.documents["b"])[0].rows

    assert [row.link.href for row in rows] == [f"van-ban/a-{year}/" for year in reversed(years)]
    assert [bool(row.citations) for row in rows] == [True] * EXPANDED_RELATIONS + [False] * 2
