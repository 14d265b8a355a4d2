"""The date a build is made for: the newest date in the records, so that same input gives same bytes."""

from __future__ import annotations

from datetime import date

from handbook.dates.calendar import last_day
from handbook.index import Index

_EARLIEST = date(2020, 1, 1)


def newest_record_date(index: Index) -> date:
    """Give the newest day on which a record was issued or its sources were checked."""
    days = [_EARLIEST]
    for one in index.catalogue.loaded:
        issued = getattr(one.record, "issued", None)
        if issued and len(issued) == 10:
            days.append(last_day(issued))
        for source in getattr(one.record, "sources", ()):
            if source.checked_on and len(source.checked_on) == 10:
                days.append(last_day(source.checked_on))
    return max(days)
