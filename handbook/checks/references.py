"""Checks of references to other records; see `items` for references inside a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from handbook.checks.registry import Found, found
from handbook.index import Incoming, Index
from handbook.load.record_file import LoadedRecord
from handbook.model import RECORD_KINDS
from handbook.problems import KeyPath
from handbook.references import Reference
from handbook.walk import PLAN_ITEMS, walk

_KINDS = {kind.name: kind for kind in RECORD_KINDS}
_WAYS_IN = {"plan", "role", "procedure", "term", "concept", "path", "way"}
"""Kinds of records that readers come in by; nobody needs to refer to them."""


def check_reference_exists(index: Index) -> Iterator[Found]:
    """A reference must name a record that exists."""
    former = _former_ids(index)
    for loaded, reference in _unresolved(index):
        if not _exists_or_failed(index, reference.target):
            yield _unknown(index, former, loaded, reference)
    for loaded, where, item in plan_item_references(index):
        plan = item.partition("#")[0]
        if not _exists_or_failed(index, plan):
            yield _unknown(index, former, loaded, Reference(where, plan, ("plan",)))


def _unresolved(index: Index) -> Iterator[Incoming]:
    """Yield the references to nothing of the kinds their fields ask for."""
    known: dict[tuple[str, ...], frozenset[str]] = {}
    for one in index.references:
        kinds = one.reference.kinds
        if kinds not in known:
            known[kinds] = frozenset(_ids(index, kinds))
        if one.reference.target not in known[kinds]:
            yield one


def _exists_or_failed(index: Index, target: str) -> bool:
    """Tell whether an id exists in any kind, or belongs to a file that could not be loaded."""
    catalogue = index.catalogue
    return any(
        target in catalogue.of_kind(kind) or target in catalogue.failed.get(kind, ())
        for kind in _KINDS
    )


def _former_ids(index: Index) -> dict[str, LoadedRecord]:
    return {
        former: loaded for loaded in index.catalogue.loaded for former in loaded.record.former_ids
    }


def _unknown(
    index: Index,
    former: dict[str, LoadedRecord],
    loaded: LoadedRecord,
    reference: Reference,
) -> Found:
    where, target, kinds = reference.where, reference.target, reference.kinds
    message = f"không có {_name(kinds)} “{target}”"
    if target in former:
        hint = f"Mã này đã đổi thành “{former[target].record.id}”."
    else:
        hint = ask_near(target, _ids(index, kinds)) + f"Danh sách: {_folders(kinds)}"
    return found(loaded, "THAM-CHIEU-02", where, message, hint)


def _ids(index: Index, kinds: Iterable[str]) -> list[str]:
    return [known for kind in kinds for known in index.catalogue.of_kind(kind)]


def ask_near(value: str, known: Iterable[str]) -> str:
    """Ask “Có phải “x” hay “y”?” when known ids are near; else nothing."""
    ranked = process.extract(value, list(known), scorer=fuzz.ratio, score_cutoff=60, limit=3)
    near = [match[0] for match in ranked if match[1] >= ranked[0][1] - 10]
    return "Có phải " + " hay ".join(f"“{one}”" for one in near) + "? " if near else ""


def _name(kinds: tuple[str, ...]) -> str:
    return "văn bản" if kinds == ("plan", "directive") else _KINDS[kinds[0]].label


def _folders(kinds: Iterable[str]) -> str:
    return ", ".join(f"data/{_KINDS[kind].folder}/" for kind in kinds)


def check_reference_kind(index: Index) -> Iterator[Found]:
    """A reference must name a record of the kind its field asks for."""
    for loaded, reference in _unresolved(index):
        actual = _actual_kind(index, reference.target)
        if actual is None or _may_have_failed(index, reference.target, reference.kinds):
            continue
        message = (
            f"“{reference.target}” là {_KINDS[actual].label}, ở đây cần {_name(reference.kinds)}"
        )
        hint = ask_near(reference.target, _ids(index, reference.kinds))
        hint += f"Danh sách: {_folders(reference.kinds)}"
        yield found(loaded, "THAM-CHIEU-01", reference.where, message, hint)
    for loaded, where, item in plan_item_references(index):
        target = item.partition("#")[0]
        actual = _actual_kind(index, target)
        if actual in (None, "plan") or _may_have_failed(index, target, ("plan",)):
            continue
        message = f"“{target}” là {_KINDS[actual or ''].label}, ở đây cần kế hoạch"
        yield found(loaded, "THAM-CHIEU-01", where, message, "Danh sách: data/plans/")


def _actual_kind(index: Index, target: str) -> str | None:
    return next((kind for kind in _KINDS if target in index.catalogue.of_kind(kind)), None)


def _may_have_failed(index: Index, target: str, kinds: tuple[str, ...]) -> bool:
    return any(target in index.catalogue.failed.get(kind, ()) for kind in kinds)


def check_record_is_referred_to(index: Index) -> Iterator[Found]:
    """A directive, body or area should be named by some other record (a hint)."""
    if any(index.catalogue.failed.values()):
        return  # the records that could not be loaded may well name it
    misspelt = {kind for one in _unresolved(index) for kind in one.reference.kinds}
    for loaded in index.catalogue.loaded:
        if loaded.kind in _WAYS_IN or loaded.kind in misspelt:
            continue  # a reference that names nothing may have meant it
        incoming = index.incoming(loaded.record.id)
        if not any(_is_from_another(loaded, one) for one in incoming):
            message = f"chưa bản ghi nào nhắc tới “{loaded.record.id}”"
            hint = "Nếu cần giữ, dẫn tới nó từ một văn bản hay đơn vị; nếu không, xóa tệp này."
            yield found(loaded, "THAM-CHIEU-04", ("id",), message, hint, level="lưu ý")


def _is_from_another(loaded: LoadedRecord, incoming: Incoming) -> bool:
    return loaded.kind in incoming.reference.kinds and incoming.source is not loaded


def plan_item_references(index: Index) -> Iterator[tuple[LoadedRecord, KeyPath, str]]:
    """Yield every `plan#item` of every record."""
    for loaded in index.catalogue.loaded:
        for hit in walk(loaded.record, PLAN_ITEMS):
            yield loaded, hit.where, hit.value
