"""Ask a built folder for pages as a browser does, over HTTP, and see whether they answer."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from _preview import HOST, open_server

Get = Callable[[str], tuple[int, str, bytes]]


def smoke_test(site: Path, base_path: str = "/") -> list[str]:
    """Serve the folder for a moment and give a sentence for everything that does not answer."""
    server = open_server(site, 0, prefix=base_path)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://{HOST}:{server.server_port}{base_path}"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def get(path: str) -> tuple[int, str, bytes]:
        try:
            with opener.open(root + path, timeout=30) as answer:
                return answer.status, answer.headers["Content-Type"], answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers["Content-Type"], error.read()

    try:
        return [*_pages_answer(site, get), *_unknown_page_answers(get), *_records_have_pages(get)]
    finally:
        server.shutdown()
        server.server_close()


def _pages_answer(site: Path, get: Get) -> Iterator[str]:
    """Ask for the home page and one page of each folder."""
    for path in ["", *sorted({_first_page(folder) for folder in _folders_of_pages(site)})]:
        status, type_, body = get(path)
        if status != 200 or not type_.startswith("text/html"):
            yield f"/{path}: máy chủ thử trả lời {status}, {type_}"
        elif b"</html>" not in body or (b"<h1" not in body and b'http-equiv="refresh"' not in body):
            yield f"/{path}: trang không trọn vẹn"


def _folders_of_pages(site: Path) -> set[Path]:
    return {site / path.relative_to(site).parts[0] for path in site.glob("*/**/index.html")}


def _first_page(folder: Path) -> str:
    page = min(folder.rglob("index.html"))
    return page.relative_to(folder.parent).as_posix().removesuffix("index.html")


def _unknown_page_answers(get: Get) -> Iterator[str]:
    status, _, body = get("khong/co/trang/nay/")
    if status != 404 or b"</html>" not in body:
        yield f"địa chỉ không có: máy chủ thử trả lời {status}, không phải trang 404 của ta"


def _records_have_pages(get: Get) -> Iterator[str]:
    """Every record of the API has a page."""
    status, _, body = get("api/v1/records.json")
    try:
        records = json.loads(body)["records"]
    except (ValueError, KeyError, TypeError):
        yield f"/api/v1/records.json: không đọc được (máy chủ thử trả lời {status})"
        return
    for page in sorted({urlsplit(one["url"]).path for one in records}):
        if get(page)[0] != 200:
            yield f"/{page}: có trong api/v1/records.json mà không có trang"
