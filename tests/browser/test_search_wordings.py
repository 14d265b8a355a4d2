"""Everyday words find what documents write otherwise; real words are not taken for slips."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from handbook.model.wording import Wording, WordTable
from handbook.search.entries import Entry, Section
from handbook.search.wordings import rows_of
from tests.browser.search_pages import Engine, engine_over

ROWS = (
    Wording(say=("giải tán", "xóa sổ"), means=("kết thúc hoạt động",)),
    Wording(say=("deadline",), means=("hạn nộp", "chậm nhất")),
    Wording(say=("bạn gái", "đàn bà"), means=("nữ công",)),
)
TEXTS = {
    "ended": ("Công đoàn huyện", "Đơn vị kết thúc hoạt động từ năm 2025."),
    "report": ("Báo cáo quý", "Chậm nhất ngày 15."),
    "same": ("Giải tán câu lạc bộ", "Theo nguyện vọng."),
    "apart": ("Hoạt động nữ công", "Kết thúc năm, động viên nhau."),
    "quyet": ("Nghị quyết đại hội", "Kiện toàn ban chấp hành."),
}


@pytest.fixture(scope="module")
def engine(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    page = browser.new_page()
    wordings = rows_of([WordTable(id="x", title="X", rows=ROWS)])
    entries = [entry(name, *texts) for name, texts in TEXTS.items()]
    yield engine_over(page, tmp_path_factory.mktemp("index"), entries, (), wordings)
    page.close()


def entry(name: str, title: str, text: str) -> Entry:
    fields = (("title", title), ("body", text))
    head = Section(kind="p", href=f"{name}/", title=title, text=text, fields=fields, names=(title,))
    return Entry(head=head, id=name, label="", standing=0.5)


@pytest.mark.parametrize("query", ["giải tán", "giai tan", "GIẢI TÁN", "xóa sổ", "xoa so"])
def test_what_is_meant_is_found(engine: Engine, query: str) -> None:
    found = engine.records(query)

    assert "ended" in found
    assert "apart" not in found, "its words do not stand together"


def test_the_words_as_typed_come_first(engine: Engine) -> None:
    assert engine.records("giải tán") == ["same", "ended"]


@pytest.mark.parametrize("query", ["deadline báo cáo", "bao cao deadline", "deadline quý"])
def test_everyday_words_stand_beside_others(engine: Engine, query: str) -> None:
    found = engine.search(query)

    assert [hit["record"] for hit in found["hits"]] == ["report"]
    assert (found["dropped"], found["suggestion"]) == ([], "")


def test_documents_words_do_not_ask_for_everyday_ones(engine: Engine) -> None:
    assert engine.records("kết thúc hoạt động")[0] == "ended"
    assert "same" not in engine.records('"kết thúc hoạt động"')


def test_what_is_meant_is_marked(engine: Engine) -> None:
    marked = """async (text) => {
      const engine = await handbookSearch.load("engine");
      const found = engine.excerpt(text, (await engine.search("giai tan")).query);
      return found.marks.map(([start, end]) => found.text.slice(start, end));
    }"""

    assert engine.page.evaluate(marked, "Nay kết thúc hoạt động") == ["kết thúc hoạt động"]


@pytest.mark.parametrize(
    "word",
    [
        "tuần",
        "xổ",
        "giấy",
        "cúp",
        "gấp",
        "thuyền",
        "khoai",
        "nghiêng",
        "quỹ",
        "giếng",
        "yêu",
        "uống",
        "rượu",
        "hươu",
        "khuya",
        "huỳnh",
        "quých",
        "oách",
        "tuyết",
        "thuở",
        "quốc",
        "gì",
        "ghế",
        "ngoèo",
        "xoong",
        "boóng",
        "uỷ",
        "ấy",
        "ỷ",
        "chuếnh",
        "khuếch",
    ],
)
def test_a_syllable_of_the_language_is_no_slip(engine: Engine, word: str) -> None:
    found = engine.search(f"nghị {word}")

    assert found["suggestion"] == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("quyeet", "quyết"), ("nghj", "nghị"), ("haoch", ""), ("kienj", "kiện"), ("hoojp", "")],
)
def test_a_slip_is_mended_to_a_word_of_the_index(engine: Engine, typed: str, meant: str) -> None:
    assert engine.search(typed)["suggestion"] == meant


@pytest.mark.parametrize("typed", ["bạn gái, đàn bà", "ban gai dan ba", "đàn bà"])
def test_all_that_is_said_of_one_thing_counts(engine: Engine, typed: str) -> None:
    assert engine.records(typed) == ["apart"]


@pytest.mark.parametrize("word", ["visa", "karaoke", "facebook", "template"])
def test_a_foreign_word_is_left_alone(engine: Engine, word: str) -> None:
    found = engine.search(word)

    assert (found["suggestion"], found["hits"]) == ("", [])
