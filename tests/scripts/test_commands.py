"""check, build and serve as a user or a program runs them: exit codes and what goes where."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.scripts.conftest import ROOT, RunScript, break_a_record


def test_check_passes_a_good_catalogue(run_script: RunScript, catalogue: Path) -> None:
    done = run_script("check.py", "--root", catalogue)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1


def test_check_prints_problems_apart_from_the_count(run_script: RunScript, catalogue: Path) -> None:
    broken = break_a_record(catalogue)

    done = run_script("check.py", "--root", catalogue)

    assert done.returncode == 1
    assert f"{broken}:2:1: " in done.stderr
    assert "lỗi" in done.stdout
    assert broken not in done.stdout


def test_check_prints_what_must_be_mended_last(run_script: RunScript, catalogue: Path) -> None:
    broken = break_a_record(catalogue)
    term = catalogue / "data/glossary/cdcs.yml"
    text = term.read_text(encoding="utf-8")
    term.write_text(
        text.replace("meaning: ", "meaning: Xem Nghị quyết 99-NQ/TW. "), encoding="utf-8"
    )

    lines = run_script("check.py", "--root", catalogue).stderr.splitlines()

    assert "(lưu ý)" in lines[0]
    assert lines[-2].startswith(broken)


def test_check_gives_problems_as_json(run_script: RunScript, catalogue: Path) -> None:
    broken = break_a_record(catalogue)

    done = run_script("check.py", "--json", "--root", catalogue)
    problems = json.loads(done.stdout)

    assert (done.returncode, done.stderr) == (1, "")
    assert problems[0]["path"] == broken
    assert problems[0].keys() >= {"path", "line", "column", "code", "message", "hint", "level"}


def test_check_runs_only_what_is_selected(run_script: RunScript, catalogue: Path) -> None:
    broken = break_a_record(catalogue)

    skipped = run_script("check.py", "--skip", "YAML-02", "--root", catalogue)

    assert f"{broken}:2:1: " not in skipped.stderr


def test_misspelt_code_is_wrong_usage(run_script: RunScript) -> None:
    done = run_script("check.py", "--select", "YAML-2")

    assert done.returncode == 2
    assert "Có phải “YAML-0" in done.stderr


@pytest.mark.parametrize("name", ["check.py", "build.py", "serve.py"])
@pytest.mark.parametrize("arguments", [["--khong-co"], ["--root", "khong-co"]])
def test_wrong_usage_exits_2(run_script: RunScript, name: str, arguments: list[str]) -> None:
    done = run_script(name, *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_build_writes_another_catalogue(
    run_script: RunScript, catalogue: Path, tmp_path: Path
) -> None:
    done = run_script("build.py", "--root", catalogue, "--site-dir", "mới/site")

    assert done.returncode == 0, done.stderr
    records = json.loads((tmp_path / "mới/site/api/v1/records.json").read_text(encoding="utf-8"))
    assert "ke-hoach-mau" in {one["id"] for one in records["records"]}


def test_failed_build_says_why_and_keeps_the_last_site(
    run_script: RunScript, catalogue: Path, tmp_path: Path
) -> None:
    assert run_script("build.py", "--root", catalogue, "--site-dir", "site").returncode == 0
    before = (tmp_path / "site" / "index.html").stat()
    broken = break_a_record(catalogue)

    done = run_script("build.py", "--root", catalogue, "--site-dir", "site")

    assert (done.returncode, done.stdout) == (1, "")
    assert f"{broken}:2:1: " in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "site" / "index.html").stat() == before
    assert not list(tmp_path.glob(".site*"))


def test_build_refuses_a_folder_it_did_not_make(run_script: RunScript, catalogue: Path) -> None:
    done = run_script("build.py", "--root", catalogue, "--site-dir", catalogue)

    assert (done.returncode, done.stdout) == (2, "")
    assert "không do lệnh này dựng" in done.stderr
    assert (catalogue / "data").is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to whole consoles only")
def test_interrupted_build_leaves_no_trace(catalogue: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "--site-dir", "site"]
    command += ["--root", str(catalogue)]
    building = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, encoding="utf-8")
    wait_for(lambda: (tmp_path / ".site.handbook-new").exists())

    building.send_signal(signal.SIGINT)
    _, said = building.communicate(timeout=60)

    assert building.returncode == 1
    assert "Traceback" not in said
    assert not list(tmp_path.glob("*site*"))


@pytest.fixture
def served(catalogue: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The preview of a catalogue, running, and its address."""
    command = [sys.executable, "-u", str(ROOT / "scripts" / "serve.py"), "--port", "0"]
    server = subprocess.Popen(
        [*command, "--root", str(catalogue)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert server.stdout
    address = server.stdout.readline().split(" (")[0].rsplit(" ", 1)[-1]
    yield server, address
    if sys.platform == "win32":
        server.terminate()
    else:
        server.send_signal(signal.SIGINT)
    server.communicate(timeout=60)
    assert server.returncode == 0 or sys.platform == "win32"


def test_serve_rebuilds_after_a_change_and_survives_errors(
    served: tuple[subprocess.Popen[str], str], catalogue: Path
) -> None:
    server, address = served
    area = catalogue / "data" / "areas" / "tai-chinh.yml"
    page = f"{address}linh-vuc/tai-chinh/"
    good = area.read_text(encoding="utf-8")
    name = next(line.split(": ", 1)[1] for line in good.splitlines() if line.startswith("name:"))
    assert name.strip('"') in fetch(page)

    area.write_text(good.replace(name, '"Tên mới đặt"'), encoding="utf-8")
    wait_for(lambda: "Tên mới đặt" in fetch(page))

    break_a_record(catalogue)
    assert server.stderr
    wait_for(lambda: "Chưa dựng lại được" in str(server.stderr and server.stderr.readline()))
    assert "Tên mới đặt" in fetch(page)


def test_serve_says_that_the_port_is_busy(run_script: RunScript) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = run_script("serve.py", "--port", str(port))

    assert (done.returncode, done.stdout) == (2, "")
    assert f"Cổng {port} không dùng được" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def fetch(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:  # between two renames there is no page
        with error:
            return ""


def wait_for(condition: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)
