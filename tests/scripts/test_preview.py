"""The preview server answers as a web server would, and reloads pages after a rebuild."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from _preview import HOST, PreviewHandler, SiteHandler, Watcher, open_server
from _swap import MARK


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder as a build leaves it."""
    folder = tmp_path / "site"
    (folder / "ke-hoach").mkdir(parents=True)
    for name, text in {
        MARK: "",
        "index.html": "<p>Trang đầu</p></body>",
        "ke-hoach/index.html": "<p>Kế hoạch</p></body>",
        "404.html": "<p>Không có trang này</p>",
        "lists.js": "",
        "lich.ics": "",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


class Answer:
    """What the server answered."""

    def __init__(self, port: int, path: str, method: str = "GET") -> None:
        connection = http.client.HTTPConnection(HOST, port, timeout=10)
        connection.request(method, path)
        response = connection.getresponse()
        self.status, self.headers = response.status, response.headers
        self.text = response.read().decode()
        connection.close()


@pytest.fixture
def serve(site: Path, request: pytest.FixtureRequest) -> Iterator[int]:
    """The port of a server; the parameter is (handler, settings)."""
    handler, settings = getattr(request, "param", (SiteHandler, {}))
    server = open_server(site, 0, handler, **settings)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/ke-hoach/", "text/html; charset=utf-8"),
        ("/lists.js", "text/javascript; charset=utf-8"),
        ("/lich.ics", "text/calendar; charset=utf-8"),
    ],
)
def test_files_have_their_type(serve: int, path: str, content_type: str) -> None:
    answer = Answer(serve, path)

    assert answer.status == 200
    assert answer.headers["Content-Type"] == content_type
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/khong-co/", "/..%2f..%2fetc/passwd", "/ke-hoach/x.html"])
def test_unknown_address_shows_the_sites_page(serve: int, path: str) -> None:
    answer = Answer(serve, path)

    assert answer.status == 404
    assert "Không có trang này" in answer.text
    assert Answer(serve, path, "HEAD").text == ""


def test_folder_without_a_page_is_not_listed(serve: int, site: Path) -> None:
    (site / "ke-hoach" / "index.html").unlink()

    assert Answer(serve, "/ke-hoach/").status == 404


@pytest.mark.parametrize("serve", [(SiteHandler, {"prefix": "/a/b/"})], indirect=True)
def test_site_lies_under_its_prefix_only(serve: int) -> None:
    assert "Kế hoạch" in Answer(serve, "/a/b/ke-hoach/").text
    assert Answer(serve, "/ke-hoach/").status == 404


@pytest.mark.parametrize("serve", [(PreviewHandler, {})], indirect=True)
def test_preview_adds_its_script_to_pages_and_not_to_files(serve: int, site: Path) -> None:
    page = Answer(serve, "/").text

    assert page.count("/.preview/reload.js") == 1
    assert Answer(serve, "/.preview/reload.js").status == 200
    assert Answer(serve, "/.preview/version").text
    assert "preview" not in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("serve", [(PreviewHandler, {})], indirect=True)
def test_preview_says_that_nothing_is_built_yet(serve: int, site: Path) -> None:
    (site / MARK).unlink()

    answer = Answer(serve, "/")

    assert answer.status == 503
    assert "Chưa dựng được trang" in answer.text


def test_busy_port_is_an_error(serve: int, site: Path) -> None:
    with pytest.raises(OSError, match=r".*"):
        open_server(site, serve)


def test_watcher_returns_after_a_change(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("một", encoding="utf-8")
    watcher = Watcher([tmp_path, tmp_path / "mkdocs.yml"])
    waiting = threading.Thread(target=watcher.wait_for_change, daemon=True)

    waiting.start()
    waiting.join(0.5)
    assert waiting.is_alive()

    (tmp_path / "b.yml").write_text("hai", encoding="utf-8")
    waiting.join(5)
    assert not waiting.is_alive()
