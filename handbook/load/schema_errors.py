"""Say pydantic's validation errors in plain Vietnamese: one mistake, one finding.

Pydantic reports every branch of a union, and both halves of a misspelt key (an unknown field and
a missing one).  Here they become one finding each, at the place the editor has to change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from handbook.load.lost_keys import find_lost_keys
from handbook.load.schema_fields import fields_at
from handbook.load.yaml_tree import FAULTY, raw_scalar
from handbook.model.base import DATE_PATTERN
from handbook.problems import Finding, KeyPath, nearest

_MISSING = {"missing", "union_tag_not_found"}
_TYPE_NAMES = {
    "string_type": "chữ (đặt trong ngoặc kép)",
    "int_type": "số nguyên",
    "int_from_float": "số nguyên",
    "float_type": "số",
    "bool_type": "true hoặc false",
    "tuple_type": "danh sách (mỗi mục một dòng bắt đầu bằng “- ”)",
    "list_type": "danh sách (mỗi mục một dòng bắt đầu bằng “- ”)",
    "model_type": "một nhóm “trường: giá trị”",
    "model_attributes_type": "một nhóm “trường: giá trị”",
    "dict_type": "một nhóm “trường: giá trị”",
    "none_required": "null",
}


@dataclass(frozen=True, slots=True)
class _Record:
    """What the words of a finding may be drawn from."""

    model: type[BaseModel]
    data: dict[str, Any]
    text: str


@dataclass(frozen=True, slots=True)
class _Error:
    """All that pydantic says of one place."""

    where: KeyPath
    details: tuple[ErrorDetails, ...]

    @property
    def kind(self) -> str:
        return self.details[0]["type"]

    @property
    def value(self) -> Any:
        return self.details[0]["input"]

    @property
    def context(self) -> dict[str, Any]:
        return self.details[0].get("ctx", {})

    @property
    def name(self) -> str:
        return show_path(self.where)


def find_schema_findings(
    error: ValidationError, model: type[BaseModel], data: dict[str, Any], text: str
) -> Iterator[Finding]:
    """Yield one finding for each mistake; places that already have a fault are left out."""
    record = _Record(model, data, text)
    errors = [one for one in _by_place(error, data) if not _is_echo(one)]
    unknown = [one.where for one in errors if one.kind == "extra_forbidden"]
    lost = find_lost_keys(model, data, [one.where for one in errors], unknown)
    yield from (key.finding() for key in lost if not key.is_empty)
    errors = [one for one in errors if not any(key.explains(one.where) for key in lost)]
    missing = _Missing([one for one in errors if one.kind in _MISSING])
    for one in errors:
        if one.kind == "extra_forbidden":
            meant = missing.take_meant_by(one.where)
            if one.value is not FAULTY:
                yield _unknown_field(one, meant, record)
        elif one.kind not in _MISSING and not _has_fault(one):
            yield _bad_value(one, record)
    for parent, names in missing.left():
        yield _missing_fields(parent, names, record)


def _is_echo(error: _Error) -> bool:
    """Tell whether pydantic calls a list too short only because its entries are faulty."""
    return error.kind == "too_short" and len(error.value) >= error.context["min_length"]


def _by_place(error: ValidationError, data: dict[str, Any]) -> Iterable[_Error]:
    """Group the details by their place, dropping the names of union branches from it."""
    places: dict[KeyPath, list[ErrorDetails]] = {}
    for detail in error.errors(include_url=False):
        where = _place_in(data, detail)
        places.setdefault(where, []).append(detail)
    return [_Error(where, tuple(details)) for where, details in places.items()]


def _place_in(data: Any, detail: ErrorDetails) -> KeyPath:
    """Keep the parts of pydantic's path that the data has, and the last one of a missing field."""
    where: list[str | int] = []
    location = detail["loc"]
    for position, part in enumerate(location):
        is_last = position == len(location) - 1
        if isinstance(data, dict) and part in data:
            data = data[str(part)]
        elif isinstance(data, tuple) and isinstance(part, int) and part < len(data):
            data = data[part]
        elif not (is_last and detail["type"] == "missing"):
            continue
        where.append(part)
    if detail["type"] in {"union_tag_not_found", "union_tag_invalid"}:
        where.append("type")
    return tuple(where)


def _has_fault(error: _Error) -> bool:
    """Tell whether the reader already reported this value (see `FAULTY`)."""
    if error.kind == "union_tag_invalid":
        return error.value.get("type") is FAULTY
    return error.value is FAULTY


def show_path(where: KeyPath) -> str:
    """Write a path as an editor reads it.

    >>> show_path(("tasks", 2, "body"))
    'tasks[3].body'
    """
    text = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part[:60]}" for part in where)
    return text.removeprefix(".") or "bản ghi"


