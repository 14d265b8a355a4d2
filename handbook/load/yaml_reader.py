"""The YAML library as we use it: text it can read, nodes with marks, and cheap refusal of bombs.

Composing is recursive in C and makes every node at once, so depth and size must be known to be
small before it starts; anchors, aliases and tags are refused before anything is expanded.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import yaml
from yaml.nodes import Node

from handbook.load.faults import Fault

try:
    _Base: Any = yaml.CSafeLoader
except AttributeError:  # PyYAML without libyaml: slower, the same results
    _Base = yaml.SafeLoader


class Loader(_Base):  # type: ignore[misc]  # chosen when the module is imported
    """Composes nodes without resolving tags: the types of scalars are `yaml_scalars`' business.

    Resolving takes a third of the time of composing, for an answer that nobody reads.
    """

    resolve = staticmethod(lambda kind, value, implicit: "")
    descend_resolver = staticmethod(lambda parent, index: None)
    ascend_resolver = staticmethod(lambda: None)


MAX_DEPTH = 40
MAX_NODES = 50_000
"""A guess from above, made by counting separators; a real plan has about 2,000."""

_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_PROPERTY = re.compile(r"(?<![^\s\[\]{},])[&*!]")
_DOCUMENT_MARKS = ("---", "...", "%")
_STACKED = re.compile(r"[-?:][ \t]+[-?:][ \t]+[-?:][ \t]")
_DEEPLY_INDENTED = "\n" + " " * 40
_CLOSED = re.compile(r"\[[^\[\]{}]*\]|\{[^\[\]{}]*\}")


def readable(text: str) -> str:
    """Put a no-break space for every character that YAML refuses or takes for a line's end.

    They are reported as text faults; here they must neither stop the reader nor move anything.
    """
    return _UNREADABLE.sub("\u00a0", text) if _UNREADABLE.search(text) else text


def compose(text: str) -> Node | None:
    """Make the node tree of a text that `find_shape_fault` has passed.  Raises `YAMLError`."""
    node: Node | None = yaml.compose(text, Loader=Loader)
    return node


@lru_cache(maxsize=2)
def tree_of(text: str) -> Node | None:
    """Compose a text that is known to be good, remembering the last ones for many look-ups."""
    return compose(readable(text))


def find_shape_fault(text: str) -> Fault | None:
    """Refuse anchors, tags, several documents, deep nesting and huge files, before composing.

    The event stream is walked only when the text holds something that could begin one of them.
    """
    if text.count("\n") + text.count(",") + text.count(": ") + text.count("- ") > MAX_NODES:
        return fault_at(None, "YAML-05", "tệp có quá nhiều mục", _TOO_MANY)
    suspicious = _may_have_marks(text) or _may_be_deep(text)
    return _walk_events(text) if suspicious else None


def _may_have_marks(text: str) -> bool:
    if text.startswith(_DOCUMENT_MARKS) or any(f"\n{mark}" in text for mark in _DOCUMENT_MARKS):
        return True
    return any(sign in text for sign in "&*!") and bool(_PROPERTY.search(text))


def _may_be_deep(text: str) -> bool:
    if _DEEPLY_INDENTED in text or _STACKED.search(text):
        return True
    opened = _CLOSED.sub("", text) if text.count("[") + text.count("{") >= MAX_DEPTH // 2 else ""
    return opened.count("[") + opened.count("{") >= MAX_DEPTH // 2


def _walk_events(text: str) -> Fault | None:
    depth = documents = 0
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                return fault_at(event, "YAML-07", "tệp có hơn một tài liệu (dòng “---”)", _ONE)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return fault_at(event, "YAML-04", "tệp dùng neo hoặc tham chiếu (& hay *)", _NO_ANCHOR)
        if getattr(event, "tag", None):
            return fault_at(event, "YAML-04", "tệp dùng nhãn kiểu (!)", _NO_TAG)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return fault_at(event, "YAML-05", f"lồng nhau quá {MAX_DEPTH} cấp", _TOO_DEEP)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def fault_at(thing: Any, code: str, message: str, hint: str) -> Fault:
    """Make a fault where a node, event or token starts (or at the top of the file)."""
    mark = getattr(thing, "start_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Fault(code=code, line=line, column=column, message=message, hint=hint)


_ONE = "Mỗi tệp chỉ chứa một bản ghi: xóa dòng “---” hoặc tách thành nhiều tệp."
_NO_ANCHOR = "Viết nội dung ra đầy đủ. Nếu câu bắt đầu bằng & hoặc *, đặt cả câu trong ngoặc kép."
_NO_TAG = "Nếu câu bắt đầu bằng dấu !, đặt cả câu trong ngoặc kép."
_TOO_DEEP = "Kiểm tra lại các khoảng trắng đầu dòng và các dấu ngoặc."
_TOO_MANY = "Một bản ghi chỉ vài nghìn dòng. Có phải nhiều bản ghi bị dán vào một tệp?"
