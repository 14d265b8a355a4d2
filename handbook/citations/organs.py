"""What an issuer's printed name says: which organ, at which level, of which place.

“Ban Thường vụ LĐLĐ tỉnh”, “Liên đoàn Lao động tỉnh Quảng Trị” and “Công đoàn tỉnh” are one kind of
organ; whether they are the same organ depends on the place, which the name may leave to the reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from handbook.text import fold

Level = Literal["trung ương", "tỉnh", "thành phố", "huyện", "xã", "cơ sở"]

_ABBREVIATIONS = (
    ("ban thuong vu", r"btv"),
    ("ban chap hanh", r"bch"),
    ("doan chu tich", r"dct"),
    ("tong lien doan lao dong", r"tldld|tong ldld|tld"),
    ("lien doan lao dong", r"ldld"),
    ("cong doan vien chuc", r"cdvc"),
    ("cong doan co so", r"cdcs"),
    ("cong doan giao duc", r"cdgd"),
    ("cong doan", r"cd"),
    ("uy ban nhan dan", r"ubnd"),
    ("hoi dong nhan dan", r"hdnd"),
    ("uy ban kiem tra", r"ubkt"),
    ("mat tran to quoc", r"mttq"),
    ("trung uong", r"tw"),
    ("viet nam", r"vn"),
    ("ho chi minh", r"hcm"),
    ("ha noi", r"hn"),
    ("thanh pho", r"tp\.?"),
    ("thi xa", r"tx\.?"),
)
_ABBREVIATED = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<a{index}>{short})" for index, (_, short) in enumerate(_ABBREVIATIONS))
    + r")(?!\w)"
)
_GLOSS = re.compile(r"\([^()]*\)")
_OFFICES = re.compile(
    r"^(?:(?:ban thuong vu|ban chap hanh|ban thuong truc|thuong truc|thuong vu|chu tich|pho chu tich|dai hoi"
    r"|dai bieu|hoi nghi|dang doan|bo truong|giam doc|van phong|uy ban kiem tra|cac|doan chu tich) )+"
)
_PRESIDIUM = re.compile(r"^(?:thuong truc )?doan chu tich$")
_LEVELS: dict[str, Level] = {
    "tinh": "tỉnh",
    "thanh pho": "thành phố",
    "thanh": "thành phố",
    "huyen": "huyện",
    "quan": "huyện",
    "thi xa": "huyện",
    "thi": "huyện",
    "xa": "xã",
    "phuong": "xã",
    "thi tran": "xã",
    "dac khu": "xã",
}
_COMMITTEE = re.compile(r"^(?P<level>tinh|thanh|huyen|quan|thi) uy\b ?(?P<place>.*)$")
_KINDS: tuple[tuple[str, str], ...] = (
    ("tong lien doan(?: lao dong)?(?: viet nam)?", "tlđ"),
    ("cong doan viet nam", "tlđ"),
    ("cong doan vien chuc", "cđvc"),
    ("cong doan co so(?: truc thuoc)?", "cđcs"),
    ("cong doan(?: nganh)? giao duc(?: va dao tao)?", "cđgd"),
    ("cong doan(?: nganh)? y te", "cđyt"),
    ("lien doan lao dong", "lđlđ"),
    ("cong doan cac cap", "công đoàn"),
    ("cong doan", "công đoàn"),
    ("dang bo", "cấp ủy"),
    ("dang uy", "cấp ủy"),
    ("chi bo", "chi bộ"),
    ("bo chinh tri.*", "bộ chính trị"),
    ("ban bi thu trung uong doan", "đoàn thanh niên"),
    ("ban bi thu.*", "ban bí thư"),
    ("trung uong doan.*", "đoàn thanh niên"),
    ("trung uong(?: dang)?(?: cong san viet nam)?", "trung ương đảng"),
    ("dang(?: cong san viet nam)?(?: toan quoc)?|toan quoc", "đảng"),
    ("dang cac cap", "đảng"),
    ("uy ban nhan dan", "ubnd"),
    ("hoi dong nhan dan", "hđnd"),
    ("uy ban thuong vu quoc hoi", "ubtvqh"),
    ("quoc hoi", "quốc hội"),
    ("thu tuong.*", "thủ tướng"),
    ("chinh phu", "chính phủ"),
)
_KIND_PATTERNS = tuple((re.compile(rf"(?:{pattern})(?!\w)"), kind) for pattern, kind in _KINDS)
_NATIONAL = frozenset(
    [
        "tlđ",
        "bộ chính trị",
        "ban bí thư",
        "trung ương đảng",
        "đảng",
        "đoàn thanh niên",
        "quốc hội",
        "ubtvqh",
        "thủ tướng",
        "chính phủ",
    ]
)
_CENTRAL_PARTY = frozenset(("bộ chính trị", "ban bí thư", "trung ương đảng", "đảng"))
_VAGUE_PARTY = frozenset(("trung ương đảng", "đảng"))
_LEVEL_WORD = re.compile(
    r"(?:^| )(?P<word>" + "|".join(sorted(_LEVELS, key=len, reverse=True)) + r")(?!\w)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """An organ as far as a name tells it.  `place` is folded (“phu rieng”)."""

    kind: str
    level: Level | None = None
    place: str | None = None

    @property
    def national(self) -> bool:
        """Tell whether there is only one such organ in the country."""
        return self.level == "trung ương"


Places = tuple[tuple[Level, str], ...]
"""Where a citing document comes from: (level, folded name), from its own body upwards."""


def describe_organ(printed: str) -> Organ:
    """Read an organ's name.

    >>> describe_organ("Ban Thường vụ LĐLĐ tỉnh Quảng Trị")
    Organ(kind='lđlđ', level='tỉnh', place='quang tri')
    >>> describe_organ("Huyện ủy"), describe_organ("Bộ Chính trị").national
    (Organ(kind='cấp ủy', level='huyện', place=None), True)
    """
    name = _expand(" ".join(_GLOSS.sub(" ", fold(printed)).split()))
    if _PRESIDIUM.match(name):
        return Organ(kind="tlđ", level="trung ương")
    name = _OFFICES.sub("", name + " ").strip()
    if committee := _COMMITTEE.match(name):
        return Organ(
            kind="cấp ủy", level=_LEVELS[committee["level"]], place=committee["place"] or None
        )
    for pattern, kind in _KIND_PATTERNS:
        if match := pattern.match(name):
            return _place(kind, name[match.end() :].strip())
    return _place("", name)


def compare_organs(printed: Organ, held: Organ, places: Places) -> bool | None:
    """Tell whether a printed organ can be one we hold: yes, no, or None when it cannot be told.

    A name with no place (“LĐLĐ tỉnh”) is that of the citing document's own place.
    """
    kinds = _compare_kinds(printed.kind, held.kind)
    if kinds is False or not levels_fit(printed.level, held.level):
        return False
    if held.national:
        return kinds
    if printed.place and held.place:
        return kinds if printed.place == held.place else False
    if held.place is None or printed.kind == "":
        return None
    near = [place for level, place in places if levels_fit(level, held.level)]
    if not near:
        return None
    return kinds if held.place in near else False


def levels_fit(one: Level | None, other: Level | None) -> bool:
    """Tell whether two levels can be the same; a “thành phố” is a province's or a district's equal."""
    if one is None or other is None or one == other:
        return True
    return "thành phố" in (one, other) and bool({one, other} & {"tỉnh", "huyện"})


def _compare_kinds(printed: str, held: str) -> bool | None:
    if not printed or not held:
        return None
    if printed == held:
        return True
    if {printed, held} <= {"lđlđ", "công đoàn"}:
        return True
    return {printed, held} <= _CENTRAL_PARTY and bool({printed, held} & _VAGUE_PARTY)


def _expand(name: str) -> str:
    return _ABBREVIATED.sub(
        lambda match: _ABBREVIATIONS[int((match.lastgroup or "a0")[1:])][0], name
    )


def _place(kind: str, rest: str) -> Organ:
    if kind in _NATIONAL or (rest.endswith("viet nam") and not _LEVEL_WORD.search(rest)):
        return Organ(kind=kind or rest, level="trung ương")
    if kind == "cđcs":
        return Organ(kind=kind, level="cơ sở", place=rest or None)
    if match := _LEVEL_WORD.search(rest):
        before = rest[: match.start()].strip()
        kind = f"{kind} {before}".strip() if before else kind
        return Organ(
            kind=kind, level=_LEVELS[match["word"]], place=rest[match.end() :].strip() or None
        )
    if not kind:
        return Organ(kind=rest)
    return Organ(kind=kind, place=rest or None)
