"""Every time of every milestone, month by month in parts, when the agenda has no room for all."""

from __future__ import annotations

from handbook.dates.in_plan import say_in_plan
from handbook.dates.words import say_day
from handbook.views.addresses import address_of
from handbook.views.agenda_times import AgendaTime, Chosen, all_times, choose_times, say_span
from handbook.views.document_lists import short_link, year_of
from handbook.views.parts import Entry, LongList, name_page_list
from handbook.views.site import Link, Site

AGENDA = Link("thoi-gian/", "Việc theo thời gian")


def say_dated(chosen: Chosen) -> str:
    """Say which of the times that have a day a page shows, if it does not show all."""
    if len(chosen.dated) == chosen.all_dated:
        return ""
    first, last = chosen.dated[0].span.last, chosen.dated[-1].span.last
    assert first  # they are dated
    assert last
    count, total = len(chosen.dated), chosen.all_dated
    days = f"từ {say_day(first)} đến {say_day(last)}" if first != last else say_day(first)
    return f"Trang này chỉ hiện {count} mốc gần nhất trong {total} mốc có ngày: hạn {days}."


def say_undated(chosen: Chosen) -> str:
    """Say which of the times that have no day a page shows, if it does not show all."""
    count, total = len(chosen.undated), chosen.all_undated
    if count == total:
        return ""
    return f"Chỉ hiện {count} trong {total} mốc không nêu ngày, của các văn bản mới nhất."


def dated_list(site: Site) -> LongList:
    """List the times that have a last day, the latest first; none when the agenda shows all."""
    dated = all_times(site)[0]
    return LongList(
        name=name_page_list(AGENDA),
        title="Mọi mốc thời gian, theo tháng",
        page=AGENDA,
        items=() if choose_times(site).is_whole else dated[::-1],
        heading=_month,
        entry=lambda time: _entry(site, time),
        most=0,
    )


def undated_list(site: Site) -> LongList:
    """List the times that have no day, newest plans first; none when the agenda shows all."""
    undated = all_times(site)[1]
    return LongList(
        name=name_page_list(AGENDA, "khong-neu-ngay"),
        title="Mọi mốc không nêu ngày",
        page=AGENDA,
        items=() if choose_times(site).is_whole else undated,
        heading=lambda time: f"Văn bản {year_of(site, time.plan.id).lower()}",
        entry=lambda time: _entry(site, time),
        most=0,
    )


def _month(time: AgendaTime) -> str:
    last = time.span.last
    return f"Tháng {last:%m/%Y}" if last else ""


def _entry(site: Site, time: AgendaTime) -> Entry:
    plan, milestone, (first, last), _ = time
    return Entry(
        Link(f"{address_of('plan', plan.id)}#{milestone.id}", milestone.what.rstrip(".")),
        before=say_span(milestone, first, last),
        guide=say_day(last) if last else "",
        detail="" if last else say_in_plan(plan, milestone),
        plan=short_link(site, plan.id),
    )
