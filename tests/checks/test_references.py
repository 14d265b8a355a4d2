"""References to records: they exist, are of the right kind, and somebody makes them."""

from __future__ import annotations

from tests.catalogues import (
    AREA,
    BODY,
    DIRECTIVE,
    NEW_BODY,
    OTHER_DIRECTIVE,
    PLAN,
    PROCEDURE,
    TERM,
    BaseCatalogue,
    place_of,
)


def test_unknown_body_suggests_nearest_and_names_the_folder(base: BaseCatalogue) -> None:
    text = base.edit(PLAN, ("issuer: cong-doan-mau", "issuer: cong-doan-mao"))

    (problem,) = base.check()

    assert (problem.code, problem.line, problem.column) == (
        "THAM-CHIEU-02",
        *place_of(text, "cong-doan-mao"),
    )
    assert problem.message == "không có đơn vị “cong-doan-mao”"
    assert problem.hint.startswith("Có phải “cong-doan-mau”")
    assert problem.hint.endswith("Danh sách: data/bodies/")


def test_unknown_document_names_both_folders(base: BaseCatalogue) -> None:
    base.edit(OTHER_DIRECTIVE, ("to: 02-nq-mau-2023", "to: xyz"))

    (problem,) = base.check()

    assert problem.message == "không có văn bản “xyz”"
    assert problem.hint == "Danh sách: data/plans/, data/directives/"


def test_id_that_a_record_had_before_tells_the_new_one(base: BaseCatalogue) -> None:
    base.edit(NEW_BODY, ("id: cong-doan-moi\n", "id: cong-doan-moi\nformer_ids:\n  - cd-cu\n"))
    base.edit(BODY, ("  - cong-doan-moi", "  - cd-cu"))

    problems = [one for one in base.check() if one.level == "lỗi"]

    assert [one.code for one in problems] == ["THAM-CHIEU-02"]
    assert "“cong-doan-moi”" in problems[0].hint


def test_every_unknown_reference_of_a_list_is_told(base: BaseCatalogue) -> None:
    base.edit(PLAN, ("areas:\n  - tai-chinh", "areas:\n  - mot\n  - tai-chinh\n  - hai"))

    assert [one.code for one in base.check()] == ["THAM-CHIEU-02", "THAM-CHIEU-02"]


def test_reference_to_another_kind_says_what_it_is(base: BaseCatalogue) -> None:
    base.edit(PLAN, ("issuer: cong-doan-mau", "issuer: 02-nq-mau-2023"))

    (problem,) = base.check()

    assert problem.code == "THAM-CHIEU-01"
    assert problem.message == "“02-nq-mau-2023” là văn bản chỉ đạo, ở đây cần đơn vị"


def test_plan_is_a_document_but_directive_is_no_plan(base: BaseCatalogue) -> None:
    base.edit(OTHER_DIRECTIVE, ("to: 02-nq-mau-2023", "to: 01-kh-mau-2024"))
    text = base.edit(TERM, ("plan: 01-kh-mau-2024", "plan: 02-nq-mau-2023"))

    assert base.places() == [("THAM-CHIEU-01", *place_of(text, "02-nq"))]


def test_item_of_an_unknown_plan_and_of_a_directive(base: BaseCatalogue) -> None:
    text = base.edit(
        PROCEDURE,
        ("01-kh-mau-2024#nv-1", "01-kh-mau-2025#nv-1\n      - 02-nq-mau-2023#nv-1"),
    )

    assert base.places() == [
        ("THAM-CHIEU-02", *place_of(text, "01-kh-mau-2025#")),
        ("THAM-CHIEU-01", *place_of(text, "02-nq-mau-2023#")),
    ]


def test_broken_plan_is_not_called_unknown_by_a_procedure(base: BaseCatalogue) -> None:
    base.write(PLAN, "id: 01-kh-mau-2024\n")

    assert [one.code for one in base.check()] == ["TRUONG-02"]


def test_lonely_directive_body_and_area_are_hints(base: BaseCatalogue) -> None:
    for path in (DIRECTIVE, BODY, AREA):
        text = (base.root / path).read_text(encoding="utf-8")
        folder, _, name = path.rpartition("/")
        old = name.removesuffix(".yml")
        text = text.replace(f"id: {old}", "id: le-loi", 1).replace("aliases:\n", "x", 0)
        text = text.replace("Nghị quyết đổi mới 2023", "Khác").replace("02-NQ/MAU", "09-NQ/MAU")
        base.write(f"{folder}/le-loi.yml", text)

    problems = base.check()

    assert [(one.code, one.level) for one in problems] == [("THAM-CHIEU-04", "lưu ý")] * 3


def test_record_that_only_names_itself_is_lonely(base: BaseCatalogue) -> None:
    base.edit(NEW_BODY, ("kind: ", "parent: cong-doan-moi\nkind: "))
    base.edit(BODY, ("successors:\n  - cong-doan-moi\n", ""))

    assert {one.code for one in base.check()} == {"THAM-CHIEU-04", "DON-VI-01"}


def test_hint_is_silent_while_a_file_is_broken(base: BaseCatalogue) -> None:
    base.edit(BODY, ("successors:\n  - cong-doan-moi\n", ""))
    base.edit(AREA, ("order: 1", "order: x"))

    assert [one.code for one in base.check()] == ["TRUONG-03"]
