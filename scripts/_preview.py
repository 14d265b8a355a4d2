"""Serve a built folder on this machine only, and rebuild it when its sources change.

Not a production server: an organisation publishes the folder with its own (see the README).
"""

import functools
import http.server
import socketserver
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from _environment import ROOT
from _live_pages import LivePages
from _swap import MARK

HOST = "127.0.0.1"
_WATCHED = ("docs", "macros", "handbook", "overrides", "mkdocs.yml")
_VERSION_ADDRESS = "/.preview/version"
_SCRIPT_ADDRESS = "/.preview/reload.js"
_SCRIPT_TAG = f'<script src="{_SCRIPT_ADDRESS}"></script>'.encode()
_SCRIPT = b"""\
"use strict";
{
  const ask = async () => (await fetch("/.preview/version", { cache: "no-store" })).text();
  let shown = null;
  const look = async () => {
    try {
      const now = document.hidden ? shown : await ask();
      if (shown !== null && now !== shown) location.reload();
      shown = now;
    } catch { /* the server has stopped: keep the page */ }
    setTimeout(look, 300);
  };
  look();
}
"""
_NOTHING_YET = """\
<!doctype html><html lang="vi"><meta charset="utf-8"><title>Chưa dựng được trang</title>
<p>Chưa dựng được trang. Xem lỗi ở cửa sổ lệnh; sửa xong, trang sẽ tự mở tại đây.
"""


