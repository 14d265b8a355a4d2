"""Organs: what a name tells, and when two names can mean one organ."""

from __future__ import annotations

import pytest

from handbook.citations.organs import Organ, Places, compare_organs, describe_organ

HAI_YEN: Places = (("huyện", "hai yen"), ("tỉnh", "binh an"))


@pytest.mark.parametrize(
    ("printed", "organ"),
    [
        ("Bộ Chính trị", Organ(kind="bộ chính trị", level="trung ương")),
        ("Ban Bí thư Trung ương Đảng", Organ(kind="ban bí thư", level="trung ương")),
        ("BCH Trung ương Đảng", Organ(kind="trung ương đảng", level="trung ương")),
        ("Đoàn Chủ tịch", Organ(kind="tlđ", level="trung ương")),
        ("Tổng LĐLĐ Việt Nam", Organ(kind="tlđ", level="trung ương")),
        ("Công đoàn Việt Nam", Organ(kind="tlđ", level="trung ương")),
        ("Công đoàn tỉnh", Organ(kind="công đoàn", level="tỉnh")),
        ("LĐLĐ TP. Cần Thơ", Organ(kind="lđlđ", level="thành phố", place="can tho")),
        ("Ban Thường vụ Quận ủy", Organ(kind="cấp ủy", level="huyện")),
        ("Đảng bộ huyện Hải Yên", Organ(kind="cấp ủy", level="huyện", place="hai yen")),
        ("CĐVC tỉnh Bình An", Organ(kind="cđvc", level="tỉnh", place="binh an")),
        ("Ban Thường vụ", Organ(kind="")),
    ],
)
def test_name_is_read(printed: str, organ: Organ) -> None:
    assert describe_organ(printed) == organ


@pytest.mark.parametrize(
    ("printed", "held", "same"),
    [
        ("Bộ Chính trị", "Bộ Chính trị", True),
        ("Trung ương Đảng", "Bộ Chính trị", True),
        ("Ban Bí thư", "Bộ Chính trị", False),
        ("Chính phủ", "Bộ Chính trị", False),
        ("LĐLĐ tỉnh Bình An", "Liên đoàn Lao động tỉnh Bình An", True),
        ("LĐLĐ tỉnh Hà Trung", "Liên đoàn Lao động tỉnh Bình An", False),
        ("LĐLĐ tỉnh", "Liên đoàn Lao động tỉnh Bình An", True),
        ("LĐLĐ tỉnh", "Liên đoàn Lao động tỉnh Hà Trung", False),
        ("Công đoàn huyện", "LĐLĐ huyện Hải Yên", True),
        ("Huyện ủy", "Ban Thường vụ Huyện ủy Hải Yên", True),
        ("Tỉnh ủy", "Huyện ủy Hải Yên", False),
    ],
)
def test_names_are_compared_from_where_the_citing_document_stands(
    printed: str, held: str, same: bool
) -> None:
    assert compare_organs(describe_organ(printed), describe_organ(held), HAI_YEN) is same


def test_name_without_place_cannot_be_told_from_nowhere() -> None:
    assert (
        compare_organs(describe_organ("LĐLĐ tỉnh"), describe_organ("LĐLĐ tỉnh Bình An"), ()) is None
    )
