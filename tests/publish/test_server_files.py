"""The configurations that go with a release: filled in whole, well formed, one table of types."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from xml.etree import ElementTree

import pytest
from _preview import SiteHandler

from handbook.publish.compress import TYPES
from handbook.publish.server_files import (
    BINARY_TYPES,
    HASHED,
    TEXT_TYPES,
    hashed_paths,
    server_files,
)

PATHS = [
    "index.html",
    "assets/javascripts/bundle.a5f9d56c.min.js",
    "assets/css/handbook.css",
    "search/0123456789ab/t-1.js",
]


def files(base_path: str = "/cam-nang/") -> dict[str, str]:
    made = server_files(PATHS, policy="script-src 'self' 'sha256-a/b+c='", base_path=base_path)
    return {path: data.decode() for path, data in made.items()}


def test_no_mark_is_left() -> None:
    for path, text in files().items():
        assert not re.search(r"@[A-Z_]+@", text), path


def test_web_config_is_well_formed_and_holds_the_policy() -> None:
    tree = ElementTree.fromstring(files()["site/web.config"])

    headers = {one.get("name"): one.get("value") for one in tree.iter("add")}
    assert headers["Content-Security-Policy"] == "script-src 'self' 'sha256-a/b+c='"
    types = {one.get("fileExtension"): one.get("mimeType") for one in tree.iter("mimeMap")}
    assert types[".ics"] == "text/calendar; charset=utf-8"
    assert types.keys() == TEXT_TYPES.keys() | BINARY_TYPES.keys()
    places = {one.get("path") for one in tree.iter("location")}
    assert places == {"assets/javascripts", "search"}


def test_every_compressed_type_has_a_type() -> None:
    assert TEXT_TYPES.keys() >= TYPES


def test_preview_knows_the_same_types() -> None:
    known = SiteHandler.extensions_map

    for suffix, type_ in {**TEXT_TYPES, **BINARY_TYPES}.items():
        assert known[suffix].split(";")[0] == type_, suffix


@pytest.mark.parametrize(
    ("path", "is_hashed"),
    [
        ("/assets/javascripts/bundle.a5f9d56c.min.js", True),
        ("/cam-nang/assets/stylesheets/main.57a0d79d.min.css.map", True),
        ("/search/0123456789ab/t-1.js", True),
        ("/assets/css/handbook.css", False),
        ("/assets/js/lists.js", False),
        ("/search/index.json", False),
        ("/api/v1/plan/20201215-abc.json", False),
        ("/ke-hoach/12345678/index.html", False),
        ("/assets/ban-ghi/deadbeef/index.html", False),
    ],
)
def test_only_hashed_names_are_kept_for_long(path: str, is_hashed: bool) -> None:
    assert bool(re.search(HASHED, path)) is is_hashed


def test_folder_with_one_other_file_is_not_named_whole() -> None:
    paths = ["assets/a.12345678.js", "assets/b.js"]

    assert hashed_paths(paths) == ["assets/a.12345678.js"]
    assert PurePosixPath("assets").as_posix() not in hashed_paths(paths)
