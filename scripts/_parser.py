"""Command lines that speak Vietnamese: argparse says its own words in English."""

import argparse
import re
import sys
from typing import NoReturn

_WORDS = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (r"the following arguments are required: (.+)", r"thiếu \1"),
        (r"one of the arguments (.+) is required", r"cần một trong: \1"),
        (r"unrecognized arguments: (.+)", r"không hiểu: \1"),
        (r"ambiguous option: (.+) could match (.+)", r"\1 có thể là \2; hãy viết đủ"),
        (r"argument (.+?): expected one argument", r"\1 cần một giá trị đi kèm"),
        (r"argument (.+?): expected at least one argument", r"\1 cần ít nhất một giá trị đi kèm"),
        (r"argument (.+?): expected (\d+) arguments", r"\1 cần \2 giá trị đi kèm"),
        (r"argument (.+?): ignored explicit argument (.+)", r"\1 không nhận giá trị \2"),
        (r"argument (.+?): not allowed with argument (.+)", r"\1 không đi cùng \2"),
        (
            r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)",
            r"\1 không nhận \2; chọn một trong \3",
        ),
        (r"argument (.+?): invalid \w+ value: (.+)", r"\1 không nhận giá trị \2"),
        (r"argument (.+?): (.+)", r"\1: \2"),
    )
)


class Parser(argparse.ArgumentParser):
    """A parser whose help and errors are Vietnamese.  Wrong usage exits with 2."""

    def __init__(self, description: str | None) -> None:
        super().__init__(
            description=description,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            add_help=False,
        )
        self._positionals.title = "tham số"
        self._optionals.title = "lựa chọn"
        self.add_argument("-h", "--help", action="help", help="in phần hướng dẫn này")

    def format_usage(self) -> str:
        """Show how the script is called."""
        return _translate_usage(super().format_usage())

    def format_help(self) -> str:
        """Show the whole help."""
        return _translate_usage(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Say what was wrong with the call."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: gọi sai: {translate(message)}\n")


def translate(message: str) -> str:
    """Say an error of argparse in Vietnamese; a message of our own stays as it is.

    >>> translate("the following arguments are required: DEST"), translate("không có “x”")
    ('thiếu DEST', 'không có “x”')
    """
    for pattern, words in _WORDS:
        if found := pattern.fullmatch(message):
            return found.expand(words)
    return message


def _translate_usage(text: str) -> str:
    return text.replace("usage: ", "cách gọi: ", 1)
