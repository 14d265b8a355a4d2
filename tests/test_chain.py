"""The graph of documents: what stands below what, heads of families, one place for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.chain import Chain
from tests.views.chain_catalogue import Chains


@pytest.fixture
def chains(tmp_path: Path) -> Chains:
    return Chains(tmp_path)


def chain_of(chains: Chains) -> Chain:
    return chains.site().chain


def depths(chain: Chain, head: str) -> dict[str, tuple[str, int]]:
    return {one.document_id: (one.parent, one.depth) for one in chain.tree_below(head)}


def test_only_downward_relations_make_a_chain(chains: Chains) -> None:
    chains.directive("goc", "tw")
    for number, relation in enumerate(
        ("thực hiện", "hướng dẫn", "căn cứ", "sơ kết, tổng kết", "dẫn chiếu", "thay thế")
    ):
        chains.directive(f"duoi-{number}", "tinh-a", f"{relation} goc")

    chain = chain_of(chains)

    assert chain.below["goc"] == ("duoi-0", "duoi-1", "duoi-2", "duoi-3")
    assert chain.below_by_carrying_out["goc"] == ("duoi-0", "duoi-1", "duoi-3")


def test_several_relations_of_one_pair_are_one_tie(chains: Chains) -> None:
    chains.directive("goc", "tw")
    chains.plan("kh", "tinh-a", "căn cứ goc", "thực hiện goc", "dẫn chiếu goc")

    assert chain_of(chains).ties == {("kh", "goc"): ("thực hiện", "căn cứ")}


def test_a_diamond_hangs_once_below_the_farthest(chains: Chains) -> None:
    chains.directive("goc", "tw")
    chains.directive("tinh", "tinh-a", "thực hiện goc")
    chains.directive("huyen", "huyen-uy-a", "thực hiện goc", "thực hiện tinh")
    chains.plan("kh", "huyen-a", "thực hiện goc", "thực hiện tinh", "thực hiện huyen")

    assert depths(chain_of(chains), "goc") == {
        "goc": ("", 0),
        "tinh": ("goc", 1),
        "huyen": ("tinh", 2),
        "kh": ("huyen", 3),
    }


def test_a_ring_ends_and_its_highest_document_is_the_head(chains: Chains) -> None:
    chains.directive("a-huyen", "huyen-a", "thực hiện b-tw")
    chains.directive("b-tw", "tw", "thực hiện c-tinh")
    chains.directive("c-tinh", "tinh-a", "thực hiện a-huyen")
    chains.plan("kh", "huyen-a", "thực hiện a-huyen")

    chain = chain_of(chains)

    assert chain.heads == ("b-tw",)
    assert set(chain.all_below("b-tw")) == {"a-huyen", "c-tinh", "kh"}
    assert sorted(depths(chain, "b-tw")) == ["a-huyen", "b-tw", "c-tinh", "kh"]
    assert sorted(depths(chain, "c-tinh")) == ["a-huyen", "b-tw", "c-tinh", "kh"]


def test_a_ring_below_a_document_is_no_head(chains: Chains) -> None:
    chains.directive("z-goc", "huyen-a")
    chains.directive("a", "tw", "thực hiện b", "thực hiện z-goc")
    chains.directive("b", "tw", "thực hiện a")

    assert chain_of(chains).heads == ("z-goc",)


def test_a_document_that_carries_out_itself_is_not_below_itself(chains: Chains) -> None:
    chains.directive("a", "tw", "thực hiện a")

    assert chain_of(chains).ties == {}


def test_documents_alone_head_no_family(chains: Chains) -> None:
    chains.directive("mot-minh", "tw", "dẫn chiếu khac")
    chains.directive("khac", "tw")

    assert chain_of(chains).heads == ()


def test_a_generic_name_above_does_not_take_the_head(chains: Chains) -> None:
    chains.directive("ten-chung", "tw", generic=True)
    chains.directive("ke-hoach-tinh", "tinh-a", "sơ kết, tổng kết ten-chung")
    chains.plan("kh", "huyen-a", "thực hiện ke-hoach-tinh")

    chain = chain_of(chains)

    assert chain.heads == ("ten-chung", "ke-hoach-tinh")
    assert chain.heads_of["kh"] == ("ten-chung", "ke-hoach-tinh")


def test_a_department_stands_at_the_level_of_its_body(chains: Chains) -> None:
    chains.plan("cua-van-phong", "van-phong-a")
    chains.plan("chua-ro", None)

    assert chain_of(chains).levels == {"cua-van-phong": "huyện"}


def test_a_long_chain_does_not_exhaust_the_stack(chains: Chains) -> None:
    chains.directive("d-0", "tw")
    for number in range(1, 1500):
        chains.directive(f"d-{number}", "tw", f"thực hiện d-{number - 1}")

    chain = chain_of(chains)

    assert chain.heads == ("d-0",)
    assert chain.tree_below("d-0")[-1] == ("d-1499", "d-1498", 1499)
