"""Say a YAML syntax error in Vietnamese, at the place where the editor went wrong.

The parser names the place where it could go no further; for a quotation mark or bracket that was
never closed, and for a missing colon, the mistake stands earlier.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from handbook.load.faults import Fault
from handbook.load.yaml_reader import Loader

_QUOTE = (
    'Dấu ngoặc kép mở ở đây không được đóng. Nếu trong câu có ngoặc kép, dùng “ ” thay cho " ".'
)
_BRACKET = "Dấu ngoặc [ hoặc { mở ở đây không được đóng, hoặc thiếu dấu phẩy giữa các mục."
_MARKED = ("an alias", "an anchor", "a tag")
_COLON = "Thiếu dấu hai chấm sau tên trường (viết “tên_trường: giá trị”), hoặc dòng thụt sai cột."

_HINTS: tuple[tuple[str, str], ...] = (
    ("\\t", "Dòng này có phím Tab: hãy thay bằng dấu cách (2 dấu mỗi cấp)."),
    ("found a tab", "Dòng này có phím Tab: hãy thay bằng dấu cách (2 dấu mỗi cấp)."),
    ("cannot start any token", "Giá trị bắt đầu bằng ký hiệu này phải đặt trong ngoặc kép."),
    ("mapping values are not allowed",
     "Câu có dấu hai chấm “: ” phải đặt trong ngoặc kép; hoặc dòng này thụt sai cột."),
    ("unknown escape character",
     "Trong ngoặc kép \" \", dấu \\ có nghĩa riêng: viết \\\\, hoặc dùng ngoặc đơn ' '."),
    ("invalid unicode character escape",
     "Mã ký tự sau dấu \\ không có thật: gõ thẳng chữ cần viết."),
    ("hexdecimal number", "Mã ký tự sau dấu \\ viết chưa đủ: gõ thẳng chữ cần viết."),
    ("expected <document start>", "Dòng này thụt khác các dòng trên: đưa về cùng một cột."),
    ("expected '-' indicator",
     "Dòng này thụt sai cột so với các gạch đầu dòng ở trên, hoặc thiếu “- ”."),
    ("block sequence entries are not allowed",
     "Gạch đầu dòng phải xuống dòng mới, dưới tên trường; câu bắt đầu bằng “- ” thì đặt trong "
     "ngoặc kép."),
    ("expected key", "Dòng này thụt sai cột, hoặc trong câu có dấu ngoặc kép: so với dòng trên."),
    ("expected <block end>", "Dòng này thụt sai cột, hoặc trong câu có dấu ngoặc kép."),
)  # fmt: skip


def describe_syntax_error(error: yaml.YAMLError, text: str) -> Fault:
    """Make one fault of a parser's error."""
    said = str(error).lower()
    problem, context = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    mark = problem or context
    if mark is None:
        return _fault(*_place_of(getattr(error, "position", 0) or 0, text), _hint_for(said, None))
    opened = _unclosed_quote(text, mark)
    if opened is not None:
        return _fault(opened.line, opened.column, _QUOTE)
    if context is not None and any(f"scanning {what}" in said for what in _MARKED):
        return _sign_fault(context.line, context.column)
    if context is not None and "quoted scalar" in said and "unexpected" in said:
        return _fault(context.line, context.column, _QUOTE)
    if context is not None and "parsing a flow" in said and context.line < mark.line:
        return _fault(context.line, context.column, _BRACKET)
    if context is not None and "expected ':'" in said:
        return _fault(context.line, context.column, _COLON)
    return _fault(mark.line, mark.column, _hint_for(said, _character_at(text, mark)))


def _fault(line: int, column: int, hint: str) -> Fault:
    message = "không đọc được cấu trúc ở đây"
    return Fault(code="YAML-01", line=line + 1, column=column + 1, message=message, hint=hint)


def _sign_fault(line: int, column: int) -> Fault:
    message = "câu bắt đầu bằng ký hiệu riêng của YAML (& hay * hay !)"
    hint = "Đặt cả câu trong ngoặc kép."
    return Fault(code="YAML-04", line=line + 1, column=column + 1, message=message, hint=hint)


def _hint_for(said: str, character: str | None) -> str:
    if character == "\t":
        said += "\\t"
    return next((hint for key, hint in _HINTS if key in said), "So cách thụt dòng với dòng trên.")


def _character_at(text: str, mark: Any) -> str:
    lines = text.split("\n")
    return lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""


_KEY_LINE = re.compile(r"\n\s*(?:- +)?[a-z_]+:(?=\s|$)")


def _unclosed_quote(text: str, error: Any) -> Any:
    """Find the opening quote of a string that swallowed the following lines, keys and all.

    `title: "Kế hoạch` without its closing mark runs on to the next quotation mark, and the parser
    stumbles only after that one.
    """
    last = None
    try:
        for token in yaml.scan(text, Loader=Loader):
            start, end = token.start_mark, token.end_mark
            if start.index > error.index:
                break
            if not isinstance(token, yaml.ScalarToken) or token.style not in ('"', "'"):
                continue
            if _KEY_LINE.search(text[start.index : end.index]):
                last = start
    except yaml.YAMLError:
        pass
    return last


def _place_of(position: int, text: str) -> tuple[int, int]:
    return text.count("\n", 0, position), position - text.rfind("\n", 0, position) - 1
