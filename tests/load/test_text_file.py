"""Reading a file: only regular text files in UTF-8 get through, each refusal is one problem."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handbook.load.text_file import MAX_BYTES, decode, decode_record, read_text
from tests.catalogues import PLAN_TEXT, place_of, places


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (PLAN_TEXT.encode("utf-16"), "TEP-03"),
        (PLAN_TEXT.encode("utf-16-le"), "TEP-03"),
        (PLAN_TEXT.encode("utf-16-be"), "TEP-03"),
        (PLAN_TEXT.encode("utf-32"), "TEP-03"),
        (b"C\xf4ng \xf0o\xe0n", "TEP-03"),
        ("C«ng ®oµn".encode("latin-1"), "TEP-03"),
        (bytes(range(256)), "TEP-04"),
        (b"\x89PNG\r\n\x1a\n", "TEP-04"),
        (b"%PDF-1.7\n", "TEP-04"),
        (b"PK\x03\x04", "TEP-04"),
        (b"{\\rtf1 ", "TEP-04"),
        (b"", "TEP-07"),
        (b" \n\t\n", "TEP-07"),
        (b"\xef\xbb\xbf", "TEP-07"),
        (b"# only\n  # comments\n", "TEP-07"),
    ],
)
def test_what_is_no_text_in_utf8_is_one_problem(data: bytes, code: str) -> None:
    text, problems = decode_record(data, "x.yml")

    assert text is None
    assert [problem.code for problem in problems] == [code]


def test_first_bad_byte_is_where_the_problem_is() -> None:
    good = 'id: x\r\nname: "Ủy ban'

    _, problems = decode(good.encode() + b"\xb5", "x.yml")

    assert places(problems) == [("TEP-03", *place_of((good + "!").replace("\r", ""), "!"))]


def test_byte_order_mark_and_windows_newlines_are_read_as_plain_text() -> None:
    text, problems = decode("\ufeffid: x\r\nname: y\rz: 1\n".encode(), "x.yml")

    assert (text, problems) == ("id: x\nname: y\nz: 1\n", [])


def test_file_that_is_too_big_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES * 50)

    text, problems = read_text(path, "x.yml")

    assert (text, places(problems)) == (None, [("TEP-01", 1, 1)])


def test_folder_is_not_a_record(tmp_path: Path) -> None:
    (tmp_path / "x.yml").mkdir()

    assert places(read_text(tmp_path / "x.yml", "x.yml")[1]) == [("TEP-02", 1, 1)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_pipe_does_not_hold_the_reader_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yml")

    assert places(read_text(tmp_path / "x.yml", "x.yml")[1]) == [("TEP-02", 1, 1)]


@pytest.mark.parametrize("target", ["x.yml", "nowhere.yml"])
def test_link_in_a_ring_or_to_nothing_is_unreadable(tmp_path: Path, target: str) -> None:
    path = tmp_path / "x.yml"
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this system does not let us make links")

    assert places(read_text(path, "x.yml")[1]) == [("TEP-08", 1, 1)]


def test_system_error_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.yml"
    path.write_text("id: x", encoding="utf-8")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert places(read_text(path, "x.yml")[1]) == [("TEP-08", 1, 1)]
