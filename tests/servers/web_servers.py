"""Find real web servers for the tests of `deploy/`, or install Debian's; never go on without.

As `_chromium`: what the machine has comes first, then Debian's packages when this user may install
them, then an error that says what to install.
"""

import os
import shutil
from pathlib import Path

from _debian import install, may_install

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
    if found is None and may_install():
        install(name, _PACKAGES[name])
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
