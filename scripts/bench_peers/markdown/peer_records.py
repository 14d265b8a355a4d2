"""Records read once; a module of its own, since Zensical loads `main.py` again for each page."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_DATA = Path(__file__).parent / "data"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def read_record(kind: str, record_id: str) -> dict[str, Any]:
    """Read a record, with the fast loader where there is one."""
    text = (_DATA / kind / f"{record_id}.yml").read_text(encoding="utf-8")
    record: dict[str, Any] = yaml.load(text, Loader=_LOADER)
    return record


@cache
def name_of(kind: str, record_id: str) -> str:
    """Say what a record is called; an id that is none stands for itself."""
    try:
        record = read_record(kind, record_id)
    except OSError:
        return record_id
    return str(record.get("short_title") or record.get("name") or record.get("title"))
