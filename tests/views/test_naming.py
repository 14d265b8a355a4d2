"""Where plans name a body: each plan once, the newest first."""

from __future__ import annotations

from typing import Any

import pytest

from handbook.views import body
from handbook.views.body import body_page
from handbook.views.naming import find_named
from tests.views.chain_catalogue import Chains

ASKS = {
    "contacts": [{"body": "tinh-a", "printed": "hỏi Tỉnh A", "at": {"path": "I", "lines": [1]}}]
}


def years(plans: list[Any]) -> list[str]:
    return [one.issued[:4] for one in plans]


@pytest.fixture
def asking(chains: Chains) -> Chains:
    """Plans whose ids tell another order than their dates, two of which ask a body to answer."""
    chains.plan("a", "huyen-a", issued="2021-01-02", **ASKS)
    chains.plan("b", "huyen-a", issued="2023-01-02", **ASKS)
    chains.plan("c", "tinh-a", issued="2022-01-02")
    return chains


def test_plans_that_ask_a_body_stand_newest_first(asking: Chains) -> None:
    named = find_named(asking.site(), "tinh-a")

    assert years(named.asked) == ["2023", "2021"]
    assert years(named.plans) == ["2023", "2022", "2021"]
    assert named.received == []


def test_what_is_folded_away_is_older(asking: Chains, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body, "MAX_ASKED", 1)

    page = body_page(asking.site(), "tinh-a")

    assert [link.href for link in page["asked"]] == ["ke-hoach/b/"]
    assert [one.link.href for one in page["older_asked"].entries] == ["ke-hoach/a/"]
