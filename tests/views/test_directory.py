"""The directory: nothing is missing, letters in Vietnamese order, numbers by value."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from handbook.checks import load_and_check
from handbook.outputs.pages import RECORD_PAGES, record_addresses
from handbook.text import initial_of, sort_key
from handbook.views.concepts import concept_link
from handbook.views.directory import directory_list, number_order
from handbook.views.site import Site

CATALOGUE = Path(__file__).resolve().parents[1] / "site"


@pytest.fixture(scope="module")
def site() -> Site:
    index, _ = load_and_check(CATALOGUE)
    return Site(index, date(2025, 1, 1))


def test_every_record_is_listed_once(site: Site) -> None:
    letters = directory_list(site)["letters"]

    listed = [line.link.href for letter in letters for line in letter.lines.entries]

    wanted = {
        address
        for kind, _, address in record_addresses(site)
        if not RECORD_PAGES[kind].is_other_look
    }
    wanted |= {site.term(one).href for one in site.index.terms}
    wanted |= {concept_link(one).href for one in site.index.concepts.values()}
    assert sorted(listed) == sorted(wanted)


def test_every_number_is_listed(site: Site) -> None:
    numbers = directory_list(site)["numbers"]

    assert [line.link.text for line in numbers.entries] == [
        "01/KH-CĐM",
        "01-NQ/MAU",
        "02-NQ/MAU",
        "05/CĐM",
    ]


def test_letters_stand_in_vietnamese_order(site: Site) -> None:
    letters = directory_list(site)["letters"]

    shown = [letter.letter for letter in letters]

    assert shown == sorted(set(shown), key=sort_key)
    assert all(
        initial_of(line.link.text) == letter.letter
        for letter in letters
        for line in letter.lines.entries
    )
    ids = [letter.id for letter in letters]
    assert len(set(ids)) == len(ids)
    assert all(one.isascii() for one in ids)


def test_numbers_stand_by_value_then_by_letters() -> None:
    numbers = ["02-NQ/TW", "2/KH-TLĐ", "12/2012/QH13", "39/KH-LĐLĐ", "105/2026/NĐ-CP", "6b/NQ-BCH"]
    mixed = random.Random(1).sample(numbers, len(numbers))

    assert sorted(mixed, key=number_order) == [
        "2/KH-TLĐ",
        "02-NQ/TW",
        "6b/NQ-BCH",
        "12/2012/QH13",
        "39/KH-LĐLĐ",
        "105/2026/NĐ-CP",
    ]
