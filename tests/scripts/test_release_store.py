"""Releases are added whole, switched in one step, and survive a power cut at every step."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import _release_store
import pytest
from _release_store import (
    MARK,
    BusyError,
    DestinationRefusedError,
    ReleaseStore,
    StoreError,
)

from handbook.publish.manifest import Manifest, find_differences, read_manifest
from tests.power_cut import run_and_die
from tests.publish.releases import content_of, write_release

LINKS = [
    pytest.param(True, marks=pytest.mark.skipif(sys.platform == "win32", reason="needs a right")),
    False,
]
"""The two ways `current` may be: a link, or a folder."""


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str], tuple[Path, Manifest]]:
    def make_release(text: str) -> tuple[Path, Manifest]:
        folder = tmp_path / "nguon" / text
        return folder, write_release(folder, text)

    return make_release


def never_wait() -> NoReturn:
    raise AssertionError("nobody else holds the folder")


def publish(store: ReleaseStore, folder: Path, keep: int = 5) -> None:
    with store.opened(never_wait):
        store.switch_to(store.add(folder, read_manifest(folder)))
        store.prune(keep)


Make = Callable[[str], tuple[Path, Manifest]]


@pytest.mark.parametrize("links", LINKS)
def test_new_release_takes_the_place_of_the_old(tmp_path: Path, make: Make, links: bool) -> None:
    store = ReleaseStore(tmp_path / "dest", links)

    for text in ("một", "hai", "ba"):
        publish(store, make(text)[0])
        assert set(content_of(store.live).values()) == {text, f"<h1>{text}</h1>"}

    assert [one.number for one in store.releases()] == [3, 2, 1]
    assert [one.is_live for one in store.releases()] == [True, False, False]
    assert store.live.is_symlink() is links
    assert not leftovers(store)


@pytest.mark.parametrize("links", LINKS)
def test_goes_back_and_forward(tmp_path: Path, make: Make, links: bool) -> None:
    store = ReleaseStore(tmp_path / "dest", links)
    for text in ("một", "hai", "ba"):
        publish(store, make(text)[0])

    with store.opened(never_wait):
        store.switch_to(store.before_live())
        assert content_of(store.live)["index.html"] == "hai"
        store.switch_to(store.before_live())
        assert content_of(store.live)["index.html"] == "một"
        with pytest.raises(StoreError, match="cũ hơn"):
            store.before_live()
        store.switch_to(store.named("3"))
        assert content_of(store.live)["index.html"] == "ba"


@pytest.mark.parametrize("links", LINKS)
def test_keeps_the_newest_and_the_live(tmp_path: Path, make: Make, links: bool) -> None:
    store = ReleaseStore(tmp_path / "dest", links)
    for number in range(1, 8):
        publish(store, make(f"bản {number}")[0])
    assert [one.number for one in store.releases()] == [7, 6, 5, 4, 3]

    with store.opened(never_wait):
        store.switch_to(store.named("3"))
        store.prune(2)

    assert [one.number for one in store.releases()] == [7, 6, 3]


def test_number_goes_on_after_a_rollback(tmp_path: Path, make: Make) -> None:
    store = ReleaseStore(tmp_path / "dest")
    for text in ("một", "hai"):
        publish(store, make(text)[0])
    with store.opened(never_wait):
        store.switch_to(store.before_live())

    publish(store, make("ba")[0])

    assert [one.number for one in store.releases()] == [3, 2, 1]
    assert content_of(store.live)["index.html"] == "ba"


def test_unchanged_file_keeps_its_time(tmp_path: Path, make: Make) -> None:
    """A web server tells browsers by it whether what they keep is still good."""
    store = ReleaseStore(tmp_path / "dest")
    publish(store, make("một")[0])
    before = (store.live / "site" / "index.html").stat().st_mtime_ns
    folder, _ = make("một, lại")
    (folder / "site" / "trang-0" / "index.html").write_text("khác", encoding="utf-8")
    (folder / "site" / "index.html").write_text("một", encoding="utf-8")
    shutil.copytree(folder / "site", tmp_path / "again" / "site")
    publish_again(store, tmp_path / "again")

    assert (store.live / "site" / "index.html").stat().st_mtime_ns == before
    assert (store.live / "site" / "trang-0" / "index.html").stat().st_mtime_ns != before


def publish_again(store: ReleaseStore, folder: Path) -> None:
    from handbook.publish.manifest import MANIFEST, SUMS, make_manifest

    manifest = make_manifest(folder, build_day="2026-07-02", base_path="/", audience="all")
    (folder / MANIFEST).write_bytes(manifest.as_bytes())
    (folder / SUMS).write_bytes(manifest.sums())
    publish(store, folder)


@pytest.mark.parametrize("make_it", ["file", "folder"])
def test_foreign_folder_is_refused_and_left_alone(tmp_path: Path, make_it: str) -> None:
    target = tmp_path / "dest"
    if make_it == "file":
        target.write_text("của người khác")
    else:
        target.mkdir()
        (target / "thư.txt").write_text("của người khác")
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(DestinationRefusedError), ReleaseStore(target).opened(never_wait):
        pass

    assert sorted(tmp_path.rglob("*")) == before


def test_second_publisher_is_told(tmp_path: Path) -> None:
    store = ReleaseStore(tmp_path / "dest")

    def refuse() -> NoReturn:
        raise BusyError("bận")

    with store.opened(never_wait), pytest.raises(BusyError), store.opened(refuse):
        pass


def test_full_disk_leaves_the_live_release(
    tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = ReleaseStore(tmp_path / "dest")
    publish(store, make("một")[0])
    before = content_of(store.live)
    copied = []

    def fill_up(source: Path, target: Path) -> None:
        copied.append(target)
        if len(copied) == 3:
            target.write_bytes(b"<h")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        target.write_bytes(source.read_bytes())

    monkeypatch.setattr(_release_store.shutil, "copyfile", fill_up)
    with pytest.raises(OSError, match="space"):
        publish(store, make("hai")[0])

    assert content_of(store.live) == before
    assert len(store.releases()) == 1
    assert not leftovers(store)


def test_too_little_space_is_seen_before_copying(
    tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(_release_store.shutil, "disk_usage", lambda _: usage._replace(free=10))

    with pytest.raises(StoreError, match="còn trống"):
        publish(ReleaseStore(tmp_path / "dest"), make("một")[0])


def test_copy_that_went_wrong_is_not_published(
    tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = ReleaseStore(tmp_path / "dest")
    publish(store, make("một")[0])
    monkeypatch.setattr(
        _release_store.shutil, "copyfile", lambda source, target: target.write_bytes(b"hong")
    )

    with pytest.raises(StoreError, match="không đúng"):
        publish(store, make("hai")[0])

    assert content_of(store.live)["index.html"] == "một"


def test_everything_is_flushed_before_the_switch(
    tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not on the disk when the link changes may be gone after a power cut."""
    flushed: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def note_fsync(number: int) -> None:
        flushed.append(str(os.fstat(number).st_ino))
        fsync(number)

    def note_replace(self: Path, target: Path) -> Path:
        if target.name == "current":
            flushed.append("switch")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(Path, "replace", note_replace)
    store = ReleaseStore(tmp_path / "dest", links=True)
    publish(store, make("một")[0])

    before = set(flushed[: flushed.index("switch")])
    release = store.releases()[0].path
    written = [release, release.parent, *release.rglob("*")]
    assert {str(path.stat().st_ino) for path in written} <= before
    assert str(store.folder.stat().st_ino) in flushed[flushed.index("switch") :]


