"""Judged queries from a file: JSON lines, or our own YAML sets with their twins without marks."""

import json
import unicodedata
from pathlib import Path

import yaml

from handbook.search.quality import Judged

OWN_SETS = (
    "queries.yml",
    "heldout_queries.yml",
    "fresh_queries.yml",
    "newcomer_queries.yml",
    "everyday_queries.yml",
    "plain_words_queries.yml",
)


class GoldError(Exception):
    """The file of judged queries is not what it should be; its text says where."""


def read_gold(path: Path) -> list[Judged]:
    """Read judged queries.  GoldError names the place that is wrong."""
    if path.suffix in (".yml", ".yaml"):
        toned, folded = read_own_set(path)
        return [*toned, *folded]
    judged = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        try:
            one = json.loads(line)
            judged.append(Judged(str(one["query"]), tuple(map(str, one["expected"]))))
        except (ValueError, TypeError, KeyError):
            raise GoldError(
                f'{path}:{number}: cần {{"query": "…", "expected": ["mã bản ghi", …]}}'
            ) from None
    return judged


def read_own_set(path: Path) -> tuple[list[Judged], list[Judged]]:
    """Read one of our sets: its queries; their twins, but where a row says `twin: false`."""
    rows = [row for group in yaml.safe_load(path.read_text("utf-8")).values() for row in group]
    toned = [Judged(row["query"], tuple(row["expected"])) for row in rows]
    return toned, [
        Judged(without_marks(row["query"]), tuple(row["expected"]))
        for row in rows
        if row.get("twin", True)
    ]


def without_marks(text: str) -> str:
    """Write a text as people do who type no marks.

    >>> without_marks("Đại hội")
    'Dai hoi'
    """
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return plain.replace("đ", "d").replace("Đ", "D")
