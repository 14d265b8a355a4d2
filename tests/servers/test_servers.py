"""nginx and Apache with the configurations of a release, asked real questions."""

from __future__ import annotations

import gzip
import subprocess
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from tests.browsing import OpenPage, origin
from tests.crawl import sample_pages
from tests.servers.conftest import BASE, Server, StartServer, base_of

HASHED = "search/t.0123456789ab.js"
UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "": bytes,
}


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br", "br"), ("", ""), ("identity", "")],
)
@pytest.mark.parametrize("path", ["", "index.html", "ke-hoach/", "assets/css/handbook.css"])
def test_compressed_copies_are_handed_out(
    server: Server, release: Path, path: str, accepted: str, encoding: str
) -> None:
    answer = server.get(path, Accept_Encoding=accepted)

    file = release / "site" / (path + "index.html" if path.endswith("/") or not path else path)
    assert answer.status == 200
    assert answer["Content-Encoding"] == encoding
    assert UNPACK[encoding](answer.body) == file.read_bytes()
    assert "accept-encoding" in answer["Vary"].lower()
    wanted = "text/css; charset=utf-8" if path.endswith("css") else "text/html; charset=utf-8"
    assert answer["Content-Type"].lower() == wanted


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("api/v1/records.json", "application/json; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("assets/js/lists.js", "text/javascript; charset=utf-8"),
        ("assets/images/favicon.png", "image/png"),
        ("thu/a.ics", "text/calendar; charset=utf-8"),
        ("thu/a.csv", "text/csv; charset=utf-8"),
        ("thu/a.json", "application/json; charset=utf-8"),
        ("thu/a.svg", "image/svg+xml; charset=utf-8"),
        ("thu/a.atom", "application/atom+xml; charset=utf-8"),
        (
            "thu/a.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("thu/a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ],
)
@pytest.mark.parametrize("accepted", ["", "br"])
def test_types(server: Server, path: str, type_: str, accepted: str) -> None:
    answer = server.get(path, Accept_Encoding=accepted)

    assert (answer.status, answer["Content-Type"].lower()) == (200, type_)


@pytest.mark.parametrize("path", ["", "index.html", "api/v1/records.json", HASHED, "khong/co"])
def test_security_headers_on_every_answer(server: Server, path: str) -> None:
    answer = server.get(path)

    policy = answer["Content-Security-Policy"]
    assert "script-src 'self';" in policy  # our pages run nothing inline
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("accepted", ["", "gzip", "br"])
@pytest.mark.parametrize(
    ("path", "is_kept"),
    [("", False), ("ke-hoach/", False), ("assets/js/lists.js", False), (HASHED, True),
     ("khong/co.0123456789ab.js", False), ("search/khong-co.0123456789ab.js", False)],
)  # fmt: skip
def test_only_hashed_names_are_kept(
    server: Server, path: str, is_kept: bool, accepted: str
) -> None:
    answer = server.get(path, Accept_Encoding=accepted)

    wanted = "public, max-age=31536000, immutable" if is_kept else "no-cache"
    assert answer["Cache-Control"] == wanted


def test_unchanged_page_is_not_sent_again(server: Server) -> None:
    for accepted in ("", "br"):
        first = server.get("ke-hoach/", Accept_Encoding=accepted)
        again = server.get(
            "ke-hoach/", Accept_Encoding=accepted, If_Modified_Since=first["Last-Modified"]
        )

        assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    "path", ["khong/co/trang/nay/", "khong.html", "assets/css/", "assets/khong.js"]
)
def test_unknown_address_shows_the_sites_own_page(server: Server, release: Path, path: str) -> None:
    answer = server.get(path)

    assert answer.status == 404 or (path == "assets/css/" and answer.status in (403, 404))
    assert answer.body == (release / "site" / "404.html").read_bytes()
    assert answer["Content-Type"].lower() == "text/html; charset=utf-8"


def test_folder_without_a_slash_leads_to_its_page(server: Server) -> None:
    answer = server.get("ke-hoach")

    assert answer.status == 301
    assert answer["Location"].endswith(f"{server.base}ke-hoach/")


