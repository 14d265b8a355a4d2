"""Read the names of weekdays, of their place in a month, and of hours, in a cleaned phrase."""

from __future__ import annotations

import re

from handbook.dates.calendar import WEEKDAYS
from handbook.model.date_expression import Nth

_NAMES_OF_DAYS = ("hai", "ba", "tu", "nam", "sau", "bay")


def read_weekday(text: str) -> str:
    """Name the weekday of a token.

    >>> read_weekday("thu 3"), read_weekday("chu nhat")
    ('thứ Ba', 'Chủ nhật')
    """
    if text == "chu nhat":
        return WEEKDAYS[6]
    name = text.removeprefix("thu ")
    return WEEKDAYS[int(name) - 2 if name.isdigit() else _NAMES_OF_DAYS.index(name)]


_PLACES: dict[str, Nth] = {
    "dau": "đầu tiên", "dau tien": "đầu tiên", "nhat": "đầu tiên", "mot": "đầu tiên",
    "1": "đầu tiên", "hai": "thứ hai", "2": "thứ hai", "ba": "thứ ba", "3": "thứ ba",
    "tu": "thứ tư", "4": "thứ tư", "cuoi": "cuối cùng", "cuoi cung": "cuối cùng",
}  # fmt: skip


def read_nth(text: str) -> Nth:
    """Name the place of a weekday in its month.

    >>> read_nth("cuoi"), read_nth("2")
    ('cuối cùng', 'thứ hai')
    """
    return _PLACES[text]


def read_time(text: str) -> str:
    """Write the hour of a token.

    >>> read_time("17h00"), read_time("8 gio 30 phut")
    ('17:00', '08:30')
    """
    hour, *minute = [int(number) for number in re.findall(r"[0-9]+", text)]
    return f"{hour:02}:{minute[0] if minute else 0:02}"
