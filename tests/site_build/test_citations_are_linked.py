"""No page of the built site names a document by its number without a link.

Read with an HTML parser, apart from the code that writes the links.
"""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from handbook.checks import load_and_check
from handbook.citations import build_registry, cite, editorial_context

ROOT = Path(__file__).resolve().parents[2]
EXEMPT = {
    "a", "h1", "code", "pre", "script", "style", "svg", "cite", "button", "summary", "textarea",
    "select", "title",
}  # fmt: skip


class ArticleText(HTMLParser):
    """Collects the text of the article that is not inside an exempt element."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._in_article = False
        self._exempt: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._in_article |= tag == "article"
        if tag in EXEMPT:
            self._exempt.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._in_article &= tag != "article"
        if self._exempt and self._exempt[-1] == tag:
            self._exempt.pop()

    def handle_data(self, data: str) -> None:
        if self._in_article and not self._exempt and data.strip():
            self.texts.append(data)


def test_numbered_documents_are_links_on_every_page(built_site: Path) -> None:
    index, _ = load_and_check(ROOT)
    registry = build_registry(index)
    bare: list[tuple[str, str]] = []
    pages = sorted(built_site.rglob("index.html"))
    for path in pages:
        if path.parent.name == "ghi-chu":
            continue  # notes quote how a document prints its own number
        parser = ArticleText()
        parser.feed(path.read_text(encoding="utf-8"))
        own = path.parent.name
        context = editorial_context(index, index.documents.get(own))
        bare += [
            (path.relative_to(built_site).as_posix(), one.citation.text)
            for text in parser.texts
            for one in cite(text, registry, context)
            if one.citation.form == "numbered" and one.directive != own
        ]

    assert len(pages) > 100
    assert bare == []
