"""`.venv`: made once, kept in step with the lock file, safe when two commands start at once."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scripts.conftest import ROOT

_SCRIPT = """\
from _environment import ROOT, enter_environment
enter_environment()
import sys
print(sys.prefix == str(ROOT / ".venv"), sys.argv[1:])
"""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A project with the real set-up code and nothing to install."""
    folder = tmp_path / "bản sao"
    (folder / "scripts").mkdir(parents=True)
    for name in ("_environment.py", "_file_lock.py"):
        shutil.copy(ROOT / "scripts" / name, folder / "scripts")
    (folder / "scripts" / "show.py").write_text(_SCRIPT, encoding="utf-8")
    for name in ("requirements.lock", "requirements-dev.lock"):
        (folder / name).write_text("# nothing\n", encoding="utf-8")
    return folder


def start(clone: Path, *arguments: str, **variables: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, clone / "scripts" / "show.py", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, **variables},
    )


def test_environment_is_made_entered_and_kept(clone: Path) -> None:
    first = start(clone, "một", "--hai")
    printed, said = first.communicate(timeout=120)

    assert (first.returncode, printed) == (0, "True ['một', '--hai']\n")
    assert "Đang chuẩn bị" in said

    again = start(clone)
    _, said = again.communicate(timeout=120)

    assert (again.returncode, said) == (0, "")

    (clone / "requirements.lock").write_text("# changed\n", encoding="utf-8")
    changed = start(clone)
    _, said = changed.communicate(timeout=120)

    assert changed.returncode == 0
    assert "Đang chuẩn bị" in said


def test_two_commands_at_once_make_one_environment(clone: Path) -> None:
    both = [start(clone), start(clone)]

    results = [one.communicate(timeout=120) for one in both]

    assert [one.returncode for one in both] == [0, 0]
    assert [printed for printed, _ in results] == ["True []\n"] * 2
    assert sum("Đang chuẩn bị" in said for _, said in results) == 1


def test_no_network_is_said_in_a_sentence_and_mended_later(clone: Path) -> None:
    lock = "mkdocs==1.6.1 --hash=sha256:" + "0" * 64 + "\n"
    (clone / "requirements.lock").write_text(lock, encoding="utf-8")
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "0", "PIP_NO_INDEX": ""}
    # The settings of this machine must not help.
    isolated = {"PIP_CONFIG_FILE": os.devnull, "PIP_EXTRA_INDEX_URL": "", "PIP_FIND_LINKS": ""}

    failing = start(clone, **nowhere, **isolated)
    printed, said = failing.communicate(timeout=120)

    assert (failing.returncode, printed) == (1, "")
    assert "Kiểm tra mạng" in said
    assert "Traceback" not in said

    (clone / "requirements.lock").write_text("# nothing\n", encoding="utf-8")
    mended = start(clone)
    mended.communicate(timeout=120)
    assert mended.returncode == 0


COMMANDS = sorted((ROOT / "scripts").glob("[a-z]*.py"))
READ_BEFORE_THE_VERSION_IS = [ROOT / "scripts" / "_arguments.py", ROOT / "scripts/_environment.py"]


@pytest.mark.parametrize("path", [*COMMANDS, *READ_BEFORE_THE_VERSION_IS], ids=lambda one: one.name)
def test_an_old_python_can_parse_the_script(path: Path) -> None:
    """So that it reaches the sentence about its version instead of a SyntaxError."""
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("path", COMMANDS, ids=lambda one: one.name)
def test_every_script_explains_itself_without_an_environment(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-S", path, "--help"], capture_output=True, encoding="utf-8", check=False
    )

    assert done.returncode == 0, done.stderr
    assert f"python3 scripts/{path.name}" in done.stdout
