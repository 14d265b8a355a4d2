"""Issuers: where the name ends."""

from __future__ import annotations

import pytest

from handbook.citations.issuers import read_issuer
from handbook.citations.normalise import normalise

# The name, then “|”, then what goes on after it.
NAMES = (
    "Bộ Chính trị| về đổi mới",
    "Bộ Chính trị| khóa XIII",
    "Ban Bí thư Trung ương Đảng| (khóa XII)",
    "Ban Bí thư Trung ương Đoàn| hướng dẫn",
    "Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh| về việc",
    "Ban Chấp hành Đảng bộ tỉnh| khóa XV",
    "Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam| ban hành",
    "Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam|",
    "Chính phủ| Quy định chi tiết",
    "Chính phủ| quy định chi tiết",
    "Bộ Giáo dục và Đào tạo| và Bộ Nội vụ",
    "Bộ Lao động - Thương binh và Xã hội| hướng dẫn",
    "Bộ trưởng Bộ Tài chính|, Tổng cục Thuế",
    "Sở Văn hóa, Thể thao và Du lịch tỉnh Lào Cai|; Sở Y tế",
    "Liên đoàn Lao động (LĐLĐ) huyện Cẩm Xuyên| xây dựng",
    "LĐLĐ Quận 12| về",
    "LĐLĐ TP. Hồ Chí Minh| phát động",
    "LĐLĐ tỉnh Bà Rịa - Vũng Tàu| ngày",
    "LĐLĐ tỉnh| và các hướng dẫn",
    "Công đoàn ngành Y tế Lâm Đồng| về việc",
    "Công đoàn Giáo dục Đại Từ| hướng dẫn",
    "Công đoàn cơ sở trường THCS Kim Đồng| triển khai",
    "Ban Tổ chức Tỉnh ủy| về",
    "Chủ tịch UBND tỉnh Hà Tĩnh|.",
    "Ủy ban nhân dân huyện Đông Anh| về",
    "Tổng Công ty Điện lực miền Bắc|, các đơn vị",
    "BAN BÍ THƯ| VỀ TĂNG CƯỜNG",
    "LIÊN ĐOÀN LAO ĐỘNG TỈNH| VỀ THÁNG CÔNG NHÂN",
    "Ban\nBí thư|\n\nVề việc",
    "Huyện ủy Hải Lăng|\n\nCăn cứ",
)


@pytest.mark.parametrize("marked", NAMES)
def test_name_ends_where_other_words_begin(marked: str) -> None:
    name, after = marked.split("|")
    clean = normalise(name + after)

    assert read_issuer(clean, 0) == len(name)


@pytest.mark.parametrize("text", ["ngành", "đảng viên", "các cấp", "nhân dân", "Nguyễn Văn An"])
def test_other_words_are_no_issuer(text: str) -> None:
    assert read_issuer(normalise(text), 0) is None
