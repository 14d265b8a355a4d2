"""Read plain YAML scalars by the core schema of YAML 1.2, refusing what YAML 1.1 reads otherwise.

`no`, `012`, `1:30` and unquoted days are words to one program and truth values, numbers or dates
to another; an editor's other programs must read what we read, so these have to be quoted.
"""

from __future__ import annotations

import re
from typing import Any, Final


class _Surprise:
    """The type of `SURPRISE`."""

    def __repr__(self) -> str:
        return "SURPRISE"


SURPRISE: Final = _Surprise()
"""What `read_plain` gives for a scalar that programs read differently; see `explain_surprise`."""

_CONSTANTS: dict[str, Any] = {
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
    "null": None, "Null": None, "NULL": None, "~": None,
}  # fmt: skip
_BOOLEAN_WORDS = frozenset({"yes", "no", "on", "off", "y", "n"})
_WORDS = _BOOLEAN_WORDS | {"true", "false", "null"}
_LONGEST_NUMBER = 400
"""Nobody writes a longer number; the patterns would take long over a megabyte of digits."""
_SHOWN = 60
"""How much of a value a hint repeats."""
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})", re.ASCII)
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}", re.ASCII)
_CURVED = re.compile("[“”„]([^“”„]*)[“”„]")
"""A whole value in the quotation marks that Word makes of straight ones: they would be printed."""
_SURPRISES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (r"[-+]?0[0-9_]+", "bắt đầu bằng số 0 nên có chương trình đọc thành số hệ 8"),
        (r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?", "có chương trình đọc thành số hệ 60"),
        (r"[-+]?0[xob][0-9a-fA-F_]+", "có chương trình đọc thành số hệ khác"),
        (r"[-+]?[0-9][0-9_]*_[0-9_]*", "có dấu _ nên có chương trình đọc thành số"),
        (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "có thể bị đọc thành số khác"),
        (r"[-+]?\.(inf|Inf|INF|nan|NaN|NAN)", "bị đọc thành số đặc biệt"),
        (
            r"[0-9]{4}-(0?[1-9]|1[0-2])-(0?[1-9]|[12][0-9]|3[01])([Tt ].*)?",
            "có chương trình đọc thành kiểu ngày chứ không phải chữ",
        ),
    )
)


def read_plain(text: str) -> Any:
    """Give the value of a scalar written without quotation marks, or `SURPRISE`.

    >>> read_plain("12"), read_plain("39/KH-LĐLĐ"), read_plain("null"), read_plain("no")
    (12, '39/KH-LĐLĐ', None, SURPRISE)
    """
    if text[:1].isalpha() and text.lower() not in _WORDS:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return SURPRISE if explain_surprise(text) else text


def explain_surprise(text: str) -> str:
    """Say why programs disagree about a plain scalar; nothing when they agree.

    >>> explain_surprise("012")
    'bắt đầu bằng số 0 nên có chương trình đọc thành số hệ 8'
    >>> explain_surprise("“Thủ Đức” và “Long Biên”"), explain_surprise("“Thủ Đức”")
    ('', 'nằm trong ngoặc kép cong; trang sẽ in cả dấu ngoặc')
    """
    if text.lower() in _BOOLEAN_WORDS:
        return "có chương trình đọc thành “đúng/sai” chứ không phải chữ"
    if _CURVED.fullmatch(text):
        return "nằm trong ngoặc kép cong; trang sẽ in cả dấu ngoặc"
    if len(text) > _LONGEST_NUMBER:
        return ""
    return next((reason for pattern, reason in _SURPRISES if pattern.fullmatch(text)), "")


def hint_for_surprise(text: str) -> str:
    """Say how to write the scalar so that every program reads the same."""
    if curved := _CURVED.fullmatch(text):
        straight = f'"{curved[1]}"'
        return f'Đổi thành ngoặc thẳng: {straight}. Nếu văn bản in cả dấu ngoặc: "“{curved[1]}”".'
    quoted = f'Nếu là chữ, đặt trong ngoặc kép: "{text[:_SHOWN]}"'
    if text.lower() in _BOOLEAN_WORDS:
        return f"{quoted}; nếu là đúng/sai, viết true hoặc false."
    if text.lstrip("-").isdecimal() and len(text) < 18:
        return f"{quoted}; nếu là số, viết {int(text)}."
    return f"{quoted}."
