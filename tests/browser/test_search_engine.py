"""What the engine does with a query, on small indexes made for the purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from handbook.search.abbreviations import Abbreviation
from handbook.search.entries import Entry, Section
from tests.browser.search_pages import Engine, engine_over

MakeEngine = Callable[..., Engine]
CDCS = Abbreviation("cđcs", ("công", "đoan1", "cơ", "sơ2"), False)


@pytest.fixture
def make_engine(browser: Browser, tmp_path: Path) -> Iterator[MakeEngine]:
    pages = []

    def make(*entries: Entry, abbreviations: tuple[Abbreviation, ...] = ()) -> Engine:
        pages.append(browser.new_page())
        return engine_over(pages[-1], tmp_path / str(len(pages)), entries, abbreviations)

    yield make
    for page in pages:
        page.close()


def part(title: str, text: str = "", **more: Any) -> Section:
    fields = (("heading", title), ("body", text))
    return Section(
        **{"kind": "t", "href": "nv-1", "title": title, "text": text, "fields": fields, **more}
    )


def entry(name: str, title: str, text: str = "", *parts: Section, **more: Any) -> Entry:
    number = more.get("number", "")
    label = more.pop("label", "Kế hoạch")
    head = Section(
        kind=more.pop("kind", "p"),
        href=f"ke-hoach/{name}/",
        title=title,
        text=text,
        fields=(
            ("number", f"{label} {number}" if number else ""),
            ("title", title),
            ("body", text),
        ),
        names=(title,),
        **more.pop("head", {}),
    )
    about = {"standing": 0.5, "label": label, **more}
    return Entry(id=name, head=head, sections=lambda: parts, **about)


def test_nothing_typed_finds_nothing(make_engine: MakeEngine) -> None:
    found = make_engine(entry("a", "Kế hoạch")).search("  ")

    assert (found["hits"], found["total"], found["dropped"]) == ([], 0, [])


def test_a_hit_says_what_it_is(make_engine: MakeEngine) -> None:
    engine = make_engine(
        entry(
            "a", "Sơ kết", "Tóm tắt", part("Nộp báo cáo", "Trước ngày 15", place="III.1"),
            number="39/KH-LĐLĐ", issuer="LĐLĐ", date="28/9/2020", status="đã kết thúc",
            used_by="Thực hiện trong: X",
        )
    )  # fmt: skip

    (hit,) = engine.search("nộp báo cáo")["hits"]

    assert hit["href"].endswith("/ke-hoach/a/index.html#nv-1")
    assert {key: value for key, value in hit.items() if key not in ("href", "more")} == {
        "record": "a", "kind": "task", "kindName": "Nhiệm vụ", "isHead": False,
        "title": "Nộp báo cáo", "text": "Trước ngày 15", "at": "III.1", "name": "Sơ kết",
        "label": "Kế hoạch", "recordKind": "plan", "number": "39/KH-LĐLĐ",
        "issuer": "LĐLĐ", "date": "28/9/2020",
        "status": "đã kết thúc", "usedBy": "Thực hiện trong: X",
    }  # fmt: skip


@pytest.mark.parametrize(
    "query", ["đại hội", "dai hoi", "ĐẠI HỘI", "đai hôi", "da\u0323i ho\u0323i"]
)
def test_marks_need_not_be_typed(make_engine: MakeEngine, query: str) -> None:
    assert make_engine(entry("a", "Đại hội"), entry("b", "Báo cáo")).records(query) == ["a"]


def test_exact_tones_come_before_others(make_engine: MakeEngine) -> None:
    engine = make_engine(entry("a", "Mã số đơn vị"), entry("b", "Mả tổ"), entry("c", "Má lúa"))

    assert [engine.records(query)[0] for query in ("mã", "mả", "má")] == ["a", "b", "c"]


@pytest.mark.parametrize("query", ["công đoàn cơ sở", "CĐCS", "cdcs", "cong doan co so"])
def test_abbreviations_work_both_ways(make_engine: MakeEngine, query: str) -> None:
    engine = make_engine(
        entry("long", "Công đoàn cơ sở"), entry("short", "Đại hội CĐCS"), abbreviations=(CDCS,)
    )

    assert sorted(engine.records(query)) == ["long", "short"]


@pytest.mark.parametrize(
    "query",
    ["02-NQ/TW", "02 NQ/TW", "nghị quyết 02", "nghi quyet so 2", "nq02", "02/NQ-BCT", "NQ 02-TW"],
)
def test_a_number_goes_to_its_documents_in_any_spelling(
    make_engine: MakeEngine, query: str
) -> None:
    engine = make_engine(
        entry("old", "Công đoàn", label="Nghị quyết", number="02-NQ/TW", standing=0.4),
        entry("new", "Thủ đô", label="Nghị quyết", number="02-NQ/TW", standing=0.8),
        entry("other", "Thực hiện Nghị quyết 02-NQ/TW", "Nghị quyết 02-NQ/TW " * 5),
        entry("far", "Nghị quyết 12-NQ/TW", label="Nghị quyết", number="12-NQ/TW"),
    )

    assert engine.records(query)[:2] == ["new", "old"]


def test_words_beside_a_number_tell_its_documents_apart(make_engine: MakeEngine) -> None:
    engine = make_engine(
        entry("old", "Công đoàn", label="Nghị quyết", number="02-NQ/TW", standing=0.4),
        entry("new", "Thủ đô", label="Nghị quyết", number="02-NQ/TW", standing=0.8),
    )

    assert engine.records("nghị quyết 02 công đoàn")[0] == "old"


def test_a_plan_is_found_under_the_wrong_kind(make_engine: MakeEngine) -> None:
    engine = make_engine(
        entry("a", "Sơ kết", number="39/KH-LĐLĐ"), entry("b", "Công văn", "39 người dự")
    )

    assert engine.records("công văn 39")[0] == "a"


def test_words_may_stand_apart_in_a_record(make_engine: MakeEngine) -> None:
    engine = make_engine(
        entry("a", "Sơ kết", "", part("Hội trường"), part("Phụ lục", href="nv-2")),
        entry("b", "Hội trường"),
    )

    found = engine.search("hội trường phụ lục")

    assert (found["hits"][0]["record"], found["dropped"]) == ("a", [])


def test_a_word_that_nothing_has_is_named(make_engine: MakeEngine) -> None:
    found = make_engine(entry("a", "Sơ kết giữa nhiệm kỳ")).search("nhiệm kỳ vũtrụ")

    assert [hit["record"] for hit in found["hits"]] == ["a"]
    assert found["dropped"] == ["vũtrụ"]


def test_question_words_need_not_be_found(make_engine: MakeEngine) -> None:
    engine = make_engine(entry("a", "Sơ kết", "", part("In tài liệu hội nghị")))

    assert engine.search("ai phải in tài liệu hội nghị?")["dropped"] == []


@pytest.mark.parametrize("query", ["tra từ viết tắt", "tra tu viet tat", "tra cứu từ viết tắt"])
def test_the_word_for_looking_up_need_not_be_found(make_engine: MakeEngine, query: str) -> None:
    engine = make_engine(entry("a", "Từ viết tắt"), entry("b", "Viết báo cáo", "Không tắt máy."))

    assert engine.records(query)[0] == "a"


def test_a_word_within_the_query_is_not_one_for_looking_up(make_engine: MakeEngine) -> None:
    engine = make_engine(entry("a", "Kiểm kê quỹ từ thiện"))

    assert engine.search("kiem tra tu thien")["dropped"] == ["tra"]


@pytest.mark.parametrize("query", ["doan phi may phan tram", "dieu le khoa may", "hop may lan"])
def test_how_many_need_not_be_found_without_tones(make_engine: MakeEngine, query: str) -> None:
    text = "Đoàn phí một phần trăm. Điều lệ khóa XII. Họp hai lần."

    found = make_engine(entry("a", "Hỏi đáp", text)).search(query)

    assert (found["total"], found["dropped"]) == (1, [])


def test_a_machine_is_not_how_many(make_engine: MakeEngine) -> None:
    engine = make_engine(entry("a", "Mua mực in"))

    assert engine.search("mua may in")["dropped"] == ["may"]


def test_a_question_of_time_raises_deadlines(make_engine: MakeEngine) -> None:
    tasks = part("Báo cáo sơ kết"), part("Báo cáo sơ kết", kind="m", href="moc-1")
    engine = make_engine(entry("a", "Sơ kết", "", *tasks))

    kinds = [
        engine.search(query)["hits"][0]["kind"]
        for query in ("khi nào báo cáo sơ kết", "hạn nộp báo cáo sơ kết")
    ]

    assert kinds == ["milestone", "milestone"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("nhiêmj kỳ", "nhiệm kỳ"), ("tuyen truyenn", "tuyen truyền")]
)
def test_a_misspelled_word_is_mended(make_engine: MakeEngine, typed: str, meant: str) -> None:
    engine = make_engine(entry("a", "Tuyên truyền nhiệm kỳ"))

    found = engine.search(f"{typed} ")

    assert [hit["record"] for hit in found["hits"]] == ["a"]
    assert found["suggestion"].strip() == meant


def test_words_typed_together_are_parted(make_engine: MakeEngine) -> None:
    engine = make_engine(*(entry(f"a{n}", "Báo cáo công đoàn") for n in range(4)))

    assert engine.search("baocao")["suggestion"] == "báo cáo"


def test_the_last_word_may_be_unfinished(make_engine: MakeEngine) -> None:
    engine = make_engine(entry("a", "Tuyên truyền"))

    assert engine.search("tuyên tr")["dropped"] == []
    assert engine.search("tuyên tr ")["dropped"] == ["tr"], "finished: there is no such word"


def test_a_quoted_phrase_must_stand_so(make_engine: MakeEngine) -> None:
    engine = make_engine(entry("a", "Đại hội công đoàn"), entry("b", "Công đoàn mở đại hội"))

    assert engine.records('"đại hội công đoàn"') == ["a"]
    assert engine.records('"dai hoi cong doan"') == ["a"]
    assert sorted(engine.records("đại hội công đoàn")) == ["a", "b"]


def test_a_word_can_be_excluded(make_engine: MakeEngine) -> None:
    engine = make_engine(entry("a", "Đại hội cơ sở"), entry("b", "Đại hội quận Thủ Đức"))

    assert engine.records("đại hội -quận") == ["a"]
    assert engine.records('đại hội -"thủ đức"') == ["a"]


def test_a_dash_in_a_number_excludes_nothing(make_engine: MakeEngine) -> None:
    engine = make_engine(entry("a", "Hướng dẫn", label="Hướng dẫn", number="148/HD-CĐVC"))

    assert engine.records("148/HD -CĐVC") == ["a"]


def test_whole_phrases_come_before_scattered_words(make_engine: MakeEngine) -> None:
    engine = make_engine(
        entry("far", "Hội thao và đại biểu"), entry("near", "Bàn về đại hội và hội thao")
    )

    assert engine.records("đại hội")[0] == "near"


def test_what_is_in_force_and_new_comes_first(make_engine: MakeEngine) -> None:
    engine = make_engine(
        entry("ended", "Luật Công đoàn", standing=0.3), entry("now", "Luật Công đoàn", standing=0.9)
    )

    assert engine.records("luật công đoàn") == ["now", "ended"]


def test_the_plan_comes_before_its_sections_unless_one_answers_better(
    make_engine: MakeEngine,
) -> None:
    engine = make_engine(entry("a", "Sơ kết nhiệm kỳ", "", part("Nộp báo cáo sơ kết")))

    assert engine.search("sơ kết nhiệm kỳ")["hits"][0]["isHead"]
    assert not engine.search("nộp báo cáo")["hits"][0]["isHead"]


def test_results_come_in_pages_with_more_of_each_record(make_engine: MakeEngine) -> None:
    parts = [part(f"Báo cáo {n}", href=f"nv-{n}") for n in range(4)]
    engine = make_engine(*(entry(f"p{n}", "Báo cáo", "", *parts) for n in range(5)))

    every = engine.records("báo cáo")
    second = engine.search("báo cáo", limit=2, offset=2, more=3)

    assert [hit["record"] for hit in second["hits"]] == every[2:4]
    assert [len(hit["more"]) for hit in second["hits"]] == [3, 3]
    assert second["total"] == 5


def test_facets_count_and_narrow(make_engine: MakeEngine) -> None:
    engine = make_engine(
        entry("a", "Báo cáo năm", year="2023", level="tỉnh"),
        entry("b", "Báo cáo quý", year="2023", level="quận"),
        entry("c", "Báo cáo tháng", year="2020", level="tỉnh"),
    )
    count = """async ([query, facets]) => {
      const engine = await handbookSearch.load("engine");
      return engine.countFacets((await engine.search(query, {facets})).matches);
    }"""

    free = engine.page.evaluate(count, ["báo cáo", {}])
    chosen = engine.page.evaluate(count, ["báo cáo", {"year": "2023"}])

    assert dict(free["year"]) == {"2023": 2, "2020": 1}
    assert dict(chosen["year"]) == {"2023": 2, "2020": 1}, "its own choice is set aside"
    assert dict(chosen["level"]) == {"tỉnh": 1, "quận": 1}
    assert sorted(engine.records("báo cáo", facets={"year": "2023"})) == ["a", "b"]
    assert engine.records("báo cáo", facets={"year": "2023", "level": "tỉnh"}) == ["a"]


def test_an_excerpt_marks_what_was_found(make_engine: MakeEngine) -> None:
    engine = make_engine(entry("a", "Đại hội CĐCS"), abbreviations=(CDCS,))
    excerpt = """async ([query, text]) => {
      const engine = await handbookSearch.load("engine");
      const found = engine.excerpt(text, (await engine.search(query)).query);
      return found.marks.map(([start, end]) => found.text.slice(start, end));
    }"""

    def marked(query: str, text: str) -> Any:
        return engine.page.evaluate(excerpt, [query, text])

    assert marked("dai hoi", "Mở đại hội ở cơ sở") == ["đại hội"]
    assert marked("cdcs", "Ở công đoàn cơ sở và CĐCS") == ["công đoàn cơ sở", "CĐCS"]
    assert marked("nghị quyết 02", "Theo số 02-NQ/TW") == ["số 02-NQ/TW"]


def test_an_index_of_several_ranges_is_searched_whole(
    make_engine: MakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handbook.search.builder.FIRST_RANGE", 8)
    monkeypatch.setattr("handbook.search.builder.GROWTH", 2)
    monkeypatch.setattr("handbook.search.term_shards.LONG_LIST", 10)
    engine = make_engine(
        *(
            entry(f"p{n:02}", f"Kế hoạch lần {n}", "", part("Báo cáo quý"), standing=1 - n / 100)
            for n in range(60)
        )
    )

    assert engine.search("báo cáo quý")["hits"][0]["record"] == "p00"
    assert engine.records("kế hoạch lần 57 báo cáo", ranges=99)[0] == "p57"
    assert engine.search("báo cáo quý", ranges=99, limit=99)["total"] >= 20
