"""Citations of hand-written pages: places in the file, what is not read, and the hints."""

from __future__ import annotations

import pytest

from handbook.checks import load_and_check
from handbook.citations.written import find_in_written, name_of_page
from tests.catalogues import BaseCatalogue

PAGE = """---
title: Nghị quyết số 1-NQ/TW
---

# Về Nghị quyết số 2-NQ/TW

Theo `Nghị quyết số 3-NQ/TW`, [Nghị quyết số 4-NQ/TW](x.md), <a href="y">Nghị quyết số 5-NQ/TW</a>
và **Nghị quyết số 77-NQ/TW**, rồi Nghị quyết số 02-NQ/MAU.
"""


def test_only_prose_is_read_and_places_are_those_of_the_file(base: BaseCatalogue) -> None:
    base.write("docs/bai/mot.md", PAGE)
    index, _ = load_and_check(base.root)

    found = [(one.line, one.column, one.printed) for one in find_in_written(index)]

    assert found == [(8, 6, "Nghị quyết số 77-NQ/TW"), (8, 36, "Nghị quyết số 02-NQ/MAU")]
    assert [one.cited.directive for one in find_in_written(index)] == [None, "02-nq-mau-2023"]
    assert name_of_page(index, "bai/mot") == "Về Nghị quyết số 2-NQ/TW"


@pytest.mark.parametrize("data", [b"Xin ch\xe0o", "# Chào".encode("utf-16"), b"%PDF-1.7"])
def test_a_page_that_is_no_text_is_one_error(base: BaseCatalogue, data: bytes) -> None:
    base.write("docs/bai/mot.md", PAGE)
    (base.root / "docs/bai/mot.md").write_bytes(data)
    (base.root / "docs/folder.md").mkdir()

    [problem] = base.check(skip=())

    assert (problem.path, problem.level, problem.code[:4]) == ("docs/bai/mot.md", "lỗi", "TEP-")


@pytest.mark.parametrize("text", ["", "# Tên trang\n", "\ufeff---\ntitle: Trang\n---\n"])
def test_a_page_may_say_little(base: BaseCatalogue, text: str) -> None:
    base.write("docs/bai/mot.md", text)

    assert base.check(skip=()) == []


def test_a_page_in_another_folder_is_named_by_that_folder(
    base: BaseCatalogue, tmp_path_factory: pytest.TempPathFactory
) -> None:
    docs = tmp_path_factory.mktemp("elsewhere") / "pages"
    docs.mkdir()
    (docs / "mot.md").write_text(PAGE, encoding="utf-8")

    _, [problem] = load_and_check(base.root, docs)

    assert (problem.path, problem.line) == ("pages/mot.md", 8)


def test_unknown_document_of_a_page_is_a_hint_at_its_place(base: BaseCatalogue) -> None:
    base.write("docs/bai/index.md", PAGE)

    assert base.places() == [("DAN-CHIEU-01", 8, 6)]
    assert base.check()[0].path == "docs/bai/index.md"
    assert base.check(skip=("DAN-CHIEU-01",)) == []
