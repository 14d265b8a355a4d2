"""A time that differs from its print is a hint; a document that moves one must be a later one."""

from __future__ import annotations

import pytest

from tests.catalogues import DIRECTIVE, PLAN, BaseCatalogue, place_of

PRINTED = '      printed: "trong tháng 11/2024"\n'
WHEN = '      type: "trong"\n      date: "2024-11"\n' + PRINTED


def codes(base: BaseCatalogue, code: str) -> list[str]:
    return [problem.message for problem in base.check(skip=()) if problem.code == code]


@pytest.mark.parametrize(
    ("when", "is_told"),
    [
        ('type: "trong"\n      date: "2024-10"\n      printed: "trong tháng 11/2024"', True),
        ('type: "vào"\n      date: "2024-11-30"\n      printed: "trong tháng 11/2024"', True),
        ('type: "chậm nhất"\n      date: "2024-11-30"\n      printed: "trước 30/11/2024"', True),
        ('type: "vào"\n      date: "2024-11-28"\n      printed: "30/02/2024"', True),
        ('type: "không có thật"\n      note: gc-1\n      printed: "28/02/2025"', True),
        ('type: "không có thật"\n      note: gc-1\n      printed: "30/02/2024"', False),
        ('type: "vào"\n      date: "2024-07-28"\n      printed: "(28/7/1929-28/7/2024)"', False),
        ('type: "chậm nhất"\n      date: "2024-11"\n      printed: "đến hết tháng 11/2024"', False),
        ('type: "trong"\n      date: "2024"\n      printed: "năm thứ ba của nhiệm kỳ"', False),
        ('type: "vào"\n      date: "2024-11-20"\n      printed: "ngày 20/11"', False),
        ('type: "định kỳ"\n      every: ["quý"]\n      due: {bound: "trước", day: 15}\n'
         '      printed: "trước ngày 15 tháng cuối quý"', False),
        ('type: "định kỳ"\n      every: ["quý"]\n      due: {bound: "trước", day: 16}\n'
         '      printed: "trước ngày 15 tháng cuối quý"', True),
    ],
)  # fmt: skip
def test_time_that_differs_from_its_print(base: BaseCatalogue, when: str, is_told: bool) -> None:
    base.edit(PLAN, (WHEN, f"      {when}\n"))

    assert bool(codes(base, "NGAY-10")) is is_told


def test_an_editorial_note_answers_the_hint(base: BaseCatalogue) -> None:
    base.edit(
        PLAN,
        (PRINTED, '      printed: "trong tháng 10/2024"\n'),
        ("    about:\n      - ct-1\n", "    about:\n      - ct-1\n      - moc-2\n"),
    )

    assert not codes(base, "NGAY-10")


def moved(by: str, date: str) -> tuple[str, str]:
    return PRINTED, (
        f'{PRINTED}    moved:\n      - by: {by}\n        when:\n          type: "trong"\n'
        f'          date: "{date}"\n          printed: "mới"\n'
    )


@pytest.mark.parametrize(
    ("by", "date", "words"),
    [
        ("03-ct-mau-2022", "2024-12-dau", "ra trước văn bản này"),
        ("01-kh-mau-2024", "2024-12-dau", "chính nó"),
        ("02-nq-mau-2023", "2024-11", "thời gian cũ"),
    ],
)
def test_a_mover_is_another_later_document_with_another_time(
    base: BaseCatalogue, by: str, date: str, words: str
) -> None:
    base.edit(DIRECTIVE, ('issued: "2023-06-12"', 'issued: "2024-10-12"'))
    base.edit(PLAN, moved(by, date))

    messages = codes(base, "NGAY-11")

    assert len(messages) == 1
    assert words in messages[0]


def test_a_good_mover_is_no_problem_and_an_unknown_one_is_reported_once(
    base: BaseCatalogue,
) -> None:
    base.edit(DIRECTIVE, ('issued: "2023-06-12"', 'issued: "2024-10-12"'))
    text = base.edit(PLAN, moved("02-nq-mau-2023", "2024-12-dau"))
    assert base.places() == []

    wrong = base.write(PLAN, text.replace("by: 02-nq-mau-2023", "by: khong-co"))

    assert base.places() == [("THAM-CHIEU-02", *place_of(wrong, "khong-co"))]


def test_times_inside_a_move_are_checked_too(base: BaseCatalogue) -> None:
    base.edit(DIRECTIVE, ('issued: "2023-06-12"', 'issued: "2024-10-12"'))
    text = base.edit(PLAN, moved("02-nq-mau-2023", "2024-12-01"))

    assert base.places() == [("NGAY-04", *place_of(text, '"2024-12-01"'))]
