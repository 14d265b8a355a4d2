"""Documents: numbers, aliases, missing numbers and dates, terms, relations."""

from __future__ import annotations

import pytest

from tests.catalogues import (
    AREA,
    DIRECTIVE,
    NEW_BODY,
    OTHER_DIRECTIVE,
    PLAN,
    BaseCatalogue,
    place_of,
)

NUMBER, DATE = 'number: "03-CT/MAU"', 'issued: "2022-05-04"'
SAME_DATE = (DATE, 'issued: "2023-06-12"')
ISSUER = "issuer: cong-doan-mau\n"


@pytest.mark.parametrize(
    "number", ["02-NQ/MAU", "02 NQ/MAU", "2-NQ/MAU", "02/NQ-MAU", "02-nq/mau", "Số: 02-NQ/MAU"]
)
def test_same_number_and_date_is_one_problem_however_it_is_written(
    base: BaseCatalogue, number: str
) -> None:
    text = base.edit(OTHER_DIRECTIVE, (NUMBER, f'number: "{number}"'), SAME_DATE)

    assert base.places() == [("VAN-BAN-01", *place_of(text, f'"{number}"'))]


CITING = ("Gửi báo cáo theo đề cương.", "Gửi báo cáo theo Nghị quyết 02-NQ/MAU ngày 12/6/2023.")


def test_copy_of_a_document_is_one_problem_wherever_it_is_cited(base: BaseCatalogue) -> None:
    base.edit(PLAN, CITING)
    text = base.edit(OTHER_DIRECTIVE, (NUMBER, 'number: "02-NQ/MAU"'), SAME_DATE)

    assert base.places() == [("VAN-BAN-01", *place_of(text, '"02-NQ/MAU"'))]


def test_number_of_two_unrelated_offices_is_unclear_where_it_is_cited(
    base: BaseCatalogue,
) -> None:
    unrelated = (ISSUER, "issuer: cong-doan-moi\n")
    base.edit(AREA, ("summary: ", "summary: Theo Nghị quyết 02-NQ/MAU ngày 12/6/2023. # "))
    base.edit(OTHER_DIRECTIVE, (NUMBER, 'number: "02-NQ/MAU"'), SAME_DATE, unrelated)

    assert "DAN-CHIEU-02" in [one.code for one in base.check()]


def test_canonical_number_is_the_one_compared(base: BaseCatalogue) -> None:
    new = 'number: "02 /NQ - MAU"\ncanonical_number: "02-NQ/MAU"'
    text = base.edit(OTHER_DIRECTIVE, (NUMBER, new), SAME_DATE)

    assert base.places() == [("VAN-BAN-01", *place_of(text, '"02-NQ/MAU"'))]


def test_plan_and_directive_are_compared(base: BaseCatalogue) -> None:
    base.edit(
        OTHER_DIRECTIVE,
        (NUMBER, 'number: "01/KH-CĐM"'),
        (DATE, 'issued: "2024-09-16"'),
    )

    assert [one.code for one in base.check()] == ["VAN-BAN-01"]


def test_same_number_with_another_date_is_allowed(base: BaseCatalogue) -> None:
    base.edit(OTHER_DIRECTIVE, (NUMBER, 'number: "02-NQ/MAU"'))

    assert base.check() == []


def test_two_unrelated_offices_may_use_a_number_on_one_day(base: BaseCatalogue) -> None:
    base.edit(
        OTHER_DIRECTIVE,
        (NUMBER, 'number: "02-NQ/MAU"'),
        SAME_DATE,
        (ISSUER, "issuer: cong-doan-moi\n"),
    )

    assert [(one.code, one.level) for one in base.check()] == [("VAN-BAN-01", "lưu ý")]


def test_an_office_and_its_own_body_are_one_issuer(base: BaseCatalogue) -> None:
    base.edit(NEW_BODY, ("name:", "parent: cong-doan-mau\nname:"))
    base.edit(
        OTHER_DIRECTIVE,
        (NUMBER, 'number: "02-NQ/MAU"'),
        SAME_DATE,
        (ISSUER, "issuer: cong-doan-moi\n"),
    )

    assert [(one.code, one.level) for one in base.check()] == [("VAN-BAN-01", "lỗi")]


