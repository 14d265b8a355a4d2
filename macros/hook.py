"""The MkDocs hook: load and check the data, write the record pages and what is no page.

It is an adapter: every decision is in `handbook`.  MkDocs runs a hook file by its path, so the
project's root is put on the import path here; `mkdocs build` then works without an installation.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from handbook.audience import public_edition
from handbook.checks import load_and_check
from handbook.dates.words import say_day
from handbook.index import Index
from handbook.kept import Kept, digest_of_code
from handbook.outputs.annotate import explain_terms
from handbook.outputs.api import api_files
from handbook.outputs.calendars import calendar_files
from handbook.outputs.citation_links import link_citations
from handbook.outputs.exports import export_files
from handbook.outputs.pages import name_index_files, record_addresses
from handbook.outputs.redirects import redirect_files
from handbook.outputs.term_notes import term_note_files
from handbook.outputs.workbooks import workbook_files
from handbook.parallel import run_aside
from handbook.search.site_index import write_site_index
from handbook.text import slugify
from handbook.views.addresses import GLOSSARY, root_from
from handbook.views.build_date import build_day
from handbook.views.site import Site
from macros.build import Build, current_build, set_current
from macros.frame import FramePage, Frames, contents_of, tidy
from macros.record_pages import write_record_pages
from macros.searched_pages import written_pages


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the catalogue; errors stop the build."""
    config.mdx_configs.setdefault("toc", {})["slugify"] = _heading_id
    root = Path(config.extra.get("catalogue_root") or Path(config.config_file_path).parent)
    # The pages of this build, wherever the records lie.
    index, errors = load_and_check(
        root,
        Path(config.docs_dir),
        _kept_results(config),
        levels=["lỗi"],  # scripts/check.py shows the others
    )
    if errors:
        for problem in errors:
            print(problem, file=sys.stderr)
        raise PluginError(f"Dữ liệu có {len(errors)} lỗi nên chưa dựng trang.")
    if config.extra.get("audience") == "public":
        catalogue, left_out = public_edition(index.catalogue)
        index = Index(catalogue)
        config.extra["left_out"] = str(left_out)
        config.copyright = f"{config.copyright} Bản công khai, không gồm phần dùng nội bộ."
    today = _fix_build_day(index)
    set_current(Build(Site(index, today)))
    config.extra["build_day"] = say_day(today)
    config.extra["build_date"] = today.isoformat()
    return config


def _kept_results(config: MkDocsConfig) -> Kept | None:
    """Give the results of earlier builds, where our scripts say that they are kept."""
    file = config.extra.get("kept_file")
    return Kept(Path(file), digest_of_code()) if file else None


def _heading_id(text: str, separator: str) -> str:
    """Make the id of a hand-written heading; a hook, so that mkdocs.yml names no module of ours."""
    return slugify(text).replace("-", separator)


def _fix_build_day(index: Index) -> date:
    """Give the day of this build; MkDocs dates the site map by the same variable, so set it."""
    try:
        today = build_day(index, os.environ.get("SOURCE_DATE_EPOCH"))
    except ValueError as error:
        raise PluginError(str(error)) from None
    midnight = datetime.combine(today, time(), UTC)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(midnight.timestamp())))
    return today


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Begin the files that are no pages; ask MkDocs for the frames of the record pages."""
    build = current_build()
    _ = build.site.cited  # found before any worker begins, so that each inherits it
    # MkDocs builds pages on one core; these are written meanwhile, by one process, because each
    # would copy most of what it inherits.
    build.finish_files = run_aside(_writers_of_files(config, files))
    config.extra["record_addresses"] = [one for _, _, one in record_addresses(build.site)]
    for has_headings in (True, False):
        files.append(FramePage(config, has_headings=has_headings).file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Prepare to keep the frames."""
    current_build().frames = Frames(env)
    return env


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Tell the macros which page they are on."""
    current_build().address = page.url if page.url != "./" else ""
    return page


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill in the blocks, after Markdown; add their headings to the table of contents."""
    if isinstance(page, FramePage):
        return html
    build = current_build()
    if len(page.toc.items) == 1:
        page.toc.items[0].children.extend(contents_of(build.headings(html)).items)
    root = root_from(build.address)
    filled = build.fill(link_citations(build.site, html, root))
    return filled if build.address == GLOSSARY else explain_terms(build.site, filled, root)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let links to folders name their index file, so that the site opens from a disk too.

    A frame is kept and not written; the content that will fill it names them already.
    """
    content = page.content or ""  # a page may have front matter and nothing else
    head, _, tail = output.partition(content) if content else (output, "", "")
    whole = name_index_files(tidy(head).lstrip() + content + tidy(tail))
    if not isinstance(page, FramePage):
        return whole
    current_build().frames.keep(page, whole)
    return ""


def on_pre_template(template: Template, template_name: str, config: MkDocsConfig) -> Template:
    """Tell 404.html where the site lies: a server shows it at any depth, so its links are absolute.

    MkDocs takes that from the path of `site_url`, which is put back when the page is written.
    """
    if template_name == "404.html":
        config.extra["site_url"] = config.site_url
        config.site_url = str(config.extra.get("base_path", "/"))
    return template


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for the error page."""
    if template_name == "404.html":
        config.site_url = config.extra.pop("site_url")
    return name_index_files(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Write the record pages, on all cores when they are many; wait for the other files."""
    build = current_build()
    if frames_file := config.extra.get("frames_file"):
        build.frames.save(Path(frames_file))
    before = config.extra.get("last_site")
    write_record_pages(
        build.site, build.frames, Path(config.site_dir), Path(before) if before else None
    )
    build.finish_files()


def _writers_of_files(config: MkDocsConfig, files: Files) -> list[Callable[[], object]]:
    """List what writes the files that are no pages, what takes longest first."""
    site_dir = Path(config.site_dir)
    site = current_build().site
    made = (
        workbook_files(site),
        api_files(site),
        export_files(site),
        calendar_files(site, config.site_url or ""),
        redirect_files(site),
        term_note_files(site),
    )
    return [
        lambda: write_site_index(site_dir, site, written_pages(files, config)),
        *(partial(_write_all, site_dir, some) for some in made),
    ]


def _write_all(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    for path, data in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
