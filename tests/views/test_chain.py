"""The chain on a document's page: levels, ties in both wordings, cuts and gaps."""

from __future__ import annotations

from handbook.outputs.pages import render_record
from handbook.views.chain import MAX_NODES, ChainRow, chain_view
from handbook.views.chain_nodes import Tie
from tests.views.chain_catalogue import Chains, task


def ids(rows: list[ChainRow]) -> dict[str, list[str]]:
    return {row.level: [node.id for node, _ in row.nodes] for row in rows}


def said(ties: list[Tie]) -> list[tuple[str, list[str]]]:
    return [(tie.words, [link.text for link in tie.links]) for tie in ties]


def three_levels(chains: Chains) -> None:
    chains.directive("nq-tw", "tw")
    chains.directive("ctr-tinh", "tinh-a", "thực hiện nq-tw")
    chains.plan("kh-huyen", "huyen-a", "thực hiện ctr-tinh", "căn cứ nq-tw")


def test_levels_go_down_from_the_centre(chains: Chains) -> None:
    three_levels(chains)

    view = chain_view(chains.site(), "kh-huyen")

    assert ids(view.above) == {"Trung ương": ["nq-tw"], "Cấp tỉnh": ["ctr-tinh"]}
    assert view.own.level == "Cấp huyện"
    assert view.below == []
    assert view.missing == ["Cơ sở"]


def test_ties_above_use_the_reverse_words_and_below_the_active_ones(chains: Chains) -> None:
    three_levels(chains)
    site = chains.site()

    above = chain_view(site, "kh-huyen").above[0].nodes
    below = chain_view(site, "nq-tw").below[1].nodes

    assert [said(ties) for _, ties in above] == [
        [
            ("Được thực hiện bởi", ["Nghị quyết CTR-TINH"]),
            ("Là căn cứ của", ["văn bản này"]),
        ]
    ]
    assert [said(ties) for _, ties in below] == [
        [("Thực hiện", ["Nghị quyết CTR-TINH"]), ("Căn cứ", ["văn bản này"])]
    ]


def test_a_document_reached_by_several_ways_stands_once(chains: Chains) -> None:
    three_levels(chains)

    html = render_record(chains.site(), "plan", "kh-huyen").html

    assert html.count('id="vb_nq-tw"') == 1
    assert html.count('id="vb_ctr-tinh"') == 1
    assert html.count('href="#vb_ctr-tinh"') == 1


def test_a_document_of_a_ring_stands_once_with_both_ties(chains: Chains) -> None:
    chains.directive("a", "tw", "thực hiện b")
    chains.directive("b", "tinh-a", "hướng dẫn a")
    site = chains.site()

    view = chain_view(site, "a")
    html = render_record(site, "directive", "a").html

    assert [said(ties) for _, ties in view.above[0].nodes] == [
        [("Được thực hiện bởi", ["văn bản này"]), ("Hướng dẫn", ["văn bản này"])]
    ]
    assert view.below == []
    assert html.count('id="vb_a"') == 1
    assert html.count('id="vb_b"') == 1


def test_many_are_cut_and_counted(chains: Chains) -> None:
    chains.directive("nq", "tw")
    for number in range(MAX_NODES + 42):
        chains.plan(f"kh-{number:02}", "tinh-a", "thực hiện nq")
    site = chains.site()

    row = chain_view(site, "nq").below[0]
    html = render_record(site, "directive", "nq").html

    assert (len(row.nodes), row.more) == (MAX_NODES, 42)
    assert "và 42 văn bản khác" in html
    assert 'href="../../luoc-do/nq/index.html"' in html


def test_many_above_are_cut_too(chains: Chains) -> None:
    uppers = [f"nq-{number:02}" for number in range(MAX_NODES + 3)]
    for one in uppers:
        chains.directive(one, "tw")
    chains.plan("kh", "huyen-a", *(f"thực hiện {one}" for one in uppers))

    row = chain_view(chains.site(), "kh").above[0]

    assert (len(row.nodes), row.more) == (MAX_NODES, 3)


def test_an_unknown_issuer_stands_last_as_unknown(chains: Chains) -> None:
    chains.directive("nq", None, issued=None)
    chains.directive("ct", "tw")
    chains.plan("kh", "huyen-a", "thực hiện nq", "thực hiện ct")

    view = chain_view(chains.site(), "kh")

    assert ids(view.above) == {"Trung ương": ["ct"], "Chưa rõ cấp": ["nq"]}
    node = view.above[1].nodes[0][0]
    assert (node.issuer, node.date) == ("chưa rõ nơi ban hành", "chưa rõ ngày")
    assert chain_view(chains.site(), "nq").missing == []


def test_each_task_of_the_plan_stands_once(chains: Chains) -> None:
    chains.directive("nq", "tw")
    chains.directive("ct", "tw")
    tasks = [task("nv-1", "nq"), task("nv-2", "nq", "ct"), task("nv-3", "nq"), task("nv-4")]
    chains.plan("kh", "huyen-a", "thực hiện nq", "thực hiện ct", tasks=tasks)
    site = chains.site()

    view = chain_view(site, "kh")

    assert [(one.documents, [link.href for link in one.tasks]) for one in view.work] == [
        (["Nghị quyết NQ"], ["#nv-1", "#nv-3"]),
        (["Nghị quyết NQ", "Nghị quyết CT"], ["#nv-2"]),
    ]
    assert view.other_tasks == 1
    assert chain_view(site, "nq").outside == (3, 1)


def test_changes_are_said_in_both_wordings_and_make_no_level(chains: Chains) -> None:
    chains.directive("luat-cu", "tw")
    chains.directive("luat-moi", "tw", "thay thế luat-cu")
    site = chains.site()

    old, new = chain_view(site, "luat-cu"), chain_view(site, "luat-moi")

    assert said(old.changes) == [("Được thay thế bởi", ["Nghị quyết LUAT-MOI"])]
    assert said(new.changes) == [("Thay thế", ["Nghị quyết LUAT-CU"])]
    assert (old.above, old.below, new.above, new.below) == ([], [], [], [])


def test_a_document_names_its_families(chains: Chains) -> None:
    three_levels(chains)
    site = chains.site()

    assert [(link.text, size) for link, size in chain_view(site, "kh-huyen").families] == [
        ("Nghị quyết NQ-TW", 3)
    ]
    assert chain_view(site, "nq-tw").families == []
    assert chain_view(site, "kh-huyen").whole is None
