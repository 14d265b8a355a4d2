"""A second hook: files of the theme that no page of ours uses are not published."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
_SOURCE_MAPS = (".css.map", ".js.map")
"""Only the developers of the theme read them, and they weigh as much as many plans."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the files of the theme's search, and its source maps."""
    for file in list(files):
        if file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(_SOURCE_MAPS):
            files.remove(file)
    return files
