"""Dựng, kiểm tra và phát hành trang vào một thư mục; máy chủ web mở DEST/current/site.

    python3 scripts/publish.py DEST [--site-url https://may-chu/cam-nang/] [--audience public]
    python3 scripts/publish.py DEST --zip            gói thành một tệp .zip để chép đi
    python3 scripts/publish.py DEST --from GÓI       phát hành gói .zip (thư mục) dựng nơi khác
    python3 scripts/publish.py DEST --list
    python3 scripts/publish.py DEST --rollback [BẢN] quay về bản trước (hoặc bản có số đó)

Trang đang chạy chỉ đổi khi bản mới đã chép sang trọn vẹn và đã đối chiếu từng tệp; mất điện, đầy
đĩa hay Ctrl-C lúc nào thì trang đang chạy vẫn là bản cũ hoặc bản mới, không bao giờ lẫn. Lần chạy
sau tự dọn phần dở dang. Giữ năm bản gần nhất. Lần phát hành khác đang chạy thì lệnh này chờ.
Mã thoát: 0 xong, 1 chưa phát hành được (trang đang chạy còn nguyên), 2 gọi sai.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from _arguments import (
    BuildOptions,
    add_build_options,
    build_options,
    given_build_options,
    new_parser,
)
from _environment import ROOT, enter_environment, use_project
from _leaving import leave

use_project()

from _package import unpacked, write_package  # noqa: E402 - needs the project's path
from _release_store import (  # noqa: E402
    BusyError,
    DestinationRefusedError,
    Release,
    ReleaseStore,
    StoreError,
)

from handbook.publish.manifest import (  # noqa: E402
    Manifest,
    ManifestError,
    find_differences,
    read_manifest,
)

_SHOWN = 20
"""Problems printed; more of one cause tell nobody anything new."""


class NotPublishedError(Exception):
    """The release was not made; its text is for users, or empty when it has been printed."""


def main() -> int:
    """Publish, or do what was asked instead."""
    arguments = _read_arguments()
    os.umask(os.umask(0) & ~0o055)  # a web server runs as another user and must read
    if arguments.from_ is None and not arguments.list and arguments.rollback is None:
        enter_environment()
    try:
        return _act(arguments)
    except DestinationRefusedError as error:
        print(error, file=sys.stderr)
        return 2
    except (NotPublishedError, StoreError, ManifestError, OSError) as error:
        print(
            f"{error}\nChưa đổi gì; trang đang chạy (nếu có) còn nguyên.".lstrip(),
            file=sys.stderr,
        )
        return 1
    except KeyboardInterrupt:
        print("\nĐã dừng; trang đang chạy (nếu có) còn nguyên.", file=sys.stderr)
        return 1


def _read_arguments() -> argparse.Namespace:
    parser = new_parser(__doc__)
    parser.add_argument(
        "dest", type=Path, metavar="DEST", help="thư mục phát hành: mới, rỗng, hoặc của lệnh này"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--zip", action="store_true", help="ghi một gói .zip có ngày và tệp .sha256 vào DEST"
    )
    what.add_argument("--list", action="store_true", help="liệt kê các bản đang giữ")
    what.add_argument(
        "--rollback",
        nargs="?",
        const="",
        metavar="BẢN",
        help="quay về bản trước, hoặc bản có số (tên) này",
    )
    parser.add_argument(
        "--from", dest="from_", type=Path, metavar="GÓI", help="gói .zip hoặc thư mục bản phát hành"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="làm thử: dựng và kiểm tra, không động vào DEST"
    )
    parser.add_argument(
        "--no-wait", action="store_true", help="đang có lần phát hành khác thì dừng, không chờ"
    )
    parser.add_argument(
        "--keep", type=_positive, default=5, metavar="N", help="số bản giữ lại (mặc định 5)"
    )
    parser.add_argument(
        "--switch",
        choices=("auto", "link", "rename"),
        default="auto",
        help="cách đổi bản lần đầu: liên kết, hay đổi tên thư mục (mặc định: liên kết nếu được)",
    )
    add_build_options(parser)
    arguments = parser.parse_args()
    if arguments.from_ is not None and not arguments.from_.exists():
        parser.error(f"không có “{arguments.from_}”")
    if arguments.from_ is not None and (arguments.list or arguments.rollback is not None):
        parser.error("--from không đi cùng --list, --rollback")
    _refuse_idle_options(parser, arguments)
    arguments.options = build_options(parser, arguments)
    return arguments


def _refuse_idle_options(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> None:
    """Exit 2 when nothing is built and yet an option of a build is given: it would do nothing."""
    idle = ", ".join(given_build_options(arguments))
    if not idle:
        return
    if arguments.from_ is not None:
        parser.error(
            f"--from phát hành bản đã dựng xong, {idle} không đổi được nó nữa; hãy ghi {idle} "
            "vào lệnh dựng gói (publish.py … --zip) rồi phát hành gói mới"
        )
    for option, is_asked in (
        ("--list", arguments.list),
        ("--rollback", arguments.rollback is not None),
    ):
        if is_asked:
            parser.error(f"{option} không dựng trang nên không đi cùng {idle}")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” không phải số nguyên từ 1")
    return int(text)


def _act(arguments: argparse.Namespace) -> int:
    links = {"auto": None, "link": True, "rename": False}[arguments.switch]
    store = ReleaseStore(arguments.dest.absolute(), links)
    if arguments.zip:
        return _write_zip(arguments)
    store.require_usable()
    if arguments.list or arguments.rollback is not None:
        if not store.folder.is_dir():
            raise StoreError(f"{store.folder} chưa có bản nào.")
        if arguments.list:
            return _list(store)
        if arguments.dry_run:
            return _show_rollback(store, arguments.rollback)
    elif arguments.dry_run:
        return _try_out(arguments, store)
    with store.opened(lambda: _wait(store, no_wait=arguments.no_wait)):
        if arguments.rollback is not None:
            return _roll_back(store, arguments.rollback)
        with _release(arguments) as (folder, manifest):
            return _publish(store, folder, manifest, arguments.keep)


def _wait(store: ReleaseStore, *, no_wait: bool) -> None:
    if no_wait:
        raise BusyError(f"Một lần phát hành khác đang chạy vào {store.folder}.")
    print(f"Một lần phát hành khác đang chạy vào {store.folder}; đang chờ…", file=sys.stderr)


def _publish(store: ReleaseStore, folder: Path, manifest: Manifest, keep: int) -> int:
    policy = _policy(store.live)
    release = store.add(folder, manifest)
    store.switch_to(release)
    removed = store.prune(keep)
    print(f"Đã phát hành bản {release.name}: {len(manifest.files)} tệp, đã đối chiếu từng tệp.")
    print(f"Máy chủ web mở: {store.live / 'site'}")
    if removed:
        print(f"Đã bỏ bản cũ: {', '.join(removed)}")
    _remind_of_policy(policy, store)
    return 0


def _roll_back(store: ReleaseStore, name: str) -> int:
    release = _goal(store, name)
    policy = _policy(store.live)
    store.switch_to(release)
    print(f"Đã quay về bản {release.name}.")
    _remind_of_policy(policy, store)
    return 0


def _goal(store: ReleaseStore, name: str) -> Release:
    """Give the release to go back to, after reading every byte of it."""
    release = store.named(name) if name else store.before_live()
    wrong = list(find_differences(release.path, read_manifest(release.path)))
    if wrong:
        _print_problems(wrong)
        raise StoreError(
            f"Bản {release.name} đã hỏng nên không quay về; chọn bản khác trong --list."
        )
    return release


def _show_rollback(store: ReleaseStore, name: str) -> int:
    print(f"Làm thử: sẽ quay về bản {_goal(store, name).name}. Chưa đổi gì.")
    return 0


def _list(store: ReleaseStore) -> int:
    if store.is_broken_off():
        print(
            "Lần phát hành trước bị ngắt giữa chừng; lệnh phát hành sau sẽ tự dọn.", file=sys.stderr
        )
    for one in store.releases():
        mark = "*" if one.is_live else " "
        print(f"{mark} {one.name}  phát hành {_say_moment(one.published)}")
    if not store.releases():
        print("Chưa có bản nào.")
    return 0


def _say_moment(written: str) -> str:
    """Say a moment as people here read it, by this machine's clock."""
    try:
        moment = datetime.fromisoformat(written).astimezone()
    except ValueError:
        return "chưa rõ"
    return f"{moment:%H:%M} ngày {moment:%d/%m/%Y}"


