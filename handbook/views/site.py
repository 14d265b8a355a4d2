"""The view of the whole site: links, names and words that every page uses.

`Site` holds the index and *today*; both are arguments, never read from a clock or a global.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from handbook.chain import Chain
from handbook.citations import CitedProse, find_cited_prose
from handbook.dates.bounds import last_permitted_day
from handbook.dates.calendar import last_day
from handbook.dates.in_plan import say_in_plan, span_of
from handbook.dates.words import say, say_partial
from handbook.grouping import Lazily
from handbook.index import Index, canonical_number
from handbook.localities import Localities, Locality
from handbook.model.base import At, Record
from handbook.model.date_expression import DateExpression
from handbook.model.document import Document
from handbook.model.plan import Milestone, Plan
from handbook.model.reference import Body
from handbook.procedures import PageKind, UsedProcedure, procedures_by_page
from handbook.status import Status, status_of
from handbook.text import sort_key
from handbook.views.addresses import address_of
from handbook.views.marks import Mark, marks_of

UNKNOWN = "chưa rõ"

SEPARATOR = " · "
"""Between the parts of a line that is no sentence."""


class Link(NamedTuple):
    """A link inside the site: `href` counts from the site's root; `marks` tell a status."""

    href: str
    text: str
    hint: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def beside(self) -> str:
        """Give what the hint adds to the text, for a line beside the link.

        >>> Link("", "Nghị quyết 02-NQ/TW (12/06/2021)", "Về đổi mới · 12/06/2021").beside
        'Về đổi mới'
        """
        parts = self.hint.split(SEPARATOR)
        return SEPARATOR.join(one for one in parts if one.removeprefix("năm ") not in self.text)


class Place(NamedTuple):
    """Where an item stands in the source document, for `data-at` and for readers."""

    path: str
    lines: str

    @property
    def words(self) -> str:
        return f"{self.path} · dòng {self.lines.replace(' ', ', ')}"


class When(NamedTuple):
    """A date expression for a page: words, what is printed, the last day (ISO), and its state."""

    words: str
    printed: str
    last_day: str
    state: str
    kind: str


