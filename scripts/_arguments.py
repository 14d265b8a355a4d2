"""What the scripts' command lines have in common."""

import argparse
import re
from dataclasses import dataclass
from pathlib import Path

from _environment import ROOT, use_utf8


@dataclass(frozen=True)
class BuildOptions:
    """What a build may be told besides the catalogue."""

    base_path: str = "/"
    """Where the site will lie on its server; only 404.html needs to know."""
    audience: str = "all"
    """“public” leaves out what is marked internal."""
    frames_file: str = ""
    """Where to keep the theme's frames for a preview; see `macros/frame.py`."""
    full: bool = False
    """Use nothing that an earlier run found."""


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


def add_build_options(parser: argparse.ArgumentParser) -> None:
    """Add what `build_options` reads."""
    parser.add_argument(
        "--base-path",
        type=_base_path,
        default="/",
        metavar="ĐƯỜNG",
        help="chỗ của trang trên máy chủ, ví dụ /cam-nang/ (mặc định: /); chỉ trang báo không tìm "
        "thấy (404) và cấu hình máy chủ cần biết",
    )
    parser.add_argument(
        "--audience",
        choices=("all", "public"),
        default="all",
        help="public: bỏ hẳn mọi bản ghi và phần có “audience: internal” (mặc định: all)",
    )
    parser.add_argument(
        "--full",
        action="store_true",
        help="đọc lại mọi tệp, không dùng kết quả giữ từ lần chạy trước (trang dựng ra vẫn thế)",
    )


def build_options(arguments: argparse.Namespace) -> BuildOptions:
    """Give the options of a build that a command line asks for."""
    return BuildOptions(
        base_path=arguments.base_path, audience=arguments.audience, full=arguments.full
    )


def _base_path(text: str) -> str:
    """Read a path; what a shell or a server's configuration would read as more is refused."""
    path = f"/{text.strip('/')}/" if text.strip("/") else "/"
    if not re.fullmatch(r"(/[A-Za-z0-9._~-]+)*/", path) or "/../" in path or "/./" in path:
        raise argparse.ArgumentTypeError(
            f"“{text}”: chỉ dùng chữ không dấu, số, “-”, “.”, “_”, “~” và “/”, ví dụ /cam-nang/"
        )
    return path


def _catalogue(text: str) -> Path:
    root = Path(text)
    if not (root / "data").is_dir():
        raise argparse.ArgumentTypeError(f"“{text}” không có thư mục “data” bên trong")
    return root
