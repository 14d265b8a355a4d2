"""What is new and what was checked again, by the dates that stand in the records.

The catalogue keeps no history of its own: a record is new on the day its document was issued, and
was seen to on the newest day its sources were checked.  Days that are not known are not guessed.
"""

from __future__ import annotations

import uuid
from typing import Any, NamedTuple

from handbook.dates.calendar import is_day
from handbook.load.record_file import LoadedRecord
from handbook.model.document import Document
from handbook.views.addresses import address_of
from handbook.views.site import Site, record_name

_NAMESPACE = uuid.UUID("6f1d5f0e-7a55-5c0b-9a0e-0c3c9f0a2b61")


class Change(NamedTuple):
    """A record with its days (ISO); `address` counts from the site's root."""

    kind: str
    id: str
    uri: str
    title: str
    summary: str
    address: str
    issued: str
    checked: str

    @property
    def updated(self) -> str:
        return max(self.issued, self.checked)


def uri_of(kind: str, record_id: str) -> str:
    """Name a record for ever, wherever the site lies: by its kind and id, not by an address."""
    return uuid.uuid5(_NAMESPACE, f"{kind}/{record_id}").urn


def changes(site: Site) -> list[Change]:
    """List the records that bear a full day, the latest first."""
    found = [_change(site, one) for one in site.index.catalogue.loaded]
    dated = sorted((one for one in found if one.updated), key=lambda one: (one.kind, one.id))
    return sorted(dated, key=lambda one: one.updated, reverse=True)


def _change(site: Site, one: LoadedRecord) -> Change:
    record: Any = one.record
    is_document = isinstance(record, Document)
    checked = (source.checked_on for source in getattr(record, "sources", ()))
    summaries = (getattr(record, name, None) for name in ("summary", "meaning"))
    return Change(
        kind=one.kind,
        id=record.id,
        uri=uri_of(one.kind, record.id),
        title=record_name(record),
        summary=next((text for text in summaries if text), ""),
        address=address_of(one.kind, record.id),
        issued=_full_day(record.issued) if is_document else "",
        checked=max(map(_full_day, checked), default=""),
    )


def _full_day(value: str | None) -> str:
    return value if value and is_day(value) else ""
