"""What the scripts' command lines have in common."""

import argparse
from pathlib import Path

from _environment import ROOT, use_utf8


def new_parser(documentation: str | None) -> argparse.ArgumentParser:
    """Make a parser whose help is a script's docstring, with the `--root` every script takes."""
    use_utf8()
    parser = argparse.ArgumentParser(
        description=documentation, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--root",
        type=_catalogue,
        default=ROOT,
        metavar="DIR",
        help="danh mục khác: thư mục có “data/” bên trong (mặc định: dự án này)",
    )
    return parser


def _catalogue(text: str) -> Path:
    root = Path(text)
    if not (root / "data").is_dir():
        raise argparse.ArgumentTypeError(f"“{text}” không có thư mục “data” bên trong")
    return root
