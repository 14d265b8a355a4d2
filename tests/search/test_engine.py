"""The query side as one file."""

from __future__ import annotations

from handbook.search.engine import BROWSER, PARTS, engine_script


def test_every_script_is_part_of_it() -> None:
    assert {path.stem for path in BROWSER.glob("*.js")} == set(PARTS)


def test_comments_are_not_sent() -> None:
    script = engine_script()

    assert "@param" not in script
    assert "/*" not in script
    assert len(script) < 45_000
