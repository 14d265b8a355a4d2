"""Build the site with MkDocs, in this process, and put it in place only when it is whole."""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from _arguments import BuildOptions
from _environment import ROOT
from _kept import forget_unused_stores, kept_file
from _swap import replacing
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from handbook.parallel import end_work_aside


class BuildFailedError(Exception):
    """The site was not built; why has been printed already, or is the text of this error."""


class Built(NamedTuple):
    """The day a site was built for, and a sentence about what a public edition lacks."""

    day: date
    left_out: str


def build_into(target: Path, *, root: Path = ROOT, options: BuildOptions | None = None) -> Built:
    """Build the site of the catalogue at `root` and put it at `target`.

    Problems in the data and MkDocs' own warnings go to stderr.  An error among them, or any warning
    of MkDocs, raises BuildFailedError and leaves the site that stood at `target` as it was.  Raises
    FolderRefusedError when something else stands there.
    """
    forget_unused_stores()
    with _log_to_stderr(), _own_source_date(), replacing(target) as folder:
        return _run_mkdocs(folder, target, root, options or BuildOptions())


def _run_mkdocs(folder: Path, before: Path, root: Path, options: BuildOptions) -> Built:
    try:
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), strict=True)
        config.extra["catalogue_root"] = str(root.resolve())
        config.extra["base_path"] = options.base_path
        config.extra["audience"] = options.audience
        config.extra["frames_file"] = options.frames_file
        if not options.full:
            config.extra["kept_file"] = str(kept_file(root))
            config.extra["last_site"] = str(before)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            # A build that failed or was stopped must write nothing more: its folder goes now.
            end_work_aside()
            config.plugins.on_shutdown()
        day = date.fromisoformat(config.extra["build_date"])
        return Built(day, str(config.extra.get("left_out", "")))
    except (Abort, ConfigurationError) as error:
        # Abort repeats in English what the log has said.
        text = "" if isinstance(error, Abort) else f"mkdocs.yml: {error}"
        raise BuildFailedError(text) from None


@contextmanager
def _own_source_date() -> Iterator[None]:
    """Keep the build's date to this build: the hook takes it from the records when none is set."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        yield
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH", None)
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before


@contextmanager
def _log_to_stderr() -> Iterator[None]:
    """Show MkDocs' warnings and errors, and not its progress."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("mkdocs: %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
