"""A second hook: one style sheet and one script for all pages, in the place of many.

An old PC waits for each request.  The bundle's name holds a digest of what is in it, so that a
browser may keep it for ever; the files it is made of stay beside it.  What pages use of the theme's
style sheets is part of the first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from macros.theme_css import used_rules

THEME_SHEETS = "assets/stylesheets/"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Join what `extra_css` and `extra_javascript` name, in their order."""
    styles = _joined(files, map(str, config.extra_css))
    theme = used_rules(_theme_styles(files), also=styles)
    config.extra_css = [_bundle(files, config, f"{theme}\n{styles}", "css")]
    # Each script is complete in itself; “use strict” at the top of the first holds for all.
    scripts = _joined(files, map(str, config.extra_javascript))
    config.extra_javascript = [_bundle(files, config, scripts, "js")]
    return files


def _theme_styles(files: Files) -> str:
    """Give the theme's own sheets; “main” stands before “palette”, as the theme links them."""
    sheets = sorted(
        (file for file in files if file.src_uri.startswith(THEME_SHEETS)),
        key=lambda file: file.src_uri,
    )
    return "".join(file.content_string for file in sheets if file.src_uri.endswith(".css"))


def _joined(files: Files, paths: Iterable[str]) -> str:
    return "\n".join(_source(files, path) for path in paths)


def _bundle(files: Files, config: MkDocsConfig, content: str, ending: str) -> str:
    digest = hashlib.sha256(content.encode()).hexdigest()[:12]
    path = PurePosixPath("assets", ending, f"site.{digest}.{ending}").as_posix()
    files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    return path


def _source(files: Files, path: str) -> str:
    file = files.get_file_from_path(path)
    if file is None:
        raise FileNotFoundError(f"mkdocs.yml names {path}, which is not under docs/")
    return file.content_string
