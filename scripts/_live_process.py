"""Record pages as the records are now: the process behind the preview of a large catalogue.

A whole build of a thousand plans takes the better part of a minute; one page, a hundredth of a
second.  This process holds the records, reads again those whose files changed, and answers each
line of standard input that asks for something with a line of JSON:

    page ADDRESS    the page's HTML, or null when the built folder has it as it should be
    begun           a build begins: remember the records that it will read
    built           that build stands in the folder

`_live_pages.LivePages` is the other side.  Nothing is checked here beyond each file by itself: the
build that runs meanwhile does that, and tells.
"""

import gc
import json
import os
import sys
from pathlib import Path

from _environment import ROOT, enter_environment


def main() -> int:
    """Answer until standard input ends."""
    root, frames_file = map(Path, sys.argv[1:])
    enter_environment()

    from _live_site import LiveSite
    from mkdocs.config import load_config

    site = LiveSite(load_config(str(ROOT / "mkdocs.yml")), root, frames_file)
    # Records hold no cycles, and to walk them all takes longer than to make a page.
    gc.disable()
    site.prepare()
    print("ready", flush=True)
    for line in sys.stdin:
        command, _, address = line.rstrip("\n").partition(" ")
        if command == "page":
            print(json.dumps(site.page(address)), flush=True)
        elif command == "begun":
            site.remember()
        elif command == "built":
            site.take_as_built()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:  # Ctrl-C in the terminal reaches this process as well
        os._exit(0)
