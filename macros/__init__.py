"""What pages may call: one macro for each list block, record block and kind of record.

A macro returns a short mark; `macros.hook` puts the HTML in its place after Markdown has run, so
that no data ever passes through Markdown or Jinja as source.
"""

from __future__ import annotations

from typing import Any

from handbook.outputs.pages import LIST_PAGES, RECORD_BLOCKS, RECORD_PAGES
from macros.build import current_build


def define_env(env: Any) -> None:
    """Declare the macros (called by mkdocs-macros-plugin)."""
    for name in LIST_PAGES:
        env.macro(_list_macro(name), name)
    for name in RECORD_BLOCKS:
        env.macro(_block_macro(name), name)
    for kind in RECORD_PAGES:
        env.macro(_record_macro(kind), kind)


def _list_macro(name: str) -> Any:
    return lambda: current_build().add_list(name)


def _block_macro(name: str) -> Any:
    return lambda record_id: current_build().add_block(name, record_id)


def _record_macro(kind: str) -> Any:
    return lambda record_id: current_build().add_record(kind, record_id)