@pytest.mark.parametrize("path", [".htaccess", "web.config", "..%2fmanifest.json", ".git/config"])
def test_what_is_not_the_site_is_not_shown(server: Server, path: str) -> None:
    answer = server.get(path)

    assert answer.status in (400, 403, 404)
    assert b"RewriteEngine" not in answer.body
    assert b"sha256" not in answer.body.replace(b"sha256-", b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_written(server: Server, method: str) -> None:
    assert server.get("index.html", method=method).status in (403, 404, 405)


def test_pages_run_under_the_policy(server: Server, release: Path, new_page: OpenPage) -> None:
    """A violation is an error on the browser's console, and an event on the page."""
    watched = new_page(viewport={"width": 1280, "height": 900})
    violations: list[str] = []
    watched.page.expose_function("reportViolation", lambda text: violations.append(text))
    watched.page.add_init_script(
        "addEventListener('securitypolicyviolation', event => reportViolation("
        "event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile))"
    )

    for path in sample_pages(release / "site"):
        if not path.startswith("thu/"):
            watched.show(server.address + path.removesuffix("index.html"))
    watched.settle()
    watched.page.locator(".hb-icon-scheme").first.click()
    watched.page.locator("input[type=search]").first.fill("cong doan")
    watched.settle()

    assert violations == []
    assert watched.errors == []
    assert watched.outside_requests(origin(server.address)) == []


def test_policy_stops_an_injected_script(server: Server, new_page: OpenPage) -> None:
    watched = new_page()
    watched.open(server.address)

    ran = watched.page.evaluate(
        "() => { const one = document.createElement('script'); one.textContent = 'window.hit = 1';"
        " document.body.append(one); document.body.insertAdjacentHTML('beforeend',"
        " '<img src=x onerror=\"window.hit = 1\">'); return new Promise(done =>"
        " setTimeout(() => done(window.hit), 300)); }"
    )

    assert ran is None
    assert watched.errors  # the browser says so


def test_error_page_is_styled_at_any_depth(server: Server, new_page: OpenPage) -> None:
    watched = new_page()

    watched.page.goto(server.address + "khong/co/trang/nay/")

    sheets = "() => [...document.styleSheets].map(one => one.cssRules.length > 0)"
    styled = watched.page.evaluate(sheets)
    assert styled
    assert all(styled)
    home = watched.page.locator("a.md-logo").first.get_attribute("href")
    assert home
    assert home.startswith(server.base)
    watched.page.locator("a.md-logo").first.click()
    assert watched.page.locator("h1").first.inner_text()
    assert watched.page.url.removesuffix("index.html") == server.address


def test_new_release_is_live_at_once(
    apache: StartServer, nginx: StartServer, release: Path
) -> None:
    """The servers follow `current`; nothing needs to be restarted for the pages to change."""
    if base_of(release) != "/":
        pytest.skip("once is enough")
    live = release.parent / "live"
    other = release.parent / "other"
    subprocess.run(["cp", "-a", release, other], check=True)
    (other / "site" / "thu" / "moi.txt").write_text("mới", encoding="utf-8")
    live.symlink_to(release)
    servers = [start(live) for start in (apache, nginx)]
    assert [one.get("thu/moi.txt").status for one in servers] == [404, 404]

    (release.parent / "next").symlink_to(other)
    (release.parent / "next").replace(live)

    assert [one.get("thu/moi.txt").status for one in servers] == [200, 200]


def test_password_examples(apache: StartServer, nginx: StartServer, release: Path) -> None:
    if base_of(release) != BASE:
        pytest.skip("once is enough")
    passwords = release.parent / "passwords"
    hashed = subprocess.run(
        ["openssl", "passwd", "-apr1", "mat-khau"],
        check=True,
        capture_output=True,
        encoding="ascii",
    ).stdout
    passwords.write_text(f"lan:{hashed}")
    example = (release / "deploy/vi-du/nginx-mat-khau.conf").read_text(encoding="utf-8")
    nginx_server = nginx(release, example.replace("/etc/nginx/cam-nang.htpasswd", str(passwords)))

    def with_password(text: str) -> str:
        text = text.replace("    Require all granted\n", "")
        for word in ("AuthType", "AuthName", "AuthUserFile", "Require valid-user"):
            text = text.replace(f"    #{word}", f"    {word}")
        return text.replace("/etc/apache2/cam-nang.htpasswd", str(passwords))

    for server in (nginx_server, apache(release, with_password)):
        for path in ("", "api/v1/records.json", "assets/css/handbook.css"):
            assert server.get(path).status == 401, path
        # "lan:mat-khau"
        allowed = server.get(
            "ke-hoach/", Authorization="Basic bGFuOm1hdC1raGF1", Accept_Encoding="br"
        )
        assert allowed.status == 200
