"""A second hook: the theme's own search is not used, so its files are not published."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the language files and the worker of the theme's search."""
    for file in list(files):
        if file.src_uri.startswith(_UNUSED):
            files.remove(file)
    return files
