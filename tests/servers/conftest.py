"""A release of the real site behind real web servers, each run from its own folder and port."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from _arguments import BuildOptions
from _building import build_into
from _release_build import make_release

from tests.servers.web_servers import NoServerError, require_server

BASE = "/cam-nang/"


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    def __getitem__(self, name: str) -> str:
        return self.headers.get(name.lower(), "")


@dataclass(frozen=True)
class Server:
    """A running server and the place of the site on it."""

    port: int
    base: str

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.base}"

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path under the site (or, with a slash at its start, under the server)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        target = path if path.startswith("/") else self.base + path
        connection.request(
            method, target, headers={k.replace("_", "-"): v for k, v in headers.items()}
        )
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        result = Answer(answer.status, found, answer.read())
        connection.close()
        return result


@pytest.fixture(scope="session", params=["/", BASE], ids=["root", "sub-path"])
def release(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the real site, for the root of a server and for a sub-path."""
    folder = tmp_path_factory.mktemp("release")
    folder.chmod(0o755)
    base_path: str = request.param
    built = build_into(folder / "built", options=BuildOptions(base_path=base_path))
    _, problems = make_release(
        folder / "built",
        folder / "current",
        build_day=built.day.isoformat(),
        base_path=base_path,
        audience="all",
    )
    assert problems == []
    site = folder / "current" / "site"
    (site / "thu").mkdir()  # one of each type, whatever the site holds today
    for name in ("a.ics", "a.docx", "a.xlsx", "a.csv", "a.json", "a.svg", "a.atom", "a.yml"):
        (site / "thu" / name).write_bytes(b"x")
    (site / "search").mkdir(exist_ok=True)
    (site / "search" / "t.0123456789ab.js").write_text("'ộ'", encoding="utf-8")
    return folder / "current"


def base_of(release: Path) -> str:
    from handbook.publish.manifest import read_manifest

    return read_manifest(release).base_path


def require(name: str) -> Path:
    """Find a server or install it; without one the test fails, it is never skipped."""
    if sys.platform == "win32":
        pytest.skip("these servers are tested on Linux")
    try:
        return require_server(name)
    except NoServerError as error:
        pytest.fail(str(error), pytrace=False)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def running(command: list[str | Path], port: int) -> Iterator[None]:
    """Run a server in the foreground until the block ends."""
    process = subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8")
    try:
        _wait_until_open(process, port)
        yield
    finally:
        process.terminate()
        process.communicate(timeout=30)


def _wait_until_open(process: subprocess.Popen[str], port: int) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if process.poll() is not None:
            raise AssertionError(f"the server ended: {process.communicate()[1]}")
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the server did not open its port")


StartServer = Callable[..., Server]


@pytest.fixture(scope="session")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartServer]:
    """Start nginx on a release; `extra` stands where the administrator's own lines do."""
    from contextlib import ExitStack

    with ExitStack() as stack:

        def start(release: Path, extra: str = "") -> Server:
            folder, port = tmp_path_factory.mktemp("nginx"), free_port()
            (folder / "extra.conf").write_text(extra)
            snippet = (release / "deploy" / "nginx.conf").read_text(encoding="utf-8")
            (folder / "site.conf").write_text(
                snippet.replace("/etc/nginx/cam-nang.d/*.conf", f"{folder}/extra.conf")
            )
            (folder / "nginx.conf").write_text(_nginx_frame(folder, release, port))
            program = require("nginx")
            command = [program, "-c", folder / "nginx.conf", "-g", "daemon off;"]
            stack.enter_context(running([*command, "-e", folder / "error.log"], port))
            return Server(port, base_of(release))

        yield start


_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


def _nginx_frame(folder: Path, release: Path, port: int) -> str:
    module = f"load_module {_BROTLI};" if _BROTLI.is_file() else ""
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""  # pytest's folders are the owner's alone
    return f"""{module} {user} worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ }}
http {{
    access_log off; {temporary}
    server {{
        listen 127.0.0.1:{port};
        set $cam_nang {release}/site;
        include {folder}/site.conf;
    }}
}}
"""


_APACHE_MODULES = """
    mpm_event authn_core authn_file authz_core authz_host authz_user auth_basic
    alias dir mime headers rewrite setenvif deflate filter
"""


@pytest.fixture(scope="session")
def apache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartServer]:
    """Start Apache on a release with its own configuration, edited as a person would."""
    from contextlib import ExitStack

    with ExitStack() as stack:

        def start(release: Path, edit: Callable[[str], str] = str) -> Server:
            program = require("apache2")
            folder, port = tmp_path_factory.mktemp("apache"), free_port()
            text = (release / "deploy" / "apache.conf").read_text(encoding="utf-8")
            text = text.replace("/srv/cam-nang/current/site", f"{release}/site")
            (folder / "site.conf").write_text(edit(text))
            modules = Path("/usr/lib/apache2/modules")
            loads = "\n".join(
                f"LoadModule {one}_module {modules}/mod_{one}.so" for one in _APACHE_MODULES.split()
            )
            (folder / "httpd.conf").write_text(
                f"""{loads}
ServerRoot {folder}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/error.log
TypesConfig /etc/mime.types
AddType application/x-gzip .gz
AddLanguage pt-BR .br
AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json
Include {folder}/site.conf
"""
            )
            command = [program, "-X", "-f", folder / "httpd.conf"]
            stack.enter_context(running(command, port))
            return Server(port, base_of(release))

        yield start


@pytest.fixture(scope="session")
def nginx_server(nginx: StartServer, release: Path) -> Server:
    return nginx(release, "brotli_static on;")


@pytest.fixture(scope="session")
def apache_server(apache: StartServer, release: Path) -> Server:
    return apache(release)


@pytest.fixture(params=["nginx", "apache"])
def server(request: pytest.FixtureRequest, release: Path) -> Server:
    """Each of the servers, on each of the releases."""
    found: Server = request.getfixturevalue(f"{request.param}_server")
    return found
