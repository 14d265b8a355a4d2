"""Dựng trang, mở xem tại 127.0.0.1 và tự dựng lại khi có thay đổi.

    python3 scripts/serve.py [--port N] [--no-watch] [--root DIR]

Dừng bằng Ctrl-C. Khi dựng lại gặp lỗi, lỗi in ra đây và trang dựng được lần trước vẫn mở.
Mã thoát: 0 đã dừng, 1 chưa dựng được, 2 gọi sai hoặc cổng đang bận.
"""

import hashlib
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from _arguments import new_parser
from _environment import ROOT, enter_environment

if TYPE_CHECKING:
    from _live_pages import LivePages
    from _preview import Builder


def main() -> int:
    """Build, serve, rebuild."""
    parser = new_parser(__doc__)
    parser.add_argument(
        "--port", type=int, default=8000, metavar="N", help="cổng (mặc định 8000; 0: cổng rỗi)"
    )
    parser.add_argument("--no-watch", action="store_true", help="chỉ dựng một lần")
    arguments = parser.parse_args()
    enter_environment()

    from _live_pages import LivePages
    from _preview import HOST, Builder, PreviewHandler, SiteHandler, open_server

    folder = _preview_folder(arguments.root)
    frames_file = folder.with_suffix(".frames.json")
    live = None if arguments.no_watch else LivePages(arguments.root, frames_file)
    try:
        if live:
            server = open_server(folder, arguments.port, PreviewHandler, live=live)
        else:
            server = open_server(folder, arguments.port, SiteHandler)
    except (OSError, OverflowError):
        print(
            f"Cổng {arguments.port} không dùng được (có thể một trang xem trước khác đang mở). "
            "Chọn cổng khác, ví dụ: python3 scripts/serve.py --port 8001",
            file=sys.stderr,
        )
        return 2
    address = f"http://{HOST}:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        return _build_and_rebuild(
            Builder(folder, arguments.root, frames_file), arguments.root, address, live
        )
    except KeyboardInterrupt:
        print("\nĐã dừng.", file=sys.stderr)
        return 0
    finally:
        if live:
            live.close()


def _preview_folder(root: Path) -> Path:
    name = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:8]
    return ROOT / ".cache" / f"preview-{name}"


def _build_and_rebuild(
    builder: "Builder", root: Path, address: str, live: "LivePages | None"
) -> int:
    from _preview import Watcher, watched_paths

    watcher = Watcher(watched_paths(root))
    print("Đang dựng trang…", file=sys.stderr)
    built = builder.build()
    if built:
        print(f"Mở trang tại {address} (dừng: Ctrl-C).", flush=True)
    if not live:
        if built:
            threading.Event().wait()
        return 1
    if not built:
        print(f"Chưa dựng được. Sửa xong, trang sẽ tự mở tại {address}", file=sys.stderr)
    else:
        live.restart()
    while True:
        builder.prepare()
        changed = watcher.wait_for_change()
        live.begun()
        if builder.build(in_background=True):
            _take_as_built(live, changed, root)
            print("Đã dựng lại.", file=sys.stderr)
        else:
            print("Chưa dựng lại được; trang đang mở là bản dựng trước.", file=sys.stderr)


def _take_as_built(live: "LivePages", changed: set[Path], root: Path) -> None:
    """Tell of a build; the code that makes pages, when it changed, must be loaded again."""
    if live.is_running and all(path.is_relative_to(root / "data") for path in changed):
        live.built()
    else:
        live.restart()


if __name__ == "__main__":
    sys.exit(main())
