"""Turn YAML text into plain Python data without its surprises, and find any value's place again.

Scalars follow YAML 1.2's core schema, except that what YAML 1.1 would read differently (`no`,
`012`, `1:30`) is a problem.  What a fault has been reported for stands in the data as `FAULTY`, so
that validation neither misses the field nor complains of it a second time.

Positions are not kept for every value (that would triple the time of loading a large catalogue);
`locate` composes the text again when a problem needs its line and column.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from handbook.load.faults import Fault
from handbook.load.text_checks import find_value_flaw
from handbook.load.yaml_reader import compose, fault_at, find_shape_fault, readable, tree_of
from handbook.load.yaml_scalars import SURPRISE, explain_surprise, hint_for_surprise, read_plain
from handbook.load.yaml_syntax import describe_syntax_error
from handbook.problems import KeyPath

MAX_ENTRIES = 5_000
"""The most entries one list may have, and far more than any record has fields."""
MAX_FIELDS = 200

Data = dict[str, Any]


class _Faulty:
    """The type of `FAULTY`, of which there is one."""

    def __repr__(self) -> str:
        return "FAULTY"


FAULTY: Final = _Faulty()
"""Stands in the data for a value that already has a fault of its own."""


def parse(text: str) -> tuple[Data | None, list[Fault]]:
    """Read one YAML document whose root is a mapping; never raises on bad text."""
    text = readable(text)
    try:
        fault = find_shape_fault(text)
        if fault:
            return None, [fault]
        node = compose(text)
    except yaml.YAMLError as error:
        return None, [describe_syntax_error(error, text)]
    if type(node) is not MappingNode:
        message = "tệp không phải danh sách “trường: giá trị”"
        return None, [fault_at(node, "YAML-08", message, _ROOT)]
    reader = _Reader(escapes="\\" in text)
    data = reader.mapping(node)
    return (None if data is FAULTY else data), reader.faults


@dataclass(slots=True)
class _Reader:
    """Collects faults while a node tree becomes data."""

    escapes: bool
    faults: list[Fault] = field(default_factory=list)

    def add(self, node: Node, code: str, message: str, hint: str) -> Any:
        self.faults.append(fault_at(node, code, message, hint))
        return FAULTY

    def value(self, node: Node) -> Any:
        if type(node) is ScalarNode:
            return self.scalar(node)
        if type(node) is SequenceNode:
            return self.sequence(node)
        return self.mapping(node)

    def sequence(self, node: Node) -> Any:
        if len(node.value) > MAX_ENTRIES:
            return self.add(node, "YAML-05", "danh sách có quá nhiều mục", _TOO_MANY)
        return tuple([self.entry(child) for child in node.value])

    def entry(self, node: Any) -> Any:
        if type(node) is ScalarNode and node.value == "" and not node.style:
            return self.add(node, "YAML-06", "mục này của danh sách để trống", _EMPTY_ENTRY)
        return self.value(node)

    def mapping(self, node: Node) -> Any:
        if len(node.value) > MAX_FIELDS:
            return self.add(node, "YAML-05", "mục này có quá nhiều trường", _TOO_MANY)
        data: Data = {}
        repeated: list[ScalarNode] = []
        empty: dict[str, ScalarNode] = {}
        for key_node, value_node in node.value:
            if type(key_node) is not ScalarNode or key_node.value in ("", "<<"):
                self.add(key_node, "YAML-09", "tên trường phải là chữ", _KEY_HINT)
                continue
            key = key_node.value
            is_empty = (
                type(value_node) is ScalarNode and value_node.value == "" and not value_node.style
            )
            if key in data:
                repeated.append(key_node)
                if not is_empty and key in empty:
                    del empty[key]
                    data[key] = self.value(value_node)
            elif is_empty:
                empty[key] = key_node
                data[key] = FAULTY
            else:
                data[key] = self.value(value_node)
        for key, key_node in empty.items():
            self.add(key_node, "YAML-06", f"trường “{key[:60]}” để trống", _EMPTY)
        if repeated:
            self.add(repeated[0], "YAML-02", _say_twice(repeated), _TWICE)
        return data

    def scalar(self, node: Any) -> Any:
        text: str = node.value
        if not node.style:
            value = read_plain(text)
            if text[-1:] == '"' and text.count('"') % 2:
                return self.add(node, "YAML-01", "có dấu ngoặc kép đóng mà không mở", _UNOPENED)
            if value is not SURPRISE:
                return value
            message = f"“{text[:60].strip('“”„')}” {explain_surprise(text)}"
            return self.add(node, "YAML-03", message, hint_for_surprise(text))
        if self.escapes and node.style == '"' and (flaw := find_value_flaw(text)):
            return self.add(node, flaw.code, flaw.message, flaw.hint)
        return text


_ROOT = "Bắt đầu bằng “id: …” ở đầu dòng. Xem trang “Thêm một văn bản”."
_KEY_HINT = "Viết “tên_trường: giá trị”; nếu giá trị có dấu hai chấm, đặt nó trong ngoặc kép."
_UNOPENED = "Thêm dấu ngoặc kép ở đầu giá trị, hoặc xóa dấu ở cuối."
_TWICE = (
    "Giữ một trường, xóa trường còn lại (hoặc gộp nội dung). Nếu đây là một mục mới của danh "
    "sách, thêm “- ” ở đầu dòng."
)
_EMPTY = "Điền giá trị, ghi null nếu trường cho phép “không có”, hoặc xóa dòng này."
_EMPTY_ENTRY = "Điền nội dung sau dấu gạch đầu dòng, hoặc xóa dòng này."
_TOO_MANY = "Kiểm tra xem có đoạn nào bị dán lặp nhiều lần không."


def _say_twice(keys: list[ScalarNode]) -> str:
    """Name the repeated keys of one mapping together: a lost “- ” repeats all of them."""
    names = ", ".join(f"“{key.value[:60]}”" for key in keys[:6]) + ("…" if len(keys) > 6 else "")
    return f"trường {names} có hai lần trong cùng một mục"


@dataclass(frozen=True, slots=True)
class Span:
    """Where a node begins and ends: 1-based (line, column); `scalar` when it holds no others."""

    begin: tuple[int, int]
    end: tuple[int, int]
    scalar: bool


def locate(text: str, where: KeyPath, *, at_key: bool = False) -> tuple[int, int]:
    """Find the 1-based line and column of a value (or of its key).

    Parts of `where` that the tree does not have are skipped: a missing field is reported where its
    parent begins.
    """
    return span_of(text, where, at_key=at_key).begin


def span_of(text: str, where: KeyPath, *, at_key: bool = False) -> Span:
    """Find where a value (or its key) begins and ends."""
    key_node, node = _find(tree_of(text), where)
    found = key_node if at_key and key_node is not None else node
    if found is None:
        return Span((1, 1), (1, 1), False)
    start, end = found.start_mark, found.end_mark
    begin, finish = (start.line + 1, start.column + 1), (end.line + 1, end.column + 1)
    return Span(begin, finish, isinstance(found, ScalarNode))


def raw_scalar(text: str, where: KeyPath) -> str | None:
    """Give a scalar as it is written in the file: `3.10`, not 3.1."""
    _, node = _find(tree_of(text), where)
    return str(node.value) if isinstance(node, ScalarNode) else None


def _find(root: Node | None, where: KeyPath) -> tuple[Node | None, Node | None]:
    node, key_node = root, None
    for part in where:
        if isinstance(node, MappingNode):
            pairs = (pair for pair in node.value if pair[0].value == part)
            key_node, node = next(pairs, (key_node, node))
        elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
            key_node = node = node.value[part]
    return key_node, node
