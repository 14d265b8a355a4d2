"""Dựng trang web hoàn chỉnh vào một thư mục.

    python3 scripts/build.py [--site-dir DIR] [--site-url ĐỊA-CHỈ] [--base-path /cam-nang/]
                             [--audience public] [--full]

Trang cũ trong thư mục đó chỉ bị thay khi trang mới đã dựng xong trọn vẹn. Cùng dữ liệu thì cho
cùng từng byte; ngày dựng lấy từ dữ liệu, hoặc từ biến SOURCE_DATE_EPOCH nếu có.
Mã thoát: 0 đã dựng, 1 dữ liệu hoặc trang có lỗi (đã in ra stderr), 2 gọi sai.
"""

import sys
from pathlib import Path

from _arguments import add_build_options, build_options, new_parser
from _environment import ROOT, enter_environment
from _leaving import leave


def main() -> int:
    """Build the site, or say why not."""
    parser = new_parser(__doc__)
    parser.add_argument(
        "--site-dir",
        type=Path,
        default=ROOT / "site",
        metavar="DIR",
        help="nơi đặt trang (mặc định: site/); phải mới, rỗng, hoặc do lệnh này dựng trước đó",
    )
    add_build_options(parser)
    arguments = parser.parse_args()
    options = build_options(parser, arguments)
    enter_environment()

    from _building import BuildFailedError, build_into
    from _swap import FolderRefusedError

    try:
        built = build_into(arguments.site_dir, root=arguments.root, options=options)
    except FolderRefusedError as error:
        print(error, file=sys.stderr)
        return 2
    except (BuildFailedError, OSError) as error:
        print(f"{error}\nChưa dựng được; trang cũ (nếu có) còn nguyên.".lstrip(), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nĐã dừng; trang cũ (nếu có) còn nguyên.", file=sys.stderr)
        return 1
    print(f"Đã dựng xong: {arguments.site_dir}")
    if built.left_out:
        print(built.left_out)
    return 0


if __name__ == "__main__":
    leave(main())
