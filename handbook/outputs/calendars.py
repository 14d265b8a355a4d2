"""Calendars under `lich/`: one for everything, for each plan, body and role (RFC 5545).

Every event is written once and put into all calendars it belongs to.  Nothing depends on the day of
the build: the stamps are the newest days the records name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from functools import cache

from icalendar import Alarm, Calendar, Timezone, TimezoneStandard
from icalendar import Event as Component

from handbook.model.plan import Milestone, Plan
from handbook.views.events import CalendarView, Event, calendars, events_of, next_day
from handbook.views.site import Site

DOMAIN = "so-tay-cong-doan"
ALARM_DAYS = (7, 1)
_LINE_BREAKS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_END = b"END:VCALENDAR\r\n"


def calendar_files(site: Site, site_url: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield every calendar as (path under the site's root, bytes).

    `site_url` is the site's own address where it is known: then events carry a full link.  Where it
    is not, they say which page to open: a bare path in a calendar looks like a link and is none.
    """
    written: dict[tuple[str, str], bytes] = {}
    for one in calendars(site):
        yield one.path, _calendar(site, one, site_url, written)


def _calendar(
    site: Site, view: CalendarView, site_url: str, written: dict[tuple[str, str], bytes]
) -> bytes:
    parts = []
    for plan, milestone in view.milestones:
        key = (plan.id, milestone.id)
        if key not in written:
            written[key] = _events(site, plan, milestone, site_url)
        parts.append(written[key])
    return b"".join((_head(view.name), *parts, _END))


def _events(site: Site, plan: Plan, milestone: Milestone, site_url: str) -> bytes:
    return b"".join(_component(one, site_url).to_ical() for one in events_of(site, plan, milestone))


def _head(name: str) -> bytes:
    head = Calendar()
    head.add("prodid", f"-//{DOMAIN}//lich//VI")
    head.add("version", "2.0")
    head.add("calscale", "GREGORIAN")
    head.add("method", "PUBLISH")
    head.add("name", plain(name))
    head.add("x-wr-calname", plain(name))
    head.add("x-wr-timezone", "Asia/Ho_Chi_Minh")
    head.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    head.add("x-published-ttl", "P1D")
    written: bytes = head.to_ical()
    return written.removesuffix(_END) + _timezone()


@cache
def _timezone() -> bytes:
    """Write Viet Nam's time; it also gives a calendar without events the part it must have."""
    zone = Timezone()
    zone.add("tzid", "Asia/Ho_Chi_Minh")
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1975, 6, 13))
    standard.add("tzoffsetfrom", timedelta(hours=7))
    standard.add("tzoffsetto", timedelta(hours=7))
    standard.add("tzname", "+07")
    zone.add_component(standard)
    written: bytes = zone.to_ical()
    return written


def _component(event: Event, site_url: str) -> Component:
    stamp = datetime.combine(event.modified, time(), UTC)
    link = f"{site_url.rstrip('/')}/{event.href}" if site_url else ""
    way = link or f"mở “Kế hoạch, hướng dẫn”, chọn “{event.page}”"
    component = Component()
    component.add("uid", f"{event.uid}@{DOMAIN}")
    component.add("dtstamp", stamp)
    component.add("last-modified", stamp)
    component.add("sequence", event.sequence)
    component.add("dtstart", event.first)
    component.add("dtend", next_day(event.last))
    if event.rule:
        until = {"until": event.until} if event.until else {}
        component.add("rrule", {**event.rule, **until})
    component.add("summary", plain(event.summary))
    component.add("description", plain(f"{event.description}\nXem trên trang tra cứu: {way}"))
    if link:
        component.add("url", link)
    if event.categories:
        component.add("categories", [plain(one) for one in event.categories])
    component.add("transp", "OPAQUE" if event.is_busy else "TRANSPARENT")
    component.add("status", "CONFIRMED")
    component.add("class", "PUBLIC")
    for days in ALARM_DAYS:
        component.add_component(_alarm(event, days))
    return component


def _alarm(event: Event, days: int) -> Alarm:
    """Remind some days before; of what lasts longer, before its end, for then it must be done."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", plain(event.summary))
    related = {"RELATED": "END"} if event.first != event.last else {}
    alarm.add("trigger", timedelta(days=-days), parameters=related)
    return alarm


def plain(text: str) -> str:
    """Keep a text one value: its line breaks become `\\n`, which the library escapes.

    >>> plain("a\\r\\nBEGIN:VEVENT\\rb")
    'a\\nBEGIN:VEVENT\\nb'
    """
    return _CONTROL.sub("", _LINE_BREAKS.sub("\n", text))
