"""Timelines drawn at build time as SVG: no JavaScript, legible on a phone and in print."""

from __future__ import annotations

from datetime import date
from textwrap import wrap

from markupsafe import Markup

from handbook.dates.words import say_day
from handbook.views.timeline import Bar, Row, Timeline

_WIDTH, _TOP, _BAR = 320, 24, 8
_EDGE = 6
_MARK = 4.0
_TIP = 6.0
"""How far a bar that is cut points out; the edge leaves as much room."""
_LINE, _BELOW = 15, 22
"""Room for one line of a name, and for the bar below it."""
_LETTERS, _LINES = 42, 2
"""How much of a name fits at the size a phone needs."""
_DATE = 46
"""Room for the name of a month."""


def timeline_chart(timeline: Timeline) -> Markup:
    """Draw a row for each thing: its name, and below it a bar or a mark on a common scale."""
    rows, top = Markup(""), _TOP
    for row in timeline.rows:
        lines = _lines(f"⚠ {row.label}" if row.is_in_conflict else row.label)
        rows += _row(row, lines, top, timeline)
        top += len(lines) * _LINE + _BELOW
    title = (
        f"Dòng thời gian từ {say_day(timeline.start)} đến {say_day(timeline.end)}, "
        f"{len(timeline.rows)} dòng; ngày của từng dòng được ghi bằng chữ trên cùng trang này."
    )
    return Markup(
        '<svg class="hb-timeline" viewBox="0 0 {w} {h}" role="img" aria-label="{title}">'
        "{scale}{rows}</svg>"
    ).format(w=_WIDTH, h=top, title=title, scale=_scale(timeline, top), rows=rows)


def _scale(timeline: Timeline, height: int) -> Markup:
    """Draw a line where months, quarters or years begin, and their names where there is room."""
    lines = Markup("")
    free = 0.0
    for day in _ticks(timeline.start, timeline.end):
        x = _x(day, timeline)
        lines += Markup('<path d="M{x:.1f} 16V{h}" class="hb-timeline-line"/>').format(
            x=x, h=height
        )
        # The name stands right of its line, or left of it where the picture ends.
        begin, anchor = (x, "start") if x + _DATE <= _WIDTH else (x - _DATE, "end")
        if begin >= free:
            lines += Markup(
                '<text x="{x:.1f}" y="11" text-anchor="{a}" class="hb-timeline-date">{name}</text>'
            ).format(x=x, a=anchor, name=f"{day.month:02}/{day.year}")
            free = begin + _DATE
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


def _row(row: Row, lines: list[str], top: int, timeline: Timeline) -> Markup:
    spans = Markup("").join(
        Markup('<tspan x="{}" y="{}">{}</tspan>').format(_EDGE, top + 12 + at * _LINE, line)
        for at, line in enumerate(lines)
    )
    below = top + len(lines) * _LINE + 3
    bars = Markup("").join(_bar(bar, row, below, timeline) for bar in row.bars)
    return Markup('<text class="hb-timeline-label">{}</text>{}').format(spans, bars)


def _bar(bar: Bar, row: Row, top: int, timeline: Timeline) -> Markup:
    kind = {"mốc": "milestone", "kỳ": "period", "ban hành": "issue"}[row.kind]
    name = f"hb-timeline-{kind}" + (" hb-timeline-wrong" if row.is_in_conflict else "")
    words = row.words
    hint = Markup("<title>{}</title>").format(f"{row.label}: {words}")
    end = _x(bar.last, timeline)
    if (bar.first or bar.last) > timeline.end:
        return _outside("M{x:.1f} {t}l{w} {m}l-{w} {m}z", "end", words, top, name, hint)
    if bar.last < timeline.start:
        return _outside("M{x:.1f} {t}l-{w} {m}l{w} {m}z", "start", words, top, name, hint)
    if bar.first is None or bar.first == bar.last:
        return Markup(
            '<path d="M{x:.1f} {t}l{m} {m}l-{m} {m}l-{m} -{m}z" class="{c}">{hint}</path>'
        ).format(x=end, t=top, m=_MARK, c=name, hint=hint)
    begin = _x(bar.first, timeline)
    drawn = Markup(
        '<rect x="{x:.1f}" y="{t}" width="{w:.1f}" height="{h}" class="{c}">{hint}</rect>'
    ).format(x=begin, t=top, w=max(2.0, end - begin), h=_BAR, c=name, hint=hint)
    if bar.first < timeline.start:
        drawn += _point(begin, -_TIP, top, name)
    if bar.last > timeline.end:
        drawn += _point(end, _TIP, top, name)
    return drawn


def _point(x: float, tip: float, top: int, name: str) -> Markup:
    """Point a bar outwards where the picture cuts it: it goes on there."""
    return Markup('<path d="M{x:.1f} {t}l{w} {m}l{b} {m}z" class="{c}"/>').format(
        x=x, t=top, w=tip, b=-tip, m=_MARK, c=name
    )


def _outside(path: str, side: str, words: str, top: int, name: str, hint: Markup) -> Markup:
    """Draw an arrow towards a time the picture does not reach, and say that time beside it."""
    wide = 2 * _MARK
    tail = _WIDTH - _EDGE - wide if side == "end" else _EDGE + wide
    beside = tail - 4 if side == "end" else tail + 4
    return Markup(
        '<path d="{d}" class="{c}">{hint}</path>'
        '<text x="{x:.1f}" y="{y}" text-anchor="{side}" class="hb-timeline-date">{words}</text>'
    ).format(
        d=path.format(x=tail, t=top, w=wide, m=_MARK),
        c=name,
        hint=hint,
        x=beside,
        y=top + _BAR,
        side=side,
        words=words,
    )


def _x(day: date, timeline: Timeline) -> float:
    """Place a day on the scale; a bar that runs out of it ends at the edge."""
    whole = (timeline.end - timeline.start).days or 1
    share = min(max((day - timeline.start).days / whole, 0.0), 1.0)
    return _EDGE + share * (_WIDTH - 2 * _EDGE)


def _lines(text: str) -> list[str]:
    """Break a name into the lines there is room for."""
    return wrap(text, _LETTERS, max_lines=_LINES, placeholder="…")
