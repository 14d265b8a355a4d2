"""Checks of procedures: clauses, joins, completeness, short paragraphs."""

from __future__ import annotations

import pytest

from tests.catalogues import PROCEDURE, BaseCatalogue, place_of

THIRD = "    advice: true\n"
TWO_CLAUSES = "          lines: [2]\n"


def with_step(base: BaseCatalogue, text: str) -> str:
    """Add a fourth step to the procedure."""
    whole = (base.root / PROCEDURE).read_text(encoding="utf-8")
    return base.write(PROCEDURE, f"{whole}  - id: buoc-4\n    title: Bước bốn\n{text}")


COMPLETE = "    text: Làm.\n    when: Ngay.\n    result: Xong.\n"


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("    advice: true\n", []),
        ("    bodies:\n      - cdcs-mau\n", ["QUY-TRINH-01"]),
        ("    advice: false\n    bodies:\n      - cdcs-mau\n", ["QUY-TRINH-01"]),
    ],
)
def test_a_step_without_a_clause_is_advice(
    base: BaseCatalogue, fields: str, codes: list[str]
) -> None:
    with_step(base, COMPLETE + fields)

    assert [one.code for one in base.check()] == codes


@pytest.mark.parametrize("join", ["và", "hoặc"])
def test_a_first_step_joined_to_nothing_is_a_problem_at_the_word(
    base: BaseCatalogue, join: str
) -> None:
    text = base.edit(PROCEDURE, ('"Viết báo cáo"\n', f'"Viết báo cáo"\n    join: {join}\n'))

    assert base.places() == [("QUY-TRINH-02", *place_of(text, join, text[:300].count(join)))]


@pytest.mark.parametrize(("join", "codes"), [("và", []), ("hoặc", ["QUY-TRINH-03"])])
def test_a_group_of_steps_has_one_joining_word(
    base: BaseCatalogue, join: str, codes: list[str]
) -> None:
    with_step(base, f"    join: {join}\n{COMPLETE}    advice: true\n")

    assert [one.code for one in base.check()] == codes


def test_another_word_may_join_the_next_group(base: BaseCatalogue) -> None:
    with_step(
        base,
        f"{COMPLETE}    advice: true\n  - id: buoc-5\n    title: Bước năm\n    join: hoặc\n"
        f"{COMPLETE}    advice: true\n",
    )

    assert base.check() == []


@pytest.mark.parametrize(
    ("old", "missing"),
    [
        ("    bodies:\n      - cdcs-mau\n", "ai làm"),
        ('    when: "Văn bản không nêu ngày."\n', "khi nào"),
        ('    result: "Bản thảo báo cáo."\n', "kết quả"),
    ],
)
def test_a_step_that_says_too_little_is_a_hint(base: BaseCatalogue, old: str, missing: str) -> None:
    base.edit(PROCEDURE, (old, ""))

    (problem,) = base.check()

    assert (problem.code, problem.level) == ("QUY-TRINH-04", "lưu ý")
    assert missing in problem.message


def test_a_milestone_says_when(base: BaseCatalogue) -> None:
    base.edit(
        PROCEDURE,
        (
            '    when: "Văn bản không nêu ngày."\n',
            "    milestones:\n      - 01-kh-mau-2024#moc-1\n",
        ),
    )

    assert base.check() == []


def test_an_item_far_from_the_cited_lines_is_one_problem_at_its_name(base: BaseCatalogue) -> None:
    text = base.edit(PROCEDURE, (TWO_CLAUSES, "          lines: [5]\n"))

    assert base.places() == [("QUY-TRINH-05", *place_of(text, "01-kh-mau-2024#nv-1"))]


def test_an_item_of_a_plan_that_is_not_cited_is_a_problem(base: BaseCatalogue) -> None:
    text = with_step(base, f"{COMPLETE}    advice: true\n    items:\n      - 01-kh-mau-2024#nv-2\n")

    assert base.places() == [("QUY-TRINH-05", *place_of(text, "01-kh-mau-2024#nv-2"))]


def test_a_cited_line_without_text_is_a_problem(base: BaseCatalogue) -> None:
    text = base.edit(PROCEDURE, (TWO_CLAUSES, "          lines: [2, 12]\n"))

    assert base.places() == [("QUY-TRINH-06", *place_of(text, "[2, 12]"))]


@pytest.mark.parametrize(("words", "codes"), [(90, []), (91, ["QUY-TRINH-08"])])
@pytest.mark.parametrize(
    "field",
    ["Viết theo đề cương của kế hoạch.", "Từ lúc nhận kế hoạch đến lúc gửi báo cáo.",
     "Chép sai tên văn bản.", "Văn bản không nêu ngày."],
)  # fmt: skip
def test_a_paragraph_has_at_most_ninety_words(
    base: BaseCatalogue, field: str, words: int, codes: list[str]
) -> None:
    base.edit(PROCEDURE, (field, "chữ " * (words - 1) + "chữ"))

    assert [one.code for one in base.check()] == codes
