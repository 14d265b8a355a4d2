"""Charts drawn at build time as SVG: no JavaScript, legible on a phone and in print."""

from __future__ import annotations

from markupsafe import Markup

from handbook.views.items import TargetView

_WIDTH = 340
_ROW = 58
_BAR = 12


def target_chart(bars: list[tuple[TargetView, float]]) -> Markup:
    """Draw one horizontal bar for each target in per cent; the label stands above its bar.

    The drawing is as wide as a phone, so its letters keep their size there.
    """
    height = len(bars) * _ROW + 8
    rows = Markup("").join(
        _bar(position, view, value) for position, (view, value) in enumerate(bars)
    )
    title = f"Biểu đồ {len(bars)} chỉ tiêu tính bằng phần trăm; bảng bên dưới ghi đủ từng chỉ tiêu."
    return Markup(
        '<svg class="hb-chart" viewBox="0 0 {w} {h}" role="img" aria-label="{t}">{rows}</svg>'
    ).format(w=_WIDTH, h=height, t=title, rows=rows)


def _bar(position: int, view: TargetView, value: float) -> Markup:
    top = position * _ROW + 4
    width = max(2.0, min(value, 100) / 100 * (_WIDTH - 4))
    level = f"{view.value} · {view.when.words}"
    return Markup(
        '<text x="2" y="{ty}" class="hb-chart-value">{level}</text>'
        '<text x="2" y="{iy}" class="hb-chart-label">{label}</text>'
        '<rect x="2" y="{by}" width="{full}" height="{bar}" class="hb-chart-track"/>'
        '<rect x="2" y="{by}" width="{width}" height="{bar}" class="hb-chart-bar">'
        "<title>{whole}</title></rect>"
    ).format(
        ty=top + 13,
        iy=top + 28,
        by=top + 34,
        bar=_BAR,
        full=_WIDTH - 4,
        width=f"{width:.1f}",
        level=level,
        label=_shorten(view.indicator, 54),
        whole=f"{level} · {view.indicator}",
    )


def _shorten(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0] + "…"
