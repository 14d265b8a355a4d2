"""Record pages fill the theme's frame, and come out as if the theme had made each of them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import escape
from mkdocs.commands.build import build, get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from handbook.outputs.pages import (
    Heading,
    Rendered,
    name_index_files,
    record_addresses,
    render_record,
)
from macros.build import current_build
from macros.frame import Frames, contents_of
from tests.crawl import ROOT

MINIATURE = ROOT / "tests" / "site"


class WholeBuild:
    """A build of the miniature catalogue that keeps what MkDocs gives its plugins."""

    def __init__(self, site_dir: Path, site_url: str | None) -> None:
        self.config = load_config(
            str(ROOT / "mkdocs.yml"), site_dir=str(site_dir), site_url=site_url
        )
        self.config.extra["catalogue_root"] = str(MINIATURE)
        self.config.plugins.events["nav"].append(self._keep_nav)
        self.config.plugins.events["env"].append(self._keep_env)
        build(self.config)

    def _keep_nav(self, nav: Any, **_: Any) -> Any:
        self.nav = nav
        return nav

    def _keep_env(self, env: Any, files: Any, **_: Any) -> Any:
        self.env, self.files = env, files
        return env

    def page_through_theme(self, rendered: Rendered, address: str) -> str:
        """Make a record's page as MkDocs makes a hand-written one."""
        file = File.generated(
            self.config, f"{address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
        )
        # The theme would take the tags out of any other title, and its escapes back.
        title = str(escape(rendered.title))
        page = Page(title, file, self.config)
        page.markdown, page.meta, page.content = "", {"title": title}, rendered.html
        page.toc = contents_of(rendered.headings)
        pages = self.files.documentation_pages()
        context = get_context(self.nav, pages, self.config, page)
        return name_index_files(self.env.get_template("main.html").render(context)).lstrip()


def resolved(html: str, address: str) -> str:
    """Give a page with its links as seen from the root, and without blank lines.

    From `ke-hoach/x/` the theme writes `../` for `ke-hoach/`; the frame, `../../ke-hoach/`.
    """
    base = f"file:///site/{address}"
    links = re.sub(r'(href|src)="([^"#][^"]*)"', lambda m: f'{m[1]}="{urljoin(base, m[2])}"', html)
    return re.sub(r"\n\s+", "\n", links)


@pytest.fixture(scope="module", params=[None, "https://noi-bo.example/cam-nang/"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> WholeBuild:
    """Build with and without the site's own address, which the theme writes into each page."""
    before = os.environ.pop("SOURCE_DATE_EPOCH", None)
    try:
        return WholeBuild(tmp_path_factory.mktemp("site"), request.param)
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH", None)
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before


def test_every_record_page_is_what_the_theme_would_have_made(whole: WholeBuild) -> None:
    site = current_build().site
    pages = record_addresses(site)
    assert {kind for kind, _, _ in pages} >= {"plan", "directive", "body", "area", "outline"}

    for kind, record_id, address in pages:
        written = (Path(whole.config.site_dir) / address / "index.html").read_text("utf-8")

        straight = whole.page_through_theme(render_record(site, kind, record_id), address)
        assert resolved(written, address) == resolved(straight, address)


@pytest.mark.parametrize("headings", [True, False])
def test_marks_in_a_title_or_text_stay_text(whole: WholeBuild, headings: bool) -> None:
    frames: Frames = current_build().frames
    rendered = Rendered(
        "<h1>hbframecontent</h1> hbframefirst hbframe/plain/",
        "<h1>hbframetitle</h1> & “<script>”",
        [Heading(2, "nv", "Nhiệm vụ & “hbframeheading”")] if headings else [],
    )

    address = "ke-hoach/hbframe/"
    filled = frames.fill(rendered, address)

    straight = whole.page_through_theme(rendered, address)
    assert resolved(filled, address) == resolved(straight, address)


def test_no_page_of_marks_is_written(whole: WholeBuild) -> None:
    folder = Path(whole.config.site_dir)

    assert not (folder / "hbframe").exists()
    assert not [path for path in folder.rglob("*.html") if b"hbframe" in path.read_bytes()]


def test_the_site_map_names_every_page_once(whole: WholeBuild) -> None:
    text = (Path(whole.config.site_dir) / "sitemap.xml").read_text("utf-8")
    addresses = [address for _, _, address in record_addresses(current_build().site)]

    assert "hbframe" not in text
    for address in addresses:
        assert text.count(f"/{address}</loc>") == (1 if whole.config.site_url else 0)


def test_a_page_of_another_depth_is_refused(whole: WholeBuild) -> None:
    rendered = Rendered("<h1>Kế hoạch</h1>", "Kế hoạch", [])

    with pytest.raises(ValueError, match="folders deep"):
        current_build().frames.fill(rendered, "ke-hoach/")


def test_frames_are_told_from_those_whose_contents_are_made_otherwise() -> None:
    one, same, other = (
        Frames(Environment(loader=DictLoader({"partials/toc.html": text}), autoescape=True))
        for text in ("Mục lục", "Mục lục", "Trên trang này")
    )

    assert one.digest() == same.digest() != other.digest()
