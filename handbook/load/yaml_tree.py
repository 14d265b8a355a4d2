"""Turn YAML text into plain Python data without its surprises, and find any value's place again.

Scalars follow YAML 1.2's core schema, except that what YAML 1.1 would read differently (`no`,
`012`, `1:30`) is a problem: the editor's other programs would read it otherwise than we do.
Anchors, aliases and tags are refused before anything is expanded, so a YAML bomb costs nothing.

Positions are not kept for every value (that would triple the time of loading a large catalogue);
`locate` composes the text again when a problem needs its line and column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from handbook.problems import KeyPath

try:
    _Loader: Any = yaml.CSafeLoader
except AttributeError:  # PyYAML without libyaml: slower, the same results
    _Loader = yaml.SafeLoader

MAX_DEPTH = 40
Data = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault of the YAML itself, at a 1-based line and column."""

    code: str
    line: int
    column: int
    message: str
    hint: str


@dataclass(slots=True)
class _Reader:
    """Collects faults while a node tree becomes data."""

    faults: list[Fault] = field(default_factory=list)

    def add(self, node: Node, code: str, message: str, hint: str) -> None:
        mark = node.start_mark
        self.faults.append(
            Fault(code=code, line=mark.line + 1, column=mark.column + 1, message=message, hint=hint)
        )

    def value(self, node: Node) -> Any:
        if type(node) is ScalarNode:
            return self.scalar(node)
        if type(node) is SequenceNode:
            return tuple([self.value(child) for child in node.value])
        return self.mapping(node)

    def mapping(self, node: Node) -> Data:
        data: Data = {}
        for key_node, value_node in node.value:
            if type(key_node) is not ScalarNode or key_node.tag == _MERGE:
                self.add(key_node, "YAML-09", "tên trường phải là chữ", _KEY_HINT)
                continue
            key = key_node.value
            if key in data:
                self.add(
                    key_node,
                    "YAML-02",
                    f"trường “{key}” có hai lần trong cùng một mục",
                    "Giữ một trường, xóa trường còn lại (hoặc gộp nội dung).",
                )
                continue
            if type(value_node) is ScalarNode and value_node.value == "" and not value_node.style:
                self.add(
                    key_node,
                    "YAML-06",
                    f"trường “{key}” để trống",
                    "Điền giá trị, ghi null nếu trường cho phép “không có”, hoặc xóa dòng này.",
                )
                continue
            data[key] = self.value(value_node)
        return data

    def scalar(self, node: Node) -> Any:
        text: str = node.value
        if node.style:
            return text
        first = text[:1]
        if first.isalpha() and text.lower() not in _WORDS:
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _PLAIN_INT.fullmatch(text):
            return int(text)
        if _PLAIN_FLOAT.fullmatch(text):
            return float(text)
        surprise = _surprise(text)
        if surprise:
            self.add(node, "YAML-03", f"“{text}” {surprise}", f'Đặt trong ngoặc kép: "{text}".')
        return text


_MERGE = "tag:yaml.org,2002:merge"
_KEY_HINT = "Viết “tên_trường: giá trị”; nếu giá trị có dấu hai chấm, đặt nó trong ngoặc kép."
_CONSTANTS: dict[str, Any] = {
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
    "null": None, "Null": None, "NULL": None, "~": None,
}  # fmt: skip
_BOOLEAN_WORDS = frozenset({"yes", "no", "on", "off", "y", "n"})
_WORDS = _BOOLEAN_WORDS | {"true", "false", "null"}
_PLAIN_INT = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_PLAIN_FLOAT = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_SURPRISES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[-+]?0[0-9_]+"), "bắt đầu bằng số 0 nên có chương trình đọc thành số hệ 8"),
    (re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"), "có chương trình đọc thành số hệ 60"),
    (re.compile(r"[-+]?0[xob][0-9a-fA-F_]+"), "có chương trình đọc thành số hệ khác"),
    (re.compile(r"[-+]?[0-9][0-9_]*_[0-9_]*"), "có dấu _ nên có chương trình đọc thành số"),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), "có thể bị đọc thành số"),
    (re.compile(r"[-+]?\.(inf|Inf|INF|nan|NaN|NAN)"), "bị đọc thành số đặc biệt"),
)


def _surprise(text: str) -> str | None:
    if text.lower() in _BOOLEAN_WORDS:
        return "có chương trình đọc thành “đúng/sai” chứ không phải chữ"
    for pattern, reason in _SURPRISES:
        if pattern.fullmatch(text):
            return reason
    return None


def parse(text: str) -> tuple[Data | None, list[Fault]]:
    """Read one YAML document whose root is a mapping; never raises on bad text."""
    try:
        fault = _shape_fault(text)
        if fault:
            return None, [fault]
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return None, [_syntax_fault(error, text)]
    if type(node) is not MappingNode:
        return None, [_fault_at(node, "YAML-08", "tệp không phải danh sách “trường: giá trị”", _ROOT)]
    reader = _Reader()
    return reader.mapping(node), reader.faults


