"""Find real web servers for the tests of `deploy/`, or install Debian's; never go on without.

As `_chromium`: what the machine has comes first, then Debian's packages when this user may install
them, then an error that says what to install.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

_PACKAGES = {
    "nginx": ("nginx-light", "libnginx-mod-http-brotli-static"),
    "apache2": ("apache2-bin",),
}
_PLACES = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))


class NoServerError(Exception):
    """The server is not here and could not be had.  Its text says what to install."""


def require_server(name: str) -> Path:
    """Find `nginx` or `apache2`, or install it.  Raises NoServerError."""
    found = find_server(name)
    if found is None and _may_install():
        _install(_PACKAGES[name])
        found = find_server(name)
    if found is None:
        raise NoServerError(
            f"Phép thử cấu hình máy chủ cần {name} mà máy này chưa có. Debian, Ubuntu: "
            f"sudo apt-get install {' '.join(_PACKAGES[name])}, rồi chạy lại."
        )
    return found


def find_server(name: str) -> Path | None:
    """Find a server's program; None when the machine has none."""
    found = shutil.which(name, path=_PLACES)
    return Path(found) if found else None


def _may_install() -> bool:
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return as_root and shutil.which("apt-get") is not None


def _install(packages: tuple[str, ...]) -> None:
    print(f"Đang cài {packages[0]} bằng apt-get…", file=sys.stderr)
    # The service must not start: the tests run servers of their own, on ports of their own.
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    install = ["apt-get", "-qq", "-y", "install", "--no-install-recommends", *packages]
    for command in (["apt-get", "-qq", "update"], install):
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
