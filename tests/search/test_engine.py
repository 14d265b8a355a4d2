"""The query side as one file."""

from __future__ import annotations

import gzip

from handbook.search.engine import BROWSER, LATER, PARTS, engine_script, later_script


def test_every_script_is_part_of_it() -> None:
    assert {path.stem for path in BROWSER.glob("*.js")} == {*PARTS, *LATER}


def test_comments_are_not_sent() -> None:
    for script in (engine_script(), *map(later_script, LATER)):
        assert "@param" not in script
        assert "/*" not in script


def test_the_engine_stays_small() -> None:
    assert len(gzip.compress(engine_script().encode())) < 13_100
