"""Compressed copies of a site's text files, made once so that a server need not do it."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

from handbook.parallel import run_all

TYPES = frozenset(
    (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".ics", ".atom", ".map")
)
"""What is text.  Word and Excel files, fonts and images are compressed already."""

MIN_SIZE = 1024
"""Below this the answer fits into one packet anyway."""

_WORTH = 0.9
"""A copy that is not a tenth smaller is not worth a file."""


def compressed_copies(files: Iterable[Path]) -> Iterator[tuple[Path, bytes]]:
    """Yield (file beside the original, bytes) for every copy that is worth it, in order."""
    jobs = [file for file in sorted(files) if file.suffix in TYPES]
    for file, copies in zip(jobs, run_all(_copies_of, jobs), strict=True):
        for suffix, data in copies:
            yield file.with_name(file.name + suffix), data


def _copies_of(file: Path) -> list[tuple[str, bytes]]:
    data = file.read_bytes()
    if len(data) < MIN_SIZE:
        return []
    copies = ((".br", _brotli(data, file.name)), (".gz", _gzip(data)))
    return [(suffix, one) for suffix, one in copies if len(one) < _WORTH * len(data)]


def _gzip(data: bytes) -> bytes:
    """Compress without a time and without the system's name: the same input, the same bytes."""
    packed = gzip.compress(data, 9, mtime=0)
    return packed[:9] + b"\xff" + packed[10:]


def _brotli(data: bytes, name: str) -> bytes:
    import brotli

    # Quality 11 takes thirty times as long as 7 and saves a tenth: for the few files of each page.
    every_page = name.endswith(".css") or ".min." in name
    return bytes(brotli.compress(data, quality=11 if every_page else 7))
