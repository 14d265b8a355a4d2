"""The line by which a document is cited: “Căn cứ Kế hoạch số 149-KH/HU ngày 19/7/2023 của …;”.

Nghị định 30/2020/NĐ-CP, Phụ lục I: a basis names the kind, number, date, issuer and subject; a law
is named by its name and date only, without number and issuer; each line ends with a semicolon.
What a record does not know is left out and listed, never made up.
"""

from __future__ import annotations

import re
from typing import NamedTuple, get_args

from handbook.dates.calendar import is_day
from handbook.index import canonical_number
from handbook.model.document import Directive, Document, DocumentKind
from handbook.views.site import Site

NAMED_BY_NAME = frozenset({"Hiến pháp", "Luật"})
"""Kinds cited by name and date: everybody knows who passes them."""


class CitationLine(NamedTuple):
    """The line, what it lacks, and what in it the editors inferred."""

    line: str
    missing: list[str]
    inferred: list[str]


def citation_of(site: Site, document: Document) -> CitationLine | None:
    """Write the line; None for a name that many documents share, which cannot be cited."""
    if isinstance(document, Directive) and document.generic:
        return None
    if document.kind in NAMED_BY_NAME and _title_is_known(document):
        return _by_name(document, missing=[])
    if canonical_number(document) is None and _names_itself(document):
        return _by_name(document, missing=["số, ký hiệu"])
    return _by_number(site, document)


def _by_name(document: Document, missing: list[str]) -> CitationLine:
    """Cite by name: “Căn cứ Luật Công đoàn ngày 27/11/2024;”, a congress resolution, a charter."""
    name = _without_stop(document.title)
    if not _names_itself(document):
        name = f"{document.kind} {name}"
    term = document.term
    if term and "nhiệm kỳ" not in name:
        name += f", nhiệm kỳ {term.start}–{term.until}"
    issued = document.issued
    law = document.kind in NAMED_BY_NAME
    dated = _say_issued(document) if issued and (is_day(issued) or law) else ""
    return CitationLine(_line(name, dated), missing + _missing_date(document), [])


def _by_number(site: Site, document: Document) -> CitationLine:
    """Cite by kind, number, date, issuer and subject, as far as each is known."""
    number = canonical_number(document)
    issuer = _issuer(site, document)
    subject = _subject(document) if _title_is_known(document) else ""
    line = _line(
        document.kind,
        f"số {number}" if number else "",
        _say_issued(document),
        f"của {issuer}" if issuer else "",
        subject,
    )
    missing = [
        *([] if number else ["số, ký hiệu"]),
        *_missing_date(document),
        *([] if issuer else ["cơ quan ban hành"]),
        *([] if subject else ["trích yếu"]),
    ]
    inferred = [f"cơ quan ban hành ({issuer})"] if issuer and document.issuer_inferred else []
    return CitationLine(line, missing, inferred)


def _line(*parts: str) -> str:
    return " ".join(["Căn cứ", *filter(None, parts)]) + ";"


def _title_is_known(document: Document) -> bool:
    """Tell whether the title is the printed one: a title that repeats the number is an editor's."""
    number = canonical_number(document)
    return not document.title_inferred and not (number and number in document.title)


def _names_itself(document: Document) -> bool:
    """Tell whether a title is a name by itself: “Nghị quyết Đại hội …”, “03 chương trình …”."""
    rest = _after_kind(document)
    return rest is not None and not _ABOUT.match(rest)


def _subject(document: Document) -> str:
    """Give the subject from a title as printed: “V/v …”, “Về …”, or without any such word."""
    rest = _after_kind(document)
    title = _without_stop(document.title) if rest is None else rest
    about = _ABOUT.match(title)
    if about:
        word = "về" if about[1].lower() == "về" else "về việc"
        return f"{word} {_lowered(title[about.end() :])}"
    return f"về {_lowered(title)}" if rest is None else rest


_ABOUT = re.compile(r"(V/v|Về việc|Về)\b:?\s*", re.IGNORECASE)


def _after_kind(document: Document) -> str | None:
    """Give what follows the kind at the start of a title, or None when another word starts it."""
    title = _without_stop(document.title)
    found = re.match(rf"(?:\d+ )?{document.kind}\b\s*", title, re.IGNORECASE)
    return title[found.end() :] if found and found.end() < len(title) else None


def _lowered(title: str) -> str:
    """Write the first letter small, unless it begins a name: a document's, or one in capitals.

    >>> _lowered("Tiếp tục thực hiện"), _lowered("Ban hành Quy chế"), _lowered("CĐCS vững mạnh")
    ('tiếp tục thực hiện', 'ban hành Quy chế', 'CĐCS vững mạnh')
    >>> _lowered("Nghị quyết Đại hội XII"), _lowered("Chương trình “1 triệu sáng kiến”")
    ('Nghị quyết Đại hội XII', 'Chương trình “1 triệu sáng kiến”')
    """
    kind = next((one for one in get_args(DocumentKind) if title.startswith(f"{one} ")), None)
    named = kind is not None and not title[len(kind) + 1].islower()
    acronym = title[1:2].isupper()
    return title if named or acronym else title[:1].lower() + title[1:]


def _without_stop(title: str) -> str:
    return title.strip().rstrip(".;").rstrip()


def _issuer(site: Site, document: Document) -> str:
    body = site.index.bodies.get(document.issuer or "")
    return body.name if body else document.issuer_printed or ""


def _say_issued(document: Document) -> str:
    """Write the date as offices do: day with two figures, months 3–9 with one."""
    value = document.issued
    if value is None:
        return ""
    year, month = value[:4], value[5:7]
    short = str(int(month)) if month.isdecimal() and int(month) > 2 else month
    if is_day(value):
        return f"ngày {value[8:]}/{short}/{year}"
    return f"tháng {short}/{year}" if month.isdecimal() else f"năm {year}"


def _missing_date(document: Document) -> list[str]:
    if document.issued is None:
        return ["ngày ban hành"]
    return [] if is_day(document.issued) else ["ngày đầy đủ"]
