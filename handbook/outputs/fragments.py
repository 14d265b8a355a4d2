"""Small pieces of HTML that every template uses: links, places, dates.

They are Python, not Jinja macros, because a large site calls them millions of times: a macro call
costs ten times as much, and most anchors repeat, so they are kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from handbook.views.addresses import address_of
from handbook.views.marks import Mark, ShownOn
from handbook.views.role_marks import RoleMarks
from handbook.views.site import Link, Place, When


@lru_cache(maxsize=200_000)
def link(root: str, one: Link) -> Markup:
    """Write a link; `root` is the relative way from the page to the site's root."""
    hint = f' title="{escape(one.hint)}"' if one.hint else ""
    written = f'<a href="{to(root, one.href)}"{hint}>{escape(one.text)}</a>'
    return Markup(written + "".join(f" {mark(each)}" for each in one.marks))


def mark(one: Mark) -> Markup:
    """Write the mark of a status."""
    return Markup(
        f'<span class="hb-mark hb-{one.name}"{shown(one.span)}>{escape(one.words)}</span>'
    )


def shown(span: ShownOn) -> Markup:
    """Write on which days an element is shown; `status.js` looks at the reader's day.

    >>> str(shown(ShownOn("2029-01-01", "", False)))
    ' data-first="2029-01-01" hidden'
    """
    first = f' data-first="{span.first}"' if span.first else ""
    last = f' data-last="{span.last}"' if span.last else ""
    return Markup(f"{first}{last}{'' if span.now else ' hidden'}")


@lru_cache(maxsize=200_000)
def to(root: str, href: str) -> Markup:
    """Write an address for `href="…"`, naming the index file so that it opens from a disk too.

    >>> str(to("../../", "don-vi/ldld/#moc")), str(to("../", "thuat-ngu/#cdcs"))
    ('../../don-vi/ldld/index.html#moc', '../thuat-ngu/index.html#cdcs')
    """
    path, mark, anchor = href.partition("#")
    index = "index.html" if path.endswith("/") or not path else ""
    return escape(f"{root}{path}{index}{mark}{anchor}")


def links(root: str, many: Iterable[Link], separator: str = "; ") -> Markup:
    """Write links one after another."""
    return Markup(separator.join([link(root, one) for one in many]))


def where(place: Place) -> Markup:
    """Write a place for readers."""
    return Markup(f'<span class="hb-place">{escape(place.words)}</span>')


def placed(place: Place) -> Markup:
    """Write a place as the attributes by which programs find it."""
    return Markup(f'data-at="{escape(place.path)}" data-lines="{place.lines}"')


@lru_cache(maxsize=10_000)
def roles(marks: RoleMarks) -> Markup:
    """Write whose item this is, as the attributes by which `role.js` finds a reader's work."""
    return Markup("").join(
        Markup(' data-{}-roles="{}"').format(name, " ".join(ids))
        for name, ids in zip(marks._fields, marks, strict=True)
        if ids
    )


@lru_cache(maxsize=50_000)
def when(one: When) -> Markup:
    """Write a date expression with its state; scripts correct the state on the reader's day."""
    words = escape(one.words)
    if one.last_day:
        words = Markup(f'<time datetime="{one.last_day}">{words}</time>')
    state = (
        f' <span class="hb-state" data-last-day="{one.last_day}">{escape(one.state)}</span>'
        if one.state
        else ""
    )
    return Markup(f'<span class="hb-when">{words}</span>{state}')


def note_marks(root: str, plan_id: str, ids: Iterable[str]) -> Markup:
    """Write the marks that lead from an item to the notes about it, in the dossier of its plan."""
    base = to(root, address_of("dossier", plan_id))
    return Markup("").join(
        Markup(' <a class="hb-note-mark" href="{}#{}">⚠ ghi chú {}</a>').format(
            base, one, one.rpartition("-")[2]
        )
        for one in ids
    )


def data_block(value: dict[str, Any]) -> Markup:
    """Write linked data as a block that browsers never run.

    Inside a script element nothing is unescaped, so what could end it is written as JSON may.

    >>> str(data_block({"name": "</script><b>&"}))[35:-9]
    '{"name":"\\\\u003c/script\\\\u003e\\\\u003cb\\\\u003e\\\\u0026"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(f'<script type="application/ld+json">{text}</script>')
