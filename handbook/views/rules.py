"""The help page of rule codes, made from the rules' own examples."""

from __future__ import annotations

from typing import Any, NamedTuple

from handbook.rules import RULES, Rule

MAX_EXAMPLE = 900


class RuleView(NamedTuple):
    """A rule ready to show: each example is (file, content)."""

    code: str
    title: str
    explanation: str
    level: str
    wrong: list[tuple[str, str]]
    right: list[tuple[str, str]]


def rules_list(_site: object) -> dict[str, Any]:
    """List every rule by its code."""
    return {"rules": [_view(rule) for rule in sorted(RULES.values(), key=lambda one: one.code)]}


def _view(rule: Rule) -> RuleView:
    return RuleView(
        rule.code,
        rule.title,
        rule.explanation,
        rule.level,
        _examples(rule.wrong),
        _examples(rule.right),
    )


def _examples(files: Any) -> list[tuple[str, str]]:
    return [(path, text[:MAX_EXAMPLE]) for path, text in files.items() if isinstance(text, str)]
