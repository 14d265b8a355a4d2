"""Read one file into text, refusing what cannot be a record or a page: too big, no UTF-8 …"""

from __future__ import annotations

from pathlib import Path

from handbook.problems import Problem

MAX_BYTES = 1_000_000
"""The five real plans are 30–60 kB; one megabyte leaves room and bounds time and memory."""


def read_text(path: Path, shown: str) -> tuple[str | None, list[Problem]]:
    """Read `path` as UTF-8 text; `shown` is the path to print.  Newlines become LF."""
    data, problems = read_bytes(path, shown)
    return (None, problems) if data is None else decode(data, shown)


def read_bytes(path: Path, shown: str) -> tuple[bytes | None, list[Problem]]:
    """Read the bytes of `path`, or say why that cannot be done.

    Nothing but a regular file is opened, so a pipe or a device cannot hold the reader up.
    """
    try:
        if path.is_symlink() and not path.exists():
            message = "không đọc được tệp (liên kết trỏ vòng hoặc trỏ tới tệp không còn)"
            return None, [_problem(shown, "TEP-08", message, _BROKEN_LINK)]
        if not path.is_file():
            return None, [_problem(shown, "TEP-02", "đây không phải là tệp thường", _NOT_A_FILE)]
        if path.stat().st_size > MAX_BYTES:
            return None, [_problem(shown, "TEP-01", "tệp quá lớn (hơn 1 MB)", _TOO_BIG)]
        return path.read_bytes(), []
    except OSError as error:
        reason = error.strerror or "lỗi hệ thống"
        return None, [_problem(shown, "TEP-08", f"không đọc được tệp ({reason})", _UNREADABLE)]


def decode(data: bytes, shown: str) -> tuple[str | None, list[Problem]]:
    """Decode a file's bytes, or say in one problem why they are not a text file in UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_like_utf16(data):
        return None, [_problem(shown, "TEP-03", "tệp lưu ở bảng mã UTF-16", _SAVE_AS_UTF8)]
    program = next((name for magic, name in _BINARY_FILES if data.startswith(magic)), None)
    if program or b"\x00" in data:
        what = f"đây là tệp {program}" if program else "tệp này không phải tệp văn bản"
        return None, [_problem(shown, "TEP-04", what, _BINARY)]
    try:
        text = text_of(data)
    except UnicodeDecodeError as error:
        return None, [_not_utf8(data, error.start, shown)]
    return text, []


def decode_record(data: bytes, shown: str) -> tuple[str | None, list[Problem]]:
    """Decode the bytes of a record file, in which there must be more than comments."""
    text, problems = decode(data, shown)
    if text is not None and not any(map(_has_content, text.split("\n"))):
        return None, [_problem(shown, "TEP-07", "tệp trống, không có nội dung", _EMPTY)]
    return text, problems


def _has_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def text_of(data: bytes) -> str:
    """Decode UTF-8 with or without its mark; newlines become LF."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _looks_like_utf16(data: bytes) -> bool:
    """Recognise UTF-16 without its mark: every second byte of Latin letters is zero."""
    head = data[:2000]
    zeros = max(head[0::2].count(0), head[1::2].count(0))
    return len(head) >= 8 and zeros * 4 > len(head) and head.count(0) * 10 < len(head) * 6


def _not_utf8(data: bytes, start: int, shown: str) -> Problem:
    begin = max(data.rfind(b"\n", 0, start), data.rfind(b"\r", 0, start)) + 1
    before = data[:begin].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    column = len(data[begin:start].decode("utf-8", "replace").lstrip("\ufeff")) + 1
    message = "tệp không ở bảng mã UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258)"
    return _problem(shown, "TEP-03", message, _SAVE_AS_UTF8, before.count(b"\n") + 1, column)


def _problem(
    shown: str, code: str, message: str, hint: str, line: int = 1, column: int = 1
) -> Problem:
    return Problem(path=shown, line=line, column=column, code=code, message=message, hint=hint)


_BINARY_FILES = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "nén (Word, Excel hoặc ZIP)"),
    (b"\xd0\xcf\x11\xe0", "Word hoặc Excel cũ"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "ảnh PNG"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"\x1f\x8b", "nén GZIP"),
)
_NOT_A_FILE = "Mỗi bản ghi là một tệp .yml. Hãy đổi tên hoặc chuyển thư mục này đi."
_BROKEN_LINK = "Thay liên kết bằng chính tệp bản ghi, hoặc xóa liên kết."
_TOO_BIG = "Tệp như thế này chỉ vài chục kB. Có phải tệp PDF, Word hay ảnh bị đổi đuôi?"
_UNREADABLE = "Kiểm tra quyền đọc tệp, hoặc tệp có đang được chương trình khác giữ không."
_SAVE_AS_UTF8 = "Mở tệp bằng trình soạn thảo, chọn “Lưu với bảng mã UTF-8” rồi lưu lại."
_BINARY = "Tệp bị đổi đuôi? Tệp này phải là văn bản thuần: chép chữ sang tệp mới."
_EMPTY = "Chép nội dung từ một bản ghi cùng loại rồi sửa, hoặc xóa tệp này."
