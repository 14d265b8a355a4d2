"""How steps are numbered, and which pages a step uses."""

from __future__ import annotations

from handbook.checks import load_and_check
from handbook.procedures import UsedProcedure, number_steps, procedures_by_page
from tests.catalogues import PROCEDURE, BaseCatalogue


def used(base: BaseCatalogue) -> dict[tuple[str, str], list[list[str]]]:
    index, problems = load_and_check(base.root)
    assert problems == []
    pages: dict[tuple[str, str], tuple[UsedProcedure, ...]] = {**procedures_by_page(index)}
    return {page: [[s.step.id for s in one.steps] for one in ones] for page, ones in pages.items()}


def test_joined_steps_share_a_number(base: BaseCatalogue) -> None:
    index, _ = load_and_check(base.root)
    (procedure,) = index.procedures.values()

    assert [one.number for one in number_steps(procedure)] == [1, 2, 2]


def test_a_joined_first_step_is_numbered_all_the_same(base: BaseCatalogue) -> None:
    base.edit(PROCEDURE, ('"Viết báo cáo"\n', '"Viết báo cáo"\n    join: và\n'))
    index, _ = load_and_check(base.root)
    (procedure,) = index.procedures.values()

    assert [one.number for one in number_steps(procedure)] == [1, 2, 2]


def test_a_step_uses_the_plan_it_cites_and_its_outline(base: BaseCatalogue) -> None:
    assert used(base) == {
        ("outline", "01-kh-mau-2024"): [["buoc-1"]],
        ("plan", "01-kh-mau-2024"): [["buoc-1"]],
    }


def test_a_step_uses_the_documents_it_needs(base: BaseCatalogue) -> None:
    base.edit(
        PROCEDURE,
        ('    text: "Đọc lại', '    documents:\n      - 02-nq-mau-2023\n    text: "Đọc lại'),
    )

    assert used(base)["directive", "02-nq-mau-2023"] == [["buoc-2"]]


def test_what_advice_quotes_is_only_an_example(base: BaseCatalogue) -> None:
    base.edit(
        PROCEDURE,
        (
            "          lines: [2]\n",
            "          lines: [2]\n    advice: true\n",
        ),
        ("    outline: 01-kh-mau-2024\n", ""),
    )

    assert used(base) == {}
