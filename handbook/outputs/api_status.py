"""A document's status in the JSON API: what holds on the day of the build, and what is to come.

`kind` is one of the Vietnamese words of `handbook.status.Kind`; dates are ISO, as precise as known.
"""

from __future__ import annotations

from typing import Any

from handbook.status import Finding, Status


def status_json(status: Status) -> dict[str, Any]:
    """Give a status as plain data."""
    return {
        "kind": status.kind,
        "as_of": status.day.isoformat(),
        "since": status.since,
        "by": status.by,
        "findings": [_finding(one) for one in status.findings],
        "changes": [
            {"day": one.day.isoformat(), "kind": one.kind, "by": one.by} for one in status.changes
        ],
    }


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "since": one.since,
        "documents": one.documents,
        "body": one.body,
        "successors": one.successors,
        "note": one.note,
        "at": {"path": one.at.path, "lines": one.at.lines} if one.at else None,
        "source": {
            "title": one.source.title,
            "confidence": one.source.confidence,
            "url": one.source.url,
            "checked_on": one.source.checked_on,
        }
        if one.source
        else None,
    }
