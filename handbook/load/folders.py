"""Find the record files under `data/`, and report whatever else stands there.

Nothing is ignored in silence but dot files, README.md and the generated `schema/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handbook.model import RECORD_KINDS
from handbook.problems import Problem, nearest

_FOLDERS = tuple(kind.folder for kind in RECORD_KINDS)


def show(path: Path, root: Path) -> str:
    """Write a path relative to the root, printable whatever bytes its name has."""
    name = path.relative_to(root).as_posix()
    return name.encode("utf-8", "replace").decode("utf-8")


def record_paths(root: Path, folder: str) -> tuple[list[Path], list[Problem]]:
    """List the record files of one folder, and the problems of names that differ only by case."""
    try:
        entries = _entries(root / "data" / folder)
    except OSError:
        return [], []  # reported by `find_stray_entries`
    paths = [path for path in entries if path.suffix == ".yml"]
    first: dict[str, Path] = {}
    problems: list[Problem] = []
    for path in sorted(paths, key=lambda path: (path.name != path.name.lower(), path.name)):
        other = first.setdefault(path.name.casefold(), path)
        if other is not path:
            message = f"tên tệp chỉ khác “{other.name}” ở chữ hoa, chữ thường"
            hint = "Trên Windows hai tệp này là một. Đổi tên hoặc xóa bớt một tệp."
            problems.append(_problem(show(path, root), "MA-01", message, hint))
    return [path for path in paths if first[path.name.casefold()] is path], problems


def find_stray_entries(root: Path) -> Iterator[Problem]:
    """Report what stands under `data/` and would be silently ignored."""
    data = root / "data"
    if not data.is_dir():
        yield _problem("data", "TEP-09", "không có thư mục “data”", "Kiểm tra đường dẫn --root.")
        return
    known = {*_FOLDERS, "schema"}
    for entry in _entries(data):
        shown = show(entry, root)
        if entry.name == "README.md":
            continue
        if entry.name not in known:
            near = nearest(entry.name, known)
            hint = f"Có phải “data/{near}/”? " if near else ""
            hint += "Các thư mục: " + ", ".join(sorted(known)) + "."
            message = "tệp hoặc thư mục không thuộc loại bản ghi nào"
            yield _problem(shown, "TEP-06", message, hint)
        elif not entry.is_dir():
            hint = "Xóa hoặc đổi tên rồi tạo thư mục cùng tên này."
            yield _problem(shown, "TEP-06", "đây phải là một thư mục", hint)
        elif entry.name != "schema":
            yield from _stray_files(entry, root)


def _stray_files(folder: Path, root: Path) -> Iterator[Problem]:
    try:
        entries = _entries(folder)
    except OSError as error:
        message = f"không đọc được thư mục ({error.strerror or 'lỗi hệ thống'})"
        yield _problem(show(folder, root), "TEP-08", message, "Kiểm tra quyền đọc thư mục.")
        return
    for entry in entries:
        if entry.suffix == ".yml":
            continue
        file_hint = f"Đổi tên thành “{_record_name(entry)}”, hoặc chuyển tệp này đi."
        hint = "Chuyển thư mục này đi." if entry.is_dir() else file_hint
        yield _problem(show(entry, root), "TEP-06", "tệp hoặc thư mục này sẽ không được đọc", hint)


def _record_name(path: Path) -> str:
    """Name the record file that was meant; Notepad of Windows adds “.txt” to any name.

    >>> _record_name(Path("12-kh.yml.txt")), _record_name(Path("12-kh.yaml"))
    ('12-kh.yml', '12-kh.yml')
    """
    return f"{path.stem.removesuffix('.yml').removesuffix('.yaml')}.yml"


def _entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _problem(shown: str, code: str, message: str, hint: str) -> Problem:
    return Problem(path=shown, line=1, column=1, code=code, message=message, hint=hint)