def leftovers(store: ReleaseStore) -> list[Path]:
    allowed = {MARK, ".lock", "releases", "current"}
    found = [path for path in store.folder.iterdir() if path.name not in allowed]
    return found + list((store.folder / "releases").glob(".*"))


# --- a power cut at every step ---------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="a process is forked for every step")
@pytest.mark.parametrize("way", ["link", "exchange", "two renames"])
@pytest.mark.parametrize("what", ["first", "publish", "rollback"])
def test_power_cut_at_every_step(tmp_path: Path, make: Make, way: str, what: str) -> None:
    start = tmp_path / "start"
    store = ReleaseStore(start, links=way == "link")
    texts = {"first": [], "publish": ["một", "hai"], "rollback": ["một", "hai"]}[what]
    for text in texts:
        publish(store, make(text)[0])
    new, after = make("ba")[0], make("bốn")[0]
    allowed = {"first": {None, "ba"}, "publish": {"hai", "ba"}, "rollback": {"hai", "một"}}[what]
    seen = set()

    def work() -> None:
        dying = ReleaseStore(dest, links=way == "link")
        if way == "two renames":
            _release_store.exchange = lambda one, other: False
        if what == "rollback":
            with dying.opened(never_wait):
                dying.switch_to(dying.before_live())
        else:
            publish(dying, new, keep=2)

    for step in range(1, 500):
        dest = tmp_path / f"dest-{step}"
        if texts:
            shutil.copytree(start, dest, symlinks=True)
        died = run_and_die(work, step, dest)
        live = live_text(dest, way, died)
        assert live in allowed, f"step {step}"
        seen.add(live)

        publish(ReleaseStore(dest, links=way == "link"), after)  # the next run mends and goes on

        store = ReleaseStore(dest)
        assert live_text(dest, way, died=False) == "bốn", f"step {step}"
        assert not leftovers(store), f"step {step}"
        for one in store.releases():
            assert not list(find_differences(one.path, read_manifest(one.path))), f"step {step}"
        shutil.rmtree(dest)
        if not died:
            break
    else:
        raise AssertionError("it never came to an end")
    assert seen == allowed
    assert step > 10


def live_text(dest: Path, way: str, died: bool) -> str | None:
    """Read the live release: every page of it must be of one release, and none missing."""
    live = dest / "current"
    if not live.exists():
        # Two renames have a moment without either: nothing mixed, and the next command ends it.
        is_between = way == "two renames" and died and (dest / ".switching").exists()
        return text_after_mending(dest) if is_between else None
    assert not list(find_differences(live, read_manifest(live)))
    pages = content_of(live)
    assert len({text.removeprefix("<h1>").removesuffix("</h1>") for text in pages.values()}) == 1
    return pages["index.html"]


def text_after_mending(dest: Path) -> str | None:
    with ReleaseStore(dest).opened(never_wait):
        return content_of(dest / "current").get("index.html")
