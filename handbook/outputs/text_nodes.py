"""Walk finished HTML and rewrite its text, whoever wrote it: a template or an editor.

Reading finished HTML, no template can forget it.  Text that is a link already, or code, or the name
of the page (h1), or the word of a mark, stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_TOKEN = re.compile(
    # what is stepped over whole
    r"<!--.*?-->"
    r"|<(?P<skip>a|h1|script|style|svg|math|code|pre|cite|button|summary|textarea|select|title)\b"
    r".*?</(?P=skip)>"
    r"|<span class=\"hb-(?:mark|tag|state|severity)\b[^<>]*>[^<]*</span>"
    # a tag that says whose text follows
    r"|<[a-z][^<>]*\sdata-of=\"(?P<of>[^\"]*)\"[^<>]*>(?P<own>[^<]*)"
    r"|</(?P<end>ul|table)>"
    r"|<p [^<>]*\bdata-copy=[^<>]*>(?P<copied>[^<]*)"
    r"|<(?P<close>/?)(?P<label>h[2-6]|th|label|legend)\b[^<>]*>"
    r"|(?<=>)(?P<text>[^<]{2,})",
    re.DOTALL,
)


class TextNode(NamedTuple):
    """A text of a page, escaped: whose words it is (`data-of`), and whether it is a label."""

    escaped: str
    of: str | None
    is_label: bool


Rewrite = Callable[[TextNode], str]


def rewrite_text(html: str, rewrite: Rewrite) -> str:
    """Give the page with every text put through `rewrite`.

    A text belongs to the record that `data-of="<plan or directive id>"` names, until the list or
    table ends or another is named.  Labels are headings, heads of tables, names of fields, and
    lines made to be copied.
    """
    return _TOKEN.sub(_Walker(rewrite).replace, html)


class _Walker:
    """Goes through one page from top to bottom."""

    def __init__(self, rewrite: Rewrite) -> None:
        self._rewrite = rewrite
        self._of: str | None = None
        self._is_label = False

    def replace(self, match: re.Match[str]) -> str:
        """Give what stands in the place of one match."""
        token = match.group()
        if text := match["text"]:
            return self._rewrite(TextNode(text, self._of, self._is_label))
        if copied := match["copied"]:
            node = TextNode(copied, self._of, is_label=True)
            return token[: len(token) - len(copied)] + self._rewrite(node)
        if match["label"]:
            self._is_label = not match["close"]
        elif match["end"]:
            self._of = None
        elif match["of"] is not None:
            self._of = match["of"]
            own = match["own"]
            if own:
                node = TextNode(own, self._of, self._is_label)
                return token[: len(token) - len(own)] + self._rewrite(node)
        return token
