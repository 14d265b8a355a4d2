"""The error page knows where the site lies; nothing else does, and no host is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from _arguments import BuildOptions
from _building import build_into

from handbook.publish.links import find_dead_links

CATALOGUE = Path(__file__).resolve().parent.parent / "site"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """The same catalogue for the root of a server and for a sub-path: address → bytes."""
    found = {}
    for base_path in ("/", "/cam-nang/"):
        folder = tmp_path_factory.mktemp("built") / "site"
        build_into(folder, root=CATALOGUE, options=BuildOptions(base_path=base_path))
        assert list(find_dead_links(folder, base_path)) == []
        files = (path for path in folder.rglob("*") if path.is_file())
        found[base_path] = {one.relative_to(folder).as_posix(): one.read_bytes() for one in files}
    return found


def test_only_the_error_page_differs(sites: dict[str, dict[str, bytes]]) -> None:
    root, below = sites["/"], sites["/cam-nang/"]

    assert root.keys() == below.keys()
    assert {path for path in root if root[path] != below[path]} == {"404.html"}


def test_error_page_names_its_place(sites: dict[str, dict[str, bytes]]) -> None:
    for base_path, files in sites.items():
        html = files["404.html"].decode()
        assert f'href="{base_path}assets/css/site.' in html
        assert f'src="{base_path}assets/js/site.' in html
        assert f'action="{base_path}danh-muc/index.html"' in html
        assert "canonical" not in html
