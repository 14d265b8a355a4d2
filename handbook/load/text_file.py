"""Read one data file into text, refusing what cannot be a record: too big, binary, not UTF-8."""

from __future__ import annotations

from pathlib import Path

from handbook.problems import Problem

MAX_BYTES = 2_000_000
"""The five real plans are 30–60 kB; two megabytes leave room and bound time and memory."""


def read_text(path: Path, shown: str) -> tuple[str | None, list[Problem]]:
    """Read `path` as UTF-8 text; `shown` is the path to print.  Newlines become LF."""
    try:
        if not path.is_file():
            return None, [_problem(shown, "TEP-02", "đây không phải là tệp thường", _NOT_A_FILE)]
        if path.stat().st_size > MAX_BYTES:
            return None, [_problem(shown, "TEP-01", "tệp quá lớn (hơn 2 MB)", _TOO_BIG)]
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "lỗi hệ thống"
        return None, [_problem(shown, "TEP-08", f"không đọc được tệp ({reason})", _UNREADABLE)]
    return decode(data, shown)


def decode(data: bytes, shown: str) -> tuple[str | None, list[Problem]]:
    """Decode a file's bytes, or say in one problem why they are not a text file in UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [_problem(shown, "TEP-03", "tệp lưu ở bảng mã UTF-16", _SAVE_AS_UTF8)]
    if b"\x00" in data:
        return None, [_problem(shown, "TEP-04", "tệp này không phải tệp văn bản", _BINARY)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        before = data[data.rfind(b"\n", 0, error.start) + 1 : error.start]
        column = len(before.decode("utf-8", "replace")) + 1
        message = "tệp không ở bảng mã UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258)"
        return None, [_problem(shown, "TEP-03", message, _SAVE_AS_UTF8, line, column)]
    if not text.strip():
        return None, [_problem(shown, "TEP-07", "tệp trống", _EMPTY)]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def _problem(
    shown: str, code: str, message: str, hint: str, line: int = 1, column: int = 1
) -> Problem:
    return Problem(path=shown, line=line, column=column, code=code, message=message, hint=hint)


_NOT_A_FILE = "Mỗi bản ghi là một tệp .yml. Hãy đổi tên hoặc chuyển thư mục này đi."
_TOO_BIG = "Một bản ghi chỉ vài chục kB. Có phải tệp PDF, Word hay ảnh bị đổi đuôi?"
_UNREADABLE = "Kiểm tra quyền đọc tệp, hoặc tệp có đang được chương trình khác giữ không."
_SAVE_AS_UTF8 = "Mở tệp bằng trình soạn thảo, chọn “Lưu với bảng mã UTF-8” rồi lưu lại."
_BINARY = "Có phải tệp PDF, Word hay ảnh bị đổi đuôi thành .yml? Bản ghi là văn bản thuần."
_EMPTY = "Chép nội dung từ một bản ghi cùng loại rồi sửa, hoặc xóa tệp này."
