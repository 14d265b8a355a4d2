"""The preview shows a changed record at once, and exactly as a build will write it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from _arguments import BuildOptions
from _building import build_into
from _live_pages import LivePages
from _live_site import LiveSite
from mkdocs.config import load_config

from tests.crawl import ROOT

PAGE = "ke-hoach/ke-hoach-mau/"
TITLE = "Ví dụ bịa: kế hoạch mẫu"


class Edited:
    """A catalogue that was built, and is being edited."""

    def __init__(self, folder: Path) -> None:
        self.root, self.site, self.frames = folder / "goc", folder / "trang", folder / "khung.json"
        shutil.copytree(ROOT / "tests" / "site", self.root)
        self.plan = self.root / "data" / "plans" / "ke-hoach-mau.yml"
        self.text = self.plan.read_text(encoding="utf-8")
        self.build()

    def build(self) -> None:
        build_into(self.site, root=self.root, options=BuildOptions(frames_file=str(self.frames)))

    def edit(self, old: str, new: str) -> None:
        assert old in self.text
        self.plan.write_text(self.text.replace(old, new, 1), encoding="utf-8")

    def built(self, address: str = PAGE) -> str:
        return (self.site / address / "index.html").read_bytes().decode()

    def live(self) -> LiveSite:
        return LiveSite(load_config(str(ROOT / "mkdocs.yml")), self.root, self.frames)


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    return Edited(tmp_path)


def line_of(text: str, key: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(f"{key}:"))


def test_a_changed_record_is_shown_as_a_build_will_write_it(edited: Edited) -> None:
    live = edited.live()
    live.prepare()
    before = edited.built()

    edited.edit(line_of(edited.text, "title"), f'title: "{TITLE}"')
    now = live.page(PAGE)
    edited.build()

    assert now == edited.built()
    assert now != before
    # A page that only names the record is made anew as well.
    assert TITLE in edited.built("de-cuong/ke-hoach-mau/")
    assert live.page("de-cuong/ke-hoach-mau/") == edited.built("de-cuong/ke-hoach-mau/")


def test_the_folder_is_asked_while_nothing_has_changed(edited: Edited) -> None:
    live = edited.live()

    assert live.page(PAGE) is None
    edited.edit(line_of(edited.text, "title"), f'title: "{TITLE}"')
    live.remember()
    edited.build()
    live.take_as_built()
    assert live.page(PAGE) is None
    edited.plan.write_text(edited.text, encoding="utf-8")
    assert live.page(PAGE)


def test_a_change_during_a_build_is_not_taken_as_built(edited: Edited) -> None:
    live = edited.live()
    live.remember()
    edited.edit(line_of(edited.text, "title"), f'title: "{TITLE}"')

    live.take_as_built()

    assert TITLE in (live.page(PAGE) or "")


@pytest.mark.parametrize("bad", ["title: [", "title: null", "issuer: khong-co-don-vi"])
def test_records_with_errors_leave_the_page_as_it_was(edited: Edited, bad: str) -> None:
    live = edited.live()

    edited.edit(line_of(edited.text, bad.partition(":")[0]), bad)

    assert live.page(PAGE) is None
    edited.live().prepare()
    edited.edit(line_of(edited.text, "title"), f'title: "{TITLE}"')
    assert TITLE in (live.page(PAGE) or "")


def test_what_is_no_record_page_comes_from_the_folder(edited: Edited) -> None:
    live = edited.live()

    edited.edit(line_of(edited.text, "title"), f'title: "{TITLE}"')

    assert [live.page(one) for one in ("", "ke-hoach/", "ke-hoach/khong-co/")] == [None] * 3


@pytest.fixture
def pages(edited: Edited) -> Iterator[LivePages]:
    client = LivePages(edited.root, edited.frames)
    yield client
    client.close()


def page_soon(pages: LivePages) -> str:
    """Ask until the process, which loads its libraries and the records first, has the page."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if page := pages.page(PAGE):
            return page
        time.sleep(0.05)
    raise AssertionError("no page in a minute")


def test_the_process_answers_from_its_start_to_its_end(edited: Edited, pages: LivePages) -> None:
    assert pages.page(PAGE) is None
    pages.restart()
    deadline = time.monotonic() + 60
    while not pages.is_ready and time.monotonic() < deadline:
        time.sleep(0.05)
    assert pages.page(PAGE) is None

    edited.edit(line_of(edited.text, "title"), f'title: "{TITLE}"')
    version = pages.version
    assert TITLE in page_soon(pages)
    pages.begun()
    edited.build()
    pages.built()

    assert pages.version > version
    assert pages.page(PAGE) is None
    pages.close()
    assert pages.page(PAGE) is None
    assert not pages.is_running


def test_a_process_that_died_is_done_without(edited: Edited, pages: LivePages) -> None:
    pages.restart()
    edited.edit(line_of(edited.text, "title"), f'title: "{TITLE}"')
    while not pages.is_ready:
        time.sleep(0.05)
    assert pages._process
    pages._process.kill()
    pages._process.wait()

    assert pages.page(PAGE) is None
    pages.begun()
    pages.built()
    assert not pages.is_running
