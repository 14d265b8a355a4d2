"""Questions are answered from the records: a changed record changes the answer."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from handbook.checks import load_and_check
from handbook.outputs.pages import render_block, render_record
from handbook.views.procedure_questions import MAX_QUESTIONS, procedure_questions
from handbook.views.self_check import (
    QuestionView,
    concept_block,
    concept_questions,
)
from handbook.views.site import Site
from tests.catalogues import edited, places

MINIATURE = Path(__file__).resolve().parent.parent / "site"
PLAN = "data/plans/ke-hoach-mau.yml"
CONCEPT = "data/concepts/so-ket-tong-ket.yml"
DEADLINE, LEADER, CARRIED_OUT, WRITTEN = range(4)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(MINIATURE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    file.write_text(edited(file.read_text(encoding="utf-8"), (old, new)), encoding="utf-8")


def site_of(root: Path) -> Site:
    return Site(load_and_check(root)[0], date(2025, 1, 1))


def asked(root: Path) -> list[QuestionView]:
    site = site_of(root)
    return concept_questions(site, site.index.concepts["so-ket-tong-ket"])


def test_the_deadline_is_that_of_the_record(root: Path) -> None:
    before = asked(root)[DEADLINE]
    assert "14/12/2024" in before.answer
    assert "không tính ngày được ghi" in before.reason
    assert before.place is not None
    assert before.source is not None
    assert before.source.href == "ke-hoach/ke-hoach-mau/#moc-1"

    edit(root, PLAN, 'date: "2024-12-15"', 'date: "2024-12-19"')

    assert "18/12/2024" in asked(root)[DEADLINE].answer


def test_the_leader_is_that_of_the_record(root: Path) -> None:
    index = site_of(root).index
    task = index.plans["ke-hoach-mau"].tasks[0]
    assert task.body is not None
    assert asked(root)[LEADER].links == [site_of(root).body(task.body)]


def test_the_documents_carried_out_are_those_of_the_record(root: Path) -> None:
    assert [link.href for link in asked(root)[CARRIED_OUT].links] == ["van-ban/02-nq-mau-2023/"]

    edit(root, PLAN, "type: thực hiện\n    to: 02", "type: căn cứ\n    to: 02")

    assert asked(root)[CARRIED_OUT].answer == "chưa rõ"


def test_a_written_question_gives_its_source(root: Path) -> None:
    told = asked(root)[WRITTEN].told

    assert told is not None
    assert told.title == "Nguồn mẫu"


def test_a_day_that_does_not_exist_is_never_guessed(root: Path) -> None:
    edit(root, CONCEPT, "#moc-1", "#moc-2")

    question = asked(root)[DEADLINE]

    assert question.answer.startswith("chưa rõ")
    assert "đừng tự đoán" in question.reason


def test_a_milestone_without_a_receiver_is_said_to_have_none(root: Path) -> None:
    edit(
        root,
        CONCEPT,
        'type: hạn\n    item: "ke-hoach-mau#moc-1"',
        'type: nộp cho ai\n    item: "ke-hoach-mau#nv-2"',
    )

    assert asked(root)[DEADLINE].answer == "chưa rõ"


def test_a_question_about_a_target_is_a_problem_at_its_place(root: Path) -> None:
    edit(root, CONCEPT, "#moc-1", "#ct-1")

    assert places(load_and_check(root)[1]) == [("THAM-CHIEU-03", 8, 11)]


def test_a_question_about_nothing_is_a_problem(root: Path) -> None:
    edit(root, CONCEPT, "#moc-1", "#moc-99")

    assert places(load_and_check(root)[1]) == [("THAM-CHIEU-03", 8, 11)]


def test_a_procedure_asks_of_the_items_its_steps_name(root: Path) -> None:
    site = site_of(root)

    questions = procedure_questions(site, site.index.procedures["bao-cao-mau"])

    assert 3 <= len(questions) <= MAX_QUESTIONS
    assert any("hạn nào?" in one.question and "14/12/2024" in one.answer for one in questions)
    assert len({one.question for one in questions}) == len(questions)


def test_answers_are_there_without_javascript_and_escaped(root: Path) -> None:
    page = render_record(site_of(root), "procedure", "bao-cao-mau").html
    block = render_block(
        site_of(root), "concept_end", "so-ket-tong-ket", "khai-niem/so-ket-tong-ket/"
    ).html

    assert '<details class="hb-question"><summary>' in page
    assert block.count('<details class="hb-question">') == 4
    assert "&lt;script&gt;alert(5)" in block
    assert "<script" not in block


def test_a_catalogue_without_the_concept_shows_nothing(root: Path) -> None:
    assert concept_block(site_of(root), "khong-co") == {"questions": [], "sources": ()}


def test_a_procedure_of_advice_asks_what_comes_next(root: Path) -> None:
    site = site_of(root)
    procedure = site.index.procedures["bao-cao-mau"]
    bare = {"items": (), "milestones": (), "cites": (), "advice": True, "join": None}
    steps = tuple(step.model_copy(update=bare) for step in procedure.steps)

    questions = procedure_questions(
        site, procedure.model_copy(update={"steps": steps, "plans": ()})
    )

    assert questions[0].answer == procedure.steps[1].title
    assert questions[0].source is not None
    assert questions[0].source.href == f"quy-trinh/bao-cao-mau/#{procedure.steps[1].id}"
