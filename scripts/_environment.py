"""The project's own Python environment, `.venv`: made, kept in step with the lock file, entered.

Every script calls `enter_environment()` after it has read its arguments and before it imports
anything that is not in the standard library.  This module therefore uses the standard library
only, and its syntax parses under any Python 3, so that an old Python gets a sentence and not a
traceback.  Set `HANDBOOK_PYTHON=current` to use the running Python as it is (container images).
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this is where an old Python is told so
    sys.exit(
        "Cần Python 3.11 trở lên; máy đang chạy Python {}.{}. Cài bản mới từ python.org rồi chạy "
        "lại.\n(Python 3.11 or newer is needed.)".format(*sys.version_info)
    )

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any, NoReturn

from _file_lock import only_one_at_a_time

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
STAMP = FOLDER / "handbook-stamp.json"
RUNTIME_LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"
_PYTHON_VERSION = f"{sys.implementation.name} {sys.version_info[0]}.{sys.version_info[1]}"


def enter_environment(*, dev: bool = False) -> None:
    """Make `.venv` fit the lock file, then go on inside it (this process is replaced if need be).

    `dev` asks for what the tests need as well.  Exits 1 with a sentence when it cannot be made.
    """
    use_utf8()
    use_project()
    if os.environ.get("HANDBOOK_PYTHON") == "current":
        return
    lock_name = DEV_LOCK if dev else RUNTIME_LOCK
    if not is_current(lock_name):
        with only_one_at_a_time(ROOT / ".cache" / "environment.lock", _say_waiting):
            if not is_current(lock_name):
                _make_current(lock_name)
    if not _is_inside():
        _run_again_inside()


def use_project() -> None:
    """Let the project's own modules be imported; those that need no package work anywhere."""
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))


def use_utf8() -> None:
    """Print Vietnamese on any console, and let child processes do so too."""
    os.environ["PYTHONUTF8"] = "1"
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def is_current(lock_name: str) -> bool:
    """Tell whether `.venv` was made by this Python version from this lock file as it is now."""
    stamp = _read_stamp()
    return (
        _python().exists()
        and stamp.get("python") == _PYTHON_VERSION
        and stamp.get(lock_name) == _digest(lock_name)
    )


def _read_stamp() -> dict[str, Any]:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _digest(lock_name: str) -> str:
    return hashlib.sha256((ROOT / lock_name).read_bytes()).hexdigest()


def _make_current(lock_name: str) -> None:
    usable = _python().exists() and _read_stamp().get("python") == _PYTHON_VERSION
    print("Đang chuẩn bị môi trường Python (.venv); lần đầu mất một, hai phút…", file=sys.stderr)
    STAMP.unlink(missing_ok=True)  # from here until the end, an interrupted run leaves no stamp
    if not usable and not _is_inside():
        _create()
    _install(lock_name)
    _name_root()
    _write_stamp(lock_name)


def _create() -> None:
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            _fail(
                f"Python này thiếu mô-đun “{module}”. Trên Debian, Ubuntu: sudo apt-get install "
                "python3-venv; hệ khác: cài Python từ python.org.",
                f"This Python lacks the module {module}: install python3-venv.",
            )
    done = _run([sys.executable, "-m", "venv", "--clear", str(FOLDER)])
    if done.returncode:
        _fail(
            f"Không tạo được thư mục môi trường {FOLDER}. Đóng các chương trình đang dùng nó, "
            "kiểm tra quyền ghi và chỗ trống trên đĩa.",
            "The environment folder could not be made.",
            done.stdout,
        )


def _install(lock_name: str) -> None:
    command = [str(_python()), "-I", "-m", "pip", "install", "--quiet", "--no-input"]
    command += ["--disable-pip-version-check", "--require-hashes", "-r", str(ROOT / lock_name)]
    done = _run(command)
    if done.returncode == 0:
        return
    if "DO NOT MATCH THE HASHES" in done.stdout:
        _fail(
            f"Một gói tải về không khớp mã băm ghi trong {lock_name}: không cài. Hỏi người quản lý "
            "kho gói hoặc tải lại bản mã nguồn này.",
            "A downloaded package does not match its recorded hash.",
            done.stdout,
        )
    _fail(
        "Không tải được các gói cần dùng. Kiểm tra mạng (hoặc proxy, PIP_INDEX_URL, chỗ trống trên "
        "đĩa) rồi chạy lại lệnh này.",
        "The packages could not be downloaded: check the network and run this again.",
        done.stdout,
    )


def _run(command: list[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def _name_root() -> None:
    """Let a bare `mkdocs` or `pytest` in `.venv` import the project; a relative path is ASCII."""
    variables = {"base": str(FOLDER), "platbase": str(FOLDER)}
    packages = Path(sysconfig.get_path("purelib", "venv", variables))
    relative = os.path.relpath(ROOT, packages)
    (packages / "handbook-root.pth").write_text(relative + "\n", encoding="ascii")


def _write_stamp(lock_name: str) -> None:
    stamp = {"python": _PYTHON_VERSION, RUNTIME_LOCK: _digest(RUNTIME_LOCK)}
    stamp[lock_name] = _digest(lock_name)  # the lock for the tests contains the other one
    draft = STAMP.with_suffix(".new")
    draft.write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")
    draft.replace(STAMP)


def _python() -> Path:
    return FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _is_inside() -> bool:
    return FOLDER.exists() and FOLDER.samefile(sys.prefix)


def _run_again_inside() -> NoReturn:
    command = [str(_python()), *sys.orig_argv[1:]]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    # Windows' exec returns to the shell at once; so wait, and leave Ctrl-C to the child.
    child = subprocess.Popen(command)
    while True:
        try:
            sys.exit(child.wait())
        except KeyboardInterrupt:
            continue


def _say_waiting() -> None:
    print("Một lệnh khác đang chuẩn bị .venv; đang chờ…", file=sys.stderr)


def _fail(vietnamese: str, english: str, details: str = "") -> NoReturn:
    """Say what is wrong, with the end of what the failing program printed, and exit 1."""
    width = shutil.get_terminal_size().columns
    for line in details.strip().splitlines()[-8:]:
        print("    " + line[: 2 * width], file=sys.stderr)
    print(vietnamese, f"({english})", sep="\n", file=sys.stderr)
    sys.exit(1)
