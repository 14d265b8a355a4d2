"""Timelines drawn at build time as SVG: no JavaScript, legible on a phone and in print."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from handbook.dates.words import say_day
from handbook.views.timeline import Bar, Row, Timeline

_WIDTH, _ROW, _TOP, _BAR = 340, 34, 30, 8
_EDGE = 6
_LETTERS = 58
_MARK = 4.0


def timeline_chart(timeline: Timeline) -> Markup:
    """Draw a row for each thing: its name, and below it a bar or a mark on a common scale."""
    height = _TOP + len(timeline.rows) * _ROW + 6
    title = (
        f"Dòng thời gian từ {say_day(timeline.start)} đến {say_day(timeline.end)}, "
        f"{len(timeline.rows)} dòng; ngày của từng dòng ghi trong bảng mốc thời gian."
    )
    rows = Markup("").join(_row(at, row, timeline) for at, row in enumerate(timeline.rows))
    return Markup(
        '<svg class="hb-timeline" viewBox="0 0 {w} {h}" role="img" aria-label="{title}">'
        "{scale}{rows}</svg>"
    ).format(w=_WIDTH, h=height, title=title, scale=_scale(timeline, height), rows=rows)


def _scale(timeline: Timeline, height: int) -> Markup:
    """Draw a line where months, quarters or years begin, whichever leave room for their names."""
    lines = Markup("")
    end_of_last = -1e9
    for day in _ticks(timeline.start, timeline.end):
        x = _x(day, timeline)
        lines += Markup('<path d="M{x:.1f} 16V{h}" class="hb-timeline-line"/>').format(
            x=x, h=height
        )
        if x - end_of_last > 46 and x < _WIDTH - 40:
            name = f"{day.month:02}/{day.year}"
            lines += Markup(
                '<text x="{x:.1f}" y="11" class="hb-timeline-date">{name}</text>'
            ).format(x=x, name=name)
            end_of_last = x
    return lines


def _ticks(start: date, end: date) -> list[date]:
    months = (end.year - start.year) * 12 + end.month - start.month
    step = next(step for step in (1, 3, 6, 12, 60) if months / step <= 14 or step == 60)
    first = start.year * 12
    found = (
        date(number // 12, number % 12 + 1, 1)
        for number in range(first, end.year * 12 + end.month, step)
    )
    return [day for day in found if day >= start]


def _row(at: int, row: Row, timeline: Timeline) -> Markup:
    top = _TOP + at * _ROW
    name = f"⚠ {row.label}" if row.is_in_conflict else row.label
    bars = Markup("").join(_bar(bar, row, top + 17, timeline) for bar in row.bars)
    return Markup('<text x="{e}" y="{y}" class="hb-timeline-label">{name}</text>{bars}').format(
        e=_EDGE, y=top + 11, name=_shorten(name, _LETTERS), bars=bars
    )


def _bar(bar: Bar, row: Row, top: int, timeline: Timeline) -> Markup:
    kind = {"mốc": "milestone", "kỳ": "period", "ban hành": "issue"}[row.kind]
    name = f"hb-timeline-{kind}" + (" hb-timeline-wrong" if row.is_in_conflict else "")
    hint = f"{row.label}: {row.words or _say(bar)}"
    end = _x(bar.last, timeline)
    if bar.first is None or bar.first == bar.last:
        shape = Markup('<path d="M{x:.1f} {t}l{m} {m}l-{m} {m}l-{m} -{m}z" class="{c}">').format(
            x=end, t=top, m=_MARK, c=name
        )
        return shape + Markup("<title>{}</title></path>").format(hint)
    begin = _x(bar.first, timeline)
    return Markup(
        '<rect x="{x:.1f}" y="{t}" width="{w:.1f}" height="{h}" class="{c}">'
        "<title>{hint}</title></rect>"
    ).format(x=begin, t=top, w=max(2.0, end - begin), h=_BAR, c=name, hint=hint)


def _say(bar: Bar) -> str:
    return f"{say_day(bar.first)} – {say_day(bar.last)}" if bar.first else say_day(bar.last)


def _x(day: date, timeline: Timeline) -> float:
    """Place a day on the scale; what lies outside stands at the edge."""
    whole = (timeline.end - timeline.start).days or 1
    share = min(max((day - timeline.start).days / whole, 0.0), 1.0)
    return _EDGE + share * (_WIDTH - 2 * _EDGE)


def _shorten(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0] + "…"
