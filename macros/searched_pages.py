"""The hand-written pages as HTML, for the search index; what macros add comes with records."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils.meta import get_data

from handbook.search.page_entries import WrittenPage

_MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#(?!\w).*?#\}", re.DOTALL)


def written_pages(files: Files, config: MkDocsConfig) -> Iterator[WrittenPage]:
    """Yield the hand-written pages; what of them is found, their front matter may say.

    See `handbook.search.page_entries`.  A page that is excluded and has no names is left out.
    """
    for file in files.documentation_pages():
        if file.generated_by:
            continue
        source, meta = get_data(file.content_string)
        told = meta.get("search", {})
        names = tuple(map(str, told.get("names", ())))
        is_hidden = bool(told.get("exclude"))
        if is_hidden and not names:
            continue
        yield WrittenPage(
            address=file.url.removeprefix("./"),
            title=str(meta.get("title") or file.name),
            html="" if is_hidden else _html_of(source, config),
            names=names,
            summary=str(meta.get("description") or ""),
        )


def _html_of(source: str, config: MkDocsConfig) -> str:
    markdown = Markdown(
        extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"]
    )
    return markdown.convert(_MACRO.sub("", source))
