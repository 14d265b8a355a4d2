"""The miniature catalogue built whole, compared with `tests/expected/` file by file.

`pytest --bless` rewrites the expected files; read the difference before committing it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handbook.checks import load_and_check
from handbook.outputs.api import api_files
from handbook.outputs.calendars import calendar_files
from handbook.outputs.exports import export_files
from handbook.outputs.pages import LIST_PAGES, record_addresses, render_list, render_record
from handbook.outputs.redirects import redirect_files
from handbook.views.site import Site

HERE = Path(__file__).resolve().parent
EXPECTED = HERE / "expected"
NOT_OF_THE_CATALOGUE = {"fields", "rules"}
"""Help pages that are made from the code, not from records."""
FROM_THE_CODE = "api/v1/schema/"
"""The schemas follow the model, and have tests of their own."""


@pytest.fixture(scope="module")
def site() -> Site:
    index, problems = load_and_check(HERE / "site")
    assert not problems, "\n".join(map(str, problems))
    return Site(index, date(2025, 1, 1))


def build_everything(site: Site) -> dict[str, str]:
    """Give path → text of every output of the miniature catalogue."""
    files = {
        f"{address}index.html": render_record(site, kind, one).html
        for kind, one, address in record_addresses(site)
    }
    for name in LIST_PAGES:
        if name not in NOT_OF_THE_CATALOGUE:
            files[f"lists/{name}.html"] = render_list(site, name, f"lists/{name}/").html
    files.update({path: data.decode() for path, data in api_files(site)})
    files.update({path: data.decode() for path, data in redirect_files(site)})
    for path, data in export_files(site):
        if not path.startswith(FROM_THE_CODE):
            files[path] = data.decode().replace("\r\n", "\n").lstrip("\ufeff")
    files.update({path: data.decode() for path, data in calendar_files(site)})
    return files


def test_outputs_are_as_expected(site: Site, request: pytest.FixtureRequest) -> None:
    built = build_everything(site)

    if request.config.getoption("--bless"):
        _write(built)
    expected = {
        path.relative_to(EXPECTED).as_posix(): path.read_bytes().decode()
        for path in sorted(EXPECTED.rglob("*"))
        if path.is_file()
    }

    assert sorted(built) == sorted(expected)
    for path, text in built.items():
        assert text == expected[path], f"{path} differs; run pytest --bless and read the difference"


def test_hostile_text_is_shown_as_text(site: Site) -> None:
    for path, text in build_everything(site).items():
        if path.endswith(".html"):
            assert "<script" not in text.replace('<script type="application/ld+json">', "", 1)
            assert "<img" not in text
            assert 'href="javascript' not in text
    plan = render_record(site, "plan", "ke-hoach-mau").html
    assert "{{ 7 * 7 }}" in plan
    assert "&lt;script&gt;" in plan


def test_every_rendered_item_has_an_id_and_its_place(site: Site) -> None:
    plan = render_record(site, "plan", "ke-hoach-mau").html
    dossier = render_record(site, "dossier", "ke-hoach-mau").html
    outline = render_record(site, "outline", "ke-hoach-mau").html

    for item in ("nv-1", "moc-1", "ct-1", "gc-1"):
        assert f'id="{item}" data-at="' in plan
    for item in ("gc-1", "tk-1"):
        assert f'id="{item}" data-at="' in dossier
    assert 'data-at="Đề cương, I.1" data-lines="15"' in outline


def _write(built: dict[str, str]) -> None:
    for path in sorted(EXPECTED.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    for name, text in built.items():
        target = EXPECTED / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
