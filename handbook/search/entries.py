"""What can be found: every record with its sections, each with its address, as text in fields.

An *entry* is a record (or a hand-written page): its head and its sections.  Fields decide how much
a word counts (`FIELDS`); `title` and `text` are what a result shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Field(NamedTuple):
    """How a field counts in BM25F: its weight, how much length dilutes it, its usual length."""

    weight: float
    dilution: float
    length: int


FIELDS: dict[str, Field] = {
    "number": Field(6.0, 0.3, 14),
    "title": Field(4.0, 0.6, 12),
    "heading": Field(2.4, 0.5, 18),
    "name": Field(1.8, 0.5, 12),
    "body": Field(1.0, 0.5, 60),
    "context": Field(0.6, 0.5, 24),
}
"""The usual lengths are constants, not averages: a record's postings depend on nothing else."""

KINDS: dict[str, tuple[str, str]] = {
    "p": ("plan", "Kế hoạch, hướng dẫn"),
    "d": ("directive", "Văn bản chỉ đạo"),
    "t": ("task", "Nhiệm vụ"),
    "m": ("milestone", "Mốc thời gian"),
    "c": ("target", "Chỉ tiêu"),
    "o": ("outline", "Đề cương"),
    "s": ("section", "Mục đề cương"),
    "x": ("passage", "Đoạn văn bản"),
    "n": ("note", "Ghi chú biên tập"),
    "q": ("procedure", "Quy trình"),
    "u": ("step", "Bước quy trình"),
    "b": ("body", "Đơn vị"),
    "a": ("area", "Lĩnh vực"),
    "r": ("role", "Vai trò"),
    "g": ("term", "Thuật ngữ"),
    "k": ("concept", "Khái niệm"),
    "l": ("path", "Lộ trình"),
    "h": ("page", "Trang"),
}
"""Letter in the index → `data-kind` of a result, its Vietnamese name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A place a result can lead to."""

    kind: str
    """The kind's letter in `KINDS`."""
    href: str
    """An anchor of the record's page (“nv-1”), or an address from the site's root (has a slash)."""
    title: str
    text: str
    fields: tuple[tuple[str, str], ...]
    place: str = ""
    areas: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    has_deadline: bool = False
    names: tuple[str, ...] = ()
    """What a record is called: a query that is one of these means this record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record.  Its sections are made when asked for: a large catalogue's do not fit in memory.

    `standing` (0 to 1) says how much it is in force, cited, new: it orders what matches alike.
    """

    head: Section
    id: str
    label: str
    standing: float
    number: str = ""
    issuer: str = ""
    level: str = ""
    date: str = ""
    year: str = ""
    status: str = ""
    force: str = ""
    used_by: str = ""
    has_outline: bool = False
    sections: Callable[[], Iterable[Section]] = tuple