def add_aliases(base: BaseCatalogue, path: str, *aliases: str) -> str:
    written = "".join(f'  - "{alias}"\n' for alias in aliases)
    return base.edit(path, (ISSUER, f"{ISSUER}aliases:\n{written}"))


@pytest.mark.parametrize(
    "alias", ["Nghị quyết đổi mới 2023", "nghị quyết Đổi mới 2023", "Nghi quyet  doi-moi 2023"]
)
def test_alias_of_two_documents_is_one_problem(base: BaseCatalogue, alias: str) -> None:
    text = add_aliases(base, OTHER_DIRECTIVE, alias)

    assert base.places() == [("VAN-BAN-02", *place_of(text, f'"{alias}"'))]


def test_alias_that_is_the_number_of_another_document_is_one_problem(base: BaseCatalogue) -> None:
    text = add_aliases(base, OTHER_DIRECTIVE, "02 NQ/MAU")

    assert base.places() == [("VAN-BAN-02", *place_of(text, '"02 NQ/MAU"'))]


def test_alias_that_is_the_number_of_a_later_document_is_at_the_alias(base: BaseCatalogue) -> None:
    text = base.edit(DIRECTIVE, ('  - "Nghị quyết đổi mới 2023"', '  - "03-CT/MAU"'))

    assert base.places() == [("VAN-BAN-02", *place_of(text, '"03-CT/MAU"'))]


def test_common_number_may_be_written_in_other_ways_by_both(base: BaseCatalogue) -> None:
    base.edit(OTHER_DIRECTIVE, (NUMBER, 'number: "02-NQ/MAU"'))
    add_aliases(base, OTHER_DIRECTIVE, "02 NQ/MAU", "Chỉ thị số 02/NQ-MAU")
    base.edit(DIRECTIVE, ("aliases:\n", 'aliases:\n  - "02 NQ/MAU"\n  - "Nghị quyết 02-NQ/MAU"\n'))

    assert base.check() == []


def test_short_name_on_both_documents_of_one_number_is_ambiguous(base: BaseCatalogue) -> None:
    base.edit(OTHER_DIRECTIVE, (NUMBER, 'number: "02-NQ/MAU"'))
    add_aliases(base, OTHER_DIRECTIVE, "Nghị quyết 02")
    base.edit(DIRECTIVE, ("aliases:\n", 'aliases:\n  - "Nghị quyết 02"\n'))

    assert [one.code for one in base.check()] == ["VAN-BAN-02"]


def test_alias_repeated_in_one_document_is_no_matter(base: BaseCatalogue) -> None:
    add_aliases(base, OTHER_DIRECTIVE, "Chỉ thị tiết kiệm", "chỉ thị tiết kiệm")

    assert base.check() == []


@pytest.mark.parametrize("field", ["number", "issued"])
def test_directive_without_number_or_date_has_to_say_so(base: BaseCatalogue, field: str) -> None:
    old = {"number": 'number: "02-NQ/MAU"', "issued": 'issued: "2023-06-12"'}[field]
    text = base.edit(DIRECTIVE, (old, f"{field}: null"))

    assert base.places() == [("VAN-BAN-03", *place_of(text, "null"))]


@pytest.mark.parametrize(
    "said",
    [
        'unknown:\n  - "Số: chưa rõ."\n',
        "generic: true\n",
        'facts:\n  - text: "A"\n    source: vi-du\n',
    ],
)
def test_directive_that_says_what_is_unknown_is_allowed(base: BaseCatalogue, said: str) -> None:
    base.edit(
        DIRECTIVE,
        ('number: "02-NQ/MAU"', "number: null"),
        ('issued: "2023-06-12"', "issued: null"),
        ("sources:", f"{said}sources:"),
    )

    assert base.check() == []


