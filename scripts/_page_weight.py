"""What a reader waits for: the bytes of a built site's plan pages, as a server sends them."""

import gzip
import re
import statistics
from pathlib import Path
from typing import NamedTuple

_ASKED = re.compile(r'<(?:script[^>]*\ssrc|link rel="(?:stylesheet|icon)"[^>]*\shref)="([^"]+)"')


class PageWeight(NamedTuple):
    """Bytes after gzip: of the plan pages' HTML, and of the styles and scripts of the heaviest."""

    median: float
    heaviest: int
    styles_and_scripts: int
    requests: int


def weigh_plan_pages(site: Path) -> PageWeight:
    """Weigh the plan pages of a built site; there is at least one."""
    pages = {page: weight(page) for page in site.glob("ke-hoach/*/index.html")}
    heaviest = max(pages, key=lambda page: (pages[page], page))
    asked = asked_by(heaviest)
    files = (file for file in asked if file.suffix in {".css", ".js"})
    return PageWeight(
        statistics.median(pages.values()), pages[heaviest], weight(*files), 1 + len(asked)
    )


def weight(*files: Path) -> int:
    """Count the bytes of files, each compressed by itself."""
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def asked_by(page: Path) -> list[Path]:
    """Give the files a page asks for when it is opened."""
    found = _ASKED.findall(page.read_text(encoding="utf-8"))
    return [(page.parent / one).resolve() for one in found]


def weight_in_words(plans: int, page: PageWeight) -> str:
    """Say it in one line, in kilobytes."""
    return (
        f"{plans} plans: a plan page is {page.median / 1000:.1f} kB of HTML (heaviest "
        f"{page.heaviest / 1000:.1f}), {page.styles_and_scripts / 1000:.1f} kB of styles and "
        f"scripts, {page.requests} requests (gzip)"
    )
