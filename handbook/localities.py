"""Localities: the province and district a body works in, read from the names of bodies.

Union, Party and state bodies of one district have separate parents, so the chain of parents alone
would put the plan of a *Liên đoàn Lao động huyện* and that of its *Huyện ủy* in different places.
What joins them is the place in their names.  A body whose name has none stands where its parent
does; one that leads nowhere stays unknown.  Nothing is looked up outside the catalogue.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from handbook.index import Index
from handbook.model.reference import Body
from handbook.text import fold, sort_key

_KINDS = {
    "tỉnh ủy": "tỉnh",
    "tỉnh": "tỉnh",
    "thành ủy": "thành phố",
    "thành phố": "thành phố",
    "quận ủy": "quận",
    "quận": "quận",
    "huyện ủy": "huyện",
    "huyện": "huyện",
    "thị ủy": "thị xã",
    "thị xã": "thị xã",
}
"""Words that stand before a place's name → the kind of place."""

_KIND_WORDS = re.compile(
    rf"\b({'|'.join(sorted(_KINDS, key=len, reverse=True))})\s+(?=\S)", re.IGNORECASE
)
_WORD = re.compile(r"\s*([-–]?)\s*(\w+)")


class Locality(NamedTuple):
    """A province, or a district with its province ("" when no body says which)."""

    level: str
    name: str
    province: str = ""

    @property
    def path(self) -> str:
        """Name it from the province down: “tỉnh Bình Phước › huyện Phú Riềng”."""
        return f"{self.province} › {self.name}" if self.province else self.name

    @property
    def reaches(self) -> tuple[Locality, ...]:
        """The places this one lies in: itself, and its province."""
        return (self, Locality("tỉnh", self.province)) if self.province else (self,)

    def lies_in(self, other: Locality) -> bool:
        """Tell whether this place is the other one or a part of it."""
        return other in self.reaches


@dataclass(frozen=True)
class Localities:
    """The localities of one catalogue.  Build it with `Localities(index)`."""

    index: Index

    def of_body(self, body_id: str) -> Locality | None:
        """Give the narrowest locality of a body; None for the whole country or unknown."""
        return self._of_body.get(body_id)

    def is_nationwide(self, body_id: str) -> bool:
        """Tell whether a body's reach is the whole country."""
        return body_id not in self._of_body and any(
            one.level == "trung ương" for one in self.index.lineage(body_id)
        )

    @cached_property
    def all(self) -> tuple[Locality, ...]:
        """Every province and district some body works in, by name."""
        return tuple(sorted(set(self._of_body.values()), key=lambda one: sort_key(one.path)))

    @cached_property
    def _of_body(self) -> dict[str, Locality]:
        read = {one.id: self._read(one) for one in self.index.bodies.values()}
        found = {body_id: locality for body_id, locality in read.items() if locality}
        provinces = _provinces_by_district(found.values())
        first: dict[str, Locality] = {}  # spellings of one place meet in the first
        for body_id, one in found.items():
            known = provinces.get(fold(one.name), set())
            if one.level == "huyện" and not one.province and len(known) == 1:
                one = one._replace(province=next(iter(known)))
            found[body_id] = first.setdefault(fold(one.path), one)
        return found

    @cached_property
    def _province_cities(self) -> frozenset[str]:
        """The *thành phố* that are provinces: those in the names of bodies of that level."""
        return frozenset(
            fold(name)
            for body in self.index.bodies.values()
            if body.level == "tỉnh"
            for kind, name in read_places(body.name)
            if kind == "thành phố"
        )

    @cached_property
    def _province_names(self) -> dict[str, str]:
        """Folded name of a province → the spelling met first."""
        names: dict[str, str] = {}
        for body in self.index.bodies.values():
            for level, name in self._places_of(body):
                if level == "tỉnh":
                    names.setdefault(fold(name), name)
        return names

    def _read(self, body: Body) -> Locality | None:
        """Read the place of a body in its own name, else in those above it."""
        district = ""
        for one in self.index.lineage(body.id):
            if one.level == "trung ương":
                break
            places = self._places_of(one)
            if not district and one.level != "tỉnh":
                district = next((name for level, name in places if level == "huyện"), "")
            if province := next((name for level, name in places if level == "tỉnh"), ""):
                province = self._province_names[fold(province)]
                return (
                    Locality("huyện", district, province)
                    if district
                    else Locality("tỉnh", province)
                )
        return Locality("huyện", district) if district else None

    def _places_of(self, body: Body) -> list[tuple[str, str]]:
        """Give the level and the full name of each place in a body's name."""
        return [
            (
                "tỉnh"
                if kind == "tỉnh" or (kind == "thành phố" and fold(name) in self._province_cities)
                else "huyện",
                f"{kind} {name}",
            )
            for kind, name in read_places(body.name)
        ]


def _provinces_by_district(localities: Iterable[Locality]) -> dict[str, set[str]]:
    """Folded name of a district → the provinces in which bodies place it.

    Districts of several provinces share a name (*huyện Châu Thành*): then nothing is concluded.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for one in localities:
        if one.level == "huyện" and one.province:
            found[fold(one.name)].add(one.province)
    return found


def read_places(name: str) -> list[tuple[str, str]]:
    """Read the places in a body's name: the kind of each and its name.

    >>> read_places("Ban Thường vụ Huyện ủy Phú Riềng")
    [('huyện', 'Phú Riềng')]
    >>> read_places("Liên đoàn Lao động quận 1, Thành phố Hồ Chí Minh")
    [('quận', '1'), ('thành phố', 'Hồ Chí Minh')]
    >>> read_places("Công đoàn Viên chức tỉnh Bà Rịa - Vũng Tàu (cũ)")
    [('tỉnh', 'Bà Rịa - Vũng Tàu')]
    >>> read_places("Các huyện ủy, thị ủy của tỉnh")
    []
    """
    found = ((match[1], _proper_name(name, match.end())) for match in _KIND_WORDS.finditer(name))
    return [(_KINDS[kind.lower()], place) for kind, place in found if place]


def _proper_name(text: str, start: int) -> str:
    """Take the words that begin with a capital, or a number alone, from `start` on."""
    words: list[str] = []
    while match := _WORD.match(text, start):
        dash, word = match[1], match[2]
        if not (word[0].isupper() or (word.isdecimal() and not words)):
            break
        words += [dash, word] if dash and words else [word]
        start = match.end()
        if word.isdecimal():
            break
    return " ".join(words)
