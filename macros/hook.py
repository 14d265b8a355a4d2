"""The MkDocs hook: load and check the data, add the generated pages, write the API files.

It is an adapter: every decision is in `handbook`.  MkDocs runs a hook file by its path, so the
project's root is put on the import path here; `mkdocs build` then works without an installation.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from handbook.checks import load_and_check
from handbook.outputs.api import api_files
from handbook.outputs.pages import Heading, name_index_files, record_addresses
from handbook.problems import count_in_words, has_errors
from handbook.views.build_date import newest_record_date
from handbook.views.site import Site
from macros.blocks import Blocks, current_blocks, set_current


class RecordPage(Page):
    """A generated page: its body is one macro call, and Markdown has nothing to do in it."""

    def __init__(self, title: str, file: File, config: MkDocsConfig, macro: str) -> None:
        super().__init__(title, file, config)
        self._macro = macro

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the macro call as the page's source; there is no front matter to parse."""
        self.markdown = self._macro

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Keep the marks as they are: `on_page_content` fills them."""
        self.content = (self.markdown or "").strip()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the catalogue; errors stop the build."""
    root = Path(config.extra.get("catalogue_root") or Path(config.config_file_path).parent)
    index, problems = load_and_check(root)
    for problem in problems:
        print(problem, file=sys.stderr)
    if has_errors(problems):
        raise PluginError(f"Dữ liệu có lỗi nên chưa dựng trang. {count_in_words(problems)}")
    set_current(Blocks(Site(index, _today(newest_record_date(index)))))
    config.extra["build_day"] = _today(newest_record_date(index)).isoformat()
    return config


def _today(newest: date) -> date:
    """Take the build's day from SOURCE_DATE_EPOCH, else from the records: never from the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else newest


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add one generated page for every record."""
    blocks = current_blocks()
    for kind, record_id, address in record_addresses(blocks.site):
        file = File.generated(
            config, f"{address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
        )
        RecordPage("", file, config, f'{{{{ {kind}("{record_id}") }}}}')
        files.append(file)
    return files


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Tell the macros which page they are on."""
    current_blocks().start_page(page.url if page.url != "./" else "")
    return page


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill in the blocks, after Markdown; give the theme the title and the table of contents."""
    blocks = current_blocks()
    if blocks.html:
        if isinstance(page, RecordPage):
            page.title = blocks.title
        _extend_toc(page, blocks.headings())
    return blocks.fill(html)


def _extend_toc(page: Page, headings: list[Heading]) -> None:
    tokens: list[Any] = []
    for one in headings:
        token = {"level": one.level, "id": one.id, "name": one.text, "children": []}
        if one.level == 3 and tokens:
            tokens[-1]["children"].append(token)
        else:
            tokens.append(token)
    page.toc.items.extend(get_toc(tokens).items) if page.toc else setattr(page, "toc", get_toc(tokens))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let links to folders name their index file, so that the site opens from a disk too."""
    return name_index_files(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for the theme's own pages (404)."""
    return name_index_files(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files that are not pages."""
    site_dir = Path(config.site_dir)
    for path, data in api_files(current_blocks().site.index):
        target = site_dir / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
