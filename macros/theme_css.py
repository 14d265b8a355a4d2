"""The theme's style sheet without what no page of ours uses: most of its 137 kB.

The theme styles search, blogs, tabs, annotations and much else.  What the frame (`overrides/`) and
Markdown write is named here; a test holds every class of the built pages against this list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import AtRule, Declaration, FunctionBlock, Node, QualifiedRule

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
_CONDITIONS = ("media", "supports")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True, slots=True)
class _Block:
    """A rule that is kept: its selectors or condition, and what stands inside."""

    head: str
    inside: tuple[_Block | Declaration, ...]

    def text(self, properties: frozenset[str] | None) -> str:
        """Write the rule with only these of its own properties (`--x`), with all when None."""
        parts = []
        for one in self.inside:
            if isinstance(one, _Block):
                parts.append(one.text(properties))
            elif not one.name.startswith("--") or properties is None or one.name in properties:
                parts.append(f"{one.serialize()};")
        inside = "".join(parts).removesuffix(";")
        return f"{self.head}{{{inside}}}" if inside else ""


def used_rules(css: str, also: str = "") -> str:
    """Give the rules of the theme that can apply; `also` is what else uses its properties.

    >>> used_rules(".md-grid{a:b}.md-blog,.md-main{c:d}@media print{.md-blog{e:f}}")
    '.md-grid{a:b}.md-main{c:d}'
    >>> used_rules(".md-tabs{--a:1;--b:2;c:var(--b)}@media x{.md-sidebar--primary:not(x){a:b}}")
    '.md-tabs{--b:2;c:var(--b)}@media x{.md-sidebar--primary:not(x){a:b}}'
    """
    # The theme's script would set the class; browsers know the state themselves by now.
    css = css.replace(".focus-visible", ":focus-visible")
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    blocks = list(_blocks(rules))
    text = _write(blocks, None)
    for _ in range(2):  # a property may be used by one that is not used
        text = _write(blocks, frozenset(_VARIABLE.findall(text + also)))
    return text


def _write(blocks: list[_Block], properties: frozenset[str] | None) -> str:
    return "".join(block.text(properties) for block in blocks)


def _blocks(rules: Iterable[Node]) -> Iterator[_Block]:
    """Yield what is kept of a list of rules; key frames, fonts and the like are not."""
    for rule in rules:
        if isinstance(rule, AtRule) and rule.lower_at_keyword in _CONDITIONS:
            inner = tinycss2.parse_rule_list(
                rule.content or [], skip_comments=True, skip_whitespace=True
            )
            condition = tinycss2.serialize(rule.prelude).strip()
            yield _Block(f"@{rule.at_keyword} {condition}", tuple(_blocks(inner)))
        elif isinstance(rule, QualifiedRule):
            selectors = [one for one in _selectors(rule.prelude) if _applies(one)]
            if selectors:
                head = ",".join(tinycss2.serialize(one).strip() for one in selectors)
                yield _Block(head, tuple(_declarations(rule.content)))


def _declarations(content: list[Node]) -> Iterator[Declaration]:
    found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return (one for one in found if isinstance(one, Declaration))


def _selectors(prelude: list[Node]) -> Iterator[list[Node]]:
    """Split a list of selectors at its commas."""
    selector: list[Node] = []
    for token in prelude:
        if token == ",":
            yield selector
            selector = []
        else:
            selector.append(token)
    yield selector


def _applies(selector: list[Node]) -> bool:
    text = tinycss2.serialize(selector)
    if any(one in text for one in _UNUSED_ATTRIBUTES):
        return False
    return KEPT_CLASSES.issuperset(_classes(selector))


def _classes(tokens: list[Node]) -> Iterator[str]:
    """Yield the classes that a selector asks for; those within `:not()` it does not."""
    before: Node | None = None
    for token in tokens:
        if before == "." and token.type == "ident":
            yield token.value
        elif isinstance(token, FunctionBlock) and token.lower_name != "not":
            yield from _classes(token.arguments)
        before = token
