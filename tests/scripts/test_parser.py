"""What argparse says of a wrong call reaches the reader in Vietnamese, on every Python."""

from __future__ import annotations

import argparse

import pytest
from _parser import Parser


def make_parser() -> Parser:
    parser = Parser("Một lệnh bịa ra để thử.")
    parser.prog = "thu.py"
    parser.add_argument("dest", metavar="DEST")
    parser.add_argument("--keep", type=int)
    parser.add_argument("--kind", choices=["all", "public"])
    parser.add_argument("--sizes", nargs="+")
    parser.add_argument("--pair", nargs=2)
    parser.add_argument("--switch-on", action="store_true")
    parser.add_argument("--switch-off", action="store_true")
    parser.add_argument("--own", type=_refuse)
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--list", action="store_true")
    either.add_argument("--zip", action="store_true")
    return parser


def _refuse(_: str) -> str:
    raise argparse.ArgumentTypeError("không có thư mục này")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "thiếu DEST"),
        (["x", "--nothing"], "không hiểu: --nothing"),
        (["x", "y"], "không hiểu: y"),
        (["x", "--keep"], "--keep cần một giá trị đi kèm"),
        (["x", "--keep", "năm"], "--keep không nhận giá trị 'năm'"),
        (["x", "--sizes"], "--sizes cần ít nhất một giá trị đi kèm"),
        (["x", "--pair", "1"], "--pair cần 2 giá trị đi kèm"),
        (["x", "--list=3"], "--list không nhận giá trị '3'"),
        (["x", "--list", "--zip"], "--zip không đi cùng --list"),
        (["x", "--switch"], "--switch có thể là --switch-on, --switch-off; hãy viết đủ"),
        (["x", "--own", "y"], "--own: không có thư mục này"),
    ],
)
def test_a_wrong_call_is_told_in_vietnamese(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        make_parser().parse_args(arguments)

    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert told.startswith("cách gọi: thu.py")
    assert told.endswith(f"thu.py: gọi sai: {said}\n")


def test_a_value_that_is_no_choice_is_told_with_the_choices(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        make_parser().parse_args(["x", "--kind", "mọi"])

    told = capsys.readouterr().err
    assert "--kind không nhận 'mọi'; chọn một trong " in told
    assert "public" in told.rpartition("chọn một trong")[2]


def test_one_of_several_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    parser = Parser(None)
    either = parser.add_mutually_exclusive_group(required=True)
    either.add_argument("--list", action="store_true")
    either.add_argument("--zip", action="store_true")

    with pytest.raises(SystemExit):
        parser.parse_args([])

    assert "cần một trong: --list --zip" in capsys.readouterr().err


def test_help_is_vietnamese() -> None:
    told = make_parser().format_help()

    assert told.startswith("cách gọi: thu.py [-h]")
    assert "\ntham số:\n" in told
    assert "\nlựa chọn:\n  -h, --help" in told
    for english in ("usage", "options", "positional", "show this"):
        assert english not in told