class _Missing:
    """The missing fields, each to be taken by the unknown key that was meant to be it."""

    def __init__(self, errors: list[_Error]) -> None:
        self._by_parent: dict[KeyPath, dict[str, KeyPath]] = {}
        self._below: dict[KeyPath, list[KeyPath]] = {}
        for where in (error.where for error in errors):
            name = str(where[-1])
            self._by_parent.setdefault(where[:-1], {})[name] = where
            for depth in range(len(where)):
                self._below.setdefault((*where[:depth], name), []).append(where)

    def take_meant_by(self, unknown: KeyPath) -> KeyPath | None:
        """Take the missing field that an unknown key was meant to be.

        It is the field of the same name one level up or down (a wrong indent), else one of the
        same mapping: a name like it, or the only one missing there.
        """
        parent, key = unknown[:-1], str(unknown[-1]).strip("\u00a0\u200b\ufeff ")
        for where in self._of_the_same_name(parent, key):
            return self._take(where)
        beside = list(self._by_parent.get(parent, ()))
        near = nearest(key, beside) or (beside[0] if len(beside) == 1 else None)
        return self._take((*parent, near)) if near else None

    def _of_the_same_name(self, parent: KeyPath, key: str) -> Iterator[KeyPath]:
        above = [(*parent[:depth], key) for depth in range(len(parent), -1, -1)]
        for where in (*above, *self._below.get((*parent, key), ())):
            if where[-1] in self._by_parent.get(where[:-1], ()):
                yield where

    def _take(self, where: KeyPath) -> KeyPath:
        return self._by_parent[where[:-1]].pop(str(where[-1]))

    def left(self) -> Iterator[tuple[KeyPath, list[str]]]:
        """Yield what nobody took: the mapping, and the names of its missing fields."""
        for parent, names in self._by_parent.items():
            if names:
                yield parent, list(names)


def _unknown_field(error: _Error, meant: KeyPath | None, record: _Record) -> Finding:
    parent, key = error.where[:-1], str(error.where[-1])
    message = f"không có trường “{key[:60]}”"
    known = sorted(fields_at(record.model, record.data, parent))
    near = nearest(key, known)
    if meant is not None and meant[:-1] != parent:
        place = show_path(meant[:-1])
        hint = f"Trường này thuộc “{place}”: sửa khoảng trắng đầu dòng cho thẳng cột."
    elif meant is not None:
        hint = f"Có phải “{meant[-1]}”? Trường đó đang thiếu."
    else:
        hint = f"Có phải “{near}”?" if near else "Được dùng: " + ", ".join(known) + "."
    return Finding(code="TRUONG-01", where=error.where, message=message, hint=hint, at_key=True)


def _missing_fields(parent: KeyPath, names: list[str], record: _Record) -> Finding:
    """Say all that is missing from one mapping at once, where it begins."""
    fields = fields_at(record.model, record.data, parent)
    field = fields.get(names[0])
    about = field.description if len(names) == 1 and field and field.description else ""
    shown = ", ".join(f"“{name}”" for name in names)
    place = f" ở “{show_path(parent)}”" if parent else ""
    return Finding(
        code="TRUONG-02",
        where=(*parent, names[0]),
        message=f"thiếu trường {shown}{place}",
        hint=f"Thêm vào mục này. {about}".strip(),
    )


def _bad_value(error: _Error, record: _Record) -> Finding:
    kinds = [detail["type"] for detail in error.details]
    if len(kinds) > 1 and not _TYPE_NAMES.keys() >= set(kinds):
        return _none_of_the_branches(error)
    kind = kinds[-1]  # of `int | float` the wider one
    if kind in {"literal_error", "union_tag_invalid"}:
        return _not_in_list(error)
    if kind in _TYPE_NAMES:
        return _wrong_type(error, kind, record)
    if kind == "string_pattern_mismatch":
        return _bad_format(error)
    if kind in {"string_too_short", "too_short"}:
        return _blank(error)
    return _out_of_range(error, _limits(error.context))


def _none_of_the_branches(error: _Error) -> Finding:
    """Say a union's several complaints about one value as one."""
    allowed = [_branch(detail) for detail in error.details]
    hint = "Được dùng: " + "; hoặc ".join(dict.fromkeys(allowed)) + "."
    number = isinstance(error.value, int) and not isinstance(error.value, bool)
    code = "TRUONG-07" if number else "TRUONG-04" if isinstance(error.value, str) else "TRUONG-03"
    message = f"“{error.name}” không nhận giá trị “{_short(error.value)}”"
    return Finding(code=code, where=error.where, message=message, hint=hint)


_BRANCH_NAMES = {"int_type": "số nguyên", "float_type": "số", "string_type": "chữ"}


