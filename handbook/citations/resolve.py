"""Tell which record a citation names: one, several that fit, or none.  Never guess.

A number alone is no key: Party numbers begin again with each congress, union and State numbers with
each year and each issuer.  A record *fits* when nothing printed contradicts it; it is *told* when
something more than its figures points to it: a national organ, the place, the day, or the citing
document's own relations.  Without a printed date the telling is marked inferred.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from handbook.citations.context import Context
from handbook.citations.model import Citation, Meeting, Resolved
from handbook.citations.numbers import DocumentNumber
from handbook.citations.organs import Organ, compare_organs, describe_organ
from handbook.citations.registry import Entry, Registry, figures_of, name_key
from handbook.dates.calendar import first_day, is_day, last_day
from handbook.text import fold

_UNKNOWN = Context()
_YEARS_OF_A_TERM = 5


@dataclass(frozen=True, slots=True)
class _Fit:
    """A record that fits; `told` when more than the figures or the name points to it."""

    entry: Entry
    told: bool


def resolve_citations(
    citations: Iterable[Citation], registry: Registry, context: Context = _UNKNOWN
) -> tuple[Resolved, ...]:
    """Resolve the citations of one text in order; later ones lean on earlier ones."""
    done: dict[int, Resolved] = {}
    for citation in citations:
        done[id(citation)] = _resolve(citation, registry, context, done)
    return tuple(done.values())


def _resolve(
    citation: Citation, registry: Registry, context: Context, done: dict[int, Resolved]
) -> Resolved:
    if citation.form == "self":
        return Resolved(citation=citation, directive=context.document)
    if citation.form == "back":
        meant = done.get(id(citation.refers_to), Resolved(citation=citation))
        return replace(meant, citation=citation)
    fits = _find_fits(citation, registry, context)
    return _decide(citation, fits, context, _cited_before(citation, done.values()))


def _find_fits(citation: Citation, registry: Registry, context: Context) -> list[_Fit]:
    if citation.parts is not None:
        return _fit_number(citation, citation.parts, registry, context)
    if citation.meeting is not None:
        return _fit_meeting(citation, citation.meeting, registry, context)
    if citation.name is not None:
        return _fit_name(citation, citation.name, registry, context)
    return _fit_day(citation, registry, context)


def _decide(
    citation: Citation, fits: Sequence[_Fit], context: Context, before: frozenset[str]
) -> Resolved:
    """Choose among the records that fit, by ever weaker evidence; several left means ambiguous."""
    told = [fit.entry for fit in fits if fit.told]
    choices = told or [fit.entry for fit in fits]
    known = context.related | {context.document}
    for chosen in (
        told,
        [entry for entry in choices if entry.id in known],
        [entry for entry in choices if entry.id == context.document],
        [entry for entry in choices if entry.id in before],
        choices if context.editorial else [],
    ):
        if len(chosen) == 1:
            inferred = _is_inferred(citation, chosen[0])
            return Resolved(citation=citation, directive=chosen[0].id, inferred=inferred)
    return Resolved(citation=citation, candidates=tuple(sorted(entry.id for entry in choices)))


def _is_inferred(citation: Citation, entry: Entry) -> bool:
    """Tell whether something other than the citation's own words decided."""
    if citation.date or entry.generic or citation.session:
        return False
    if citation.parts is not None:
        return citation.parts.year is None
    ordinal = citation.meeting.ordinal if citation.meeting else None
    return not (ordinal or citation.term)


def _cited_before(citation: Citation, done: Iterable[Resolved]) -> frozenset[str]:
    """Give the records that earlier citations with the same figures named."""
    if citation.parts is None:
        return frozenset()
    figures = figures_of(citation.parts)
    return frozenset(
        one.directive
        for one in done
        if one.directive and one.citation.parts and figures_of(one.citation.parts) == figures
    )


def _compare_issuers(citation: Citation, entry: Entry, context: Context) -> bool | None:
    if not citation.issuer or entry.organ is None:
        return None
    return compare_organs(describe_organ(citation.issuer), entry.organ, context.places)


# --- numbers


def _fit_number(
    citation: Citation, number: DocumentNumber, registry: Registry, context: Context
) -> list[_Fit]:
    fits = []
    for entry in registry.by_figures.get(figures_of(number), ()):
        if not _symbols_fit(citation, number, entry) or not _dates_fit(citation, entry, context):
            continue
        issuer = _compare_issuers(citation, entry, context)
        if issuer is not False or _is_misattributed(citation, entry):
            told = _is_number_told(citation, entry, context, placed=issuer is True)
            fits.append(_Fit(entry, told))
    return fits


def _symbols_fit(citation: Citation, number: DocumentNumber, entry: Entry) -> bool:
    held = entry.number
    if held is None or (number.year and held.year and number.year != held.year):
        return False
    if citation.form == "short":
        return _family(citation.kind) == _family(entry.kind)
    return _symbol_key(number) == _symbol_key(held)


def _symbol_key(number: DocumentNumber) -> tuple[str, str]:
    return fold(number.type), fold(number.organs[0]) if number.organs else ""


def _family(kind: str) -> str:
    if kind == "Bộ luật":
        return "Luật"
    return "Chương trình" if kind.startswith("Chương trình") else kind


def _dates_fit(citation: Citation, entry: Entry, context: Context) -> bool:
    if not citation.date:
        return _is_not_after(entry.issued, context.date)
    return entry.issued is None or _is_same_time(citation.date, entry.issued)


def _is_misattributed(citation: Citation, entry: Entry) -> bool:
    """Bear with a wrong issuer among national organs, when number and day agree to the letter."""
    return _names_a_day(citation) and citation.date == entry.issued and entry.national


