"""One build, prepared ahead: load the libraries, wait for a line on standard input, then build.

The line is “now”, or “later” when others on this machine go first.  `_preview.Builder` runs this
from inside the environment.  The project's own code and data are read only after that line, so
that what is built is what stands on disk then.
"""

import os
import sys
from pathlib import Path

import mkdocs_macros.plugin
import pydantic
import rapidfuzz
import tinycss2
import yaml
from _environment import enter_environment
from _leaving import leave

_PRELOADED = (mkdocs_macros.plugin, pydantic, rapidfuzz, tinycss2, yaml)


def main() -> int:
    """Wait, build; without the line, end at once."""
    folder, root, frames_file = sys.argv[1:]
    enter_environment()

    from _arguments import BuildOptions
    from _building import BuildFailedError, build_into

    wanted = sys.stdin.readline().strip()
    if not wanted:
        return 0
    if wanted == "later" and hasattr(os, "nice"):
        os.nice(10)  # pages are asked for meanwhile
    try:
        options = BuildOptions(frames_file=frames_file)
        build_into(Path(folder), root=Path(root), options=options)
    except (BuildFailedError, OSError) as error:
        print(str(error), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    try:
        leave(main())
    except KeyboardInterrupt:  # Ctrl-C in the terminal reaches this process as well
        sys.exit(1)