def _branch(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if detail["type"] == "literal_error":
        return "; ".join(f"“{value}”" for value in _split_expected(str(context["expected"])))
    limits = _limits(context)
    return f"số {limits}" if limits else _BRANCH_NAMES.get(detail["type"], "kiểu khác")


def _not_in_list(error: _Error) -> Finding:
    if error.kind == "union_tag_invalid":
        value, known = error.context["tag"], _split_expected(str(error.context["expected_tags"]))
    else:
        value, known = error.value, _split_expected(str(error.context["expected"]))
    near = nearest(str(value)[:200], known)
    hint = (f"Có phải “{near}”? " if near else "") + "Được dùng: " + "; ".join(known) + "."
    message = f"“{error.name}” không nhận giá trị “{_short(value)}”"
    return Finding(code="TRUONG-04", where=error.where, message=message, hint=hint)


def _split_expected(listed: str) -> list[str]:
    return listed.replace("' or '", "', '").strip("'").split("', '")


def _wrong_type(error: _Error, kind: str, record: _Record) -> Finding:
    message = f"“{error.name}” phải là {_TYPE_NAMES[kind]}, đang là {_kind_of(error.value)}"
    if kind == "string_type" and isinstance(error.value, bool | int | float):
        hint = f'Đặt trong ngoặc kép: "{raw_scalar(record.text, error.where)}".'
    elif error.value is None:
        hint = "Trường này không nhận null: điền giá trị hoặc xóa dòng."
    elif isinstance(error.value, str) and kind in {"int_type", "float_type", "bool_type"}:
        hint = "Viết không có ngoặc kép."
    else:
        hint = "Xem trường này ở một bản ghi khác cùng loại."
    return Finding(code="TRUONG-03", where=error.where, message=message, hint=hint)


def _kind_of(value: Any) -> str:
    names: tuple[tuple[type, str], ...] = (
        (bool, "đúng/sai"), (int, "số"), (float, "số"), (str, "chữ"), (tuple, "danh sách"),
        (dict, "nhóm trường"),
    )  # fmt: skip
    if value is None:
        return "null"
    return next((name for kind, name in names if isinstance(value, kind)), "kiểu khác")


_FORMAT_HINTS = {
    "^[a-z0-9]+(-[a-z0-9]+)*$":
        "Chỉ dùng chữ thường không dấu, số và dấu gạch nối: “39-kh-ldld”.",
    r"^\d{4}$": 'Ghi năm bốn chữ số trong ngoặc kép: "2023".',
    r"^https?://\S+$": "Ghi địa chỉ đầy đủ, bắt đầu bằng https://.",
    "^[0-9a-f]{64}$": "Mã SHA-256 gồm 64 chữ số hệ 16 viết thường.",
}  # fmt: skip


def _bad_format(error: _Error) -> Finding:
    pattern, value = str(error.context.get("pattern", "")), _short(error.value)
    if pattern == r"\S":
        return _blank(error)
    if pattern == DATE_PATTERN:
        message = f"“{value}” không phải cách ghi ngày"
        hint = 'Viết năm-tháng-ngày: "2020-12-15", "2020-12", "2020-Q4", "2020-H2" hoặc "2020".'
        return Finding(code="NGAY-05", where=error.where, message=message, hint=hint)
    other = "Viết “mã-văn-bản#mã-mục”." if "#" in pattern else "Xem ví dụ ở bản ghi khác."
    message = f"“{error.name}” viết sai dạng: “{value}”"
    hint = _FORMAT_HINTS.get(pattern, other)
    return Finding(code="TRUONG-05", where=error.where, message=message, hint=hint)


def _blank(error: _Error) -> Finding:
    message, hint = f"“{error.name}” để trống", "Điền nội dung, hoặc xóa dòng này."
    return Finding(code="TRUONG-06", where=error.where, message=message, hint=hint)


def _out_of_range(error: _Error, limits: str) -> Finding:
    message = f"“{error.name}” ngoài khoảng cho phép: “{_short(error.value)}”"
    hint = f"Cho phép {limits}." if limits else "Xem ví dụ ở bản ghi khác."
    return Finding(code="TRUONG-07", where=error.where, message=message, hint=hint)


def _limits(context: dict[str, Any]) -> str:
    words = {"ge": "từ {} trở lên", "gt": "lớn hơn {}", "le": "đến {}", "lt": "nhỏ hơn {}",
             "max_length": "dài nhất {}"}  # fmt: skip
    return ", ".join(word.format(context[key]) for key, word in words.items() if key in context)


def _short(value: Any) -> str:
    if not isinstance(value, str | int | float):
        return _kind_of(value)
    shown = str(value)[:61]
    return shown if len(shown) <= 60 else shown[:60] + "…"