class SiteHandler(http.server.SimpleHTTPRequestHandler):
    """Answer from a built folder as a web server would: exact types, UTF-8, the site's own 404."""

    protocol_version = "HTTP/1.1"
    # Head and body go out in two pieces; the second would wait 40 ms for the first's receipt.
    disable_nagle_algorithm = True
    # Complete on its own, because the system's table differs (on Windows, the registry's).
    extensions_map = {  # noqa: RUF012 - the base class declares it without ClassVar
        "": "application/octet-stream",
        ".atom": "application/atom+xml; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".gz": "application/gzip",
        ".html": "text/html; charset=utf-8",
        ".ico": "image/x-icon",
        ".ics": "text/calendar; charset=utf-8",
        ".jpg": "image/jpeg",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".map": "application/json; charset=utf-8",
        ".pdf": "application/pdf",
        ".png": "image/png",
        ".svg": "image/svg+xml; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json; charset=utf-8",
        ".woff2": "font/woff2",
        ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".xml": "application/xml; charset=utf-8",
        ".yml": "text/yaml; charset=utf-8",
        ".zip": "application/zip",
    }
    prefix = "/"
    """The path under which the site lies, as behind an organisation's own address."""

    def translate_path(self, path: str) -> str:
        """Map an address to a file; whatever is outside `prefix` is mapped to nothing."""
        if not urlsplit(path).path.startswith(self.prefix):
            return str(Path(self.directory) / ".outside-the-prefix")
        return super().translate_path("/" + path[len(self.prefix) :])

    def end_headers(self) -> None:
        """Forbid caching: the next build must be seen at once."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def list_directory(self, path: Any) -> None:
        """Refuse: a folder without index.html is not a page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page when nothing is found."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_body(page.read_bytes(), self.extensions_map[".html"], HTTPStatus.NOT_FOUND)

    def send_body(self, body: bytes, content_type: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        """Send a whole answer."""
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet: requests are of no interest in a preview."""


class PreviewHandler(SiteHandler):
    """The same, with a script that reloads the page after a change; the files stay as built."""

    live: LivePages | None = None
    """Makes the pages of records that have changed since the build."""

    def do_GET(self) -> None:
        """Answer the script's question, or send a page with the script at its end."""
        if self.path == _VERSION_ADDRESS:
            self.send_body(self._version().encode(), "text/plain; charset=utf-8")
        elif self.path == _SCRIPT_ADDRESS:
            self.send_body(_SCRIPT, self.extensions_map[".js"])
        elif not self._version():
            html = _NOTHING_YET.encode() + _SCRIPT_TAG
            status = HTTPStatus.SERVICE_UNAVAILABLE
            self.send_body(html, self.extensions_map[".html"], status)
        elif (page := self._page()) is not None:
            html = page.replace(b"</body>", _SCRIPT_TAG + b"</body>", 1)
            self.send_body(html, self.extensions_map[".html"])
        else:
            super().do_GET()

    def _version(self) -> str:
        """Tell one build from the next; empty as long as there is none."""
        try:
            built = str((Path(self.directory) / MARK).stat().st_mtime_ns)
        except OSError:
            return ""
        return f"{built}.{self.live.version}" if self.live else built

    def _page(self) -> bytes | None:
        """Give the page asked for: made now if its record changed, else as it was built."""
        address = urlsplit(self.path).path.removesuffix("index.html")
        if self.live and address.endswith("/") and (now := self.live.page(address[1:])):
            return now.encode()
        path = Path(self.translate_path(self.path))
        if address.endswith("/"):
            path /= "index.html"
        return path.read_bytes() if path.suffix == ".html" and path.is_file() else None


class SiteServer(http.server.ThreadingHTTPServer):
    """A threaded server on one address of this machine; a busy port is an OSError everywhere."""

    daemon_threads = True
    # On Windows, reusing an address would let two servers share a port, and one get no requests.
    allow_reuse_address = sys.platform != "win32"

    def server_bind(self) -> None:
        """Bind without asking the network for this machine's name, which can take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore a browser that went away; show anything else."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def open_server(
    folder: Path, port: int, handler: type[SiteHandler] = SiteHandler, **settings: Any
) -> SiteServer:
    """Listen on 127.0.0.1; `settings` become attributes of the handler.  OSError: port in use."""
    configured = type(handler.__name__, (handler,), settings)
    return SiteServer((HOST, port), functools.partial(configured, directory=str(folder)))


class Builder:
    """Builds into one folder, each time in a new process: it always runs the code as it is now."""

    def __init__(self, folder: Path, root: Path, frames_file: Path) -> None:
        self._command = [sys.executable, str(ROOT / "scripts" / "_prepared_build.py")]
        self._command += [str(folder), str(root), str(frames_file)]
        self._prepared: subprocess.Popen[str] | None = None

    def build(self, *, in_background: bool = False) -> bool:
        """Build once; tell whether it succeeded.  Problems have been printed.

        In the background, it leaves the machine to whatever else wants it.
        """
        process = self._prepared or self._start()
        self._prepared = None
        try:
            process.communicate("later\n" if in_background else "now\n")
        except BaseException:
            process.terminate()  # it would go on for a minute after this program's end
            process.wait()
            raise
        return process.returncode == 0

    def prepare(self) -> None:
        """Start the next build's process ahead: it loads its libraries and waits."""
        self._prepared = self._start()

    def _start(self) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, encoding="utf-8"
        )


def watched_paths(root: Path) -> list[Path]:
    """List what a site is built from: the catalogue's data and the project's own sources."""
    return [root / "data", *(ROOT / name for name in _WATCHED)]


class Watcher:
    """Notices changes of files since it was made, or since the last change it told of.

    Looks at names, sizes and times five times a second: a catalogue has few files, and this works
    on network drives too, where notifications do not.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self._seen = self._look()

    def wait_for_change(self) -> set[Path]:
        """Return what has changed, when it is no longer being written."""
        while (now := self._look()) == self._seen:
            time.sleep(0.2)
        while (settled := self._wait_and_look()) != now:  # an editor or `git pull` still writes
            now = settled
        changed = {path for path, _ in now.items() ^ self._seen.items()}
        self._seen = now
        return changed

    def _wait_and_look(self) -> dict[Path, tuple[int, int]]:
        time.sleep(0.05)
        return self._look()

    def _look(self) -> dict[Path, tuple[int, int]]:
        found = {}
        for path in _files(self._paths):
            try:
                status = path.stat()
            except OSError:  # gone since it was listed
                continue
            found[path] = (status.st_mtime_ns, status.st_size)
        return found


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from (one for one in path.rglob("*") if one.suffix != ".pyc" and one.is_file())
        else:
            yield path
