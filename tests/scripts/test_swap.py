"""A built folder is replaced only by a whole one, and only if it is ours."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import _swap
import pytest
from _swap import MARK, FolderRefusedError, replacing

from tests.power_cut import run_and_die


def write_site(target: Path, text: str) -> None:
    with replacing(target) as folder:
        (folder / "index.html").write_text(text, encoding="utf-8")


def test_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    write_site(tmp_path / "site", "cũ")
    write_site(tmp_path / "site", "mới")

    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "mới"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_failure_leaves_the_old_site(tmp_path: Path, error: type[BaseException]) -> None:
    write_site(tmp_path / "site", "cũ")

    def fail_half_way() -> None:
        with replacing(tmp_path / "site") as folder:
            (folder / "index.html").write_text("nửa chừng", encoding="utf-8")
            raise error

    with pytest.raises(error):
        fail_half_way()

    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "cũ"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_failing_rename_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path / "site", "cũ")
    rename = Path.rename

    def fail_for_the_new(self: Path, target: Path) -> Path:
        if self.name.endswith("-new"):
            raise PermissionError
        return rename(self, target)

    monkeypatch.setattr(_swap, "exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", fail_for_the_new)
    with pytest.raises(PermissionError):
        write_site(tmp_path / "site", "mới")

    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "cũ"


def test_leftovers_of_a_killed_build_are_removed(tmp_path: Path) -> None:
    write_site(tmp_path / ".site.handbook-new", "nửa chừng")
    write_site(tmp_path / ".site.handbook-old", "cũ hơn")
    write_site(tmp_path / "site", "mới")

    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_site_renamed_away_by_a_killed_build_comes_back(tmp_path: Path) -> None:
    write_site(tmp_path / ".site.handbook-old", "cũ")

    with pytest.raises(RuntimeError), replacing(tmp_path / "site"):
        raise RuntimeError

    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "cũ"


def test_foreign_folder_is_refused_untouched(tmp_path: Path) -> None:
    (tmp_path / "luận văn.docx").write_text("quý", encoding="utf-8")

    with pytest.raises(FolderRefusedError), replacing(tmp_path):
        pass

    assert [path.name for path in tmp_path.iterdir()] == ["luận văn.docx"]


def test_foreign_leftover_is_refused_untouched(tmp_path: Path) -> None:
    (tmp_path / ".site.handbook-new").mkdir()
    (tmp_path / ".site.handbook-new" / "quý.txt").touch()

    with pytest.raises(FolderRefusedError), replacing(tmp_path / "site"):
        pass

    assert (tmp_path / ".site.handbook-new" / "quý.txt").exists()


def test_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").touch()

    with pytest.raises(FolderRefusedError), replacing(tmp_path / "site"):
        pass


def test_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    write_site(tmp_path / "site", "mới")

    assert (tmp_path / "site" / MARK).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_link_stays_a_link(tmp_path: Path) -> None:
    write_site(tmp_path / "thật", "cũ")
    (tmp_path / "site").symlink_to("thật")

    write_site(tmp_path / "site", "mới")

    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "thật" / "index.html").read_text(encoding="utf-8") == "mới"


@pytest.mark.skipif(sys.platform == "win32", reason="a process is forked for every step")
@pytest.mark.parametrize("can_exchange", [True, False])
def test_build_killed_at_every_step_leaves_old_or_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(_swap, "exchange", lambda one, other: False)
    seen = set()

    for step in range(1, 100):
        target = tmp_path / str(step) / "site"
        write_site(target, "cũ")
        died = run_and_die(lambda at=target: write_site(at, "mới"), step, target.parent)
        if not can_exchange and not target.exists():  # between two renames: the next build mends
            seen.add("giữa chừng")
        else:
            seen.add((target / "index.html").read_text(encoding="utf-8"))
        with contextlib.suppress(RuntimeError), replacing(target):
            raise RuntimeError("the next build fails, so that it may only mend")
        assert (target / "index.html").read_text(encoding="utf-8") in {"cũ", "mới"}
        assert [path.name for path in target.parent.iterdir()] == ["site"]
        if not died:
            break

    assert seen == {"cũ", "mới"} | (set() if can_exchange else {"giữa chừng"})


def test_what_a_kill_leaves_of_a_removed_folder_bears_its_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mark goes last, so that the next build may clear the rest away."""
    seen: list[bool] = []
    folder = tmp_path / ".site.handbook-new"

    def look(entry: Path, **_: object) -> None:
        seen.append((folder / MARK).is_file())
        raise KeyboardInterrupt

    monkeypatch.setattr("shutil.rmtree", look)
    building = contextlib.ExitStack()
    (building.enter_context(replacing(tmp_path / "site")) / "ke-hoach").mkdir()
    with pytest.raises(KeyboardInterrupt):
        building.__exit__(ValueError, ValueError("lỗi khi dựng"), None)

    assert seen == [True]
    monkeypatch.undo()
    write_site(tmp_path / "site", "mới")
    assert not folder.exists()
