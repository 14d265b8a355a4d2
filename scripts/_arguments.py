"""What the scripts' command lines have in common."""

import argparse
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from _environment import ROOT, use_utf8
from _parser import Parser


@dataclass(frozen=True)
class BuildOptions:
    """What a build may be told besides the catalogue."""

    base_path: str = "/"
    """Where the site will lie on its server; only 404.html needs to know."""
    site_url: str = ""
    """The site's own address, ending with a slash; empty where it is not known."""
    audience: str = "all"
    """“public” leaves out what is marked internal."""
    frames_file: str = ""
    """Where to keep the theme's frames for a preview; see `macros/frame.py`."""
    full: bool = False
    """Use nothing that an earlier run found."""


def new_parser(documentation: str | None) -> argparse.ArgumentParser:
    """Make a parser whose help is a script's docstring, with the `--root` every script takes."""
    use_utf8()
    parser = Parser(documentation)
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
        metavar="ĐƯỜNG",
        help="chỗ của trang trên máy chủ, ví dụ /cam-nang/ (mặc định: theo --site-url, không có "
        "thì /); chỉ trang báo không tìm thấy (404) và cấu hình máy chủ cần biết",
    )
    parser.add_argument(
        "--site-url",
        type=_site_url,
        metavar="ĐỊA-CHỈ",
        help="địa chỉ đầy đủ của trang, ví dụ https://may-chu/cam-nang/; có nó thì lịch, sơ đồ "
        "trang và ô tìm của trình duyệt mới dẫn về trang được",
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


def build_options(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> BuildOptions:
    """Give the options of a build that a command line asks for; exit 2 when two contradict."""
    site_url = arguments.site_url or ""
    path = urlsplit(site_url).path or "/"
    if arguments.base_path and site_url and arguments.base_path != path:
        parser.error(
            f"--base-path {arguments.base_path} khác đường dẫn trong --site-url {path}; chỉ cần "
            "ghi --site-url"
        )
    return BuildOptions(
        base_path=arguments.base_path or path,
        site_url=site_url,
        audience=arguments.audience,
        full=arguments.full,
    )


def given_build_options(arguments: argparse.Namespace) -> list[str]:
    """Name the options of a build that a command line gives.

    >>> parser = argparse.ArgumentParser()
    >>> add_build_options(parser)
    >>> given_build_options(parser.parse_args(["--base-path", "/", "--audience", "public"]))
    ['--base-path', '--audience public']
    """
    given = {
        "--base-path": arguments.base_path is not None,
        "--site-url": arguments.site_url is not None,
        "--audience public": arguments.audience != "all",
        "--full": arguments.full,
    }
    return [option for option, is_given in given.items() if is_given]


def _base_path(text: str) -> str:
    """Read a path; what a shell or a server's configuration would read as more is refused."""
    path = f"/{text.strip('/')}/" if text.strip("/") else "/"
    if not re.fullmatch(r"(/[A-Za-z0-9._~-]+)*/", path) or "/../" in path or "/./" in path:
        raise argparse.ArgumentTypeError(
            f"“{text}”: chỉ dùng chữ không dấu, số, “-”, “.”, “_”, “~” và “/”, ví dụ /cam-nang/"
        )
    return path


def _site_url(text: str) -> str:
    """Read the address of a site; anything but a server and a path is refused."""
    host = r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\]"
    match = re.fullmatch(rf"(https?://(?:{host})(?::[0-9]{{1,5}})?)(/.*)?", text)
    if not match:
        raise argparse.ArgumentTypeError(
            f"“{text}” không phải địa chỉ của một trang; viết đủ, không có “?” hay “#”, ví dụ "
            "https://may-chu/cam-nang/"
        )
    return match[1].lower() + _base_path(match[2] or "/")


def _catalogue(text: str) -> Path:
    root = Path(text)
    if not (root / "data").is_dir():
        raise argparse.ArgumentTypeError(f"“{text}” không có thư mục “data” bên trong")
    return root
