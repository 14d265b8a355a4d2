"""The explanations: each has its record and its page, is short, and has questions and sources."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from handbook.checks import load_and_check
from handbook.index import Index
from handbook.views.procedure_questions import procedure_questions
from handbook.views.site import Site

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = {
    path.stem: path.read_text(encoding="utf-8")
    for path in (ROOT / "docs/khai-niem").glob("*.md")
    if path.stem != "index"
}
MAX_WORDS = 90

each_page = pytest.mark.parametrize("name", sorted(PAGES))


@pytest.fixture(scope="module")
def index() -> Index:
    return load_and_check(ROOT)[0]


def test_every_concept_has_a_page_and_every_page_a_concept(index: Index) -> None:
    assert set(index.concepts) == set(PAGES)


@each_page
def test_page_bears_the_title_of_its_record_and_ends_with_its_questions(
    name: str, index: Index
) -> None:
    text = PAGES[name]

    assert f"\ntitle: {index.concepts[name].title}\n" in text
    assert f"\n# {index.concepts[name].title}\n" in text
    assert text.rstrip().endswith(f'{{{{ concept_end("{name}") }}}}')
    assert f"khai-niem/{name}.md" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


@each_page
def test_no_paragraph_is_long(name: str) -> None:
    _, _, body = PAGES[name].split("---\n", 2)
    prose = re.sub(r"<[^>]+>", "", body)

    assert [
        one
        for one in re.split(r"\n\n|\n(?=[-\d])", prose)
        if len(one.split()) > MAX_WORDS and "|" not in one
    ] == []


@each_page
def test_page_has_three_to_six_questions_and_dated_sources(name: str, index: Index) -> None:
    concept = index.concepts[name]

    assert 3 <= len(concept.questions) <= 6
    assert all(one.checked_on for one in concept.sources)
    assert any(one.url for one in concept.sources) or name == "so-ket-tong-ket"


def test_every_role_has_a_path(index: Index) -> None:
    assert {one.role for one in index.paths.values()} == set(index.roles)


def test_every_procedure_asks_three_to_six_questions(index: Index) -> None:
    site = Site(index, date(2026, 1, 1))

    for procedure in index.procedures.values():
        assert 3 <= len(procedure_questions(site, procedure)) <= 6, procedure.id
