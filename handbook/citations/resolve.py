"""Tell which record a citation names: one, several that fit, or none.  Never guess.

A number alone is no key: Party numbers begin again each congress, union and State numbers each year
and each issuer.  A record fits when nothing printed contradicts it; it is told when something more
than its figures points to it: a national organ, the place, the day, or the citing document's own
relations.  Without a printed date the telling is marked inferred.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handbook.citations.context import Context
from handbook.citations.model import Citation, Meeting, Resolved
from handbook.citations.numbers import DocumentNumber
from handbook.citations.organs import compare_organs, describe_organ
from handbook.citations.registry import Entry, Registry, figures_of, name_key
from handbook.dates.calendar import first_day, last_day
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
    """Resolve the citations of one text, in order: later ones lean on earlier ones of the same number."""
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
        meant = done.get(id(citation.refers_to))
        if meant is None:
            return Resolved(citation=citation)
        return Resolved(
            citation=citation,
            directive=meant.directive,
            candidates=meant.candidates,
            inferred=meant.inferred,
        )
    if citation.parts is not None:
        fits = _fit_number(citation, citation.parts, registry, context)
    elif citation.meeting is not None:
        fits = _fit_meeting(citation, citation.meeting, registry, context)
    elif citation.name is not None:
        fits = _fit_name(citation, citation.name, registry, context)
    else:
        fits = _fit_date(citation, registry, context)
    return _decide(citation, fits, context, _cited_before(citation, done.values()))


def _decide(
    citation: Citation, fits: Sequence[_Fit], context: Context, before: frozenset[str]
) -> Resolved:
    """Choose among the records that fit, by ever weaker evidence; several left means ambiguous."""
    told = [fit.entry for fit in fits if fit.told]
    choices = told or [fit.entry for fit in fits]
    narrowings: tuple[frozenset[str], ...] = (
        frozenset(),
        context.related | {context.document or ""},
        before,
    )
    for wanted in narrowings:
        chosen = [entry for entry in choices if entry.id in wanted] if wanted else told
        if len(chosen) == 1:
            return Resolved(
                citation=citation,
                directive=chosen[0].id,
                inferred=_is_inferred(citation, chosen[0]),
            )
    return Resolved(citation=citation, candidates=tuple(sorted(entry.id for entry in choices)))


def _is_inferred(citation: Citation, entry: Entry) -> bool:
    if citation.date or entry.generic:
        return False
    if citation.parts is not None:
        return citation.parts.year is None or citation.form == "short"
    meeting = citation.meeting
    return not (meeting and (meeting.ordinal or citation.term)) and citation.session is None


def _cited_before(citation: Citation, done: Iterable[Resolved]) -> frozenset[str]:
    """Give the records that earlier citations with the same figures named."""
    if citation.parts is None:
        return frozenset()
    figures = figures_of(citation.parts)
    return frozenset(
        one.directive
        for one in done
        if one.directive
        and one.citation.parts is not None
        and figures_of(one.citation.parts) == figures
    )


# --- numbers


def _fit_number(
    citation: Citation, number: DocumentNumber, registry: Registry, context: Context
) -> list[_Fit]:
    fits = []
    for entry in registry.by_figures.get(figures_of(number), ()):
        if entry.number is None or not _symbols_fit(citation, number, entry):
            continue
        if not _dates_fit(citation, entry, context):
            continue
        organ = (
            compare_organs(describe_organ(citation.issuer), entry.organ, context.places)
            if (citation.issuer and entry.organ)
            else None
        )
        if organ is False and not _is_loosely_named(citation, entry):
            continue
        fits.append(_Fit(entry, told=_is_told(citation, entry, context, organ is True)))
    return fits


def _symbols_fit(citation: Citation, number: DocumentNumber, entry: Entry) -> bool:
    held = entry.number
    assert held is not None
    if number.year and held.year and number.year != held.year:
        return False
    if citation.form == "short":
        return _family(citation.kind) == _family(entry.kind)
    if not number.organs or not held.organs:
        return number.type == held.type
    return (fold(number.type), fold(number.organs[0])) == (fold(held.type), fold(held.organs[0]))


def _family(kind: str) -> str:
    if kind == "Bộ luật":
        return "Luật"
    return "Chương trình" if kind.startswith("Chương trình") else kind


def _dates_fit(citation: Citation, entry: Entry, context: Context) -> bool:
    if citation.date:
        return entry.issued is None or _same_time(citation.date, entry.issued)
    return not_after(entry.issued, context.date)


def _is_loosely_named(citation: Citation, entry: Entry) -> bool:
    """Bear with a wrong issuer among the central organs when number and day agree to the letter."""
    return (
        citation.date is not None
        and citation.date == entry.issued
        and len(citation.date) == 10
        and entry.organ is not None
        and entry.organ.national
    )


def _is_told(citation: Citation, entry: Entry, context: Context, placed: bool) -> bool:
    if entry.id in context.related or entry.id == context.document:
        return True
    if citation.date and entry.issued is None:
        return placed
    if citation.date and len(citation.date) == 10:
        return True
    return placed or (entry.everywhere and entry.organ is not None) or _number_is_national(entry)


def _number_is_national(entry: Entry) -> bool:
    """A State number with a year is given once in the country; TW, CP, QH, TLĐ name one organ each."""
    number = entry.number
    if number is None or not number.organs or entry.organ is not None:
        return False
    return number.organs[0] in ("TW", "CP", "TTg", "TLĐ") or number.organs[0].startswith("QH")


# --- congresses and plenums


def _fit_meeting(
    citation: Citation, meeting: Meeting, registry: Registry, context: Context
) -> list[_Fit]:
    fits = []
    for entry in registry.meetings:
        if entry.kind != citation.kind:
            continue
        told = [
            one
            for held in entry.meetings
            if (one := _compare_meetings(citation, meeting, held, entry, context)) is not None
        ]
        if told:
            fits.append(_Fit(entry, told=any(told)))
    return fits


def _compare_meetings(
    citation: Citation, meeting: Meeting, held: Meeting, entry: Entry, context: Context
) -> bool | None:
    """Tell whether a meeting can be the one held: None for no, else whether it is told."""
    if meeting.type != held.type:
        return None
    if meeting.type == "plenum":
        same = (meeting.ordinal, meeting.session) == (
            held.ordinal,
            held.session,
        ) and held.session is not None
        return (
            True
            if same
            and describe_organ(meeting.body or "").kind == describe_organ(held.body or "").kind
            else None
        )
    if entry.generic or _names_a_class(meeting):
        return _compare_classes(meeting, held, entry, citation, context)
    if meeting.ordinal and held.ordinal and meeting.ordinal != held.ordinal:
        return None
    if citation.term and entry.term and citation.term != entry.term:
        return None
    if not (meeting.ordinal or citation.term) and not _in_term(entry, context.date):
        return None
    if meeting.body is None or entry.organ is None:
        return entry.id in context.related or None
    organ = compare_organs(describe_organ(meeting.body), entry.organ, context.places)
    if organ is False:
        return None
    return organ is True or entry.id in context.related


def _names_a_class(meeting: Meeting) -> bool:
    """Tell whether the words name a whole class: “các cấp”, “cấp mình”, or just “Đại hội Công đoàn”."""
    if meeting.ordinal:
        return False
    organ = describe_organ(meeting.body or "")
    return meeting.scope is not None or (
        organ.kind in ("cđcs", "công đoàn") and not (organ.place or _has_level(organ.level))
    )


def _has_level(level: str | None) -> bool:
    return level is not None and level != "cơ sở"


def _compare_classes(
    meeting: Meeting, held: Meeting, entry: Entry, citation: Citation, context: Context
) -> bool | None:
    if not entry.generic or not _names_a_class(meeting):
        return None
    if citation.term and entry.term and citation.term != entry.term:
        return None
    if entry.term and not citation.term and context.date and not _in_term(entry, context.date):
        return None
    sector = "đảng" if describe_organ(meeting.body or "công đoàn").kind == "đảng" else "công đoàn"
    held_sector = "đảng" if describe_organ(held.body or "công đoàn").kind == "đảng" else "công đoàn"
    return True if sector == held_sector and _class_of(meeting) == _class_of(held) else None


def _class_of(meeting: Meeting) -> str:
    organ = describe_organ(meeting.body or "")
    return "cấp mình" if meeting.scope == "cấp mình" or organ.kind == "cđcs" else "các cấp"


def _in_term(entry: Entry, date: str | None) -> bool:
    if date is None:
        return True
    if entry.term:
        return int(entry.term[0]) <= int(date[:4]) <= int(entry.term[1])
    return _within_years(entry.issued, date)


def _within_years(issued: str | None, date: str | None) -> bool:
    """Tell whether a day lies in the five years, to the year's end, that follow a congress."""
    if issued is None or date is None:
        return True
    return not_after(issued, date) and int(date[:4]) <= int(issued[:4]) + _YEARS_OF_A_TERM


