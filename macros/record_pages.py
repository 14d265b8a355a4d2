"""Write the pages of records; what is as the last build made it is taken from there."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from handbook.kept import Result, digest_of
from handbook.outputs.page_sources import PageSources
from handbook.outputs.pages import record_addresses, render_record
from handbook.parallel import run_all
from handbook.views.site import Site
from macros.frame import Frames

_SORT = "pages"
"""The sort of what is kept of each page: the digest of its bytes, by its address."""
_CODE = Path(__file__).resolve().parent


def write_record_pages(site: Site, frames: Frames, folder: Path, before: Path | None) -> None:
    """Write every record's page under `folder`, on all cores when they are many.

    `before` is the site of the last build, if it is to be used: a page whose sources are the same,
    and that nobody has changed there, is copied.  Everything else is rendered.
    """
    pages = record_addresses(site)
    kept = site.index.catalogue.kept
    code = (file.read_bytes() for file in sorted(_CODE.glob("*.py")))
    sources = PageSources(site, digest_of(frames.digest(), *code))
    digests = {
        address: digest
        for kind, record_id, address in pages
        if kept and (digest := sources.digest_of_page(kind, record_id))
    }
    seals = kept.find(_SORT, digests) if kept and before else {}
    wanted = [
        one
        for one in pages
        if not (before and one[2] in seals and _copy(before, folder, one[2], seals[one[2]]))
    ]

    def write(job: tuple[str, str, str]) -> bytes:
        kind, record_id, address = job
        page = frames.fill(render_record(site, kind, record_id), address).encode()
        _write(folder, address, page)
        return _seal(page)

    written = {one[2]: seal for one, seal in zip(wanted, run_all(write, wanted), strict=True)}
    fresh = {one: Result(digests[one], written[one]) for one in written if one in digests}
    if kept and fresh:
        kept.keep(_SORT, fresh)
        kept.forget_all_but(_SORT, digests)


def _copy(before: Path, folder: Path, address: str, seal: bytes) -> bool:
    """Copy a page, if it is still as it was written."""
    with suppress(OSError):
        page = (before / address / "index.html").read_bytes()
        if _seal(page) == seal:
            _write(folder, address, page)
            return True
    return False


def _write(folder: Path, address: str, page: bytes) -> None:
    target = folder / address / "index.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(page)


def _seal(page: bytes) -> bytes:
    return hashlib.blake2b(page, digest_size=16).digest()
