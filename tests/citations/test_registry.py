"""The lookups of the registry leave out only what no citation can mean."""

from __future__ import annotations

from itertools import product

import pytest

from handbook.citations.model import Meeting
from handbook.citations.organs import Places, compare_organs, describe_organ
from handbook.citations.registry import Entry, Meetings

NAMES = (
    "Công đoàn tỉnh Bình An", "LĐLĐ tỉnh Hà Trung", "Công đoàn huyện Hải Yên", "Công đoàn tỉnh",
    "Công đoàn thành phố Bình An", "Công đoàn Việt Nam", "Đảng bộ tỉnh Bình An", "Đảng",
    "Công đoàn cơ sở Trường Mẫu", "Huyện ủy", "Trường Mẫu",
)  # fmt: skip
PLACES: tuple[Places, ...] = (
    (),
    (("huyện", "hai yen"), ("tỉnh", "binh an")),
    (("thành phố", "binh an"),),
)


def entry_of(name: str, kind: str = "Nghị quyết", *, generic: bool = False) -> Entry:
    return Entry(
        id=name,
        kind=kind,
        organ=describe_organ(name),
        generic=generic,
        meetings=(Meeting(type="congress", body=name),),
    )


@pytest.mark.parametrize(("printed", "places"), list(product(NAMES, PLACES)))
def test_a_meeting_that_can_be_meant_is_found_in_order(printed: str, places: Places) -> None:
    held = [entry_of(name) for name in NAMES]
    organ = describe_organ(printed)

    found = Meetings(held).find("Nghị quyết", "congress", organ, places)

    assert found == [one for one in held if one in found]
    for one in held:
        assert one.organ is not None
        assert one in found or compare_organs(organ, one.organ, places) is False


def test_a_place_tells_one_of_a_thousand_congresses() -> None:
    held = [entry_of(f"Công đoàn tỉnh Mẫu {number}") for number in range(1000)]
    generic = entry_of("Công đoàn tỉnh Khác", generic=True)
    organ = describe_organ("Công đoàn tỉnh Mẫu 7")

    found = Meetings([*held, generic]).find("Nghị quyết", "congress", organ, ())

    assert found == [held[7], generic]


def test_another_kind_or_meeting_is_not_found() -> None:
    book = Meetings([entry_of("Đảng", "Kết luận")])

    assert book.find("Nghị quyết", "congress", None, ()) == []
    assert book.find("Kết luận", "plenum", None, ()) == []
    assert len(book.find("Kết luận", "congress", None, ())) == 1
