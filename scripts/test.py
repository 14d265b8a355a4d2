"""Chạy mọi phép thử, kể cả trong trình duyệt thật.

    python3 scripts/test.py [tham số của pytest]

Lần lượt: ruff format, ruff check, mypy, pytest (nhanh trước, trình duyệt sau cùng, trên mọi nhân;
-n 0 để chạy trong một tiến trình). Tự chuẩn bị môi trường Python và Chromium.
Mã thoát: 0 đạt, 1 không đạt, 2 gọi sai.
"""

import os
import subprocess
import sys

from _environment import ROOT, enter_environment, use_utf8
from _parser import Parser

_LINTERS = (
    ("ruff", "format", "--check", "--quiet", "."),
    ("ruff", "check", "--quiet", "."),
    ("mypy", "--strict", "handbook", "macros", "scripts"),
)
_PYTEST = ("pytest", "-n", "auto", "--maxprocesses", "4")
"""Each process builds the site and opens a browser of its own: more would crowd the memory."""


def main() -> int:
    """Run every check in order, all of them even if one fails, and sum up."""
    use_utf8()
    _, pytest_arguments = Parser(__doc__).parse_known_args()
    enter_environment(dev=True)

    from _chromium import NoChromiumError, require_chromium

    try:
        os.environ["HANDBOOK_CHROMIUM"] = str(require_chromium())
    except NoChromiumError as error:
        print(error, file=sys.stderr)
        return 1
    failed = [
        " ".join(command[:2])
        for command in (*_LINTERS, (*_PYTEST, *pytest_arguments))
        if not _passes(command)
    ]
    print(f"Không đạt: {', '.join(failed)}." if failed else "Mọi phép thử đều đạt.", flush=True)
    return 1 if failed else 0


def _passes(command: tuple[str, ...]) -> bool:
    print(f"== {' '.join(command)}", flush=True)
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=False).returncode == 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(1)
