"""The rules behind the codes: what each means, with a wrong and a right example.

One file a code, `<CODE>.yml`.  The help page is made from them and the tests run them: each example
is laid over the small catalogue in `base/`, and the wrong one must give that code at that place.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from handbook.problems import Level

FOLDER = Path(__file__).resolve().parent
BASE = FOLDER / "base"
"""A valid catalogue without a single problem, for the examples to be laid over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the wrong example's problem is reported."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One file of an example.

    `content` is what the file holds, None when there is no file to write (`form` says what stands
    there instead).  `shown` is the part that matters, for the help page.
    """

    form: str
    content: bytes | None
    shown: str
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What one code means.

    `wrong` and `right` are for readers: file → the lines that matter.  `wrong_files` and
    `right_files` are for tests: file → what to lay over the base catalogue.  `also` names codes
    that come with this one by its nature.
    """

    code: str
    title: str
    explanation: str
    level: Level
    wrong: Mapping[str, str]
    right: Mapping[str, str]
    wrong_files: Mapping[str, Example]
    right_files: Mapping[str, Example]
    expected: Place
    also: tuple[str, ...] = ()


def load_rules() -> dict[str, Rule]:
    """Read every rule, in the order of the codes."""
    return {path.stem: _read_rule(path) for path in sorted(FOLDER.glob("*.yml"))}


def _read_rule(path: Path) -> Rule:
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    wrong, right = (
        {name: _read_example(name, content) for name, content in data[key].items()}
        for key in ("wrong", "right")
    )
    return Rule(
        code=path.stem,
        title=data["title"],
        explanation=data["explanation"].strip(),
        level=data["level"],
        wrong={name: example.shown for name, example in wrong.items()},
        right={name: example.shown for name, example in right.items()},
        wrong_files=wrong,
        right_files=right,
        expected=Place(**data["expected"]),
        also=tuple(data.get("also", ())),
    )


def _read_example(path: str, content: str | dict[str, Any]) -> Example:
    if isinstance(content, str):
        return Example(form="file", content=content.encode(), shown=content)
    match content:
        case {"edit": edits}:
            return _edited(path, edits)
        case {"keep": snippet}:
            return Example(form="file", content=_base_text(path).encode(), shown=snippet)
        case {"base64": encoded, **rest}:
            shown = rest.get("shown", "(tệp không phải văn bản)")
            return Example(form="file", content=base64.b64decode(encoded), shown=shown)
        case {"repeat": {"text": text, "times": times, **rest}}:
            head = rest.get("head", "")
            shown = f"{head}{text}… (lặp {times} lần)"
            return Example(form="file", content=(head + text * times).encode(), shown=shown)
        case {"link": target}:
            return Example(form="link", content=None, shown=f"(liên kết tới {target})", link=target)
        case {"folder": True}:
            return Example(form="folder", content=None, shown="(một thư mục)")
        case {"absent": True}:
            return Example(form="absent", content=None, shown="(không có)")
    raise ValueError(f"{path}: unknown form of example: {sorted(content)}")


def _edited(path: str, edits: list[dict[str, str]]) -> Example:
    text = _base_text(path)
    for edit in edits:
        if text.count(edit["old"]) != 1:
            raise ValueError(f"{path}: not exactly one {edit['old']!r} to edit")
        text = text.replace(edit["old"], edit["new"])
    shown = "\n…\n".join(edit["new"] or f"(đã xóa: {edit['old'].strip()})" for edit in edits)
    return Example(form="file", content=text.encode(), shown=shown)


def _base_text(path: str) -> str:
    return (BASE / path).read_text(encoding="utf-8")


RULES: Mapping[str, Rule] = load_rules()
"""Code → rule."""