@pytest.mark.parametrize(
    ("field", "old", "problem"),
    [
        ("number", 'number: "01/KH-CĐM"', "Văn bản không in số, ký hiệu."),
        ("issued", 'issued: "2024-09-16"', "Văn bản không in ngày."),
    ],
)
def test_plan_without_number_or_date_needs_a_note(
    base: BaseCatalogue, field: str, old: str, problem: str
) -> None:
    text = base.edit(PLAN, (old, f"{field}: null"))
    assert base.places() == [("VAN-BAN-03", *place_of(text, "null"))]

    base.edit(PLAN, ("Thiếu dấu cách trước ký hiệu phần trăm.", problem))
    assert base.check() == []


def test_date_is_explained_by_its_own_note(base: BaseCatalogue) -> None:
    base.edit(PLAN, ('issued: "2024-09-16"', 'issued: null\nissued_note: "Không in."'))

    assert base.check() == []


@pytest.mark.parametrize(("start", "until"), [("2018", "2023"), ("2028", "2023")])
def test_term_that_does_not_fit_is_one_problem(base: BaseCatalogue, start: str, until: str) -> None:
    text = base.edit(
        PLAN, ('  from: "2023"\n  until: "2028"', f'  from: "{start}"\n  until: "{until}"')
    )

    assert base.places() == [("VAN-BAN-04", *place_of(text, f'"{until}"\nissuer'))]


@pytest.mark.parametrize(("start", "until"), [("2024", "2024"), ("2025", "2030"), ("2019", "2024")])
def test_term_that_fits_is_allowed(base: BaseCatalogue, start: str, until: str) -> None:
    base.edit(PLAN, ('  from: "2023"\n  until: "2028"', f'  from: "{start}"\n  until: "{until}"'))

    assert base.check() == []


RELATION = '  - type: "căn cứ"\n    to: 02-nq-mau-2023\n'


def test_relation_to_itself_is_one_problem(base: BaseCatalogue) -> None:
    base.edit(OTHER_DIRECTIVE, ("to: 02-nq-mau-2023", "to: 03-ct-mau-2022"))

    assert [one.code for one in base.check()] == ["VAN-BAN-05"]


def test_relation_of_another_type_to_the_same_document_is_allowed(base: BaseCatalogue) -> None:
    base.edit(OTHER_DIRECTIVE, (RELATION, RELATION + RELATION.replace("căn cứ", "thực hiện")))

    assert base.check() == []


def relate(base: BaseCatalogue, kind: str, target: str) -> str:
    return base.edit(
        DIRECTIVE, ("summary:", f'relations:\n  - type: "{kind}"\n    to: {target}\nsummary:')
    )


def test_two_documents_that_each_rest_on_the_other_are_one_problem(base: BaseCatalogue) -> None:
    text = relate(base, "căn cứ", "03-ct-mau-2022")

    assert base.places() == [("VAN-BAN-07", *place_of(text, "03-ct-mau-2022"))]


def test_ring_of_three_is_one_problem(base: BaseCatalogue) -> None:
    base.edit(OTHER_DIRECTIVE, (RELATION, RELATION.replace("căn cứ", "thực hiện")))
    relate(base, "thực hiện", "01-kh-mau-2024")
    base.edit(PLAN, ("    to: 02-nq-mau-2023", "    to: 03-ct-mau-2022"))

    problems = base.check()

    assert [one.code for one in problems] == ["VAN-BAN-07"]
    assert "→ 01-kh-mau-2024" in problems[0].message


@pytest.mark.parametrize("kind", ["thực hiện", "dẫn chiếu"])
def test_relations_of_different_types_make_no_ring(base: BaseCatalogue, kind: str) -> None:
    relate(base, kind, "03-ct-mau-2022")

    assert base.check() == []


def test_documents_may_mention_each_other(base: BaseCatalogue) -> None:
    base.edit(OTHER_DIRECTIVE, (RELATION, RELATION.replace("căn cứ", "dẫn chiếu")))
    relate(base, "dẫn chiếu", "03-ct-mau-2022")

    assert base.check() == []
