"""What a citation is, before and after it is resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from handbook.citations.numbers import DocumentNumber

Form = Literal["numbered", "short", "unnumbered", "back", "self"]
"""How a document is cited: by its full number, by its figures alone (“Nghị quyết 02”), with no
number, by pointing back (“Kế hoạch nêu trên”), or by itself (“Kế hoạch này”)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """The congress or plenum a document came from."""

    type: Literal["congress", "plenum"]
    body: str | None = None
    """As printed: “Công đoàn tỉnh Quảng Trị”, “Đảng bộ Quận”."""
    ordinal: int | None = None
    session: int | None = None
    """Khóa."""
    scope: Literal["các cấp", "cấp mình"] | None = None
    """Set when a whole class of documents is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One document cited at one place.

    `start` and `end` count code points of the text as given: `text[start:end]` is the citation.
    """

    text: str
    start: int
    end: int
    form: Form
    kind: str
    number: str | None = None
    """The canonical number."""
    number_printed: str | None = None
    parts: DocumentNumber | None = None
    issuer: str | None = None
    date: str | None = None
    """ISO 8601 at the printed precision; None when none is printed or the day does not exist."""
    term: tuple[str, str] | None = None
    session: int | None = None
    meeting: Meeting | None = None
    name: str | None = None
    """Of a law, charter or programme: “Luật Công đoàn”."""
    locator: str | None = None
    refers_to: Citation | None = None
    """The citation a back-reference stands for."""
    own_start: int | None = None
    """Where its own words begin, when it shares its first words with the citation before."""

    @property
    def link_start(self) -> int:
        """Give where a link on it should begin."""
        return self.start if self.own_start is None else self.own_start


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A citation with the record it names: one, several that fit, or none."""

    citation: Citation
    directive: str | None = None
    candidates: tuple[str, ...] = ()
    """Every record that fits, when it cannot be told which one is meant."""
    inferred: bool = False
    """True when the time or place of the citing document told the record, and no printed date."""
