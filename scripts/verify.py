"""Đối chiếu bản phát hành (hoặc bản sao) với danh sách tệp: đủ, đúng từng byte, không thừa.

    python3 scripts/verify.py DIR

DIR là thư mục của một bản phát hành (có manifest.json), thư mục phát hành (kiểm tra bản đang chạy),
hoặc gói .zip. Chỉ cần Python, không cần mạng. Chỗ sai in ra stderr.
Mã thoát: 0 khớp hoàn toàn, 1 có chỗ sai, 2 gọi sai hoặc không tìm thấy danh sách tệp.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from _arguments import new_parser
from _environment import use_project

use_project()

from _package import unpacked  # noqa: E402 - needs the project's path

from handbook.publish.manifest import (  # noqa: E402
    MANIFEST,
    ManifestError,
    find_differences,
    read_manifest,
)


def main() -> int:
    """Compare, and count."""
    parser = new_parser(__doc__)
    parser.add_argument("dir", type=Path, metavar="DIR", help="bản phát hành, hoặc gói .zip")
    source = parser.parse_args().dir
    if not source.exists():
        parser.error(f"không có “{source}”")
    if source.is_dir():
        found = next(
            (one for one in (source, source / "current", source.parent) if _holds(one)), None
        )
        if found is None:
            parser.error(f"trong “{source}” không có {MANIFEST}: không phải bản phát hành")
        source = found
    try:
        with tempfile.TemporaryDirectory(prefix="cam-nang-") as scratch:  # noqa: SIM117
            with unpacked(source, Path(scratch) / "release") as folder:
                return _verify(folder)
    except (ManifestError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _holds(folder: Path) -> bool:
    return (folder / MANIFEST).is_file()


def _verify(folder: Path) -> int:
    manifest = read_manifest(folder)
    wrong = list(find_differences(folder, manifest))
    for one in wrong:
        print(one, file=sys.stderr)
    name = f"{manifest.build_day}-{manifest.fingerprint()}"
    if wrong:
        print(f"Bản {name}: {len(wrong)} chỗ sai.")
        return 1
    print(f"Bản {name}: {len(manifest.files)} tệp, khớp hoàn toàn.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
