"""Where the results of earlier runs are kept, for each catalogue apart."""

import hashlib
import time
from contextlib import suppress
from pathlib import Path

from _environment import ROOT

from handbook.kept import Kept, digest_of_code

_FOLDER = ROOT / ".cache" / "kept"
_DAYS = 30


def kept_results(root: Path) -> Kept:
    """Give the store of the catalogue at `root`; it lies in the project, never among the records.

    To do without it once, delete the folder `.cache`.
    """
    return Kept(kept_file(root), digest_of_code())


def kept_file(root: Path) -> Path:
    """Give the file of the store."""
    name = hashlib.sha256(str(root.resolve()).encode(errors="surrogateescape")).hexdigest()[:16]
    return _FOLDER / f"{name}.sqlite"


def forget_unused_stores() -> None:
    """Remove the stores of catalogues that nobody has changed for a month: most are gone."""
    oldest = time.time() - _DAYS * 86_400
    for file in _FOLDER.glob("*.sqlite"):
        with suppress(OSError):  # another run removes it at this moment
            if file.stat().st_mtime < oldest:
                file.unlink()
