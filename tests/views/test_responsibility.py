"""The matrix of a plan: every body once, every task under who leads and who supports it."""

from __future__ import annotations

from datetime import date

from handbook.checks import load_and_check
from handbook.views.responsibility import Share, has_inferred, responsibility
from handbook.views.site import Site
from tests.catalogues import PLAN, BaseCatalogue
from tests.crawl import ROOT


def shares_of(base: BaseCatalogue) -> dict[str, Share]:
    index, _ = load_and_check(base.root)
    (plan,) = index.plans.values()
    return {one.body.href: one for one in responsibility(Site(index, date(2024, 1, 1)), plan)}


def test_a_body_has_what_it_leads_and_what_it_supports(base: BaseCatalogue) -> None:
    share = shares_of(base)["don-vi/cdcs-mau/"]

    assert [one.number for one in share.led] == [1]
    assert [one.number for one in share.supported] == [2]
    assert share.group == "nhiem-vu-1"


def test_a_body_that_only_supports_has_a_row_without_a_group(base: BaseCatalogue) -> None:
    base.edit(PLAN, ("support:\n      - cdcs-mau", "support:\n      - cong-doan-moi"))

    share = shares_of(base)["don-vi/cong-doan-moi/"]

    assert (share.led, share.group) == ([], "")
    assert [one.number for one in share.supported] == [2]


def test_every_task_is_led_once(base: BaseCatalogue) -> None:
    numbers = [one.number for share in shares_of(base).values() for one in share.led]

    assert sorted(numbers) == [1, 2]


def test_an_inferred_lead_is_told(base: BaseCatalogue) -> None:
    assert not has_inferred(list(shares_of(base).values()))

    base.edit(
        PLAN,
        (
            "body: cong-doan-mau\n    support",
            "body: cong-doan-mau\n    inferred: true\n    support",
        ),
    )

    assert has_inferred(list(shares_of(base).values()))


def test_the_row_of_a_body_leads_to_the_one_group_beside_it() -> None:
    """Thủ Đức gives nine tasks to “Công đoàn các đơn vị trực thuộc”, of which the CĐCS are some."""
    index, _ = load_and_check(ROOT)
    site = Site(index, date(2024, 1, 1))
    shares = {
        plan: {one.body.href: one for one in responsibility(site, index.plans[plan])}
        for plan in ("thu-duc-39-kh-2020", "long-bien-chu-de-2023")
    }

    thu_duc = shares["thu-duc-39-kh-2020"]
    (also,) = thu_duc["don-vi/cdcs-thu-duc/"].also
    (group,) = [one for one in thu_duc.values() if f"#{one.group}" == also.href]
    assert also.text == group.body.text
    assert len(group.led) == 9
    assert not [one for one in shares["long-bien-chu-de-2023"].values() if one.also]
