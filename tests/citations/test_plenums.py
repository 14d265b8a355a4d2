"""Plenums: several in one citation, each with its own words."""

from __future__ import annotations

from handbook.citations import find_citations
from handbook.citations.model import Meeting


def test_each_plenum_of_a_list_is_a_citation_with_its_own_words() -> None:
    found = find_citations("Nghị quyết Trung ương 4 khóa XI, Trung ương 6 và 7 khóa XII của Đảng")

    assert [_held(one.meeting) for one in found] == [(4, 11), (6, 12), (7, 12)]
    assert [one.text for one in found] == [
        "Nghị quyết Trung ương 4 khóa XI",
        "Trung ương 6",
        "7 khóa XII của Đảng",
    ]


def test_plenum_cited_of_several_terms_is_several_citations() -> None:
    found = find_citations("Nghị quyết Trung ương 4 khóa XI, XII")

    assert [_held(one.meeting) for one in found] == [(4, 11), (4, 12)]


def test_last_plenum_without_its_term_is_left_out() -> None:
    found = find_citations("Nghị quyết Trung ương 4 khóa XII, Trung ương 9")

    assert [one.text for one in found] == ["Nghị quyết Trung ương 4 khóa XII"]


def test_committee_may_stand_before_the_ordinal() -> None:
    (found,) = find_citations("Nghị quyết Hội nghị BCH Tổng Liên đoàn lần thứ 9 khóa XI")

    assert found.meeting == Meeting(type="plenum", body="BCH Tổng Liên đoàn", ordinal=9, session=11)


def _held(meeting: Meeting | None) -> tuple[int | None, int | None]:
    assert meeting is not None
    return meeting.ordinal, meeting.session
