"""Small catalogues of documents tied to one another, written in a test as a few short lines."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from handbook.checks import load_and_check
from handbook.views.site import Site

_SOURCES = [{"id": "s1", "title": "Nguồn bịa", "confidence": "suy luận"}]
_AT = {"path": "I", "lines": [1]}

BODIES = {
    "tw": ("Tổng Công đoàn bịa", "trung ương", None),
    "tinh-a": ("Công đoàn tỉnh A Mẫu", "tỉnh", "tw"),
    "tinh-b": ("Công đoàn tỉnh B Mẫu", "tỉnh", "tw"),
    "huyen-a": ("Liên đoàn Lao động huyện A Một", "huyện", "tinh-a"),
    "huyen-uy-a": ("Huyện ủy A Một", "huyện", None),
    "van-phong-a": ("Văn phòng Liên đoàn Lao động huyện A Một", "bộ phận", "huyen-a"),
}
"""Id → name, level, parent."""


class Chains:
    """A catalogue under `root`, filled by the calls of a test."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._written = 0
        for body_id, (name, level, parent) in BODIES.items():
            self.body(body_id, name, level, parent)
        self._write("areas", {"id": "viec", "name": "Việc", "summary": "Bịa.", "order": 1})

    def body(self, body_id: str, name: str, level: str, parent: str | None = None) -> None:
        record = {"id": body_id, "name": name, "level": level, "kind": "công đoàn"}
        self._write("bodies", record | ({"parent": parent} if parent else {}))

    def directive(self, document_id: str, issuer: str | None, *ties: str, **more: Any) -> None:
        """Write a directive; a tie is “thực hiện nq-1”: a relation and the other's id."""
        self._write("directives", _document(document_id, issuer, ties, "Nghị quyết") | more)

    def plan(self, document_id: str, issuer: str | None, *ties: str, **more: Any) -> None:
        head = [{"part": "tên loại", "text": "Kế hoạch", "at": _AT}]
        record = _document(document_id, issuer, ties, "Kế hoạch") | {"head": head}
        self._write("plans", record | more)

    def site(self) -> Site:
        """Load everything; a record that does not load would make a test say nothing."""
        index, problems = load_and_check(self._root)
        assert len(index.catalogue.loaded) == self._written, "\n".join(map(str, problems))
        return Site(index, date(2026, 1, 1))

    def _write(self, folder: str, record: dict[str, Any]) -> None:
        path = self._root / "data" / folder / f"{record['id']}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        record = record if folder == "areas" else record | {"sources": _SOURCES}
        text = json.dumps(record, ensure_ascii=False, indent=1)  # JSON is YAML, without anchors
        path.write_text(text, encoding="utf-8")
        self._written += 1


def _document(
    document_id: str, issuer: str | None, ties: tuple[str, ...], kind: str
) -> dict[str, Any]:
    return {
        "id": document_id,
        "number": document_id.upper(),
        "kind": kind,
        "title": f"Về {document_id}",
        "issued": "2023-05-04",
        "issuer": issuer,
        "summary": "Bịa.",
        "relations": [dict(zip(("type", "to"), tie.rsplit(" ", 1), strict=True)) for tie in ties],
    }


def task(task_id: str, *directives: str, sections: tuple[str, ...] = ()) -> dict[str, Any]:
    """Write a task of a plan."""
    return {
        "id": task_id,
        "what": f"Làm {task_id}.",
        "body": "huyen-a",
        "directives": list(directives),
        "sections": list(sections),
        "area": "viec",
        "at": _AT,
    }


def target(target_id: str, *directives: str) -> dict[str, Any]:
    """Write a target of a plan."""
    return {
        "id": target_id,
        "indicator": f"Đo {target_id}",
        "operator": "bằng",
        "value": 1,
        "printed": "1",
        "when": {"type": "trong", "date": "2024", "printed": "năm 2024"},
        "bodies": ["huyen-a"],
        "area": "viec",
        "directives": list(directives),
        "at": _AT,
    }


def outline(*sections: tuple[str, str, tuple[str, ...]]) -> dict[str, Any]:
    """Write an outline of sections: number, heading, the documents its guidance names."""
    return {
        "title": "Đề cương bịa",
        "at": _AT,
        "sections": [
            {
                "number": number,
                "heading": heading,
                "at": _AT,
                "guidance": [{"text": "Viết.", "at": _AT, "directives": list(directives)}]
                if directives
                else [],
            }
            for number, heading, directives in sections
        ],
    }
