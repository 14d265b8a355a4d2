"""The configuration that goes with a release: nginx, Apache, IIS, a container.

The texts stand in `deploy/`, as an administrator would read them; what depends on the built pages
(the policy's hashes, the base path, names with a hash) is put in the place of `@MARKS@`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from xml.sax.saxutils import escape

TEMPLATES = Path(__file__).resolve().parents[2] / "deploy"

FILES = {
    "site/.htaccess": "apache/htaccess",
    "site/web.config": "iis/web.config",
    "deploy/nginx.conf": "nginx/location.conf",
    "deploy/vi-du/nginx-mat-khau.conf": "nginx/mat-khau.conf",
    "deploy/vi-du/nginx-brotli.conf": "nginx/brotli.conf",
    "deploy/vi-du/nginx-https-chung-thu.conf": "nginx/https-chung-thu.conf",
    "deploy/apache.conf": "apache/site.conf",
    "deploy/container/Containerfile": "container/Containerfile",
    "deploy/container/nginx.conf": "container/nginx.conf",
}
"""Where a release has which template."""

_OFFICE = "application/vnd.openxmlformats-officedocument"
TEXT_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".xml": "application/xml",
    ".atom": "application/atom+xml",
    ".webmanifest": "application/manifest+json",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".yml": "text/yaml",
    ".svg": "image/svg+xml",
}
"""Types that are text, so UTF-8."""

BINARY_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
}

HASHED = (
    r"/(assets|search)/(.*[./-])?[0-9a-f]{8,64}[./](.*\.)?"
    r"(js|css|map|woff2|svg|png|json)(\.(br|gz))?$"
)
"""Addresses whose name holds a hash of the content: they never change, so caches keep them."""


def server_files(paths: Iterable[str], *, policy: str, base_path: str) -> dict[str, bytes]:
    """Give path in the release → bytes; `paths` are those of the site's files."""
    values = {
        "BASE": base_path,
        "BASE_PATTERN": re.escape(base_path),
        "CSP": policy,
        "HASHED": HASHED,
        "NGINX_TYPES": _lines(f"        {t} {e[1:]};" for e, t in _all_types()),
        "TEXT_TYPES": " ".join(sorted({*TEXT_TYPES.values()} - {"text/html"})),
        "APACHE_TYPES": _lines(f'AddType "{_with_charset(e, t)}" {e}' for e, t in _all_types()),
        "APACHE_COMPRESSED": _lines(_apache_compressed()),
        "APACHE_PLACE": f'Alias "{base_path}" "${{CAM_NANG}}/"',
    }
    texts = {path: (TEMPLATES / name).read_text(encoding="utf-8") for path, name in FILES.items()}
    xml = {name: escape(value, {'"': "&quot;"}) for name, value in values.items()}
    xml |= {
        "IIS_TYPES": _lines(_iis_types()),
        "IIS_HASHED": _lines(map(_iis_location, hashed_paths(paths))),
    }
    return {
        path: _fill(text, xml if path.endswith("web.config") else values).encode()
        for path, text in texts.items()
    }


def _fill(text: str, values: dict[str, str]) -> str:
    return re.sub(r"@([A-Z_]+)@", lambda match: values[match[1]], text)


def _lines(many: Iterable[str]) -> str:
    return "\n".join(many)


def _all_types() -> list[tuple[str, str]]:
    return [*TEXT_TYPES.items(), *BINARY_TYPES.items()]


def _with_charset(suffix: str, type_: str) -> str:
    return f"{type_}; charset=utf-8" if suffix in TEXT_TYPES else type_


def _apache_compressed() -> Iterator[str]:
    for suffix, type_ in TEXT_TYPES.items():
        yield f'<FilesMatch "\\{suffix}\\.(br|gz)$">'
        yield f'    ForceType "{_with_charset(suffix, type_)}"'
        yield "</FilesMatch>"


def _iis_types() -> Iterator[str]:
    for suffix, type_ in _all_types():
        yield f'      <remove fileExtension="{suffix}" />'
        yield (
            f'      <mimeMap fileExtension="{suffix}" mimeType="{_with_charset(suffix, type_)}" />'
        )


def hashed_paths(paths: Iterable[str]) -> list[str]:
    """List the folders that hold only names with a hash, and such files elsewhere.

    IIS knows no patterns, so each is named; folders keep the list short.

    >>> hashed_paths(["index.html", "assets/a.12345678.js", "search/0123abcd/a.js"])
    ['assets', 'search']
    """
    hashed: dict[PurePosixPath, bool] = {}
    for path in sorted(paths):
        is_hashed = re.search(HASHED, f"/{path}") is not None
        one = PurePosixPath(path)
        hashed[one] = is_hashed
        for folder in one.parents:
            hashed[folder] = hashed.get(folder, True) and is_hashed
    return sorted(
        one.as_posix()
        for one, is_hashed in hashed.items()
        if is_hashed and not hashed.get(one.parent, False)
    )


def _iis_location(path: str) -> str:
    value = escape(path, {'"': "&quot;"})
    return f"""  <location path="{value}">
    <system.webServer><staticContent>
      <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" />
    </staticContent></system.webServer>
  </location>"""
