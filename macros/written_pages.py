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
    """Yield the hand-written pages, but those whose front matter says `search: {exclude: true}`."""
    for file in files.documentation_pages():
        if file.generated_by:
            continue
        source, meta = get_data(file.content_string)
        if meta.get("search", {}).get("exclude"):
            continue
        markdown = Markdown(
            extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"]
        )
        html = markdown.convert(_MACRO.sub("", source))
        title = str(meta.get("title") or file.name)
        yield WrittenPage(file.url.removeprefix("./"), title, html)
