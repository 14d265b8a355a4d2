"""A third hook: one style sheet and one script for all pages, in the place of many.

An old PC waits for each request.  The bundle's name holds a digest of what is in it, so that a
browser may keep it for ever; the files it is made of stay beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Join what `extra_css` and `extra_javascript` name, in their order."""
    config.extra_css = [_join(files, config, map(str, config.extra_css), "css")]
    # Each script is complete in itself; “use strict” at the top of the first holds for all.
    config.extra_javascript = [_join(files, config, map(str, config.extra_javascript), "js")]
    return files


def _join(files: Files, config: MkDocsConfig, paths: Iterable[str], ending: str) -> str:
    parts = [_source(files, path) for path in paths]
    content = "\n".join(parts)
    digest = hashlib.sha256(content.encode()).hexdigest()[:12]
    path = PurePosixPath("assets", ending, f"site.{digest}.{ending}").as_posix()
    files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    return path


def _source(files: Files, path: str) -> str:
    file = files.get_file_from_path(path)
    if file is None:
        raise FileNotFoundError(f"mkdocs.yml names {path}, which is not under docs/")
    return file.content_string
