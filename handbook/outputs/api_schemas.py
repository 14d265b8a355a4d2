"""What describes the API: the JSON Schema of every file kind, and the changelog of records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from handbook.model import RECORD_KINDS
from handbook.outputs.api import VERSION
from handbook.outputs.json_schema import schema_files
from handbook.views.changes import changes
from handbook.views.site import Site

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: dict[str, Any] = {"type": "string"}
_MAYBE_TEXT: dict[str, Any] = {"type": ["string", "null"]}


def api_descriptions(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the schemas and the changelog as (path under the site's root, bytes)."""
    folder = f"api/{VERSION}"
    for name, data in schema_files().items():
        yield f"{folder}/schema/record/{name}", data
    for name, schema in _answers().items():
        yield f"{folder}/schema/{name}.json", _json({"$schema": _DRAFT, **schema})
    listed = [
        {
            "kind": one.kind,
            "id": one.id,
            "uri": one.uri,
            "title": one.title,
            "url": one.address,
            "issued": one.issued or None,
            "checked": one.checked or None,
            "updated": one.updated,
        }
        for one in changes(site)
    ]
    yield f"{folder}/changelog.json", _json({"version": VERSION, "changes": listed})


def _answers() -> dict[str, dict[str, Any]]:
    """Give the schema of every kind of answer; a record's own part has a schema for each kind."""
    kinds = {"enum": [kind.name for kind in RECORD_KINDS]}
    summary = {
        "kind": kinds,
        "id": _TEXT,
        "number": _MAYBE_TEXT,
        "title": _TEXT,
        "date": _MAYBE_TEXT,
        "url": _TEXT,
        "path": _TEXT,
    }
    change = {
        "kind": kinds,
        "id": _TEXT,
        "uri": {"type": "string", "pattern": "^urn:uuid:[0-9a-f-]{36}$"},
        "title": _TEXT,
        "url": _TEXT,
        "issued": _MAYBE_TEXT,
        "checked": _MAYBE_TEXT,
        "updated": _TEXT,
    }
    reference = {"type": "object", "required": ["id", "where"]}
    one_record = {
        **summary,
        "refers_to": {"type": "array", "items": reference},
        "referred_to_by": {"type": "array", "items": reference},
        "record": {"type": "object"},
    }
    return {
        "records": _object({"version": _TEXT, "records": _array(_object(summary, is_open=True))}),
        "changelog": _object({"version": _TEXT, "changes": _array(_object(change))}),
        "answer": _object(one_record, is_open=True),
    }


def _object(properties: dict[str, Any], *, is_open: bool = False) -> dict[str, Any]:
    """Describe an object; an open one may gain members within a version of the API."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": is_open,
    }


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
