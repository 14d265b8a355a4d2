"""What an organ's printed name says: which organ, at which level, of which place.

“Ban Thường vụ LĐLĐ tỉnh”, “Liên đoàn Lao động tỉnh Quảng Trị” and “Công đoàn tỉnh” name one kind of
organ; whether they are the same organ depends on the place, which a name may leave to the reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from handbook.text import fold

PrintedLevel = Literal["trung ương", "tỉnh", "thành phố", "huyện", "xã", "cơ sở"]
Places = tuple[tuple[PrintedLevel, str], ...]
"""Where a citing document comes from: (level, folded name), from its own body upwards."""

_ABBREVIATIONS = {
    "btv": "ban thuong vu",
    "bch": "ban chap hanh",
    "dct": "doan chu tich",
    "tldld": "tong lien doan lao dong",
    "tong ldld": "tong lien doan lao dong",
    "tld": "tong lien doan lao dong",
    "ldld": "lien doan lao dong",
    "cdvc": "cong doan vien chuc",
    "cdcs": "cong doan co so",
    "cdgd": "cong doan giao duc",
    "cd": "cong doan",
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "ubkt": "uy ban kiem tra",
    "mttq": "mat tran to quoc",
    "tw": "trung uong",
    "vn": "viet nam",
    "hcm": "ho chi minh",
    "hn": "ha noi",
    "tp": "thanh pho",
    "tx": "thi xa",
}
_ABBREVIATED = re.compile(rf"\b({'|'.join(_ABBREVIATIONS)})(?!\w)\.?")
_GLOSS = re.compile(r"\([^()]*\)")
_OFFICES = re.compile(
    r"^(?:(?:ban thuong vu|ban chap hanh|ban thuong truc|thuong truc|thuong vu|chu tich"
    r"|pho chu tich|dai hoi|dai bieu|hoi nghi|dang doan|bo truong|giam doc|van phong"
    r"|uy ban kiem tra|cac|doan chu tich) )+"
)
_PRESIDIUM = re.compile(r"(?:thuong truc )?doan chu tich$")
_COMMITTEE = re.compile(r"(?P<level>tinh|thanh|huyen|quan|thi) uy\b ?(?P<place>.*)$")
_LEVELS: dict[str, PrintedLevel] = {
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
_LEVEL_WORD = re.compile(rf"(?:^| )(?P<word>{'|'.join(sorted(_LEVELS, key=len)[::-1])})(?!\w)")
_KINDS = tuple(
    (re.compile(rf"(?:{source})(?!\w)"), kind)
    for source, kind in (
        ("tong lien doan(?: lao dong)?(?: viet nam)?", "tlđ"),
        ("cong doan viet nam", "tlđ"),
        ("cong doan vien chuc", "cđvc"),
        ("cong doan co so(?: truc thuoc)?", "cđcs"),
        ("cong doan(?: nganh)? giao duc(?: va dao tao)?", "cđgd"),
        ("cong doan(?: nganh)? y te", "cđyt"),
        ("lien doan lao dong", "lđlđ"),
        ("cong doan(?: cac cap)?", "công đoàn"),
        ("dang (?:bo|uy)", "cấp ủy"),
        ("chi bo", "chi bộ"),
        ("bo chinh tri.*", "bộ chính trị"),
        ("(?:ban bi thu )?trung uong doan.*", "đoàn thanh niên"),
        ("ban bi thu.*", "ban bí thư"),
        ("trung uong(?: dang)?(?: cong san viet nam)?", "trung ương đảng"),
        ("dang(?: cong san viet nam)?(?: toan quoc| cac cap)?|toan quoc", "đảng"),
        ("uy ban nhan dan", "ubnd"),
        ("hoi dong nhan dan", "hđnd"),
        ("uy ban thuong vu quoc hoi", "ubtvqh"),
        ("quoc hoi", "quốc hội"),
        ("thu tuong.*", "thủ tướng"),
        ("chinh phu", "chính phủ"),
    )
)
_CENTRAL_PARTY = frozenset(("bộ chính trị", "ban bí thư", "trung ương đảng", "đảng"))
_VAGUE_PARTY = frozenset(("trung ương đảng", "đảng"))
_NATIONAL = _CENTRAL_PARTY | {
    "tlđ",
    "đoàn thanh niên",
    "quốc hội",
    "ubtvqh",
    "thủ tướng",
    "chính phủ",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """An organ as far as a name tells it.  `place` is folded (“phu rieng”)."""

    kind: str
    level: PrintedLevel | None = None
    place: str | None = None

    @property
    def national(self) -> bool:
        """Tell whether there is only one such organ in the country."""
        return self.level == "trung ương"


@lru_cache(maxsize=20_000)
def describe_organ(printed: str) -> Organ:
    """Read an organ's name.

    >>> describe_organ("Ban Thường vụ LĐLĐ tỉnh Quảng Trị")
    Organ(kind='lđlđ', level='tỉnh', place='quang tri')
    >>> describe_organ("Huyện ủy"), describe_organ("Bộ Chính trị").national
    (Organ(kind='cấp ủy', level='huyện', place=None), True)
    """
    name = " ".join(_GLOSS.sub(" ", fold(printed)).split())
    name = _ABBREVIATED.sub(lambda match: _ABBREVIATIONS[match[1]], name)
    if _PRESIDIUM.match(name):
        return Organ(kind="tlđ", level="trung ương")
    name = _OFFICES.sub("", name + " ").strip()
    if committee := _COMMITTEE.match(name):
        level, place = _LEVELS[committee["level"]], committee["place"]
        return Organ(kind="cấp ủy", level=level, place=place or None)
    for known, kind in _KINDS:
        if match := known.match(name):
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
    if held.place is None or not printed.kind:
        return None
    near = places_meant(printed, held.level, places)
    if not near:
        return None
    return kinds if held.place in near else False


def levels_fit(one: PrintedLevel | None, other: PrintedLevel | None) -> bool:
    """Tell whether two levels can be the same; a “thành phố” may be a province or a district."""
    if one is None or other is None or one == other:
        return True
    return "thành phố" in (one, other) and bool({one, other} & {"tỉnh", "huyện"})


def places_meant(printed: Organ, level: PrintedLevel | None, places: Places) -> list[str]:
    """Give the places an organ of a level may be of; an empty list when any may be meant."""
    if not printed.kind:
        return []
    if printed.place:
        return [printed.place]
    return [place for one, place in places if levels_fit(one, level)]


def _compare_kinds(printed: str, held: str) -> bool | None:
    if not printed or not held:
        return None
    both = {printed, held}
    return (
        printed == held
        or both <= {"lđlđ", "công đoàn"}
        or (both <= _CENTRAL_PARTY and bool(both & _VAGUE_PARTY))
    )


def _place(kind: str, rest: str) -> Organ:
    """Tell level and place from what follows the kind."""
    level = _LEVEL_WORD.search(rest)
    if kind in _NATIONAL or (level is None and rest.endswith("viet nam")):
        return Organ(kind=kind or rest, level="trung ương")
    if kind == "cđcs":
        return Organ(kind=kind, level="cơ sở", place=rest or None)
    if level:
        kind = f"{kind} {rest[: level.start()]}".strip()
        place = rest[level.end() :].strip()
        return Organ(kind=kind, level=_LEVELS[level["word"]], place=place or None)
    return Organ(kind=kind, place=rest or None) if kind else Organ(kind=rest)
