"""Document numbers taken apart, and how they are written: each organ has its own way.

    number := NUM [letter] [ "/" YEAR ] SEP [ TYPE SEP ] ORGAN { "-" DEPARTMENT }

Party 02-NQ/TW, State 191/2013/NĐ-CP, union 39/KH-LĐLĐ, letters 492/LĐLĐ and 238/UBND-KGVX, joint
119/2004/TTLT/BTC-TLĐ.  What is printed with spaced, swapped or lost separators, or with the
issuer's name for TW, is written back in the organ's own way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from handbook.citations.vocabulary import ORGAN_FAMILIES, PARTY_TYPES, TYPE_SYMBOLS

_FAMILIES = tuple((family, re.compile(source)) for family, source in ORGAN_FAMILIES)
_JOINT_TYPES = ("TTLT", "TTLB", "NQLT", "KHLT", "HDLT", "KHLN", "HDLN")
_WRITTEN_FOR_CENTRE = ("BCT", "BBT")  # Bộ Chính trị, Ban Bí thư: their papers bear TW


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNumber:
    """A number taken apart.  `marks` are the separators as printed, without their spaces."""

    digits: str
    letter: str = ""
    year: str | None = None
    type: str = ""
    organs: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()

    @property
    def kind(self) -> str | None:
        """Tell the kind its symbol names, or None."""
        if self.organs and organ_family(self.organs[0]) == "party" and self.type in PARTY_TYPES:
            return PARTY_TYPES[self.type]
        return TYPE_SYMBOLS.get(self.type)

    @property
    def short(self) -> str:
        """Write the figures alone, with the year when there is one."""
        return self.digits + self.letter + (f"/{self.year}" if self.year else "")

    @property
    def canonical(self) -> str:
        """Write the number in the way of its organ.

        >>> DocumentNumber(digits="58", type="NQ", organs=("TW",), marks=("/", "-")).canonical
        '58-NQ/TW'
        >>> DocumentNumber(digits="39", type="KH", organs=("LĐLĐ",), marks=("-", "/")).canonical
        '39/KH-LĐLĐ'
        >>> DocumentNumber(digits="4173", organs=("TLĐ", "ToC"), marks=("/", "-")).canonical
        '4173/TLĐ-ToC'
        """
        parts = [self.short]
        organs = self._organs()
        if not self.type:
            return "/".join([*parts, organs]) if organs else self.short
        if not organs:
            return f"{self.short}{self.marks[0] or '/'}{self.type}"
        first, second = self._separators()
        return f"{self.short}{first}{self.type}{second}{organs}"

    def _organs(self) -> str:
        """Join the organs; a dot stays where it is printed: TT.HĐND-UBND."""
        marks = (*self.marks[1 + bool(self.type) :], *("-" for _ in self.organs))
        rest = zip(marks, self.organs[1:], strict=False)
        joined = ((mark if mark == "." else "-") + organ for mark, organ in rest)
        return "".join([*self.organs[:1], *joined])

    def _separators(self) -> tuple[str, str]:
        """Choose what stands before and after the type."""
        if self.year:
            joint = self.type in _JOINT_TYPES and self.marks[1:2] == ("/",)
            return "/", "/" if joint else "-"
        family = organ_family(self.organs[0])
        if family == "party":
            return "-", "/"
        if family in ("union", "state") or not all(self.marks[:2]):
            return "/", "-"
        return self.marks[0], self.marks[1]


def organ_family(organ: str) -> str:
    """Tell whose way of writing numbers an organ follows: party, union, state, other, or ''.

    >>> [organ_family(organ) for organ in ("TW", "BTCTW", "LĐLĐ", "CĐVC", "UBND", "MTTW", "XYZ")]
    ['party', 'party', 'union', 'union', 'state', 'other', '']
    """
    return next((family for family, pattern in _FAMILIES if pattern.fullmatch(organ)), "")


def restore_centre(number: DocumentNumber) -> DocumentNumber:
    """Write TW where a copyist wrote the issuer: 02/NQ-BCT, 05-CT/BCT.

    BCT is also the Ministry of Industry and Trade, whose numbers have a year, or are neither
    resolutions nor in the Party's form.
    """
    if number.year or number.organs[:1] not in (("BCT",), ("BBT",)):
        return number
    in_party_form = number.marks[:1] == ("-",) and number.type in ("CT", "QĐ", "TB")
    return as_central(number) if number.type in ("NQ", "KL") or in_party_form else number


def as_central(number: DocumentNumber) -> DocumentNumber:
    """Write TW for BCT or BBT, where it is certain that a Party organ is meant."""
    if number.year or not number.organs or number.organs[0] not in _WRITTEN_FOR_CENTRE:
        return number
    return replace(number, organs=("TW", *number.organs[1:]))
