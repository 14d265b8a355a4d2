"""Annotating: the segments joined give the text again, and links never overlap."""

from __future__ import annotations

from handbook.citations import Registry, Resolved, annotate, cite


def href_of(one: Resolved) -> str | None:
    return f"/van-ban/{one.directive}/" if one.directive else None


def test_citations_become_linked_segments(registry: Registry) -> None:
    text = "Theo Chỉ thị số 05-CT/TW ngày 15/5/2016, các đơn vị"

    segments = annotate(text, cite(text, registry), href_of)

    assert [(one.text, one.href) for one in segments] == [
        ("Theo ", None),
        ("Chỉ thị số 05-CT/TW ngày 15/5/2016", "/van-ban/ct-05-2016/"),
        (", các đơn vị", None),
    ]


def test_unknown_citation_is_a_segment_without_a_link(registry: Registry) -> None:
    (segment,) = annotate(text := "Nghị quyết 99-NQ/TW", cite(text, registry), href_of)

    assert segment.cited is not None
    assert segment.href is None


def test_citations_that_share_words_link_each_its_own(registry: Registry) -> None:
    text = "Nghị quyết Đại hội công đoàn cơ sở và Đại hội XII Công đoàn Việt Nam."

    segments = annotate(text, cite(text, registry), href_of)

    assert [one.text for one in segments] == [
        "Nghị quyết Đại hội công đoàn cơ sở",
        " và ",
        "Đại hội XII Công đoàn Việt Nam",
        ".",
    ]


def test_two_documents_in_the_very_same_words_are_linked_once(registry: Registry) -> None:
    text = "Nghị quyết Trung ương 4 (khóa XI, XII)"

    segments = annotate(text, cite(text, registry), href_of)

    assert [one.text for one in segments] == [text]


def test_text_without_citations_is_one_segment(registry: Registry) -> None:
    assert [one.text for one in annotate("xin chào", (), href_of)] == ["xin chào"]
    assert annotate("", (), href_of) == ()
