"""Install Debian's packages that tests need, where this user may."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from _environment import ROOT
from _file_lock import only_one_at_a_time

_LOCK = ROOT / ".cache" / "apt-get.lock"


def may_install() -> bool:
    """Tell whether this is a Debian system and this user its root."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return as_root and shutil.which("apt-get") is not None


def install(name: str, packages: Sequence[str]) -> None:
    """Install `packages`, shown as `name`.  What goes wrong is printed; the caller looks again.

    One process at a time: apt-get fails where another one is at work, and tests run side by side.
    """
    with only_one_at_a_time(_LOCK, on_wait=lambda: None):
        _run_apt_get(name, packages)


def _run_apt_get(name: str, packages: Sequence[str]) -> None:
    print(f"Đang cài {name} bằng apt-get…", file=sys.stderr)
    # A service must not start: the tests run servers of their own, on ports of their own.
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    update = ["apt-get", "-qq", "update"]
    for command in (
        update,
        ["apt-get", "-qq", "-y", "install", "--no-install-recommends", *packages],
    ):
        done = subprocess.run(
            command,
            check=False,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        if done.returncode:
            sys.stderr.write(done.stdout.decode(errors="replace")[-2000:])
