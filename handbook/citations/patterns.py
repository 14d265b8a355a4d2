"""How the patterns of this package are written: short, with two signs for white space.

In a pattern source a space stands for the gap between two words (spaces, or one line break, never
an empty line), and `~` for white space that may be missing.  A real space is written `\\x20`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

GAP = r"(?: {1,4}| {0,2}\n {0,2})"
BLANKS = r"[ \n]{0,3}"
_SIGNS = {ord(" "): GAP, ord("~"): BLANKS}


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern source.

    >>> bool(pattern("kế hoạch~số").fullmatch("kế\\nhoạch  số"))
    True
    """
    return re.compile(source.translate(_SIGNS), flags)


def any_of(phrases: Iterable[str]) -> str:
    """Make the source of an alternation of phrases, longest first so that the longest is matched.

    >>> any_of(["luật", "bộ luật", "c.đ"])
    '(?:bộ luật|luật|c\\\\.đ)'
    """
    ordered = sorted(phrases, key=lambda one: (-len(one), one))
    return f"(?:{'|'.join(' '.join(map(re.escape, one.split())) for one in ordered)})"
