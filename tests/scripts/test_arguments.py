"""What a build may be told: addresses are read strictly, and two must not contradict each other."""

from __future__ import annotations

import argparse

import pytest
from _arguments import BuildOptions, add_build_options, build_options


def read(*arguments: str) -> BuildOptions:
    parser = argparse.ArgumentParser()
    add_build_options(parser)
    return build_options(parser, parser.parse_args(arguments))


@pytest.mark.parametrize(
    ("given", "url", "path"),
    [
        ("https://may-chu", "https://may-chu/", "/"),
        ("https://May-Chu.example/", "https://may-chu.example/", "/"),
        ("http://10.0.0.5:8080/cam-nang", "http://10.0.0.5:8080/cam-nang/", "/cam-nang/"),
        ("http://[fd00::1]/a/b/", "http://[fd00::1]/a/b/", "/a/b/"),
    ],
)
def test_address_ends_with_a_slash_and_tells_the_place(given: str, url: str, path: str) -> None:
    options = read("--site-url", given)

    assert (options.site_url, options.base_path) == (url, path)


@pytest.mark.parametrize(
    "given",
    [
        "",
        "may-chu/cam-nang",
        "/cam-nang/",
        "ftp://may-chu/",
        "file:///srv/cam-nang/",
        "https://",
        "https:///cam-nang/",
        "https://ai:mat-khau@may-chu/",
        "https://may-chu/?trang=1",
        "https://may-chu/#muc",
        "https://may-chu/a b/",
        "https://may-chu/a/../b/",
        "https://máy-chủ/",
        "https://may-chu/\nX: 1",
    ],
)
def test_what_is_no_address_is_refused(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        read("--site-url", given)

    assert stopped.value.code == 2
    assert "ví dụ" in capsys.readouterr().err


def test_without_an_address_the_place_is_as_told() -> None:
    assert (read().site_url, read().base_path) == ("", "/")
    assert read("--base-path", "cam-nang").base_path == "/cam-nang/"
    assert read("--base-path", "/a/", "--site-url", "https://x/a").base_path == "/a/"


def test_two_places_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        read("--base-path", "/", "--site-url", "https://may-chu/cam-nang/")

    assert stopped.value.code == 2
    assert "--base-path / khác đường dẫn trong --site-url /cam-nang/" in capsys.readouterr().err
