"""A list too long for a page goes on in parts: every entry on exactly one, none too long."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from posixpath import normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.outputs.pages import record_addresses, render_list, render_record
from handbook.views.addresses import address_of
from handbook.views.part_pages import lists_to_divide, part_ids, part_page
from handbook.views.parts import (
    MAX_FOLDED,
    PART_SIZE,
    Entry,
    LongList,
    find_part,
    fold,
    fold_apart,
    is_divided,
    items_of,
    link_part,
    part_id,
    part_numbers,
    say_contents,
)
from handbook.views.site import Link, Site
from tests.narrow_pages import narrow_pages
from tests.views.chain_catalogue import Chains, task


def list_of(years: list[int]) -> LongList:
    return LongList(
        name="ke-hoach",
        title="Kế hoạch",
        page=Link("ke-hoach/", "Kế hoạch"),
        items=list(enumerate(years)),
        heading=lambda item: f"Năm {item[1]}",
        entry=lambda item: Entry(Link(f"ke-hoach/{item[0]}/", f"Kế hoạch {item[0]}")),
    )


LISTS = st.builds(
    lambda length, years: list_of([2030 - place * years // 10_000 for place in range(length)]),
    st.integers(0, 9_000),
    st.integers(1, 40),
)


@given(LISTS)
def test_every_entry_is_on_exactly_one_part(long: LongList) -> None:
    shown = list(chain.from_iterable(items_of(long, one) for one in part_numbers(long)))

    assert shown == list(long.items)
    assert all(0 < len(items_of(long, one)) <= PART_SIZE for one in part_numbers(long))


@given(LISTS)
def test_a_page_shows_a_bounded_list_or_links_to_its_parts(long: LongList) -> None:
    folded = fold(long)

    assert folded.total == len(long.items)
    assert is_divided(long) == (len(long.items) > MAX_FOLDED)
    if is_divided(long):
        assert not folded.entries
        assert [one.link for one in folded.parts] == [
            link_part(long, number) for number in part_numbers(long)
        ]
        assert sum(one.size for one in folded.parts) == folded.total
    else:
        assert not folded.parts
        assert len(folded.entries) == folded.total


@given(LISTS)
def test_each_heading_leads_to_the_parts_that_hold_it(long: LongList) -> None:
    at = fold_apart(long, long.heading)

    assert list(at) == list(dict.fromkeys(map(long.heading, long.items)))
    for heading, folded in at.items():
        items = [one for one in long.items if long.heading(one) == heading]
        assert folded.total == len(items)
        for part in folded.parts:
            [number] = [
                one for one in part_numbers(long) if link_part(long, one).href == part.link.href
            ]
            held = [one for one in items_of(long, number) if long.heading(one) == heading]
            assert len(held) == part.size


@given(LISTS, st.integers(1, 2_000))
def test_what_was_entered_before_stays_where_it_is(long: LongList, newer: int) -> None:
    longer = replace(long, items=[*((-one, 2031) for one in range(newer)), *long.items])

    for number in list(part_numbers(long))[1:]:  # the newest may have had room
        assert items_of(longer, number) == items_of(long, number)


@given(LISTS)
def test_a_part_is_found_by_its_id(long: LongList) -> None:
    for number in part_numbers(long):
        assert find_part({long.name: long}, part_id(long, number)) == (long, number)


def test_a_part_says_what_is_on_it() -> None:
    long = list_of([2025] * PART_SIZE + [2024] * PART_SIZE + [2023])

    assert [say_contents(long, one) for one in part_numbers(long)] == [
        "Năm 2025: Kế hoạch 0",
        f"Năm 2025 đến 2024: từ Kế hoạch 1 đến Kế hoạch {PART_SIZE}",
        f"Năm 2024 đến 2023: từ Kế hoạch {PART_SIZE + 1} đến Kế hoạch {2 * PART_SIZE}",
    ]


@pytest.fixture
def narrow() -> Iterator[None]:
    """Let a few records be too many for a page."""
    with narrow_pages():
        yield


def links_of(html: str, address: str) -> set[str]:
    """Give the addresses of the pages that a page links to."""
    found = re.findall(r'href="([^"#]*)index\.html', html)
    return {f"{normpath(f'{address}{one}')}/" for one in found}


def catalogue(chains: Chains) -> Site:
    chains.directive("nq", "tw")
    for number in range(40):
        chains.plan(
            f"kh-{number:02}",
            "huyen-a",
            "thực hiện nq",
            issued=f"20{number // 4 + 10}-03-0{number % 4 + 1}",
            tasks=[{**task("nv-1", "nq"), "body": "van-phong-a"}],
        )
    return chains.site()


@pytest.mark.usefixtures("narrow")
def test_every_plan_is_reached_from_each_page_over_parts(chains: Chains) -> None:
    site = catalogue(chains)
    plans = {f"ke-hoach/{one}/" for one in site.index.plans}
    addresses = {address for _, _, address in record_addresses(site)}
    starts = {
        "ke-hoach/": render_list(site, "plans", "ke-hoach/").html,
        "danh-muc/": render_list(site, "directory", "danh-muc/").html,
        "don-vi/huyen-a/": render_record(site, "body", "huyen-a").html,
        "don-vi/van-phong-a/": render_record(site, "body", "van-phong-a").html,
        "linh-vuc/viec/": render_record(site, "area", "viec").html,
        "van-ban/nq/": render_record(site, "directive", "nq").html,
        "luoc-do/nq/": render_record(site, "family", "nq").html,
    }

    for start, html in starts.items():
        found = links_of(html, start)
        own = {one for one in found if one.startswith("danh-sach/")}
        assert own, start
        assert own <= addresses, start
        for one in own:
            found |= links_of(render_record(site, "part", one.split("/")[1]).html, one)
        assert plans <= found, start


@pytest.mark.usefixtures("narrow")
def test_no_two_lists_have_one_name(chains: Chains) -> None:
    """The parts of one would take the addresses of the other's."""
    names = [one.name for one in lists_to_divide(catalogue(chains))]

    assert len(names) > 20
    assert [one for one, count in Counter(names).items() if count > 1] == []


@pytest.mark.usefixtures("narrow")
def test_parts_lead_to_their_neighbours_and_back(chains: Chains) -> None:
    site = catalogue(chains)
    ids = part_ids(site)
    assert len(ids) > 20

    for one in ids:
        page = part_page(site, one)
        own = address_of("part", one)
        if page["after"]:
            after = part_page(site, page["after"].href.split("/")[1])
            assert after["before"].href == own
            assert after["first"] == page["last"] + 1
        else:
            assert page["last"] == page["total"]
        if not page["before"]:
            assert page["first"] == 1
        html = render_record(site, "part", one).html
        assert page["page"].href in links_of(html, own)
