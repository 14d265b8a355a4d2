"""Hand-written pages, as entries of the index."""

from __future__ import annotations

from handbook.search.page_entries import WrittenPage, page_entry

HTML = """<h1 id="them">Thêm văn bản</h1><p>Mở &lt;b&gt; &amp; chép.</p><script>x()</script>
<h2 id="buoc-1">Bước <em>một</em></h2><p>Chép một tệp.</p><pre>id: mau</pre>
<h3 id="luu-y">Lưu ý</h3><p>Đừng vội.</p><h2>Không mã</h2><p>Cuối.</p>"""


def test_a_page_has_its_own_text() -> None:
    entry = page_entry(WrittenPage("bien-tap/them/", "Thêm", HTML))

    assert (entry.id, entry.label) == ("bien-tap/them", "Trang")
    assert (entry.head.href, entry.head.text) == ("bien-tap/them/", "Mở <b> & chép.")
    assert ("heading", "Thêm văn bản") in entry.head.fields


def test_a_page_is_found_by_what_people_call_it() -> None:
    head = page_entry(WrittenPage("tai-ve/", "Tải về", HTML, ("tải file", "in ra giấy"))).head

    assert head.names == ("Tải về", "tải file", "in ra giấy")
    assert ("title", "in ra giấy") in head.fields


def test_a_page_that_explains_a_concept_is_that_record() -> None:
    entry = page_entry(WrittenPage("khai-niem/a/", "A", HTML), "a")

    assert (entry.id, entry.head.kind, entry.label) == ("a", "k", "Khái niệm")


def test_each_heading_is_a_section() -> None:
    sections = list(page_entry(WrittenPage("a/", "Thêm", HTML)).sections())

    assert [(one.href, one.title, one.text) for one in sections] == [
        ("buoc-1", "Bước một", "Chép một tệp."),
        ("luu-y", "Lưu ý", "Đừng vội. Không mã Cuối."),
    ]
    assert {one.place for one in sections} == {"Thêm"}


def test_the_first_page_has_an_id() -> None:
    assert page_entry(WrittenPage("", "Trang đầu", "")).id == "trang-dau"
