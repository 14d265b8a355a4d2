"""publish and verify as the IT person runs them: exit codes, what is live, what is kept."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from _file_lock import only_one_at_a_time

from tests.publish.releases import write_release
from tests.scripts.conftest import ROOT, RunScript, break_a_record

AREA = "data/areas/tai-chinh.yml"
PAGE = "current/site/linh-vuc/tai-chinh/index.html"


def rename_area(catalogue: Path, name: str) -> None:
    area = catalogue / AREA
    lines = area.read_text(encoding="utf-8").splitlines()
    lines = [f'name: "{name}"' if line.startswith("name:") else line for line in lines]
    area.write_text("\n".join(lines) + "\n", encoding="utf-8")


def listed(run_script: RunScript) -> list[str]:
    return run_script("publish.py", "dest", "--list").stdout.splitlines()


def test_publishes_lists_and_rolls_back(
    run_script: RunScript, catalogue: Path, tmp_path: Path
) -> None:
    dest = tmp_path / "dest"
    for name in ("Tên thứ nhất", "Tên thứ hai"):
        rename_area(catalogue, name)
        done = run_script("publish.py", "dest", "--root", catalogue)
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        assert name in (dest / PAGE).read_text(encoding="utf-8")
    assert [line[:7] for line in listed(run_script)] == ["* 00002", "  00001"]
    assert all(re.search(r"\d\d:\d\d ngày \d\d/\d\d/\d{4}$", one) for one in listed(run_script))
    assert run_script("verify.py", "dest").returncode == 0

    tried = run_script("publish.py", "dest", "--rollback", "--dry-run")
    assert tried.returncode == 0
    assert "Tên thứ hai" in (dest / PAGE).read_text(encoding="utf-8")
    assert run_script("publish.py", "dest", "--rollback").returncode == 0
    assert "Tên thứ nhất" in (dest / PAGE).read_text(encoding="utf-8")
    assert run_script("publish.py", "dest", "--rollback").returncode == 1
    assert run_script("publish.py", "dest", "--rollback", "2").returncode == 0
    assert "Tên thứ hai" in (dest / PAGE).read_text(encoding="utf-8")
    assert run_script("publish.py", "dest", "--rollback", "9").returncode == 1


def test_bad_data_keeps_the_live_site(
    run_script: RunScript, catalogue: Path, tmp_path: Path
) -> None:
    assert run_script("publish.py", "dest", "--root", catalogue).returncode == 0
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "dest").rglob("*")}
    broken = break_a_record(catalogue)

    done = run_script("publish.py", "dest", "--root", catalogue)

    assert (done.returncode, done.stdout) == (1, "")
    assert f"{broken}:2:1: " in done.stderr
    assert "còn nguyên" in done.stderr
    assert "Traceback" not in done.stderr
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "dest").rglob("*")}
    assert after.keys() == before.keys()
    assert len(listed(run_script)) == 1


def test_dry_run_touches_nothing(run_script: RunScript, catalogue: Path, tmp_path: Path) -> None:
    done = run_script("publish.py", "dest", "--dry-run", "--root", catalogue)

    assert done.returncode == 0, done.stderr
    assert "Chưa đổi gì" in done.stdout
    assert not (tmp_path / "dest").exists()


def test_package_is_the_same_twice_and_publishes_elsewhere(
    run_script: RunScript, catalogue: Path, tmp_path: Path
) -> None:
    for folder in ("một", "hai"):
        done = run_script("publish.py", folder, "--zip", "--root", catalogue)
        assert done.returncode == 0, done.stderr
    one, other = (next((tmp_path / name).glob("*.zip")) for name in ("một", "hai"))
    assert one.name == other.name
    assert one.read_bytes() == other.read_bytes()
    digest = hashlib.sha256(one.read_bytes()).hexdigest()
    sums = one.with_name(one.name + ".sha256").read_text(encoding="utf-8")
    assert sums == f"{digest}  {one.name}\n"
    assert zipfile.ZipFile(one).testzip() is None
    assert run_script("verify.py", one).returncode == 0

    done = run_script("publish.py", "dest", "--from", one)

    assert done.returncode == 0, done.stderr
    assert run_script("verify.py", "dest").returncode == 0
    assert (tmp_path / PAGE.replace("current", "dest/current")).is_file()


def test_package_needs_only_python_where_it_arrives(run_script: RunScript, tmp_path: Path) -> None:
    """A server without the network has none of the packages; `-S -I` leaves them out here."""
    write_release(tmp_path / "bản", "một")
    for arguments in (["publish.py", "dest", "--from", "bản"], ["verify.py", "dest"]):
        command = [sys.executable, "-S", "-I", str(ROOT / "scripts" / arguments[0]), *arguments[1:]]
        isolated = [*command[:2], *command[3:]]  # -I would hide scripts/ itself
        environment = {k: v for k, v in os.environ.items() if k != "HANDBOOK_PYTHON"}

        done = subprocess.run(
            isolated,
            cwd=tmp_path,
            check=False,
            capture_output=True,
            encoding="utf-8",
            env=environment,
        )

        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("damage", ["cut", "changed", "not a zip"])
def test_damaged_package_is_refused(run_script: RunScript, tmp_path: Path, damage: str) -> None:
    write_release(tmp_path / "bản", "một " * 3000, files=1)
    package = tmp_path / "gói.zip"
    with zipfile.ZipFile(package, "w") as file:
        for path in sorted((tmp_path / "bản").rglob("*")):
            if path.is_file():
                file.write(path, path.relative_to(tmp_path).as_posix())
    data = package.read_bytes()
    bad = {
        "cut": data[: len(data) // 2],
        "changed": data.replace("một một".encode(), "mọt một".encode(), 1),
        "not a zip": b"xin",
    }[damage]
    package.write_bytes(bad)

    done = run_script("publish.py", "dest", "--from", package)

    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert run_script("verify.py", package).returncode == 1
    assert not (tmp_path / "dest" / "current").exists()


def test_zip_that_leads_outside_stays_inside(run_script: RunScript, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "gói.zip", "w") as file:
        file.writestr("../../../../../../../../tmp/handbook-thoat-ra", "xin")

    done = run_script("publish.py", "dest", "--from", "gói.zip")

    assert done.returncode == 1
    assert not Path("/tmp/handbook-thoat-ra").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions")
def test_web_server_may_read_whatever_the_publisher_keeps_private(tmp_path: Path) -> None:
    write_release(tmp_path / "bản", "một")
    command = f"umask 077; exec '{sys.executable}' '{ROOT}/scripts/publish.py' dest --from bản"

    subprocess.run(["sh", "-c", command], check=True, cwd=tmp_path, stdout=subprocess.DEVNULL)

    for path in (tmp_path / "dest" / "current" / "site").rglob("*"):
        assert path.stat().st_mode & 0o044 == 0o044, path


def test_verify_tells_every_difference(run_script: RunScript, tmp_path: Path) -> None:
    write_release(tmp_path / "bản", "một")
    (tmp_path / "bản" / "site" / "index.html").write_text("sửa lén", encoding="utf-8")
    (tmp_path / "bản" / "site" / "lạ.html").write_text("thêm", encoding="utf-8")

    done = run_script("verify.py", "bản")

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 2
    assert "2 chỗ sai" in done.stdout


def test_rollback_refuses_a_damaged_release(run_script: RunScript, tmp_path: Path) -> None:
    for text in ("một", "hai"):
        write_release(tmp_path / text, text)
        assert run_script("publish.py", "dest", "--from", text).returncode == 0
    first = next((tmp_path / "dest" / "releases").glob("00001-*"))
    (first / "site" / "index.html").write_text("hỏng")

    done = run_script("publish.py", "dest", "--rollback")

    assert done.returncode == 1
    assert "hỏng" in done.stderr
    assert (tmp_path / "dest/current/site/index.html").read_text(encoding="utf-8") == "hai"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["dest", "--keep", "0"],
        ["dest", "--list", "--rollback"],
        ["dest", "--from", "khong-co"],
        ["dest", "--base-path", "a b"],
        ["dest", "--base-path", "/a/../b"],
        ["dest", "--khong-co"],
    ],
)
def test_wrong_usage_exits_2(run_script: RunScript, arguments: list[str]) -> None:
    done = run_script("publish.py", *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "what", [["--from", "bản"], ["--list"], ["--rollback"]], ids=lambda what: what[0]
)
@pytest.mark.parametrize(
    "option",
    [
        ["--base-path", "/cam-nang/"],
        ["--site-url", "https://may-chu/cam-nang/"],
        ["--audience", "public"],
        ["--full"],
    ],
    ids=lambda option: option[0],
)
def test_option_of_a_build_is_refused_where_nothing_is_built(
    run_script: RunScript, tmp_path: Path, what: list[str], option: list[str]
) -> None:
    write_release(tmp_path / "bản", "một")

    done = run_script("publish.py", "dest", *what, *option)

    assert (done.returncode, done.stdout) == (2, "")
    assert f"{what[0]} " in done.stderr
    assert option[0] in done.stderr.splitlines()[-1]
    assert not (tmp_path / "dest").exists()


def test_foreign_folder_is_wrong_usage(run_script: RunScript, catalogue: Path) -> None:
    for more in ([], ["--list"], ["--rollback"], ["--dry-run"]):
        done = run_script("publish.py", catalogue, "--root", catalogue, *more)

        assert (done.returncode, done.stdout) == (2, "")
        assert (catalogue / "data").is_dir()


def test_verify_of_no_release_is_wrong_usage(run_script: RunScript, catalogue: Path) -> None:
    assert run_script("verify.py", catalogue).returncode == 2
    assert run_script("verify.py", "khong-co").returncode == 2


def test_second_publisher_waits_or_is_told(run_script: RunScript, tmp_path: Path) -> None:
    write_release(tmp_path / "bản", "một")
    write_release(tmp_path / "bản hai", "hai")
    assert run_script("publish.py", "dest", "--from", "bản").returncode == 0
    command = [sys.executable, str(ROOT / "scripts" / "publish.py"), "dest", "--from", "bản hai"]

    with only_one_at_a_time(tmp_path / "dest" / ".lock", lambda: pytest.fail("held by nobody")):
        told = run_script("publish.py", "dest", "--from", "bản hai", "--no-wait")
        waiting = subprocess.Popen(
            command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        )
        assert waiting.stderr
        assert "đang chờ" in waiting.stderr.readline()
        assert len(listed(run_script)) == 1
    waiting.communicate(timeout=60)

    assert told.returncode == 1
    assert "đang chạy" in told.stderr
    assert waiting.returncode == 0
    assert len(listed(run_script)) == 2


def test_two_at_once_leave_two_whole_releases(run_script: RunScript, tmp_path: Path) -> None:
    processes = []
    for text in ("một", "hai", "ba"):
        write_release(tmp_path / text, text, files=60)
        command = [sys.executable, str(ROOT / "scripts" / "publish.py"), "dest", "--from", text]
        processes.append(subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL))

    assert [one.wait(timeout=120) for one in processes] == [0, 0, 0]
    assert len(listed(run_script)) == 3
    for release in (tmp_path / "dest" / "releases").iterdir():
        assert run_script("verify.py", release).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("when", ["building", "copying"])
def test_killed_publisher_leaves_no_trace_after_the_next(
    run_script: RunScript, catalogue: Path, tmp_path: Path, when: str
) -> None:
    dest = tmp_path / "dest"
    assert run_script("publish.py", "dest", "--root", catalogue).returncode == 0
    before = (dest / PAGE).read_bytes()
    name = hashlib.sha256(str(dest).encode()).hexdigest()[:16]
    scratch = ROOT / ".cache" / f"publish-{name}"
    command = [sys.executable, str(ROOT / "scripts" / "publish.py"), "dest", "--root", catalogue]
    building = subprocess.Popen(command, cwd=tmp_path)
    end = time.monotonic() + 60
    while not (
        list(scratch.glob("*"))
        if when == "building"
        else list((dest / "releases").glob(".incoming-*"))
    ):
        assert time.monotonic() < end
        time.sleep(0.005)

    building.send_signal(signal.SIGKILL)
    building.wait()

    assert (dest / PAGE).read_bytes() == before
    assert run_script("verify.py", "dest").returncode == 0
    assert run_script("publish.py", "dest", "--root", catalogue).returncode == 0
    assert run_script("verify.py", "dest").returncode == 0
    assert not list((dest / "releases").glob(".*"))
    assert not scratch.exists()


def test_policy_violation_is_not_published(
    catalogue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from _building import build_into
    from _release_build import make_release

    day = build_into(tmp_path / "site", root=catalogue).day
    page = tmp_path / "site" / "index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text[: text.index("</body>")] + '<p style="color:red"><a href="khong-co">')

    _, problems = make_release(
        tmp_path / "site", tmp_path / "bản", build_day=str(day), base_path="/", audience="all"
    )

    assert any("style" in one for one in problems)
    assert any("khong-co" in one for one in problems)
    assert any("không trọn vẹn" in one for one in problems)
    shutil.rmtree(tmp_path / "bản")
