"""The records: what may stand in `data/`, field by field.

`RECORD_KINDS` is the one table of record kinds: kind → folder under `data/` → type.
"""

from __future__ import annotations

from typing import NamedTuple

from handbook.model.base import Record
from handbook.model.concept import Concept
from handbook.model.document import Directive
from handbook.model.path import Path, WayIn
from handbook.model.plan import Plan
from handbook.model.reference import Area, Body, GlossaryTerm, Procedure, Role
from handbook.model.wording import WordTable


class RecordKind(NamedTuple):
    """A kind of record: its name in code and JSON, its folder, its type, its Vietnamese name."""

    name: str
    folder: str
    type: type[Record]
    label: str


RECORD_KINDS: tuple[RecordKind, ...] = (
    RecordKind("plan", "plans", Plan, "kế hoạch, hướng dẫn"),
    RecordKind("directive", "directives", Directive, "văn bản chỉ đạo"),
    RecordKind("body", "bodies", Body, "đơn vị"),
    RecordKind("area", "areas", Area, "lĩnh vực"),
    RecordKind("role", "roles", Role, "vai trò"),
    RecordKind("term", "glossary", GlossaryTerm, "thuật ngữ"),
    RecordKind("procedure", "procedures", Procedure, "quy trình"),
    RecordKind("concept", "concepts", Concept, "khái niệm"),
    RecordKind("path", "paths", Path, "lộ trình"),
    RecordKind("way", "ways", WayIn, "lối vào trang đầu"),
    RecordKind("words", "words", WordTable, "từ thường ngày"),
)
