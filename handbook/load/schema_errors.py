"""Say pydantic's validation errors in plain Vietnamese, one finding for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from handbook.model.base import DATE_PATTERN
from handbook.problems import Finding, nearest, suggest

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


def find_schema_findings(error: ValidationError, model: type[BaseModel]) -> Iterator[Finding]:
    """Yield one finding for each faulty value; the branches of a union count as one."""
    seen: set[tuple[str | int, ...]] = set()
    for detail in error.errors(include_url=False):
        finding = _finding(detail, model)
        if finding.where in seen:
            continue
        seen.add(finding.where)
        yield finding


def _finding(detail: ErrorDetails, model: type[BaseModel]) -> Finding:
    where = _without_branches(detail["loc"])
    name = _shown(where)
    kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
    if kind == "extra_forbidden":
        key = str(where[-1])
        hint = suggest(key, _field_names(model)) + "Xem danh sách trường ở trang “Thêm một văn bản”."
        return Finding(
            code="TRUONG-01", where=where, message=f"không có trường “{key}”", hint=hint, at_key=True
        )
    if kind in {"missing", "union_tag_not_found"}:
        missing = name if kind == "missing" else f"{name}.type"
        return Finding(
            code="TRUONG-02", where=where, message=f"thiếu trường “{missing}”", hint="Thêm trường này."
        )
    if kind in {"literal_error", "union_tag_invalid"}:
        return _not_in_list(where, name, value, context, kind)
    if kind in _TYPE_NAMES:
        return Finding(
            code="TRUONG-03",
            where=where,
            message=f"“{name}” phải là {_TYPE_NAMES[kind]}, đang là {_kind_of(value)}",
            hint=_type_hint(kind, value),
        )
    if kind == "string_pattern_mismatch":
        return _bad_format(where, name, value, str(context.get("pattern", "")))
    if kind in {"string_too_short", "too_short"}:
        return Finding(code="TRUONG-06", where=where, message=f"“{name}” để trống", hint="Điền nội dung.")
    return Finding(
        code="TRUONG-07", where=where, message=f"“{name}” ngoài khoảng cho phép: {value!r}", hint=_limit(context)
    )


def _without_branches(location: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Drop the names pydantic gives to the branches of a union of plain types."""
    return tuple(
        part
        for part in location
        if not (isinstance(part, str) and (part in {"int", "float"} or part.startswith(("literal[", "constrained-"))))
    )


def _shown(where: tuple[str | int, ...]) -> str:
    """Write a path as an editor reads it.

    >>> _shown(("tasks", 2, "body"))
    'tasks[3].body'
    """
    text = ""
    for part in where:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".") or "bản ghi"


def _not_in_list(
    where: tuple[str | int, ...], name: str, value: Any, context: dict[str, Any], kind: str
) -> Finding:
    listed = str(context.get("expected") or context.get("expected_tags", ""))
    known = [part.strip().strip("'") for part in _split_expected(listed)]
    if kind == "union_tag_invalid":
        value, name, where = context.get("tag", value), f"{name}.type", (*where, "type")
    near = nearest(str(value), known)
    hint = (f"Có phải “{near}”? " if near else "") + "Được dùng: " + "; ".join(known) + "."
    return Finding(
        code="TRUONG-04", where=where, message=f"“{name}” không nhận giá trị “{value}”", hint=hint
    )


def _split_expected(listed: str) -> list[str]:
    return listed.replace("' or '", "', '").strip("'").split("', '")


def _bad_format(where: tuple[str | int, ...], name: str, value: Any, pattern: str) -> Finding:
    if pattern == r"\S":
        return Finding(code="TRUONG-06", where=where, message=f"“{name}” để trống", hint="Điền nội dung.")
    if pattern == DATE_PATTERN:
        hint = 'Viết năm-tháng-ngày: "2020-12-15", "2020-12", "2020-Q4", "2020-H2" hoặc "2020".'
        return Finding(code="NGAY-05", where=where, message=f"“{value}” không phải cách ghi ngày", hint=hint)
    hints = {
        "^[a-z0-9]+(-[a-z0-9]+)*$": "Chỉ dùng chữ thường không dấu, số và dấu gạch nối: “39-kh-ldld”.",
        r"^\d{4}$": 'Ghi năm bốn chữ số trong ngoặc kép: "2023".',
        r"^https?://\S+$": "Ghi địa chỉ đầy đủ, bắt đầu bằng https://.",
        "^[0-9a-f]{64}$": "Mã SHA-256 gồm 64 chữ số hệ 16 viết thường.",
    }
    hint = hints.get(pattern, "Viết “mã-văn-bản#mã-mục”." if "#" in pattern else "Xem ví dụ ở bản ghi khác.")
    return Finding(code="TRUONG-05", where=where, message=f"“{name}” viết sai dạng: “{value}”", hint=hint)


def _kind_of(value: Any) -> str:
    names: tuple[tuple[type, str], ...] = (
        (bool, "đúng/sai"), (int, "số"), (float, "số"), (str, "chữ"), (tuple, "danh sách"), (dict, "nhóm trường"),
    )  # fmt: skip
    if value is None:
        return "null"
    return next((name for kind, name in names if isinstance(value, kind)), "kiểu khác")


def _type_hint(kind: str, value: Any) -> str:
    if kind == "string_type" and isinstance(value, bool | int | float):
        return f'Đặt trong ngoặc kép: "{value}".'
    if value is None:
        return "Trường này không nhận null: điền giá trị hoặc xóa dòng."
    return "Xem trường này ở một bản ghi khác cùng loại."


def _limit(context: dict[str, Any]) -> str:
    signs = {"ge": "từ", "gt": "lớn hơn", "le": "đến", "lt": "nhỏ hơn"}
    parts = [f"{word} {context[key]}" for key, word in signs.items() if key in context]
    return f"Cho phép {' '.join(parts)}." if parts else "Xem ví dụ ở bản ghi khác."


def _field_names(model: type[BaseModel]) -> set[str]:
    """Collect the field names of a record type and of everything inside it."""
    schema = model.model_json_schema()
    names = set(schema.get("properties", {}))
    for part in schema.get("$defs", {}).values():
        names.update(part.get("properties", {}))
    return names
