"""What the five documents hold, by number: nothing may fall out of the records silently.

The numbers were counted against the documents when they were entered.  Change them only together
with the data, and say in the commit which paragraph of which document asks for it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.checks import load_and_check
from handbook.index import Index
from handbook.model.plan import Plan
from handbook.outline_sections import walk_sections

ROOT = Path(__file__).resolve().parent.parent.parent

COUNTS: dict[str, dict[str, int]] = {
    "long-bien-chu-de-2023": {
        "head": 3,
        "headings": 12,
        "tasks": 65,
        "milestones": 4,
        "periods": 9,
        "targets": 3,
        "sections": 0,
        "participants": 0,
        "recipients": 6,
        "notes": 17,
        "citations": 12,
    },
    "phu-rieng-kh-149-2023": {
        "head": 2,
        "headings": 14,
        "tasks": 48,
        "milestones": 1,
        "periods": 2,
        "targets": 8,
        "sections": 0,
        "participants": 0,
        "recipients": 7,
        "notes": 13,
        "citations": 18,
    },
    "quang-tri-54-kh-2020": {
        "head": 4,
        "headings": 12,
        "tasks": 14,
        "milestones": 6,
        "periods": 5,
        "targets": 0,
        "sections": 7,
        "participants": 0,
        "recipients": 6,
        "notes": 8,
        "citations": 40,
    },
    "thanh-hoa-148-hd-2023": {
        "head": 4,
        "headings": 1,
        "tasks": 33,
        "milestones": 1,
        "periods": 14,
        "targets": 0,
        "sections": 23,
        "participants": 0,
        "recipients": 3,
        "notes": 17,
        "citations": 19,
    },
    "thu-duc-39-kh-2020": {
        "head": 4,
        "headings": 24,
        "tasks": 36,
        "milestones": 6,
        "periods": 13,
        "targets": 0,
        "sections": 17,
        "participants": 19,
        "recipients": 6,
        "notes": 14,
        "citations": 40,
    },
}

RECORDS = {
    "plans": 5,
    "directives": 55,
    "bodies": 124,
    "areas": 15,
    "roles": 12,
    "terms": 82,
    "procedures": 10,
    "concepts": 7,
    "paths": 12,
    "ways": 5,
}

DIRECTIVES_CITED = {
    "02-nq-tw-2021",
    "03-chuong-trinh-dang-bo-long-bien-2020",
    "03-chuong-trinh-trong-tam-quang-tri-khoa-xii",
    "03-ct-tld-2010",
    "04-nq-tw-2016",
    "05-ct-tw-2016",
    "149-kh-hu-2023",
    "191-2013-nd-cp",
    "20-ctr-tu-2021",
    "217-qd-tw-2013",
    "3259-ctr-tld-2021",
    "53-kh-ldld-2020",
    "56-kh-tld-2020",
    "58-nq-tw-2020",
    "633-tld-2023",
    "6b-nq-bch-2011",
    "chuong-trinh-toan-khoa-ldld-quang-tri-khoa-xii",
    "dieu-le-cong-doan-viet-nam-khoa-xii",
    "luat-ngan-sach-nha-nuoc",
    "nq-dai-hoi-cong-doan-cac-cap",
    "nq-dai-hoi-cong-doan-co-so",
    "nq-dai-hoi-dang-bo-thu-duc",
    "nq-dai-hoi-dang-cac-cap-2020",
    "nq-dai-hoi-ii-ldld-phu-rieng-2023",
    "nq-dai-hoi-iv-dang-bo-long-bien-2020",
    "nq-dai-hoi-v-cong-doan-thu-duc-2018",
    "nq-dai-hoi-xii-cong-doan-quang-tri-2018",
    "nq-dai-hoi-xii-cong-doan-viet-nam-2018",
    "nq-dai-hoi-xii-dang-bo-phu-rieng",
    "nq-dai-hoi-xiii-dang-2021",
    "nq-dai-hoi-xix-dang-bo-thanh-hoa-2020",
    "quy-che-dan-chu-co-so",
}
"""Every document the five name, each with a record of its own."""

DEADLINES = {
    ("long-bien-chu-de-2023", "trong", "2023", (9, 70)),
    ("long-bien-chu-de-2023", "không nêu", None, (86,)),
    ("long-bien-chu-de-2023", "không có thật", None, (92,)),
    ("long-bien-chu-de-2023", "định kỳ", None, (94,)),
    ("phu-rieng-kh-149-2023", "không nêu", None, (94,)),
    ("quang-tri-54-kh-2020", "trong", "2021-01", (47,)),
    ("quang-tri-54-kh-2020", "trong", "2020-09", (49, 51)),
    ("quang-tri-54-kh-2020", "trong", "2020-11", (49, 53)),
    ("quang-tri-54-kh-2020", "trong", "2021-02", (49, 55)),
    ("quang-tri-54-kh-2020", "không nêu", None, (63,)),
    ("quang-tri-54-kh-2020", "trước", "2021-01-10", (69,)),
    ("thanh-hoa-148-hd-2023", "chậm nhất", "2023-12-11", (133,)),
    ("thu-duc-39-kh-2020", "trước", "2020-12-15", (50,)),
    ("thu-duc-39-kh-2020", "vào", "2020-12-29", (86, 88, 90)),
    ("thu-duc-39-kh-2020", "không nêu", None, (144,)),
    ("thu-duc-39-kh-2020", "không nêu", None, (148,)),
    ("thu-duc-39-kh-2020", "chậm nhất", "2023", (150,)),
    ("thu-duc-39-kh-2020", "vào", "2023", (150,)),
}

TARGETS = {
    ("long-bien-chu-de-2023", "bằng", 100, "2023"),
    ("long-bien-chu-de-2023", "ít nhất", 1, "2023"),
    ("long-bien-chu-de-2023", "trên", 55, "2023"),
    ("phu-rieng-kh-149-2023", "khoảng", 3100, "2025"),
    ("phu-rieng-kh-149-2023", "hầu hết", None, "2025"),
    ("phu-rieng-kh-149-2023", "ít nhất", 80, "2025"),
    ("phu-rieng-kh-149-2023", "trên", 75, "2025"),
    ("phu-rieng-kh-149-2023", "bằng", 4500, "2030"),
    ("phu-rieng-kh-149-2023", "ít nhất", 85, "2030"),
    ("phu-rieng-kh-149-2023", "hầu hết", None, "2045"),
    ("phu-rieng-kh-149-2023", "trên", 99, "2045"),
}


@pytest.fixture(scope="module")
def index() -> Index:
    loaded, _ = load_and_check(ROOT)
    return loaded


def count(plan: Plan) -> dict[str, int]:
    lists = ("head", "headings", "tasks", "milestones", "periods", "targets")
    more = ("participants", "recipients", "notes")
    found = {name: len(getattr(plan, name)) for name in (*lists, *more)}
    found["sections"] = sum(1 for _ in walk_sections(plan))
    found["citations"] = len(plan.self_citations) + sum(
        len(relation.citations) for relation in plan.relations
    )
    return found


def test_number_of_records(index: Index) -> None:
    assert {name: len(getattr(index, name)) for name in RECORDS} == RECORDS


@pytest.mark.parametrize("plan_id", COUNTS)
def test_items_of_a_plan(index: Index, plan_id: str) -> None:
    assert count(index.plans[plan_id]) == COUNTS[plan_id]


def test_every_cited_document_has_a_record(index: Index) -> None:
    cited = {relation.to for plan in index.plans.values() for relation in plan.relations}

    assert cited == DIRECTIVES_CITED
    assert cited <= set(index.documents)


def test_deadlines_are_as_printed(index: Index) -> None:
    found = {
        (plan.id, one.when.type, getattr(one.when, "date", None), one.at.lines)
        for plan, one in index.milestones
        if one.when is not None
    }

    assert found == DEADLINES


def test_targets_are_as_printed(index: Index) -> None:
    found = {
        (plan.id, one.operator, one.value, getattr(one.when, "date", None))
        for plan, one in index.targets
    }

    assert found == TARGETS


def test_every_line_of_every_document_is_accounted_for() -> None:
    _, problems = load_and_check(ROOT, select={"DONG-02"})

    assert not problems


def test_two_documents_bear_the_number_02_nq_tw(index: Index) -> None:
    dates = {one.issued for one in index.directives.values() if one.number == "02-NQ/TW"}

    assert dates == {"2021-06-12", "2026-03-17"}