def _try_out(arguments: argparse.Namespace, store: ReleaseStore) -> int:
    with _release(arguments) as (_, manifest):
        size = sum(one.size for one in manifest.files.values()) / 2**20
        print(
            f"Làm thử: bản mới {manifest.build_day}-{manifest.fingerprint()} đạt kiểm tra, "
            f"{len(manifest.files)} tệp, {size:.1f} MB. Sẽ đặt vào {store.folder}. Chưa đổi gì."
        )
    return 0


def _write_zip(arguments: argparse.Namespace) -> int:
    if arguments.dest.exists() and not arguments.dest.is_dir():
        raise DestinationRefusedError(f"{arguments.dest} là một tệp, không phải thư mục.")
    with _release(arguments) as (folder, manifest):
        if arguments.dry_run:
            print("Làm thử: gói đạt kiểm tra. Chưa ghi gì.")
            return 0
        print(write_package(folder, manifest, arguments.dest))
    return 0


@contextmanager
def _release(arguments: argparse.Namespace) -> Iterator[tuple[Path, Manifest]]:
    """Give a verified release, built now or brought along, and clear the scratch folder after."""
    name = hashlib.sha256(str(arguments.dest.absolute()).encode("utf-8", "surrogateescape"))
    scratch = ROOT / ".cache" / f"publish-{name.hexdigest()[:16]}"
    try:
        if arguments.from_ is None:
            yield _build(arguments, scratch)
            return
        with unpacked(arguments.from_, scratch) as folder:
            manifest = read_manifest(folder)
            _refuse(list(find_differences(folder, manifest)))
            yield folder, manifest
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _build(arguments: argparse.Namespace, scratch: Path) -> tuple[Path, Manifest]:
    from _building import BuildFailedError, build_into
    from _release_build import make_release

    shutil.rmtree(scratch, ignore_errors=True)
    options: BuildOptions = arguments.options
    try:
        built = build_into(scratch / "site", root=arguments.root, options=options)
    except BuildFailedError as error:
        raise NotPublishedError(str(error)) from None
    manifest, problems = make_release(
        scratch / "site",
        scratch / "release",
        build_day=built.day.isoformat(),
        base_path=options.base_path,
        audience=options.audience,
    )
    _refuse(problems)
    if built.left_out:
        print(built.left_out)
    return scratch / "release", manifest


def _refuse(problems: list[str]) -> None:
    if problems:
        _print_problems(problems)
        raise NotPublishedError(f"Bản mới có {len(problems)} chỗ chưa đạt.")


def _print_problems(problems: list[str]) -> None:
    for one in problems[:_SHOWN]:
        print(one, file=sys.stderr)
    if len(problems) > _SHOWN:
        print(f"… và {len(problems) - _SHOWN} chỗ nữa", file=sys.stderr)


def _policy(release: Path) -> str:
    """Read the nginx configuration of a release; the only one that is not read anew by itself."""
    try:
        return (release / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    except OSError:
        return ""


def _remind_of_policy(before: str, store: ReleaseStore) -> None:
    if before and before != _policy(store.live):
        print("Cấu hình nginx của bản này khác bản trước: nạp lại nginx (systemctl reload nginx).")


if __name__ == "__main__":
    leave(main())