# --- names and days


def _fit_name(citation: Citation, name: str, registry: Registry, context: Context) -> list[_Fit]:
    fits = []
    for entry in registry.by_name.get(name_key(name), ()):
        if citation.session and entry.session and citation.session != entry.session:
            continue
        if citation.term and entry.term and citation.term != entry.term:
            continue
        if not _dates_fit(citation, entry, context):
            continue
        if (
            entry.kind == "Điều lệ"
            and not citation.session
            and not _within_years(entry.issued, context.date)
        ):
            continue
        organ = (
            compare_organs(describe_organ(citation.issuer), entry.organ, context.places)
            if (citation.issuer and entry.organ)
            else None
        )
        if organ is False:
            continue
        dated_in_vain = citation.date is not None and entry.issued is None
        told = entry.id in context.related or organ is True or entry.everywhere
        fits.append(_Fit(entry, told=told and not dated_in_vain))
    return fits


def _fit_date(citation: Citation, registry: Registry, context: Context) -> list[_Fit]:
    """Fit a document told by its day and issuer alone."""
    fits = []
    for entry in registry.by_date.get(citation.date or "", ()):
        if _family(entry.kind) != _family(citation.kind) or not (citation.issuer and entry.organ):
            continue
        organ = compare_organs(describe_organ(citation.issuer), entry.organ, context.places)
        if organ is not False:
            fits.append(_Fit(entry, told=organ is True))
    return fits


# --- time


def _same_time(printed: str, issued: str) -> bool:
    return printed.startswith(issued) or issued.startswith(printed)


def not_after(issued: str | None, date: str | None) -> bool:
    """Tell whether a document can have existed at a date, each at its own precision."""
    if issued is None or date is None:
        return True
    return first_day(issued) <= last_day(date)
