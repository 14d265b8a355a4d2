"""Numbers: read in every printed form, written in the organ's own, made of nothing else."""

from __future__ import annotations

import pytest

from handbook.citations.normalise import normalise
from handbook.citations.number_finder import find_numbers

CANONICAL = {
    "14 NQ/TW": "14-NQ/TW",
    "14 – CT/TW": "14-CT/TW",
    "14/QĐ-TW": "14-QĐ/TW",
    "14-nq/tw": "14-NQ/TW",
    "14-NQ/TƯ": "14-NQ/TW",
    "14/NQ-BCT": "14-NQ/TW",
    "14-CT/BCT": "14-CT/TW",
    "14/CT-BCT": "14/CT-BCT",
    "14/2019/TT-BCT": "14/2019/TT-BCT",
    "14/KH-TU": "14-KH/TU",
    "14-CTr/HU": "14-CTr/HU",
    "14-Ctr/HU": "14-CTr/HU",
    "14-HD/BTCTW": "14-HD/BTCTW",
    "14-BC/VPTƯ": "14-BC/VPTW",
    "9114-CV/VPTW": "9114-CV/VPTW",
    "14/2012/QH13": "14/2012/QH13",
    "14/2013/NĐ-CP": "14/2013/NĐ-CP",
    "14/2013/NĐCP": "14/2013/NĐ-CP",
    "14-2019-TT-BGDĐT": "14/2019/TT-BGDĐT",
    "14/2015/TTLT-BGD ĐT-BNV": "14/2015/TTLT-BGDĐT-BNV",
    "14/2004/TTLT/BTC-TLĐ": "14/2004/TTLT/BTC-TLĐ",
    "1.401/QĐ-UBND": "1401/QĐ-UBND",
    "14a/2008/NQ-CP": "14a/2008/NQ-CP",
    "14b/NQ-BCH": "14b/NQ-BCH",
    "14b /NQ – BCH": "14b/NQ-BCH",
    "14/HD - CĐN": "14/HD-CĐN",
    "14 /KH-LĐLĐ": "14/KH-LĐLĐ",
    "14/ KH-CĐCS": "14/KH-CĐCS",
    "14QĐ-TLĐ": "14/QĐ-TLĐ",
    "14-KH/LĐLĐ": "14/KH-LĐLĐ",
    "14/KH-LDLD": "14/KH-LĐLĐ",
    "14/KH-LÐLÐ": "14/KH-LĐLĐ",
    "14/HDCĐN": "14/HD-CĐN",
    "14/Tr-CĐCS": "14/TTr-CĐCS",
    "14/LĐlĐ": "14/LĐLĐ",
    "14/UBND-KGVX": "14/UBND-KGVX",
    "4114/TLĐ-ToC": "4114/TLĐ-ToC",
    "14/CĐ-TTg": "14/CĐ-TTg",
    "14/CĐYT": "14/CĐYT",
    "14 QĐ/TWĐTN": "14-QĐ/TWĐTN",
    "14HD/TWĐTN": "14-HD/TWĐTN",
    "14-QĐ/TWĐTN-VP": "14-QĐ/TWĐTN-VP",
    "14/HD-MTTW-BTT": "14/HD-MTTW-BTT",
    "số14-QĐ/TW": "14-QĐ/TW",
    "14-NQ/TWngày": "14-NQ/TW",
}
NEAR_MISSES = (
    "B14-TLĐ",
    "24/7",
    "28/9/2020",
    "14/15 CĐCS",
    "14 CĐCS",
    "TCVN 6909:2001",
    "QCVN 01:2021/BXD",
    "29A-123.45",
    "0243.9421794",
    "mẫu số 14/BC-TLĐ",
    "hợp đồng số 14/HĐ-TLĐ",
    "tổng số 14/CĐCS",
    "a14/KH-LĐLĐ",
    "/14/KH-LĐLĐ",
    "14/muc",
    "14%",
)


def read(text: str) -> list[str]:
    return [one.number.canonical for one in find_numbers(normalise(text))]


@pytest.mark.parametrize(("printed", "canonical"), CANONICAL.items())
def test_printed_number_is_written_in_its_organs_way(printed: str, canonical: str) -> None:
    assert read(printed) == [canonical]


@pytest.mark.parametrize("printed", NEAR_MISSES)
def test_near_miss_is_no_number(printed: str) -> None:
    assert read(printed) == []


def test_number_ends_before_a_heading_in_capitals() -> None:
    (found,) = find_numbers(normalise("14/KH-LĐLĐ - TỔ CHỨC THÁNG CÔNG NHÂN"))

    assert found.end == len("14/KH-LĐLĐ")


@pytest.mark.parametrize(
    ("printed", "alone", "with_kind"),
    [
        ("14/KH-LĐLĐ", True, True),
        ("14-NQ/TW", True, True),
        ("14/LĐLĐ", False, True),
        ("số 14/LĐLĐ", True, True),
        ("14/UBND-VX", True, True),
        ("14/KH", False, True),
        ("14/CT-XN", False, False),
        ("số 14/SXKD", False, True),
    ],
)
def test_doubtful_shapes_need_a_kind_before_them(
    printed: str, alone: bool, with_kind: bool
) -> None:
    (found,) = find_numbers(normalise(printed))

    assert found.stands_alone() is alone
    assert (alone or found.goes_with("Công văn")) is with_kind or with_kind is False
