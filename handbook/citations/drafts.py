"""The finder's working state: the anchors of one text, and citations while they are being read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from handbook.citations.lexing import KindWord, find_addresses, find_kinds
from handbook.citations.model import Form, Meeting
from handbook.citations.normalise import CleanText
from handbook.citations.number_finder import PrintedNumber, find_numbers
from handbook.citations.numbers import DocumentNumber

_BLANKS = re.compile(r"[ \n]{0,4}")


@dataclass(slots=True, kw_only=True)
class Draft:
    """A citation being read.  Spans are those of the clean text."""

    start: int
    end: int
    kind: str
    form: Form = "numbered"
    number: DocumentNumber | None = None
    number_span: tuple[int, int] | None = None
    issuer: str | None = None
    date: str | None = None
    dated: bool = False
    """True as soon as a date is printed, even one that does not exist."""
    term: tuple[str, str] | None = None
    session: int | None = None
    meeting: Meeting | None = None
    name: str | None = None
    locator: str | None = None
    refers_to: Draft | None = None
    after_semicolon: bool = False
    """True when a semicolon parts it from the item before: a date after it is its own."""
    in_brackets: bool = False
    """True while a bracket opened before its number is not closed: Công văn (số 73/TTg-CN)."""
    own_start: int | None = None
    """Where its own words begin, when `start` lies in words it shares with the one before."""

    def take_number(self, printed: PrintedNumber) -> None:
        """Become the citation of this number, up to the number's end."""
        self.form, self.number = "numbered", printed.number
        self.number_span = (printed.start, printed.end)
        self.end = printed.end

    def take_shared(self, later: Draft) -> None:
        """Take over the date and issuer that a list prints once, at a later item."""
        if not self.dated and self.issuer is None:
            self.date, self.dated = later.date, later.dated
        if self.issuer is None:
            self.issuer, self.session = later.issuer, self.session or later.session


@dataclass(slots=True)
class Page:
    """A text with its anchors found once."""

    clean: CleanText
    kinds: list[KindWord]
    numbers: list[PrintedNumber]
    number_at: dict[int, PrintedNumber] = field(init=False)
    figures: frozenset[str] = field(init=False)
    """The figures of the full numbers: short forms may repeat them."""

    def __post_init__(self) -> None:
        self.number_at = {one.start: one for one in self.numbers}
        self.figures = frozenset(one.number.digits for one in self.numbers)

    def skip_blanks(self, position: int) -> int:
        """Step over up to four spaces and line breaks."""
        match = _BLANKS.match(self.clean.text, position)
        return match.end() if match else position

    def next_number(self, position: int) -> PrintedNumber | None:
        """Give the first number that begins at `position` or later."""
        index = bisect_left(self.numbers, position, key=lambda one: one.start)
        return self.numbers[index] if index < len(self.numbers) else None

    def next_kind(self, position: int) -> KindWord | None:
        """Give the first word for a kind of document that begins at `position` or later."""
        index = bisect_left(self.kinds, position, key=lambda one: one.start)
        return self.kinds[index] if index < len(self.kinds) else None

    def kinds_before(self, position: int, limit: int) -> Iterator[KindWord]:
        """Yield the words for kinds between `limit` and `position`, the nearest first."""
        index = bisect_left(self.kinds, position, key=lambda one: one.start)
        while index and self.kinds[index - 1].start >= limit:
            index -= 1
            yield self.kinds[index]


def open_page(clean: CleanText) -> Page:
    """Find the anchors of a text, those inside web and mail addresses left out."""
    addresses = find_addresses(clean.text)
    kinds = [one for one in find_kinds(clean) if not _inside(one.start, addresses)]
    numbers = [one for one in find_numbers(clean) if not _inside(one.start, addresses)]
    return Page(clean, kinds, numbers)


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    index = bisect_right(spans, position, key=lambda span: span[0]) - 1
    return index >= 0 and position < spans[index][1]
