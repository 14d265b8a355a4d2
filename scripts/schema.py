"""Ghi JSON Schema của mọi loại bản ghi vào data/schema/ (chạy sau khi sửa handbook/model).

python3 scripts/schema.py [--check] [--root DIR]
"""

import sys
from pathlib import Path

from _arguments import new_parser
from _environment import enter_environment


def main() -> int:
    """Write the schemas, or with --check only tell whether they are up to date."""
    parser = new_parser(__doc__)
    parser.add_argument("--check", action="store_true", help="không ghi; báo 1 khi tệp đã cũ")
    arguments = parser.parse_args()
    enter_environment()

    folder: Path = arguments.root / "data" / "schema"
    stale = _stale_files(folder)
    if arguments.check:
        for name in stale:
            print(f"{folder / name}: đã cũ; chạy python3 scripts/schema.py", file=sys.stderr)
        return 1 if stale else 0
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in stale.items():
        (folder / name).write_bytes(data)
        print(name)
    return 0


def _stale_files(folder: Path) -> dict[str, bytes]:
    from handbook.outputs.json_schema import schema_files

    return {
        name: data
        for name, data in schema_files().items()
        if not (folder / name).is_file() or (folder / name).read_bytes() != data
    }


if __name__ == "__main__":
    sys.exit(main())
