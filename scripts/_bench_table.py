"""The table of a benchmark: one line a way to build and a size, each beside ours."""

import statistics
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from _bench_peers import SiteSize
from _measured import Cost

OURS = "handbook"
HEADINGS = ("plans", "build", "wall s", "CPU s", "peak MB", "pages", "files", "site MB")
RATIOS = ("wall/ours", "CPU/ours", "growth")
_WIDTHS = (7, -26, 8, 8, 8, 7, 7, 8, 10, 9, 7)


class Row(NamedTuple):
    """A way to build a catalogue of a size: its median cost, and what it wrote."""

    plans: int
    name: str
    cost: Cost
    size: SiteSize | None = None


def median_cost(costs: Sequence[Cost]) -> Cost:
    """Take the median of the times; of memory the highest, for a machine must have that much."""
    return Cost(
        statistics.median(one.wall for one in costs),
        statistics.median(one.cpu for one in costs),
        max(one.memory for one in costs),
    )


def total_cost(costs: Sequence[Cost]) -> Cost:
    """Add the times of steps that follow one another; of memory the highest."""
    return Cost(
        sum(one.wall for one in costs),
        sum(one.cpu for one in costs),
        max(one.memory for one in costs),
    )


def table(rows: Iterable[Row]) -> Iterator[str]:
    """Write the lines of a table as rows come: small sizes first, and of each size ours first.

    Growth is CPU time beside that of the same build at the smallest size: cost that grows in
    proportion grows no faster than the number of plans.
    """
    yield _line((*HEADINGS, *RATIOS))
    ours: dict[int, Cost] = {}
    least: dict[str, Cost] = {}
    for row in rows:
        if row.name == OURS:
            ours[row.plans] = row.cost
        same_size = ours.get(row.plans)
        smallest = least.setdefault(row.name, row.cost)
        size = row.size
        yield _line(
            (
                str(row.plans),
                row.name,
                f"{row.cost.wall:.2f}",
                f"{row.cost.cpu:.2f}",
                f"{row.cost.memory:.0f}",
                *(
                    (str(size.pages), str(size.files), f"{size.megabytes:.1f}")
                    if size
                    else ("-",) * 3
                ),
                _ratio(row.cost.wall, same_size and same_size.wall),
                _ratio(row.cost.cpu, same_size and same_size.cpu),
                _ratio(row.cost.cpu, smallest.cpu),
            )
        )


def _ratio(value: float, base: float | None) -> str:
    return f"{value / base:.2f}" if base else "-"


def _line(cells: Sequence[str]) -> str:
    return " ".join(
        cell.ljust(-width) if width < 0 else cell.rjust(width)
        for cell, width in zip(cells, _WIDTHS, strict=True)
    ).rstrip()
