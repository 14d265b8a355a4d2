"""Small releases for the tests of publishing, written without a build."""

from __future__ import annotations

from pathlib import Path

from handbook.publish.manifest import MANIFEST, SUMS, Manifest, make_manifest

DAY = "2026-07-01"


def write_release(folder: Path, text: str, files: int = 3) -> Manifest:
    """Write a release whose every page says `text`."""
    for number in range(files):
        page = folder / "site" / f"trang-{number}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"<h1>{text}</h1>", encoding="utf-8")
    (folder / "site" / "index.html").write_text(text, encoding="utf-8")
    manifest = make_manifest(folder, build_day=DAY, base_path="/", audience="all")
    (folder / MANIFEST).write_bytes(manifest.as_bytes())
    (folder / SUMS).write_bytes(manifest.sums())
    return manifest


def content_of(folder: Path) -> dict[str, str]:
    """Read every page of a release."""
    site = folder / "site"
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
