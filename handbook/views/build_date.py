"""The day a build is made for: the newest in the records, so that same input gives same bytes."""

from __future__ import annotations

from datetime import UTC, date, datetime

from handbook.dates.calendar import is_day, last_day
from handbook.index import Index

_EARLIEST = date(2020, 1, 1)


def build_day(index: Index, epoch: str | None) -> date:
    """Give the day of a build: that of SOURCE_DATE_EPOCH if set, else the newest in the records.

    Never from the clock.  Raises ValueError when `epoch` is no number of seconds.
    """
    if not epoch:
        return newest_record_date(index)
    if not epoch.isdecimal():
        raise ValueError(f"SOURCE_DATE_EPOCH phải là số giây, đang là “{epoch}”.")
    return datetime.fromtimestamp(int(epoch), UTC).date()


def newest_record_date(index: Index) -> date:
    """Give the newest day on which a record was issued or its sources were checked."""
    days = [_EARLIEST]
    for one in index.catalogue.loaded:
        issued = getattr(one.record, "issued", None)
        if issued and is_day(issued):
            days.append(last_day(issued))
        checked = (source.checked_on for source in getattr(one.record, "sources", ()))
        days.extend(last_day(day) for day in checked if day and is_day(day))
    return max(days)
