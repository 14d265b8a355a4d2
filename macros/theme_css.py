"""The theme's style sheet without what no page of ours uses: most of its 137 kB.

The theme styles search, blogs, tabs, annotations and much else.  What the frame (`overrides/`) and
Markdown write is named here; a test holds every class of the built pages against this list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

KEPT_CLASSES = frozenset(
    {
        "md-container",
        "md-content",
        "md-content__inner",
        "md-copyright",
        "md-ellipsis",
        "md-footer",
        "md-footer-meta",
        "md-footer-meta__inner",
        "md-grid",
        "md-header",
        "md-header__button",
        "md-header__inner",
        "md-header__title",
        "md-logo",
        "md-main",
        "md-main__inner",
        "md-overlay",
        "md-sidebar",
        "md-sidebar--primary",
        "md-sidebar--secondary",
        "md-skip",
        "md-tabs",
        "md-tabs__item",
        "md-tabs__item--active",
        "md-tabs__link",
        "md-tabs__list",
        "md-toggle",
        "md-typeset",
        "admonition",
        "admonition-title",
        "note",
        "warning",
        "tip",
    }
)
"""Classes of the theme that our pages bear; a rule that needs any other is left out."""

_UNUSED_ATTRIBUTES = ("dir=rtl", "data-md-color-primary", "data-md-color-accent", "toggle=search")
_NOT = re.compile(r":not\((?:[^()]|\([^()]*\))*\)")
_CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
_PROPERTY = re.compile(r"(?<=[{;])\s*(--[\w-]+):(?:\"[^\"]*\"|[^;}\"])*;?")
_RULE = re.compile(r"(?P<head>(?:\"[^\"]*\"|[^{}\";])+)\{|(?P<end>\})|(?P<at>@[^{};]+;)", re.DOTALL)


def used_rules(css: str, also: str = "") -> str:
    """Give the rules of the theme that can apply; `also` is what else uses its properties.

    >>> used_rules(".md-grid{a:b}.md-blog,.md-main{c:d}@media print{.md-blog{e:f}}")
    '.md-grid{a:b}.md-main{c:d}'
    >>> used_rules(".md-tabs{--a:1;--b:2;c:var(--b)}@media x{.md-sidebar--primary:not(x){a:b}}")
    '.md-tabs{--b:2;c:var(--b)}@media x{.md-sidebar--primary:not(x){a:b}}'
    """
    # The theme's script would set the class; browsers know the state themselves by now.
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL).replace(".focus-visible", ":focus-visible")
    kept = "".join(_filter(css, _Cursor()))
    for _ in range(2):  # a property may be used by one that is not used
        kept = _drop_properties(kept, kept + also)
    return re.sub(r"[^{}]+\{\}", "", kept)


class _Cursor:
    """Where in the sheet the reader is."""

    at = 0


def _filter(css: str, cursor: _Cursor) -> Iterator[str]:
    """Yield what is kept of a list of rules, up to the brace that ends it."""
    while match := _RULE.match(css, cursor.at):
        cursor.at = match.end()
        if match["end"]:
            return
        if match["at"]:
            yield match["at"]
            continue
        head = match["head"].strip()
        if head.startswith(("@media", "@supports")):
            inner = "".join(_filter(css, cursor))
            yield f"{head}{{{inner}}}" if inner else ""
        else:
            body = _body(css, cursor)
            selectors = [one for one in _split(head) if _applies(one)]
            if selectors:
                yield f"{','.join(selectors)}{{{body}}}"


def _body(css: str, cursor: _Cursor) -> str:
    """Read the inside of a rule; only key frames have braces in it, and they are not kept whole."""
    start, depth, quoted = cursor.at, 1, False
    while depth:
        letter = css[cursor.at]
        quoted ^= letter == '"'
        if not quoted:
            depth += (letter == "{") - (letter == "}")
        cursor.at += 1
    return css[start : cursor.at - 1]


def _split(head: str) -> list[str]:
    """Split a list of selectors at its own commas, not at those within brackets."""
    return re.split(r",(?![^(]*\))", head)


def _applies(selector: str) -> bool:
    if selector.startswith("@") or any(one in selector for one in _UNUSED_ATTRIBUTES):
        return False
    return KEPT_CLASSES.issuperset(_CLASS.findall(_NOT.sub("", selector)))


def _drop_properties(css: str, users: str) -> str:
    used = set(re.findall(r"var\(\s*(--[\w-]+)", users))
    return _PROPERTY.sub(lambda match: match[0] if match[1] in used else "", css)
