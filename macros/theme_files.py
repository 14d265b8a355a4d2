"""A third hook: files of the theme that no page of ours uses are not published."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from macros.bundles import THEME_SHEETS

_UNUSED = ("assets/javascripts/", THEME_SHEETS)
"""Pages have a frame and scripts of their own; what they use of the sheets is in the bundle."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the theme's scripts, its style sheets and the maps of both."""
    for file in list(files):
        if file.src_uri.startswith(_UNUSED):
            files.remove(file)
    return files
