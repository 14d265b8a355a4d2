"""The view of the whole site: links, names and words that every page uses.

`Site` holds the index and *today*; both are arguments, never read from a clock or a global.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from handbook.dates.bounds import last_permitted_day
from handbook.dates.calendar import last_day
from handbook.dates.in_plan import say_in_plan, span_of
from handbook.dates.words import say, say_partial
from handbook.index import Index, canonical_number
from handbook.model.base import At
from handbook.model.date_expression import DateExpression
from handbook.model.document import Directive, Document
from handbook.model.plan import Milestone, Plan
from handbook.model.reference import Body
from handbook.text import sort_key
from handbook.views.addresses import address_of

UNKNOWN = "chưa rõ"

RELATION_WORDS: dict[str, tuple[str, str]] = {
    "căn cứ": ("Căn cứ", "Là căn cứ của"),
    "thực hiện": ("Thực hiện", "Được thực hiện bởi"),
    "hướng dẫn": ("Hướng dẫn", "Được hướng dẫn bởi"),
    "dẫn chiếu": ("Dẫn chiếu đến", "Được dẫn chiếu bởi"),
    "thay thế": ("Thay thế", "Được thay thế bởi"),
    "sửa đổi, bổ sung": ("Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi"),
    "hợp nhất": ("Hợp nhất", "Được hợp nhất trong"),
    "bãi bỏ": ("Bãi bỏ", "Bị bãi bỏ bởi"),
    "sơ kết, tổng kết": ("Sơ kết, tổng kết việc thực hiện", "Được sơ kết, tổng kết bởi"),
}
"""Each relation in both wordings: the active one of its own document, and the reverse."""


class Link(NamedTuple):
    """A link inside the site: `href` counts from the site's root."""

    href: str
    text: str
    hint: str = ""


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


@dataclass(frozen=True)
class Site:
    """The index with everything needed to name and link its records."""

    index: Index
    today: date

    def document(self, document_id: str) -> Link:
        """Link a plan or directive by its short name; the hint is its title and date."""
        return self._document_links[document_id]

    @cached_property
    def _document_links(self) -> dict[str, Link]:
        """Every document's link: a large site asks for the same one thousands of times."""
        return {
            one.id: Link(
                address_of("plan" if isinstance(one, Plan) else "directive", one.id),
                document_name(one),
                self.hint_of(one),
            )
            for one in self.index.documents.values()
        }

    def hint_of(self, document: Document) -> str:
        issued = f" ({say_partial(document.issued)})" if document.issued else ""
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

    def ended_notice(self, document: Plan | Directive) -> list[str]:
        """Say in words what has ended: the term, the validity."""
        notices: list[str] = []
        if document.term and last_day(document.term.until) < self.today:
            notices.append(f"Nhiệm kỳ {document.term.start}–{document.term.until} đã kết thúc.")
        if document.validity and document.validity.state == "hết hiệu lực":
            since = f" từ {say_partial(document.validity.until)}" if document.validity.until else ""
            notices.append(f"Văn bản đã hết hiệu lực{since}.")
        return notices

    def issuer_present(self, document: Document) -> tuple[Link, str] | None:
        """Say what has become of the issuing body, or of the body it belongs to."""
        body = self.index.bodies.get(document.issuer or "")
        for one in (body, self.index.bodies.get((body and body.parent) or "")):
            if one and one.present:
                return self.body(one.id), one.present.text
            until = one.existed.until if one and one.existed else None
            if one and until and last_day(until) < self.today:
                return self.body(one.id), f"Đơn vị ban hành không còn (đến {say_partial(until)})."
        return None

    def successors(self, document: Plan | Directive) -> list[Link]:
        """Link the documents that replace or abolish this one."""
        return [
            self.document(one.source.id)
            for one in self.index.incoming_relations.get(document.id, ())
            if one.relation.type in {"thay thế", "bãi bỏ"}
        ]


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


def newest_first(document: Document) -> int:
    """Give a key that sorts documents newest first, undated ones last."""
    return -last_day(document.issued).toordinal() if document.issued else 0


def body_name(body: Body) -> str:
    """Name a body as people do."""
    return body.short_name or body.name


def sorted_by_name(links: Iterable[Link]) -> list[Link]:
    """Sort links in the order of the Vietnamese alphabet."""
    return sorted(links, key=lambda link: sort_key(link.text))
