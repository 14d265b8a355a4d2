"""The policy allows exactly what the pages run inline; what it cannot allow is reported."""

from __future__ import annotations

import pytest

from handbook.publish.policy import Inline, content_security_policy, hash_script, inline_hashes


def test_inline_script_is_allowed_by_its_hash() -> None:
    hashes, problems = inline_hashes([("a.html", "<script>f('<b>&amp;')</script><p>f()</p>")])

    assert (hashes, problems) == ({hash_script("f('<b>&amp;')")}, [])
    assert f"script-src 'self' '{hashes.pop()}';" in content_security_policy(
        [hash_script("f('<b>&amp;')")]
    )


@pytest.mark.parametrize(
    "html",
    [
        '<script src="a.js"></script>',
        '<script type="application/json">{"a": 1}</script>',
        '<script type="application/ld+json">{"a": 1}</script>',
        "<p>&lt;script&gt;f()&lt;/script&gt;</p>",
    ],
)
def test_what_does_not_run_needs_no_hash(html: str) -> None:
    assert Inline(html).hashes == set()


def test_line_ends_are_those_a_browser_hashes() -> None:
    assert Inline("<script>a\r\nb\rc</script>").hashes == {hash_script("a\nb\nc")}


@pytest.mark.parametrize(
    "html",
    [
        "<style>p{}</style>",
        '<p style="color:red">',
        '<p onclick="f()">',
        '<a href="javascript:f()">',
        '<a href=" jAva\tscript:f()">',
    ],
)
def test_what_no_policy_allows_is_reported(html: str) -> None:
    _, problems = inline_hashes([("a.html", html)])

    assert len(problems) == 1
    assert problems[0].startswith("a.html: ")


def test_policy_opens_no_door() -> None:
    policy = content_security_policy([])

    assert "script-src 'self';" in policy
    for word in ("unsafe", "*", "http:", "https:"):
        assert word not in policy
