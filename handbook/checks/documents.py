"""Checks of what every document has: number, date, term, aliases, relations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, get_args

from handbook.checks.loops import find_loops, show_loop
from handbook.checks.registry import Found, found, loaded_documents
from handbook.dates.calendar import first_day, is_real
from handbook.index import Index, canonical_number
from handbook.load.record_file import LoadedRecord
from handbook.model.document import Directive, Document, DocumentKind, RelationType
from handbook.model.plan import Plan
from handbook.problems import KeyPath
from handbook.text import fold, normalise_number


def check_numbers_are_unique(index: Index) -> Iterator[Found]:
    """Two documents must not bear the same number and the same date."""
    seen: dict[tuple[str, str | None], list[tuple[LoadedRecord, Document]]] = {}
    for loaded, document in loaded_documents(index):
        number = canonical_number(document)
        if number is None:
            continue
        same = seen.setdefault(_number_and_date(document), [])
        for other_loaded, other in same:
            related = _issuers_are_related(index, document, other)
            field = "canonical_number" if document.canonical_number else "number"
            message = f"số “{number}” cùng ngày đã có ở {other_loaded.path}"
            hint = "Nếu là một văn bản, giữ một bản ghi; nếu không, kiểm tra lại số và ngày."
            yield found(
                loaded, "VAN-BAN-01", (field,), message, hint, level="lỗi" if related else "lưu ý"
            )
            break
        same.append((loaded, document))


def are_held_twice(index: Index, ids: Sequence[str]) -> bool:
    """Tell whether these are one document held more than once: the error of the check above."""
    held = [index.documents[one] for one in ids if one in index.documents]
    if len(held) < 2 or canonical_number(held[0]) is None:
        return False
    return all(
        _number_and_date(one) == _number_and_date(held[0])
        and _issuers_are_related(index, one, held[0])
        for one in held[1:]
    )


def _number_and_date(document: Document) -> tuple[str, str | None]:
    return normalise_number(canonical_number(document) or ""), document.issued


def _issuers_are_related(index: Index, one: Document, other: Document) -> bool:
    """Tell whether both may come from one office; two unrelated offices may use the same number."""
    if one.issuer is None or other.issuer is None or one.issuer == other.issuer:
        return True
    lines = [{body.id for body in index.lineage(issuer)} for issuer in (one.issuer, other.issuer)]
    return one.issuer in lines[1] or other.issuer in lines[0]


class _Name(NamedTuple):
    """A name a document goes by: an alias (with its position) or its number."""

    loaded: LoadedRecord
    where: KeyPath
    text: str
    is_alias: bool


def check_aliases_are_clear(index: Index) -> Iterator[Found]:
    """An alias must fit one document only.

    A number that two documents bear with different dates (02-NQ/TW) is no fault, and an alias that
    merely writes its own document's number in another way is part of that.
    """
    names: dict[str, list[_Name]] = {}
    for loaded, document in loaded_documents(index):
        for key, name in _names_of(loaded, document):
            names.setdefault(key, []).append(name)
    for same in names.values():
        first = same[0]
        for name in same[1:]:
            clashes = name.loaded is not first.loaded and (name.is_alias or first.is_alias)
            if clashes:
                at, other = (name, first) if name.is_alias else (first, name)
                message = f"tên gọi “{at.text}” còn chỉ {other.loaded.path}"
                hint = "Thêm ngày, khóa hoặc cơ quan ban hành vào tên gọi, hoặc bỏ ở một bản ghi."
                yield found(at.loaded, "VAN-BAN-02", at.where, message, hint)


def _names_of(loaded: LoadedRecord, document: Document) -> Iterator[tuple[str, _Name]]:
    number = canonical_number(document)
    own = {normalise_number(one) for one in (document.number, number) if one}
    if number:
        yield normalise_number(number), _Name(loaded, ("number",), number, is_alias=False)
    seen = set(own)
    for position, alias in enumerate(document.aliases):
        key = normalise_number(_without_kind(alias))
        if key in own:
            continue
        key = normalise_number(alias)
        if key not in seen:
            seen.add(key)
            yield key, _Name(loaded, ("aliases", position), alias, is_alias=True)


_KIND_WORD = re.compile(
    "(?:" + "|".join(sorted(map(fold, get_args(DocumentKind)), key=len, reverse=True)) + r")\s+"
)


def _without_kind(alias: str) -> str:
    """Drop “Kế hoạch” of “Kế hoạch số 149-KH/HU”."""
    folded = fold(alias)
    match = _KIND_WORD.match(folded)
    return folded[match.end() :] if match else folded


def check_missing_number_is_explained(index: Index) -> Iterator[Found]:
    """A document without a number or date must say so: in a note, or in what is unknown of it."""
    for loaded, document in loaded_documents(index):
        if document.number is None and not _explains(document, "số"):
            message = "văn bản không có số mà không có lời giải thích"
            yield found(loaded, "VAN-BAN-03", ("number",), message, _hint_for(document, "số"))
        has_note = document.issued_note is not None
        if document.issued is None and not has_note and not _explains(document, "ngày"):
            message = "văn bản không có ngày ban hành mà không có lời giải thích"
            hint = "Ghi “issued_note”. " + _hint_for(document, "ngày")
            yield found(loaded, "VAN-BAN-03", ("issued",), message, hint)


def _explains(document: Plan | Directive, word: str) -> bool:
    said = re.compile(rf"\b{word}\b", re.IGNORECASE)
    if any(said.search(note.problem) for note in document.notes):
        return True
    return isinstance(document, Directive) and bool(
        document.generic or document.unknown or document.facts
    )


def _hint_for(document: Plan | Directive, word: str) -> str:
    if isinstance(document, Plan):
        return f"Thêm một ghi chú trong “notes” nói văn bản không in {word}."
    return f"Thêm một dòng trong “unknown” hoặc “facts” nói vì sao không có {word}."


def check_term_fits_document(index: Index) -> Iterator[Found]:
    """A document's term must not end before it begins, nor before the document was issued."""
    for loaded, document in loaded_documents(index):
        term = document.term
        if term is None or not (is_real(term.start) and is_real(term.until)):
            continue
        if term.until < term.start:
            message = f"nhiệm kỳ kết thúc ({term.until}) trước khi bắt đầu ({term.start})"
            hint = "Kiểm tra lại hai năm của nhiệm kỳ."
            yield found(loaded, "VAN-BAN-04", ("term", "until"), message, hint)
        elif (year := _year_issued(document)) is not None and int(term.until) < year:
            message = f"nhiệm kỳ kết thúc năm {term.until}, trước khi ban hành (năm {year})"
            hint = "Kiểm tra lại nhiệm kỳ và ngày ban hành."
            yield found(loaded, "VAN-BAN-04", ("term", "until"), message, hint)


