"""Steps as their page shows them: whose turn it is, and where another page stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from handbook.checks import load_and_check
from handbook.views.procedures import MINE, OTHERS, navigation, procedure_page, say_steps
from handbook.views.site import Site
from tests.catalogues import BODY, PROCEDURE, BaseCatalogue


def site_of(base: BaseCatalogue) -> Site:
    index, problems = load_and_check(base.root)
    assert problems == []
    return Site(index, date(2024, 1, 1))


def page_of(base: BaseCatalogue) -> dict[str, Any]:
    return procedure_page(site_of(base), "bao-cao-mau")


def test_a_step_of_a_body_with_the_procedures_role_is_mine(base: BaseCatalogue) -> None:
    first, *_ = page_of(base)["steps"]

    assert (first.whose, first.roles) == (MINE, "can-bo-cdcs")


def test_a_step_of_another_body_is_done_for_me(base: BaseCatalogue) -> None:
    base.edit(PROCEDURE, ("      - cdcs-mau", "      - cong-doan-mau"))
    assert "roles:" not in (base.root / BODY).read_text(encoding="utf-8")

    first, *_ = page_of(base)["steps"]

    assert (first.whose, first.roles) == (OTHERS, "-")


def test_advice_without_a_body_is_for_the_reader(base: BaseCatalogue) -> None:
    second = page_of(base)["steps"][1]

    assert (second.whose, second.roles, second.bodies) == (MINE, "", [])


def test_joined_steps_bear_the_number_they_are_joined_to(base: BaseCatalogue) -> None:
    page = page_of(base)

    assert [(one.number, one.join) for one in page["steps"]] == [(1, ""), (2, ""), (2, "và")]
    assert page["total"] == 2


def test_the_time_of_a_step_says_where_the_result_goes(base: BaseCatalogue) -> None:
    base.edit(
        PROCEDURE, ("    items:\n", "    milestones:\n      - 01-kh-mau-2024#moc-1\n    items:\n")
    )

    (time,) = page_of(base)["steps"][0].times

    assert time.link.href == "ke-hoach/01-kh-mau-2024/#moc-1"
    assert time.when.last_day


def test_the_clauses_of_one_document_are_named_once(base: BaseCatalogue) -> None:
    base.edit(
        PROCEDURE,
        (
            "          lines: [2]\n",
            "          lines: [2]\n      - document: 01-kh-mau-2024\n"
            "        at:\n          path: Khác\n          lines: [3]\n",
        ),
    )

    ((document, places),) = page_of(base)["steps"][0].cites

    assert document.href == "ke-hoach/01-kh-mau-2024/"
    assert [one.path for one in places] == ["I.1", "Khác"]


def test_an_outline_page_knows_its_step_and_the_next(base: BaseCatalogue) -> None:
    (line,) = navigation(site_of(base), "outline", "01-kh-mau-2024")

    assert line.steps == "bước 1/2"
    assert line.here.href == "quy-trinh/bao-cao-mau/#buoc-1"
    assert line.before is None
    assert line.after is not None
    assert line.after.href == "quy-trinh/bao-cao-mau/#buoc-2"
    assert [(marker, here) for marker, _, here in line.all] == [
        ("1", True),
        ("2", False),
        ("và", False),
    ]


def test_a_page_of_no_procedure_has_no_navigator(base: BaseCatalogue) -> None:
    assert navigation(site_of(base), "directive", "02-nq-mau-2023") == []


def test_a_page_of_several_procedures_names_each_in_one_line(base: BaseCatalogue) -> None:
    text = (base.root / PROCEDURE).read_text(encoding="utf-8")
    base.write(
        PROCEDURE.replace("bao-cao-mau", "bao-cao-khac"),
        text.replace("id: bao-cao-mau", "id: bao-cao-khac").replace("order: 1", "order: 2"),
    )

    lines = navigation(site_of(base), "plan", "01-kh-mau-2024")

    assert [one.procedure.href for one in lines] == [
        "quy-trinh/bao-cao-mau/",
        "quy-trinh/bao-cao-khac/",
    ]
    assert {(one.before, one.after) for one in lines} == {(None, None)}


@pytest.mark.parametrize(
    ("numbers", "total", "words"),
    [
        ([2], 5, "bước 2/5"),
        ([1], 1, "bước 1/1"),
        ([1, 1, 2, 3], 3, "cả 3 bước"),
        ([5, 1, 2], 6, "bước 1–2 và 5 trong 6 bước"),
        ([1, 3, 5], 6, "bước 1, 3 và 5 trong 6 bước"),
    ],
)
def test_steps_in_words(numbers: list[int], total: int, words: str) -> None:
    assert say_steps(numbers, total) == words
