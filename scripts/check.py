"""Kiểm tra dữ liệu: mỗi lỗi có tệp, dòng, cột, mã lỗi, nội dung và cách sửa.

    python3 scripts/check.py [--json] [--select MÃ] [--skip MÃ] [--root DIR]

Lưu ý rồi đến lỗi in ra stderr, số đếm (hoặc JSON) in ra stdout: lỗi phải sửa nằm ngay trên số đếm.
Mã thoát: 0 không có lỗi, 1 có lỗi, 2 gọi sai.
"""

import argparse
import json
import sys

from _arguments import new_parser
from _environment import enter_environment
from _leaving import leave


def main() -> int:
    """Check the catalogue and print what was found."""
    parser = new_parser(__doc__)
    parser.add_argument("--json", action="store_true", help="in danh sách lỗi dạng JSON ra stdout")
    for name, meaning in (("--select", "chỉ xét"), ("--skip", "bỏ qua")):
        parser.add_argument(
            name, action="append", default=[], metavar="MÃ", help=f"{meaning} mã này (lặp lại được)"
        )
    arguments = parser.parse_args()
    enter_environment()

    from _kept import kept_results

    from handbook.checks import load_and_check
    from handbook.problems import count_in_words, has_errors, problems_as_json

    for name in {*arguments.select, *arguments.skip}:
        _require_known(name, parser)
    _, problems = load_and_check(
        arguments.root,
        kept=kept_results(arguments.root),
        select=arguments.select,
        skip=arguments.skip,
    )
    if arguments.json:
        print(json.dumps(problems_as_json(problems), ensure_ascii=False, indent=2))
    else:
        for problem in sorted(problems, key=lambda one: one.level == "lỗi"):
            print(problem, file=sys.stderr)
        print(count_in_words(problems))
    return 1 if has_errors(problems) else 0


def _require_known(name: str, parser: argparse.ArgumentParser) -> None:
    """Exit 2 for a misspelt code: it would select nothing, and nothing looks like no problem."""
    from handbook.checks import CHECKS
    from handbook.problems import suggest
    from handbook.rules import RULES

    known = {*RULES, *(check.__name__ for check in CHECKS)}
    if name not in known:
        parser.error(f"không có mã “{name}”. {suggest(name, known)}Danh sách: trang “Mã lỗi”.")


if __name__ == "__main__":
    leave(main())
