"""Checks of identifiers: of records, of the items inside them, and of ids a record had before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.registry import Found, found
from handbook.index import Index
from handbook.load.record_file import LoadedRecord
from handbook.model.base import Record
from handbook.model.plan import Plan
from handbook.model.reference import Procedure
from handbook.problems import KeyPath

_DOCUMENTS = "document"


def _namespace(loaded: LoadedRecord) -> str:
    """Name the space in which an id must be unique: plans and directives share one."""
    return _DOCUMENTS if loaded.kind in {"plan", "directive"} else loaded.kind


def check_ids_are_unique(index: Index) -> Iterator[Found]:
    """A plan and a directive must not bear the same id."""
    plans = index.catalogue.of_kind("plan")
    for record_id, loaded in index.catalogue.of_kind("directive").items():
        if record_id in plans:
            message = f"mã “{record_id}” đã là mã của {plans[record_id].path}"
            hint = "Kế hoạch và văn bản chỉ đạo dùng chung một bộ mã: đổi id và tên một tệp."
            yield found(loaded, "MA-01", ("id",), message, hint)


RESERVED_ANCHORS = frozenset(
    {
        "viec-phai-lam",
        "thuoc-tinh",
        "luoc-do",
        "trien-khai",
        "chua-thay",
        "can-cu",
        "duoc-dan",
        "nhiem-vu",
        "chi-tieu",
        "de-cuong",
        "thanh-phan",
        "loi-dan",
        "muc-dich",
        "yeu-cau",
        "noi-dung",
        "loi-ket",
        "thoi-ky",
        "thoi-gian",
        "bo-cuc",
        "noi-nhan",
        "kem-theo",
        "ghi-chu",
        "nguon",
        "da-biet",
        "chua-ro",
        "viec-cua-toi",
        "tu-kiem-tra",
        "vien-dan",
        "vien-dan-ten",
    }
)
"""Parts of the pages of plans, directives, procedures: an item with such an id would hide one."""

_GROUP_OF_TASKS = re.compile(r"nhiem-vu-\d+")


def is_reserved(item_id: str) -> bool:
    """Tell whether a page has a part of that id; a plan's tasks stand in numbered groups."""
    return item_id in RESERVED_ANCHORS or bool(_GROUP_OF_TASKS.fullmatch(item_id))


def check_item_ids_are_unique(index: Index) -> Iterator[Found]:
    """Tasks, milestones, periods, targets and notes of one record must bear different ids."""
    for loaded in index.catalogue.loaded:
        for fields in _item_fields(loaded.record):
            seen: dict[str, KeyPath] = {}
            for field in fields:
                for number, item in enumerate(getattr(loaded.record, field)):
                    if field != "sources" and is_reserved(item.id):
                        message = f"mã “{item.id}” là tên một mục của trang"
                        hint = "Đặt mã khác, ví dụ “nv-1”, “moc-1”, “ct-1”, “gc-1”."
                        yield found(loaded, "MA-02", (field, number, "id"), message, hint)
                    first = seen.setdefault(item.id, (field, number))
                    if first != (field, number):
                        message = f"mã “{item.id}” đã dùng ở {first[0]}[{int(first[1]) + 1}]"
                        hint = "Mỗi mục trong một bản ghi có mã riêng, vì mã là địa chỉ trên trang."
                        yield found(loaded, "MA-02", (field, number, "id"), message, hint)


def _item_fields(record: Record) -> tuple[tuple[str, ...], ...]:
    """List the groups of fields whose items share one space of ids."""
    sources = (("sources",),) if hasattr(record, "sources") else ()
    if isinstance(record, Plan):
        return (("tasks", "milestones", "periods", "targets", "notes"), *sources)
    if isinstance(record, Procedure):
        return (("steps",), *sources)
    return (("notes",), *sources) if hasattr(record, "notes") else sources


RESERVED_IDS = {"plan": frozenset({"all"})}
"""Of each kind, the ids whose files are taken: `all` names the files of all plans."""

_DEVICES = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Windows keeps these names for its devices, whatever their ending: no file may bear them."""


def check_ids_can_name_files(index: Index) -> Iterator[Found]:
    """An id, former ones too, must not be one that the site or Windows keeps for its own files."""
    for loaded in index.catalogue.loaded:
        record = loaded.record
        named: list[tuple[KeyPath, str]] = [(("id",), record.id)]
        named += [(("former_ids", at), one) for at, one in enumerate(record.former_ids)]
        for place, one in named:
            if one in RESERVED_IDS.get(loaded.kind, ()):
                whose = "trang web đã dùng cho tệp chung của mọi bản ghi"
            elif _DEVICES.fullmatch(one):
                whose = "Windows giữ cho thiết bị, không tệp nào được mang"
            else:
                continue
            message = f"mã “{one}” là tên {whose}"
            hint = f"Thêm điều để phân biệt, ví dụ “{one}-2024”, rồi đổi cả tên tệp."
            yield found(loaded, "MA-04", place, message, hint)


def check_former_ids_are_free(index: Index) -> Iterator[Found]:
    """An id that a record had before must not be in use, nor be claimed by two records."""
    living = {(_namespace(one), one.record.id): one for one in index.catalogue.loaded}
    claimed: dict[tuple[str, str], LoadedRecord] = {}
    for loaded in index.catalogue.loaded:
        for number, former in enumerate(loaded.record.former_ids):
            key = (_namespace(loaded), former)
            other = living.get(key) or claimed.get(key)
            claimed.setdefault(key, loaded)
            if other is None:
                continue
            how = "đang dùng ở" if key in living else "cũng là mã cũ của"
            message = f"mã cũ “{former}” {how} {other.path}"
            hint = "Địa chỉ cũ chỉ dẫn tới một nơi: xóa mã này ở một trong hai bản ghi."
            yield found(loaded, "MA-03", ("former_ids", number), message, hint)
