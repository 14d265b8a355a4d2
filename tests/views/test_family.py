"""The chain page of a family, and the list of families."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from handbook.checks import load_and_check
from handbook.outputs.pages import RECORD_PAGES, render_record
from handbook.outputs.redirects import redirect_files
from handbook.views.family import family_page, family_rows
from handbook.views.family_tree import MAX_CHILDREN, MAX_DEPTH, MAX_NODES, Branch
from handbook.views.site import Site
from tests.views.chain_catalogue import Chains, task

ROOT = Path(__file__).resolve().parent.parent.parent


def shape(branch: Branch) -> dict[str, object]:
    return {one.node.id: shape(one) for one in branch.children}


def count(branch: Branch) -> int:
    return 1 + sum(count(one) for one in branch.children)


def test_a_diamond_is_one_branch_with_a_reference(chains: Chains) -> None:
    chains.directive("goc", "tw")
    chains.directive("tinh", "tinh-a", "thực hiện goc")
    chains.plan("kh", "huyen-a", "thực hiện goc", "hướng dẫn tinh")

    tree = family_page(chains.site(), "goc")["tree"]

    assert shape(tree) == {"tinh": {"kh": {}}}
    leaf = tree.children[0].children[0]
    assert leaf.words == "Hướng dẫn"
    assert [(tie.words, [one.href for one in tie.links]) for tie in leaf.also] == [
        ("Thực hiện", ["#vb_goc"])
    ]


def test_every_reference_inside_the_page_has_its_node(chains: Chains) -> None:
    chains.directive("goc", "tw")
    for number in range(MAX_CHILDREN + 9):
        chains.directive(f"tinh-{number:02}", "tinh-a", "thực hiện goc")
        chains.plan(f"kh-{number:02}", "huyen-a", f"thực hiện tinh-{number:02}", "thực hiện goc")

    html = render_record(chains.site(), "family", "goc").html

    ids = set(re.findall(r'id="(vb_[^"]+)"', html))
    assert len(ids) == 1 + 2 * MAX_CHILDREN
    assert set(re.findall(r'href="#([^"]+)"', html)) <= ids


def test_many_children_are_a_line_each(chains: Chains) -> None:
    chains.directive("goc", "tw")
    for number in range(MAX_CHILDREN + 42):
        chains.plan(f"kh-{number:02}", "tinh-a", "thực hiện goc")

    page = family_page(chains.site(), "goc")

    assert len(page["tree"].children) == MAX_CHILDREN
    assert page["tree"].folded.total == 42
    assert page["document_count"] == MAX_CHILDREN + 43


def test_what_leads_on_is_shown_before_what_is_newer(chains: Chains) -> None:
    chains.directive("goc", "tw")
    for number in range(MAX_CHILDREN):
        chains.plan(f"kh-{number:02}", "tinh-a", "thực hiện goc", issued="2025-01-01")
    chains.plan("cu", "tinh-a", "thực hiện goc", issued="2001-01-01")
    chains.plan("duoi", "huyen-a", "thực hiện cu")

    tree = family_page(chains.site(), "goc")["tree"]

    assert "cu" in shape(tree)


def test_a_folded_document_says_how_many_stand_below_it(chains: Chains) -> None:
    chains.directive("goc", "tw")
    for number in range(MAX_CHILDREN + 1):
        chains.plan(f"kh-{number:02}", "tinh-a", "thực hiện goc")
        chains.plan(f"duoi-{number:02}", "huyen-a", f"thực hiện kh-{number:02}")

    one = family_page(chains.site(), "goc")["tree"].folded.entries[0]

    assert one.link.href == f"luoc-do/kh-{MAX_CHILDREN:02}/"
    assert one.word == "còn 1 văn bản bên dưới"


def test_deep_and_broad_families_stay_within_bounds(chains: Chains) -> None:
    chains.directive("d-0", "tw")
    for number in range(1, 60):
        chains.directive(f"d-{number}", "tw", f"thực hiện d-{number - 1}")
    chains.directive("e-0", "tw")
    for first in range(20):
        chains.directive(f"e-{first:02}-x", "tinh-a", "thực hiện e-0")
        for second in range(20):
            chains.plan(f"e-{first:02}-{second:02}", "huyen-a", f"thực hiện e-{first:02}-x")
    site = chains.site()

    assert count(family_page(site, "d-0")["tree"]) == MAX_DEPTH + 1
    assert count(family_page(site, "e-0")["tree"]) == MAX_NODES + 1


def test_a_ring_is_a_family(chains: Chains) -> None:
    chains.directive("a", "tw", "thực hiện b")
    chains.directive("b", "tinh-a", "thực hiện a")
    site = chains.site()

    assert [row.link.text for row in family_rows(site)] == ["Nghị quyết A"]
    assert shape(family_page(site, "a")["tree"]) == {"b": {}}
    assert shape(family_page(site, "b")["tree"]) == {"a": {}}


def test_levels_are_counted_and_the_missing_ones_named(chains: Chains) -> None:
    chains.directive("goc", "tw")
    tasks = [task("nv-1", "goc"), task("nv-2")]
    chains.plan("kh", "huyen-a", "thực hiện goc", tasks=tasks)

    page = family_page(chains.site(), "goc")

    assert [tuple(one) for one in page["levels"]] == [("Trung ương", 1, 0), ("Cấp huyện", 1, 1)]
    assert page["missing"] == ["Cấp tỉnh", "Cơ sở"]
    assert [link.href for link in page["tree"].children[0].tasks] == ["ke-hoach/kh/#nv-1"]


def test_links_to_where_it_is_carried_out_only_when_its_page_says_so(chains: Chains) -> None:
    chains.plan("can-cu", "tinh-a")
    chains.plan("dua-vao", "huyen-a", "căn cứ can-cu")
    chains.plan("tren", "tinh-a")
    chains.plan("duoi", "huyen-a", "thực hiện tren")
    site = chains.site()

    for plan_id, is_said in (("can-cu", False), ("tren", True)):
        assert ("#trien-khai" in render_record(site, "family", plan_id).html) is is_said
        assert ('id="trien-khai"' in render_record(site, "plan", plan_id).html) is is_said


def test_the_chain_page_of_a_renamed_document_leads_on(chains: Chains) -> None:
    chains.directive("goc", "tw", former_ids=["goc-cu"])
    chains.directive("le", "tw", former_ids=["le-cu"])
    chains.plan("kh", "tinh-a", "thực hiện goc")

    paths = {path for path, _ in redirect_files(chains.site())}

    assert "luoc-do/goc-cu/index.html" in paths
    assert "luoc-do/le-cu/index.html" not in paths


def test_every_document_with_others_below_has_a_page(chains: Chains) -> None:
    chains.directive("goc", "tw")
    chains.directive("giua", "tinh-a", "thực hiện goc")
    chains.plan("kh", "huyen-a", "thực hiện giua")
    site = chains.site()

    assert sorted(RECORD_PAGES["family"].ids(site)) == ["giua", "goc"]
    assert [row.link.href for row in family_rows(site)] == ["luoc-do/goc/"]
    assert "Nằm trong nhóm lớn hơn" in render_record(site, "family", "giua").html


def test_the_times_of_a_family_are_drawn_and_told() -> None:
    index, _ = load_and_check(ROOT)
    html = render_record(Site(index, date(2026, 1, 1)), "family", "56-kh-tld-2020").html

    assert '<svg class="hb-timeline"' in html
    assert "1 chỗ vướng nhau, 2 dòng có dấu ⚠" in html
    told = html[html.index("hb-timeline-words") :]
    assert "⚠ <a" in told
    assert 'href="../../ke-hoach/quang-tri-54-kh-2020/index.html#moc-' in told