def _is_number_told(citation: Citation, entry: Entry, context: Context, *, placed: bool) -> bool:
    if entry.id in context.related or entry.id == context.document:
        return True
    if citation.date and entry.issued is None:
        return placed
    return placed or entry.national or _names_a_day(citation) or _has_national_symbol(entry)


def _has_national_symbol(entry: Entry) -> bool:
    """Tell whether the number of a document with no known issuer names the only such organ."""
    if entry.number is None or not entry.number.organs or entry.organ is not None:
        return False
    organ = entry.number.organs[0]
    return organ in ("TW", "CP", "TTg", "TLĐ") or organ.startswith("QH")


def _names_a_day(citation: Citation) -> bool:
    return citation.date is not None and is_day(citation.date)


# --- congresses and plenums


def _fit_meeting(
    citation: Citation, meeting: Meeting, registry: Registry, context: Context
) -> list[_Fit]:
    fits = []
    # A plenum is told by its number, a congress by its place.
    organ = _body_of(meeting) if meeting.type == "congress" and meeting.body else None
    for entry in registry.meetings.find(citation.kind, meeting.type, organ, context.places):
        told = [
            _compare_meetings(citation, meeting, held, entry, context)
            for held in entry.meetings
            if held.type == meeting.type
        ]
        if any(one is not None for one in told):
            fits.append(_Fit(entry, any(told)))
    return fits


def _compare_meetings(
    citation: Citation, meeting: Meeting, held: Meeting, entry: Entry, context: Context
) -> bool | None:
    """Tell whether a meeting can be the one held: None for no, else whether it is told."""
    if meeting.type == "plenum":
        return _same_plenum(meeting, held) or None
    if not _terms_fit(citation, entry, context, timed=bool(meeting.ordinal)):
        return None
    if entry.generic or _names_a_class(meeting):
        both = entry.generic and _names_a_class(meeting)
        return (both and _class_of(meeting) == _class_of(held)) or None
    if meeting.ordinal and held.ordinal and meeting.ordinal != held.ordinal:
        return None
    if meeting.body is None or entry.organ is None:
        return entry.id in context.related or None
    organ = compare_organs(describe_organ(meeting.body), entry.organ, context.places)
    return None if organ is False else organ is True or entry.id in context.related


def _same_plenum(meeting: Meeting, held: Meeting) -> bool:
    if held.session is None or (meeting.ordinal, meeting.session) != (held.ordinal, held.session):
        return False
    return _body_of(meeting).kind == _body_of(held).kind


def _terms_fit(citation: Citation, entry: Entry, context: Context, *, timed: bool) -> bool:
    """Tell whether the terms agree; with neither ordinal nor term, the citing date decides."""
    if citation.term:
        return entry.term is None or entry.term == citation.term
    if timed or context.date is None:
        return True
    if entry.term:
        return int(entry.term[0]) <= int(context.date[:4]) <= int(entry.term[1])
    return _is_within_term(entry.issued, context.date)


def _names_a_class(meeting: Meeting) -> bool:
    """Tell whether a whole class is meant: “các cấp”, “cấp mình”, or just “Đại hội Công đoàn”."""
    if meeting.ordinal:
        return False
    body = _body_of(meeting)
    bare = body.place is None and body.level in (None, "cơ sở")
    return meeting.scope is not None or (body.kind in ("cđcs", "công đoàn") and bare)


def _class_of(meeting: Meeting) -> tuple[str, str]:
    """Give the sector and scope of a class; with no body named, the unions are meant."""
    kind = _body_of(meeting).kind
    own = meeting.scope == "cấp mình" or kind == "cđcs"
    return "đảng" if kind == "đảng" else "công đoàn", "cấp mình" if own else "các cấp"


def _body_of(meeting: Meeting) -> Organ:
    return describe_organ(meeting.body or "")


# --- names and days


def _fit_name(citation: Citation, name: str, registry: Registry, context: Context) -> list[_Fit]:
    fits = []
    for entry in registry.by_name.get(name_key(name), ()):
        issuer = _compare_issuers(citation, entry, context)
        if issuer is False or not _name_times_fit(citation, entry, context):
            continue
        undated = citation.date is not None and entry.issued is None
        known = entry.national or entry.generic or entry.organ is None
        told = known or issuer is True or entry.id in context.related
        fits.append(_Fit(entry, told and not undated))
    return fits


def _name_times_fit(citation: Citation, entry: Entry, context: Context) -> bool:
    if citation.session and entry.session and citation.session != entry.session:
        return False
    if citation.term and entry.term and citation.term != entry.term:
        return False
    if entry.kind == "Điều lệ" and not citation.session:
        return _is_within_term(entry.issued, context.date)
    return _dates_fit(citation, entry, context)


def _fit_day(citation: Citation, registry: Registry, context: Context) -> list[_Fit]:
    """Fit a document told by its day and issuer alone."""
    fits = []
    for entry in registry.by_date.get(citation.date or "", ()):
        issuer = _compare_issuers(citation, entry, context)
        is_told = entry.organ or entry.id == context.document  # a record tells of its own document
        if _family(entry.kind) == _family(citation.kind) and issuer is not False and is_told:
            fits.append(_Fit(entry, issuer is True))
    return fits


# --- time


def _is_same_time(printed: str, issued: str) -> bool:
    return printed.startswith(issued) or issued.startswith(printed)


def _is_not_after(issued: str | None, date: str | None) -> bool:
    """Tell whether a document can have existed at a date, each at its own precision."""
    return issued is None or date is None or first_day(issued) <= last_day(date)


def _is_within_term(issued: str | None, date: str | None) -> bool:
    """Tell whether a date lies in the five years, to the year's end, that follow a congress."""
    if issued is None or date is None:
        return True
    return _is_not_after(issued, date) and int(date[:4]) <= int(issued[:4]) + _YEARS_OF_A_TERM
