"""End a process that holds many records."""

import os
import sys
from typing import NoReturn


def leave(status: int) -> NoReturn:
    """Exit without taking the memory apart, object by object; the system frees it whole.

    For 30,000 plans Python needs more than a minute for that.  Files must be closed and child
    processes ended before: nothing that is registered for the exit is run.
    """
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(status)  # Python tells of what could not be written
    os._exit(status)
