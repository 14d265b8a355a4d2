"""Whatever the text: nothing is raised, and every offset slices back."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.citations import Registry, annotate, cite, cut, find_citations, may_cite

PIECES = (
    "Nghị quyết", "Kế hoạch", "các Chỉ thị", "Luật", "Bộ luật", "Điều lệ", "NQ", "QĐ", "số",
    "Số:", "02", "6b", "1908", "/", "-", " - ", "–", "/2013/", "NQ", "KH", "NĐ", "CTr", "TW",
    "LĐLĐ", "CP", "QH13", "TLĐ-ToC", "ngày", "12/6/2021", "30/02/2023", "ngày 5 tháng 8 năm 2020",
    "năm 2012", "của", "Bộ Chính trị", "Ban Thường vụ Huyện ủy", "LĐLĐ tỉnh", "và", ",", ";", "(",
    ")", "khóa XII", "Đại hội", "Công đoàn", "lần thứ", "XII", "nhiệm kỳ 2018-2023", "TW4",
    "các cấp", "này", "nêu trên", "khoản 2 Điều 5", "mục I, II", "mẫu số", "https://a.vn/",
    "a@b.vn", "\n", "\n\n", "\u00a0", "\u0301", "**", "“", "”",
    "sửa đổi, bổ sung một số điều của Luật", "đến", "do", "ban hành",
)  # fmt: skip
ADVERSARIAL = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
GLUED = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
TEXTS = st.one_of(st.text(max_size=300), ADVERSARIAL, GLUED)


@settings(max_examples=5000, deadline=None)
@given(TEXTS)
def test_any_text_is_read_and_offsets_slice_back(text: str) -> None:
    position = 0
    for one in find_citations(text):
        assert text[one.start : one.end] == one.text
        assert one.start < one.end
        assert one.start <= one.link_start <= one.end
        assert one.start >= position or one.own_start is not None
        position = one.start


@settings(max_examples=5000, deadline=None)
@given(ADVERSARIAL)
def test_decomposed_text_is_read_alike(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)

    read = [(one.kind, one.number, one.date, one.issuer) for one in find_citations(composed)]

    assert [
        (one.kind, one.number, one.date, one.issuer) for one in find_citations(decomposed)
    ] == read


def test_any_text_is_resolved_and_annotated(registry: Registry) -> None:
    @settings(max_examples=1000, deadline=None)
    @given(TEXTS)
    def check(text: str) -> None:
        pieces = list(cut(text, annotate(cite(text, registry))))

        assert "".join(piece for piece, _ in pieces) == text
        assert all(piece for piece, _ in pieces)

    check()


@settings(max_examples=2000, deadline=None)
@given(ADVERSARIAL)
def test_quick_test_misses_no_citation(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)

    assert may_cite(composed) or not find_citations(composed)
