"""What each relation between documents means: its words, and where it leads.

The one place to say it: chains, statuses, pages, the search and linked data read this table.  Every
field must be answered for every relation, so that a new one cannot silently belong nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from handbook.model.document import RelationType

StatusGiven = Literal["bị bãi bỏ", "được thay thế", "được sửa đổi, bổ sung"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a relation says of two documents: the one that acts, and the other."""

    active: str
    """The heading on the page of the document that acts."""
    reverse: str
    """The heading on the page of the other."""
    below: int | None
    """How close the document that acts stands below the other, 1 the closest; None: not below."""
    carries_out: bool
    """Whether the document that acts puts the other into effect; only what stands below can."""
    changes: bool
    """Whether it changes a document of the same standing, and leads to no other level."""
    status: StatusGiven | None
    """The status it gives the other document."""
    linked: str
    """Its property in schema.org/Legislation."""


MEANINGS: Mapping[RelationType, Meaning] = MappingProxyType(
    {
        "căn cứ": Meaning(
            active="Căn cứ",
            reverse="Là căn cứ của",
            below=3,
            carries_out=False,
            changes=False,
            status=None,
            linked="isBasedOn",
        ),
        "thực hiện": Meaning(
            active="Thực hiện",
            reverse="Được thực hiện bởi",
            below=1,
            carries_out=True,
            changes=False,
            status=None,
            linked="legislationApplies",
        ),
        "hướng dẫn": Meaning(
            active="Hướng dẫn",
            reverse="Được hướng dẫn bởi",
            below=2,
            carries_out=True,
            changes=False,
            status=None,
            linked="legislationApplies",
        ),
        "sơ kết, tổng kết": Meaning(
            active="Sơ kết, tổng kết việc thực hiện",
            reverse="Được sơ kết, tổng kết việc thực hiện bởi",
            below=4,
            carries_out=True,
            changes=False,
            status=None,
            linked="about",
        ),
        "thay thế": Meaning(
            active="Thay thế",
            reverse="Được thay thế bởi",
            below=None,
            carries_out=False,
            changes=True,
            status="được thay thế",
            linked="legislationChanges",
        ),
        "sửa đổi, bổ sung": Meaning(
            active="Sửa đổi, bổ sung",
            reverse="Được sửa đổi, bổ sung bởi",
            below=None,
            carries_out=False,
            changes=True,
            status="được sửa đổi, bổ sung",
            linked="legislationChanges",
        ),
        "hợp nhất": Meaning(
            active="Hợp nhất",
            reverse="Được hợp nhất trong",
            below=None,
            carries_out=False,
            changes=True,
            status=None,
            linked="legislationConsolidates",
        ),
        "bãi bỏ": Meaning(
            active="Bãi bỏ",
            reverse="Bị bãi bỏ bởi",
            below=None,
            carries_out=False,
            changes=True,
            status="bị bãi bỏ",
            linked="legislationChanges",
        ),
        "dẫn chiếu": Meaning(
            active="Dẫn chiếu đến",
            reverse="Được dẫn chiếu bởi",
            below=None,
            carries_out=False,
            changes=False,
            status=None,
            linked="citation",
        ),
    }
)
"""Every relation, in the order in which pages show them."""

DOWNWARD: tuple[RelationType, ...] = tuple(
    type_ for _, type_ in sorted((one.below, type_) for type_, one in MEANINGS.items() if one.below)
)
"""Relations whose active side stands below the other document, the closest first."""

CARRYING_OUT: tuple[RelationType, ...] = tuple(one for one in DOWNWARD if MEANINGS[one].carries_out)
"""Relations whose active side puts the other document into effect; all of them stand below it."""

CHANGES: tuple[RelationType, ...] = tuple(
    type_ for type_, meaning in MEANINGS.items() if meaning.changes
)
"""Relations to a document of the same standing: they change it, and lead to no other level."""