_ROOT = "Bắt đầu bằng “id: …” ở đầu dòng. Xem trang “Thêm một văn bản”."
_SUSPECT = re.compile(
    r"(?:^|[\s\[{,])[&*!]\S|(?:- ){20}|^ {80}|^---|^\.\.\.|[\[{][^\]}\n]*[\[{]|[\[{][ ]*$", re.MULTILINE
)
"""What may begin an anchor, an alias, a tag, a second document or deep nesting."""


def _shape_fault(text: str) -> Fault | None:
    """Refuse anchors, tags, several documents and deep nesting, reading events only.

    The event stream is walked only when the text holds a character that could begin one of them:
    composing is recursive in C, so depth must be known to be small before it starts.
    """
    if not _SUSPECT.search(text):
        return None
    depth = documents = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                return _fault_at(event, "YAML-07", "tệp có hơn một tài liệu (dòng “---”)", _ONE)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return _fault_at(event, "YAML-04", "tệp dùng neo hoặc tham chiếu (& hay *)", _NO_ANCHOR)
        if getattr(event, "tag", None) and not _implicit(event):
            return _fault_at(event, "YAML-04", "tệp dùng nhãn kiểu (!)", _NO_TAG)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return _fault_at(event, "YAML-05", f"lồng nhau quá {MAX_DEPTH} cấp", _TOO_DEEP)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


_ONE = "Mỗi tệp chỉ chứa một bản ghi: xóa dòng “---” hoặc tách thành nhiều tệp."
_NO_ANCHOR = "Viết nội dung ra đầy đủ. Nếu câu bắt đầu bằng & hoặc *, đặt cả câu trong ngoặc kép."
_NO_TAG = "Nếu câu bắt đầu bằng dấu !, đặt cả câu trong ngoặc kép."
_TOO_DEEP = "Kiểm tra lại các khoảng trắng đầu dòng và các dấu ngoặc."


def _implicit(event: Any) -> bool:
    implicit = event.implicit
    return any(implicit) if isinstance(implicit, tuple) else bool(implicit)


def _fault_at(thing: Any, code: str, message: str, hint: str) -> Fault:
    mark = getattr(thing, "start_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Fault(code=code, line=line, column=column, message=message, hint=hint)


_SYNTAX_HINTS: tuple[tuple[str, str], ...] = (
    ("found character '\\t'", "Dòng này thụt bằng phím Tab: hãy thay bằng dấu cách (2 dấu mỗi cấp)."),
    ("found character that cannot start", "Thay phím Tab bằng dấu cách; câu bắt đầu bằng ký hiệu thì đặt trong ngoặc kép."),
    ("mapping values are not allowed", "Câu có dấu hai chấm “: ” phải đặt trong ngoặc kép."),
    ("found unexpected end of stream", "Thiếu dấu ngoặc kép đóng."),
    ("while scanning a quoted scalar", "Thiếu dấu ngoặc kép đóng, hoặc trong câu có dấu ngoặc kép: dùng “ ” thay cho \" \"."),
    ("could not find expected ':'", "Thiếu dấu hai chấm sau tên trường, hoặc dòng này thụt sai cột."),
    ("did not find expected key", "Dòng này thụt sai cột, hoặc trong câu có dấu ngoặc kép: so với dòng trên."),
    ("did not find expected '-' indicator", "Dòng này thụt sai cột so với các gạch đầu dòng ở trên."),
    ("did not find expected ',' or", "Thiếu dấu phẩy hoặc ngoặc đóng ] }."),
    ("block sequence entries are not allowed", "Gạch đầu dòng phải xuống dòng mới, dưới tên trường."),
    ("unacceptable character", "Có ký tự điều khiển trong tệp: xóa ký tự đó."),
    ("control characters are not allowed", "Có ký tự điều khiển trong tệp: xóa ký tự đó."),
)  # fmt: skip


def _syntax_fault(error: yaml.YAMLError, text: str) -> Fault:
    """Say a syntax error in Vietnamese, at the place where reading stopped."""
    said = str(error).lower()
    hint = next((hint for key, hint in _SYNTAX_HINTS if key in said), "So cách thụt dòng với dòng trên.")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        line, column = mark.line + 1, mark.column + 1
    else:
        position = getattr(error, "position", 0) or 0
        line = text.count("\n", 0, position) + 1
        column = position - text.rfind("\n", 0, position)
    return Fault(
        code="YAML-01", line=line, column=column, message="không đọc được cấu trúc ở đây", hint=hint
    )


def locate(text: str, where: KeyPath, *, at_key: bool = False) -> tuple[int, int]:
    """Find the 1-based line and column of a value (or of its key).

    Parts of `where` that the tree does not have are skipped: pydantic puts the names of union
    branches into its paths, and a missing field is reported where its parent begins.
    """
    node: Any = yaml.compose(text, Loader=_Loader)
    key_node: Any = None
    for part in where:
        if isinstance(node, MappingNode):
            for candidate, value in node.value:
                if candidate.value == part:
                    key_node, node = candidate, value
                    break
        elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
            key_node = node = node.value[part]
    mark = (key_node if at_key and key_node is not None else node).start_mark
    return mark.line + 1, mark.column + 1
