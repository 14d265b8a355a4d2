"""The JSON API under `api/v1/`: one index and one file for every record, written for programs.

`records.json` lists every record; `<kind>/<id>.json` holds the record with its references resolved
both ways.  Keys and meanings are stable within `v1`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from handbook.index import canonical_number
from handbook.load.record_file import LoadedRecord
from handbook.model.base import At, Record
from handbook.model.document import Document
from handbook.model.plan import Plan
from handbook.model.reference import GlossaryTerm
from handbook.outline_sections import walk_sections
from handbook.outputs.api_status import status_json
from handbook.views.addresses import address_of
from handbook.views.site import Site, record_name

VERSION = "v1"


def api_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the API as (path under the site's root, bytes)."""
    index = site.index
    summaries = {(one.kind, one.record.id): _summary(one) for one in index.catalogue.loaded}
    yield (
        f"api/{VERSION}/records.json",
        _json({"version": VERSION, "records": list(summaries.values())}),
    )
    for one in index.catalogue.loaded:
        yield f"api/{VERSION}/{one.kind}/{one.record.id}.json", _record(site, one, summaries)


def _summary(one: LoadedRecord) -> dict[str, Any]:
    record: Any = one.record
    is_document = isinstance(record, Document)
    return {
        "kind": one.kind,
        "id": record.id,
        "number": canonical_number(record) if is_document else None,
        "title": _title(record),
        "date": record.issued if is_document else None,
        "url": address_of(one.kind, record.id),
        "path": one.path,
    }


def _title(record: Record) -> str:
    """Give what a program shows as a title: of a document and a term more than their short name."""
    if isinstance(record, Document):
        return record.title
    return record.expansion if isinstance(record, GlossaryTerm) else record_name(record)


def _record(
    site: Site, one: LoadedRecord, summaries: dict[tuple[str, str], dict[str, Any]]
) -> bytes:
    index = site.index
    data = dict(summaries[one.kind, one.record.id])
    if isinstance(one.record, Plan):
        data["outline_sections"] = [
            {"number": number, "depth": depth, "heading": section.heading, "at": _at(section.at)}
            for number, depth, section in walk_sections(one.record)
        ]
    if isinstance(one.record, Document):
        data["status"] = status_json(site.status(one.record.id))
    data["refers_to"] = [
        {"where": reference.where, **_target(reference.target, reference.kinds, summaries)}
        for reference in one.references
    ]
    data["referred_to_by"] = [
        {
            "kind": source.kind,
            "id": source.record.id,
            "title": summaries[source.kind, source.record.id]["title"],
            "url": address_of(source.kind, source.record.id),
            "where": reference.where,
        }
        for source, reference in index.incoming(one.record.id)
        if one.kind in reference.kinds
    ]
    # pydantic writes the record itself, in Rust; it goes in as the last member of the object.
    record = one.record.model_dump_json(by_alias=True).encode()
    return _json(data)[: -len(b"}\n")] + b',"record":' + record + b"}\n"


def _at(at: At) -> dict[str, Any]:
    return {"path": at.path, "lines": at.lines}


def _target(
    target: str, kinds: tuple[str, ...], summaries: dict[tuple[str, str], dict[str, Any]]
) -> dict[str, Any]:
    found = next((summaries[kind, target] for kind in kinds if (kind, target) in summaries), None)
    keys = ("kind", "id", "number", "title", "date", "url")
    return {key: found[key] for key in keys} if found else {"id": target}


def _json(value: Any) -> bytes:
    """Write compactly: indentation would leave the C encoder and take ten times as long."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