def _year_issued(document: Document) -> int | None:
    issued = document.issued
    return first_day(issued).year if issued and is_real(issued) else None


def check_no_relation_to_itself(index: Index) -> Iterator[Found]:
    """A document must not have a relation to itself."""
    for loaded, document in loaded_documents(index):
        for number, relation in enumerate(document.relations):
            if relation.to == document.id:
                message = "văn bản có quan hệ với chính nó"
                hint = "Xóa quan hệ này; chỗ văn bản nhắc chính mình ghi ở “self_citations”."
                yield found(loaded, "VAN-BAN-05", ("relations", number, "to"), message, hint)


def check_relations_are_stated_once(index: Index) -> Iterator[Found]:
    """A document must state the same relation to the same document once."""
    for loaded, document in loaded_documents(index):
        seen: set[tuple[str, str]] = set()
        for number, relation in enumerate(document.relations):
            if (relation.type, relation.to) in seen:
                message = f"quan hệ “{relation.type}” với “{relation.to}” đã ghi ở trên"
                hint = "Gộp các chỗ dẫn (“citations”) vào một quan hệ."
                yield found(loaded, "VAN-BAN-06", ("relations", number, "to"), message, hint)
            seen.add((relation.type, relation.to))


_MAY_BE_MUTUAL = {"dẫn chiếu"}
"""Two documents issued together may well mention each other."""


def check_relations_have_no_loop(index: Index) -> Iterator[Found]:
    """Two documents must not both carry out, replace or amend each other, directly or in a ring."""
    documents = {document.id: (loaded, document) for loaded, document in loaded_documents(index)}
    edges: dict[str, dict[str, list[str]]] = {kind: {} for kind in get_args(RelationType)}
    for name, (_, document) in documents.items():
        for relation in document.relations:
            if relation.to != name:
                edges[relation.type].setdefault(name, []).append(relation.to)
    for kind in edges.keys() - _MAY_BE_MUTUAL:
        for loop in find_loops(edges[kind]):
            loaded, document = documents[loop[0]]
            number = next(
                number
                for number, relation in enumerate(document.relations)
                if relation.type == kind and relation.to == loop[1]
            )
            message = f"các văn bản “{kind}” lẫn nhau: {show_loop(loop)}"
            hint = "Chỉ văn bản sau mới thực hiện, thay thế hay sửa văn bản trước: xóa một chiều."
            yield found(loaded, "VAN-BAN-07", ("relations", number, "to"), message, hint)
