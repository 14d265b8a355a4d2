"""Make a release of a built site: compressed copies, server configuration, manifest."""

from __future__ import annotations

import shutil
from pathlib import Path

from _smoke import smoke_test
from _swap import MARK

from handbook.publish.compress import compressed_copies
from handbook.publish.links import find_dead_links
from handbook.publish.manifest import MANIFEST, SUMS, Manifest, list_files, make_manifest
from handbook.publish.policy import content_security_policy, inline_hashes
from handbook.publish.server_files import server_files


def make_release(
    site: Path, target: Path, *, build_day: str, base_path: str, audience: str
) -> tuple[Manifest, list[str]]:
    """Move a built site into a release at `target`; give its manifest and what is wrong with it."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    home = target / "site"
    site.rename(home)
    (home / MARK).unlink(missing_ok=True)  # a release is not a folder that a build may replace
    pages = [(path, (home / path).read_text(encoding="utf-8")) for path in _pages(home)]
    hashes, problems = inline_hashes(pages)
    problems += find_dead_links(home, base_path)
    problems += smoke_test(home, base_path)
    files = list_files(home)
    for file, data in compressed_copies(home / path for path in files):
        file.write_bytes(data)
    policy = content_security_policy(hashes)
    for path, data in server_files(files, policy=policy, base_path=base_path).items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)
    manifest = make_manifest(target, build_day=build_day, base_path=base_path, audience=audience)
    (target / MANIFEST).write_bytes(manifest.as_bytes())
    (target / SUMS).write_bytes(manifest.sums())
    return manifest, problems


def _pages(site: Path) -> list[str]:
    return [path for path in list_files(site) if path.endswith(".html")]
