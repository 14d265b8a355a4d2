"""Where a document is carried out: by locality, with its items, and the gaps."""

from __future__ import annotations

from handbook.outputs.pages import render_record
from handbook.views.deployment import EXPANDED_DOCUMENTS, Deployment, deployment_view
from handbook.views.deployment_gaps import Gaps
from tests.views.chain_catalogue import Chains, outline, target, task


def view_of(chains: Chains, document_id: str) -> Deployment:
    view = deployment_view(chains.site(), document_id)
    assert view is not None
    return view


def places(view: Deployment) -> dict[str, list[str]]:
    return {group.place: [one.node.id for one in group.documents] for group in view.places}


def test_documents_are_grouped_by_place_from_the_centre_down(chains: Chains) -> None:
    chains.directive("nq", "tw")
    chains.directive("kh-tw", "tw", "thực hiện nq")
    chains.directive("ctr", "tinh-a", "thực hiện nq")
    chains.directive("kh-hu", "huyen-uy-a", "thực hiện ctr")
    chains.plan("kh-ldld", "huyen-a", "thực hiện nq")
    chains.plan("kh-la", None, "thực hiện nq")

    assert places(view_of(chains, "nq")) == {
        "Cơ quan trung ương": ["kh-tw"],
        "Tỉnh A Mẫu": ["ctr"],
        "Tỉnh A Mẫu › huyện A Một": ["kh-hu", "kh-ldld"],
        "Chưa rõ địa phương": ["kh-la"],
    }


def test_carrying_out_through_another_is_said(chains: Chains) -> None:
    chains.directive("nq", "tw")
    chains.directive("ctr", "tinh-a", "hướng dẫn nq")
    chains.plan("kh", "huyen-a", "thực hiện ctr")

    found = {one.node.id: one for group in view_of(chains, "nq").places for one in group.documents}

    assert not found["ctr"].through
    assert found["ctr"].words == ["Được hướng dẫn bởi"]
    assert found["kh"].words == []
    assert found["kh"].through
    assert [link.text for tie in found["kh"].ties for link in tie.links] == ["Nghị quyết CTR"]


def test_tasks_targets_and_sections_stand_with_their_plan(chains: Chains) -> None:
    chains.directive("nq", "tw")
    chains.plan(
        "kh", "huyen-a", "thực hiện nq",
        tasks=[task("nv-1", "nq", sections=("II",)), task("nv-2")],
        targets=[target("ct-1", "nq"), target("ct-2"), target("ct-3", "kh")],
        outline=outline(("I", "Nêu tên", ("nq",)), ("II", "Nhận việc", ()), ("III", "Khác", ())),
    )  # fmt: skip

    view = view_of(chains, "nq")
    one = view.places[0].documents[0]

    assert [item.id for item in one.tasks] == ["nv-1"]
    assert [item.id for item in one.targets] == ["ct-1", "ct-2"]
    assert [link.text for link in one.sections] == ["Mục I. Nêu tên", "Mục II. Nhận việc"]
    assert view.counts == [(1, "văn bản"), (1, "phần việc"), (2, "chỉ tiêu"), (2, "mục đề cương")]


def test_a_plan_whose_task_names_it_carries_it_out(chains: Chains) -> None:
    chains.directive("nq", "tw")
    chains.plan("kh", "huyen-a", "dẫn chiếu nq", tasks=[task("nv-1", "nq")])
    chains.plan("chi-nhac", "tinh-a", "dẫn chiếu nq")

    assert places(view_of(chains, "nq")) == {"Tỉnh A Mẫu › huyện A Một": ["kh"]}


def test_older_documents_are_a_line_each(chains: Chains) -> None:
    chains.directive("nq", "tw")
    for number in range(EXPANDED_DOCUMENTS + 5):
        chains.plan(
            f"kh-{number:02}", "tinh-a", "thực hiện nq",
            issued=f"20{number + 1:02}-01-01", tasks=[task("nv-1", "nq")],
        )  # fmt: skip

    group = view_of(chains, "nq").places[0]

    assert len(group.documents) == EXPANDED_DOCUMENTS
    assert [(one.link.href, one.word) for one in group.folded.entries] == [
        (f"ke-hoach/kh-{number:02}/", "1 phần việc") for number in (4, 3, 2, 1, 0)
    ]


def test_gaps_are_places_levels_and_plans_of_the_catalogue(chains: Chains) -> None:
    chains.directive("nq", "tw")
    chains.plan("kh", "huyen-a", "thực hiện nq")
    chains.plan("khong", "tinh-b")
    chains.plan("truoc", "tinh-b", issued="2019")

    gaps = view_of(chains, "nq").gaps

    assert gaps.levels == ["Cấp tỉnh", "Cơ sở"]
    assert gaps.places == [("tỉnh B Mẫu", [])]
    assert [link.text for link in gaps.plans] == ["Kế hoạch KHONG"]
    assert gaps.earlier_plans == 1


def test_a_province_without_any_is_named_with_its_districts(chains: Chains) -> None:
    chains.directive("nq", "tw")
    chains.directive("kh-b", "tinh-b", "thực hiện nq")

    assert view_of(chains, "nq").gaps.places == [("tỉnh A Mẫu", ["huyện A Một"])]


def test_gaps_stay_within_the_reach_of_the_issuer(chains: Chains) -> None:
    chains.directive("nq-tinh", "tinh-a")
    chains.directive("nq-huyen", "huyen-a")
    chains.plan("kh-b", "tinh-b")
    site = chains.site()

    province, district = (deployment_view(site, one) for one in ("nq-tinh", "nq-huyen"))

    assert province is not None
    assert province.gaps.places == [("tỉnh A Mẫu", ["huyện A Một"])]
    assert province.gaps.plans == []
    assert district is not None
    assert district.gaps.places == []


def test_of_an_unknown_issuer_no_gap_is_claimed(chains: Chains) -> None:
    chains.directive("nq", None)
    chains.plan("kh", "tinh-b")

    assert view_of(chains, "nq").gaps == Gaps([], [], 0, [], 0, 0)


def test_a_plan_issued_later_in_an_imprecise_year_is_not_called_earlier(chains: Chains) -> None:
    chains.directive("nq", "tw", issued="2021-06-12")
    chains.plan("kh", "tinh-b", issued="2021")

    assert view_of(chains, "nq").gaps.earlier_plans == 0


def test_the_page_says_chua_thay_and_not_chua_lam(chains: Chains) -> None:
    chains.directive("nq", "tw")
    chains.directive("nq-khong", "tw")
    chains.plan("kh", "tinh-a", "thực hiện nq")
    site = chains.site()

    some = render_record(site, "directive", "nq").html
    none = render_record(site, "directive", "nq-khong").html

    assert "“chưa thấy” không có nghĩa là “chưa làm”" in some
    assert 'id="chua-thay"' in some
    assert "Trong kho chưa thấy văn bản nào triển khai văn bản này" in none
    assert 'id="chua-thay"' not in none


def test_a_plan_that_nothing_carries_out_says_nothing(chains: Chains) -> None:
    chains.plan("kh", "tinh-a")
    chains.plan("kh-tren", "tinh-a")
    chains.plan("kh-duoi", "huyen-a", "thực hiện kh-tren")
    site = chains.site()

    assert deployment_view(site, "kh") is None
    assert deployment_view(site, "kh-tren") is not None
