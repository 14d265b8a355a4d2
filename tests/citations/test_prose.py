"""The citations of records: found by the type of the field, read as who speaks in it."""

from __future__ import annotations

from pathlib import Path

from handbook.citations.prose import find_cited_prose
from handbook.index import Index
from handbook.model.plan import Plan
from tests.small_index import load_index, write_directive


def plan_of(index: Index, plan_id: str) -> Plan:
    return index.plans[plan_id]


def test_same_index_is_read_once(index: Index) -> None:
    assert find_cited_prose(index) is find_cited_prose(index)


def test_every_citing_text_is_given_with_its_place(index: Index) -> None:
    for loaded, texts in find_cited_prose(index):
        for one in texts:
            assert one.cites
            assert all(0 <= cited.start < cited.end <= len(one.text) for cited in one.cites)
            assert one.text in str(loaded.record)


def test_editors_mean_the_only_record_that_fits(index: Index) -> None:
    (cited,) = find_cited_prose(index).in_text(None, "Xem Kế hoạch 53/KH-LĐLĐ.")

    assert cited.directive == "kh-53-2020"


def test_editors_with_two_records_of_a_number_leave_it_open(index: Index) -> None:
    (cited,) = find_cited_prose(index).in_text(None, "Xem Nghị quyết 02-NQ/TW.")

    assert cited.directive is None
    assert cited.candidates == ("nq-02-2021", "nq-02-2026")


def test_editors_of_a_record_may_name_what_came_later(index: Index) -> None:
    record = index.documents["ct-05-2016"]

    (cited,) = find_cited_prose(index).in_text(record, "Nay xem Kế hoạch 53/KH-LĐLĐ.")

    assert cited.directive == "kh-53-2020"


def test_a_title_speaks_as_the_document_whatever_repeats_it(tmp_path: Path) -> None:
    told = "Về việc thực hiện Nghị quyết 02-NQ/TW"
    for year in ("2021", "2026"):
        write_directive(
            tmp_path, f"nq-{year}", kind="Nghị quyết", number="02-NQ/TW", issued=f"{year}-06-12"
        )
    write_directive(tmp_path, "cv-1", kind="Công văn", title=told, summary=told, issued="2022")
    index = load_index(tmp_path)

    for record in (index.documents["cv-1"], None):
        (cited,) = find_cited_prose(index).in_text(record, told)
        assert cited.directive == "nq-2021"
