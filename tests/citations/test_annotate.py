"""Annotating: the pieces joined give the text again, and links never overlap."""

from __future__ import annotations

from handbook.citations import Registry, annotate, cite, cut


def pieces(text: str, registry: Registry) -> list[tuple[str, str | None]]:
    cites = annotate(cite(text, registry))
    return [(piece, cited.directive if cited else None) for piece, cited in cut(text, cites)]


def test_citations_become_pieces_with_their_record(registry: Registry) -> None:
    text = "Theo Chỉ thị số 05-CT/TW ngày 15/5/2016, các đơn vị"

    assert pieces(text, registry) == [
        ("Theo ", None),
        ("Chỉ thị số 05-CT/TW ngày 15/5/2016", "ct-05-2016"),
        (", các đơn vị", None),
    ]


def test_unknown_citation_names_no_record(registry: Registry) -> None:
    (cited,) = annotate(cite("Nghị quyết 99-NQ/TW", registry))

    assert (cited.start, cited.end) == (0, 19)
    assert cited.directive is None
    assert cited.candidates == ()


def test_citations_that_share_words_have_each_its_own(registry: Registry) -> None:
    text = "Nghị quyết Đại hội công đoàn cơ sở và Đại hội XII Công đoàn Việt Nam."

    assert [piece for piece, _ in pieces(text, registry)] == [
        "Nghị quyết Đại hội công đoàn cơ sở",
        " và ",
        "Đại hội XII Công đoàn Việt Nam",
        ".",
    ]


def test_two_documents_in_the_very_same_words_are_one_piece(registry: Registry) -> None:
    text = "Nghị quyết Trung ương 4 (khóa XI, XII)"

    assert [piece for piece, _ in pieces(text, registry)] == [text]


def test_pointing_at_no_document_is_no_citation(registry: Registry) -> None:
    assert annotate(cite("Các đơn vị thực hiện Kế hoạch này.", registry)) == ()


def test_text_without_citations_is_one_piece(registry: Registry) -> None:
    assert pieces("xin chào", registry) == [("xin chào", None)]
    assert pieces("", registry) == []
