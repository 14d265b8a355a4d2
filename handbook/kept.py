"""Results kept from one run to the next: what a file was turned into, under the file's digest.

One SQLite file, thrown away without harm: whatever is missing, torn, made from something else, or
made by other code is as if it had never been kept.  Values are text that the reader checks again
(JSON), never pickles: opening the file runs nothing.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections.abc import Callable, Collection, Mapping
from contextlib import closing, suppress
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

_TABLE = """
CREATE TABLE IF NOT EXISTS kept (
    sort TEXT, name TEXT, made_from BLOB, seal BLOB, value BLOB, PRIMARY KEY (sort, name)
) WITHOUT ROWID
"""
_FIND = "SELECT made_from, seal, value FROM kept WHERE sort = ? AND name = ?"
_KEEP = "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)"
_NAMES = "SELECT name FROM kept WHERE sort = ?"
_FORGET = "DELETE FROM kept WHERE sort = ? AND name = ?"
_PATIENCE = 2.0
"""Seconds to wait for another run that writes; after that this one works without the store."""


LIBRARIES = (
    "holidays",
    "jinja2",
    "markupsafe",
    "pydantic",
    "pydantic-core",
    "python-dateutil",
    "pyyaml",
)
"""What results are made with: a newer one may know other days off, or write other HTML."""


_FAILURES = (OSError, sqlite3.Error, UnicodeError)
"""What using the store may raise; of a torn file SQLite may complain in words that are no text."""


class Result(NamedTuple):
    """What was made, and the digest of everything it was made from."""

    made_from: bytes
    value: bytes


class Kept:
    """The store in one file; it may be missing, broken, or in use by another process.

    A result has a sort (“records”) and a name (a path): a new one takes the place of the old.
    """

    def __init__(self, file: Path, code: bytes) -> None:
        self._file = file
        self._code = code

    def find(self, sort: str, made_from: Mapping[str, bytes]) -> dict[str, bytes]:
        """Give name → value of what was kept and was made from the same; never raises."""
        found: dict[str, bytes] = {}
        try:
            if not made_from or not self._file.is_file():
                return found
            with closing(self._connect()) as database:
                for name, digest in made_from.items():
                    row = database.execute(_FIND, [sort, name]).fetchone()
                    if row and self._is_whole(sort, name, digest, row):
                        found[name] = row[-1]
        except _FAILURES as error:
            self._give_up(error)
        return found

    def keep(self, sort: str, results: Mapping[str, Result]) -> None:
        """Keep results, each in the place of an older one of its name."""
        rows = [
            (sort, name, one.made_from, self._seal(sort, name, one), one.value)
            for name, one in results.items()
        ]
        if rows:
            self._change(lambda database: database.executemany(_KEEP, rows))

    def forget_all_but(self, sort: str, names: Collection[str]) -> None:
        """Forget the results of this sort that have other names."""

        def forget(database: sqlite3.Connection) -> None:
            kept = {name for (name,) in database.execute(_NAMES, [sort])}
            database.executemany(_FORGET, [(sort, name) for name in kept.difference(names)])

        self._change(forget)

    def _change(self, change: Callable[[sqlite3.Connection], object]) -> None:
        """Change the store in one transaction, or leave it as it is."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._connect()) as database, database:
                database.execute(_TABLE)
                change(database)
        except _FAILURES as error:
            self._give_up(error)

    def _connect(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._file, timeout=_PATIENCE)
        # What a power cut tears is noticed by its seal and made again.
        database.execute("PRAGMA synchronous = OFF")
        return database

    def _give_up(self, error: Exception) -> None:
        """Go on without the store: the results are only made again.  A broken file is removed.

        No table yet, in use by others, a full disk, no permission: these are operational errors.
        """
        if not isinstance(error, (OSError, sqlite3.OperationalError)):
            with suppress(OSError):
                self._file.unlink()

    def _is_whole(self, sort: str, name: str, made_from: bytes, row: tuple[object, ...]) -> bool:
        digest, seal, value = row
        return (
            digest == made_from
            and isinstance(value, bytes)
            and seal == self._seal(sort, name, Result(made_from, value))
        )

    def _seal(self, sort: str, name: str, result: Result) -> bytes:
        """Give what tells that a row is whole and was made by this code."""
        key = hashlib.blake2b(f"{sort}\0{name}\0".encode(), digest_size=16, key=self._code)
        key.update(result.made_from)
        key.update(result.value)
        return key.digest()


def digest_of_code() -> bytes:
    """Give the digest of everything that makes results here: this library and `LIBRARIES`.

    Other code may make something else of the same file.
    """
    files = sorted(Path(__file__).parent.rglob("*.py"))
    versions = repr((sys.version_info, *map(version, LIBRARIES)))
    return digest_of(versions.encode(), *(file.read_bytes() for file in files))


def digest_of(*parts: bytes) -> bytes:
    """Give the digest of what a result is made from; where a part ends counts.

    >>> digest_of(b"ab", b"c") == digest_of(b"a", b"bc")
    False
    """
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()
