"""What the builder writes with: script files, the facets' table, the shards of results' texts."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from handbook.search.encoding import fixed
from handbook.search.entries import Entry, Section

TEXT_SHARD = 12_000
"""Characters of a shard of texts; about 12 kB compressed.

Results come from neighbours more often than not, and a file costs more than its bytes.
"""
_PROFILE = 3
"""Characters of the number of a combination of facets."""


class Writer:
    """Writes script files and counts them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = 0
        self.size = 0
        self._digest = hashlib.sha256()

    def write(self, name: str, value: Any, **expressions: str) -> None:
        """Write the file that hands over one value; scripts may be added to it as properties."""
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        body = body.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        for key, expression in expressions.items():
            body = f'{body[:-1]},"{key}":{expression}}}'
        self.write_script(name, body)

    def write_script(self, name: str, expression: str) -> None:
        """Write the file that hands over the value of an expression."""
        data = f'handbookSearch.take("{name}",{expression});\n'.encode()
        (self.folder / f"{name}.js").write_bytes(data)
        self._digest.update(data)
        self.files += 1
        self.size += len(data)

    def digest(self, manifest: Any) -> str:
        """Give a name for all that was written so far."""
        self._digest.update(json.dumps(manifest, sort_keys=True).encode())
        return self._digest.hexdigest()[:12]


class FacetTable:
    """Numbers the combinations of facet values; far fewer than sections."""

    def __init__(self) -> None:
        self._names: dict[str, dict[str, int]] = {}
        self._records: dict[tuple[Any, ...], int] = {}
        self._sections: dict[tuple[Any, ...], int] = {}

    def record(self, entry: Entry) -> str:
        """Write the number of a record's combination."""
        key = (
            self._number("issuer", entry.issuer),
            self._number("level", entry.level),
            self._number("year", entry.year),
            self._number("force", entry.force),
            int(entry.has_outline),
        )
        return fixed(self._records.setdefault(key, len(self._records)), _PROFILE)

    def section(self, section: Section) -> str:
        """Write the number of a section's combination."""
        key = (
            tuple(self._number("area", one) for one in section.areas),
            tuple(self._number("role", one) for one in section.roles),
            int(section.has_deadline),
        )
        return fixed(self._sections.setdefault(key, len(self._sections)), _PROFILE)

    def _number(self, facet: str, value: str) -> int:
        """Number a value; 0 is none."""
        names = self._names.setdefault(facet, {"": 0})
        return names.setdefault(value, len(names))

    def names(self) -> dict[str, Any]:
        """Give the values of each facet by number, and the combinations by number."""
        return {
            "names": {facet: list(names) for facet, names in sorted(self._names.items())},
            "records": [list(one) for one in self._records],
            "sections": [[list(areas), list(roles), due] for areas, roles, due in self._sections],
        }


class TextShards:
    """What results show, record after record; a record is never cut."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._records: list[Any] = []
        self._size = 0
        self._written = 0
        self.starts: list[int] = []
        """1 where a record begins a new shard, else 0."""
        self.kinds: list[str] = []
        """The kinds of each record's sections."""

    def add(self, entry: Entry, sections: list[Section]) -> None:
        """Add a record."""
        size = len(entry.head.text) + 150
        size += sum(len(one.text) + len(one.title) + len(one.place) + 30 for one in sections)
        if self._records and self._size + size > TEXT_SHARD:
            self.flush()
        self.starts.append(int(not self._records and bool(self.starts)))
        self.kinds.append("".join(one.kind for one in sections))
        head = entry.head
        about = [entry.id, head.href, head.title, head.text, entry.label, entry.number]
        about += [entry.issuer, entry.date, entry.status, entry.used_by]
        places = [[one.href, one.title, one.text, one.place] for one in sections]
        self._records.append([about, places])
        self._size += size

    def flush(self) -> None:
        """Write the shard."""
        if self._records:
            self._writer.write(f"d{self._written}", self._records)
            self._written += 1
        self._records, self._size = [], 0