@dataclass(frozen=True, eq=False)
class Site:
    """The index with everything needed to name and link its records."""

    index: Index
    today: date

    @cached_property
    def chain(self) -> Chain:
        """Which document stands below which."""
        return Chain(self.index)

    @cached_property
    def localities(self) -> Localities:
        """Which place each body works in."""
        return Localities(self.index)

    @cached_property
    def plans_within(self) -> dict[Locality | None, tuple[Plan, ...]]:
        """Place (None: the whole country) → the plans made in it or a part of it, newest first."""
        found: dict[Locality | None, list[Plan]] = defaultdict(list)
        for plan in sorted(self.index.plans.values(), key=newest_first):
            locality = self.localities.of_body(plan.issuer) if plan.issuer else None
            for reach in (None, *(locality.reaches if locality else ())):
                found[reach].append(plan)
        return {reach: tuple(plans) for reach, plans in found.items()}

    def document(self, document_id: str) -> Link:
        """Link a plan or directive by its short name; the hint is its title and date."""
        return self._document_links[document_id]

    @cached_property
    def cited(self) -> CitedProse:
        """Every citation in the records' prose."""
        return find_cited_prose(self.index)

    @cached_property
    def _document_links(self) -> Lazily[str, Link]:
        """Every document's link: a large site asks for the same one thousands of times."""
        return Lazily(lambda document_id: self._link_of(self.index.documents[document_id]))

    def _link_of(self, document: Document) -> Link:
        return Link(
            address_of(self.index.kind_of_document(document.id), document.id),
            document_name(document),
            self.hint_of(document),
            marks_of(self.status(document.id)),
        )

    def status(self, document_id: str) -> Status:
        """Give the status of a plan or directive today, with the changes to come."""
        return self._statuses[document_id]

    @cached_property
    def _statuses(self) -> Lazily[str, Status]:
        return Lazily(lambda one: status_of(self.index, self.index.documents[one], self.today))

    @cached_property
    def procedures_by_page(self) -> dict[tuple[PageKind, str], tuple[UsedProcedure, ...]]:
        """(Page kind, id) → the procedures in which the page is used."""
        return procedures_by_page(self.index)

    def hint_of(self, document: Document) -> str:
        """Give what a link's tooltip and the line beside it say: title and date."""
        issued = f"{SEPARATOR}{say_partial(document.issued)}" if document.issued else ""
        return f"{document.title}{issued}"

    def documents(self, ids: Iterable[str]) -> list[Link]:
        return [self.document(one) for one in ids]

    def body(self, body_id: str) -> Link:
        body = self.index.bodies[body_id]
        return Link(address_of("body", body_id), body_name(body), body.name)

    def bodies(self, ids: Iterable[str]) -> list[Link]:
        return [self.body(one) for one in ids]

    def area(self, area_id: str) -> Link:
        return Link(address_of("area", area_id), self.index.areas[area_id].name)

    def areas(self, ids: Iterable[str]) -> list[Link]:
        return [self.area(one) for one in ids]

    def role(self, role_id: str) -> Link:
        return Link(address_of("role", role_id), self.index.roles[role_id].name)

    def term(self, term_id: str) -> Link:
        return Link(address_of("term", term_id), self.index.terms[term_id].abbreviation)

    def outline(self, plan_id: str) -> Link:
        plan = self.index.plans[plan_id]
        return Link(
            address_of("outline", plan_id), f"Đề cương theo {document_name(plan)}", plan.title
        )

    def when(self, expression: DateExpression | None) -> When:
        """Prepare a date expression for a page."""
        if expression is None:
            return When(UNKNOWN, "", "", "", "không nêu")
        return self._when(expression, say(expression), last_permitted_day(expression))

    def when_of(self, plan: Plan, milestone: Milestone) -> When:
        """Prepare the time of a milestone that holds now, counted from another one if need be."""
        if milestone.current is None:
            return self.when(None)
        words, last = say_in_plan(plan, milestone), span_of(plan, milestone).last
        return self._when(milestone.current, words, last or last_permitted_day(milestone.current))

    def _when(self, expression: DateExpression, words: str, day: date | None) -> When:
        state = "" if day is None else ("đã qua" if day < self.today else "sắp tới")
        return When(
            words,
            expression.printed,
            day.isoformat() if day else "",
            state,
            expression.type,
        )

    def issuer(self, document: Document) -> Link | None:
        return self.body(document.issuer) if document.issuer else None


def place(at: At) -> Place:
    """Prepare a place for a page."""
    return Place(at.path, " ".join(str(line) for line in at.lines))


def document_name(document: Document) -> str:
    """Name a document briefly: kind and number, or its short or full title when it has none.

    >>> from types import SimpleNamespace as N
    >>> document_name(N(number="02-NQ/TW", canonical_number=None, kind="Nghị quyết",
    ...                 issued="2021-06-12"))
    'Nghị quyết 02-NQ/TW (12/06/2021)'
    """
    number = canonical_number(document)
    if number is None:
        return document.short_title or document.title
    issued = document.issued
    shown = "" if not issued else f" ({say_partial(issued).removeprefix('năm ')})"
    return f"{document.kind} {number}{shown}"


def record_name(record: Record) -> str:
    """Name a record of any kind: a document briefly, a term by its short form."""
    if isinstance(record, Document):
        return document_name(record)
    fields = ("name", "title", "abbreviation")
    return next(str(getattr(record, field)) for field in fields if hasattr(record, field))


def newest_first(document: Document) -> int:
    """Give a key that sorts documents newest first, undated ones last."""
    return -last_day(document.issued).toordinal() if document.issued else 0


def body_name(body: Body) -> str:
    """Name a body as people do."""
    return body.short_name or body.name


def sorted_by_name(links: Iterable[Link]) -> list[Link]:
    """Sort links in the order of the Vietnamese alphabet."""
    return sorted(links, key=lambda link: sort_key(link.text))
