"""JSON Schemas of the record kinds, for editors that complete and check while typing."""

from __future__ import annotations

import json
from typing import Any

from handbook.model import RECORD_KINDS, RecordKind


def schema_files() -> dict[str, bytes]:
    """Give file name → bytes for every record kind."""
    return {f"{kind.name}.json": _schema(kind) for kind in RECORD_KINDS}


def _schema(kind: RecordKind) -> bytes:
    schema: dict[str, Any] = kind.type.model_json_schema(by_alias=True)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": kind.label.capitalize(),
    }
    return (json.dumps(_without_docstrings(schema), ensure_ascii=False, indent=2) + "\n").encode()


def _without_docstrings(value: Any) -> Any:
    """Drop the English docstrings of classes: an editor should see only Vietnamese descriptions."""
    if isinstance(value, list):
        return [_without_docstrings(one) for one in value]
    if not isinstance(value, dict):
        return value
    drop = {"description"} if "properties" in value else set()
    return {key: _without_docstrings(one) for key, one in value.items() if key not in drop}
