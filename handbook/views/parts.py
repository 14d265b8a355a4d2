"""A list too long for one page goes on in pages of its own: its parts.

A part holds a bounded number of entries, and every entry stands on exactly one part.  Parts are
counted from the end: lists are newest first, so that what was entered long ago stays on the page on
which it is, and only the last part changes when something new is entered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import Any, NamedTuple

from handbook.text import slugify
from handbook.views.addresses import PREFIX, address_of
from handbook.views.site import Link

MAX_FOLDED = 250
"""How many entries a page shows folded; a longer list goes on in parts."""

PART_SIZE = 400
"""How many entries a part holds: an old PC shows it in a moment."""

_SEPARATOR = "--"
"""Between the pieces of a part's id; no id of a record has it."""


class Entry(NamedTuple):
    """A line of a list: before its link the day, say; after it a short word and a sentence.

    A link without an address is told as printed words.  A page that has room for the whole list
    shows the link, the words after it and the plan; what else there is, only parts show.
    """

    link: Link
    word: str = ""
    before: str = ""
    detail: str = ""
    plan: Link | None = None
    """The plan whose item the entry is."""
    also: Sequence[tuple[str, Sequence[Link]]] = ()
    """More links, each row of them with words before it."""
    guide: str = ""
    """What tells where in its list it stands, if that is neither its plan nor its link."""
    anchor: str = ""
    """Its id, where other pages lead to the entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LongList:
    """A list that may go on in parts: its items, the heading each stands under, and their entries.

    Entries are made when they are shown; until then items may be anything that is small.
    """

    name: str
    """In the address of its parts; made by `name_list`."""
    title: str
    page: Link
    """The page whose list it is."""
    items: Sequence[Any]
    heading: Callable[[Any], str]
    entry: Callable[[Any], Entry]
    most: int | None = None
    """How many entries the page itself shows, where that is not `MAX_FOLDED`."""


class Part(NamedTuple):
    """A part of a list as a page links to it."""

    link: Link
    size: int


class Folded(NamedTuple):
    """What a page shows of a list folded: its entries, or links to its parts."""

    entries: Sequence[Entry]
    parts: Sequence[Part]
    total: int

    def __bool__(self) -> bool:
        return self.total > 0


NOTHING_FOLDED = Folded((), (), 0)


def name_list(kind: str, record_id: str, name: str) -> str:
    """Name a list on the page of a record.

    >>> name_list("body", "cdcs", "nhiem-vu")
    'don-vi--cdcs--nhiem-vu'
    """
    return _SEPARATOR.join((PREFIX[kind], record_id, name))


def name_page_list(page: Link, name: str = "") -> str:
    """Name a list on a page that is no record's.

    >>> name_page_list(Link("danh-muc/", "Danh mục"), "so")
    'danh-muc--so'
    """
    return _SEPARATOR.join(filter(None, (slugify(page.href), name)))


def fold(long: LongList) -> Folded:
    """Prepare a list for the page it belongs to."""
    entries = () if is_divided(long) else list(map(long.entry, long.items))
    return Folded(entries, links_to_parts(long), len(long.items))


def links_to_parts(long: LongList) -> Sequence[Part]:
    """Link the parts of a list; there are none when its page has room for it."""
    numbers = part_numbers(long) if is_divided(long) else ()
    return [Part(link_part(long, one), len(items_of(long, one))) for one in numbers]


def fold_apart(long: LongList, key: Callable[[Any], str]) -> dict[str, Folded]:
    """Prepare a list that stands at several places of its page, by the key of each place.

    Items of a place stand together.  A part that holds items of two places is linked at both.
    """
    if not is_divided(long):
        places = groupby(long.items, key)
        whole = {place: list(map(long.entry, items)) for place, items in places}
        return {place: Folded(entries, (), len(entries)) for place, entries in whole.items()}
    links: dict[str, list[Part]] = {}
    for number in part_numbers(long):
        link = link_part(long, number)
        for place, items in groupby(items_of(long, number), key):
            links.setdefault(place, []).append(Part(link, len(list(items))))
    return {
        place: Folded((), parts, sum(one.size for one in parts)) for place, parts in links.items()
    }


def is_divided(long: LongList) -> bool:
    """Tell whether a list is too long for the page it belongs to."""
    return len(long.items) > (MAX_FOLDED if long.most is None else long.most)


def may_be_divided(size: int) -> bool:
    """Tell whether a list of at most `size` entries may be too long for a page."""
    return size > MAX_FOLDED


def part_numbers(long: LongList) -> range:
    """Give the numbers of a list's parts in the order of reading."""
    return range(-(-len(long.items) // PART_SIZE), 0, -1)


def bounds_of(long: LongList, number: int) -> tuple[int, int]:
    """Give where in its list a part begins and ends."""
    stop = len(long.items) - (number - 1) * PART_SIZE
    return max(0, stop - PART_SIZE), stop


def items_of(long: LongList, number: int) -> Sequence[Any]:
    """Give the items of one part."""
    start, stop = bounds_of(long, number)
    return long.items[start:stop]


def part_id(long: LongList, number: int) -> str:
    """Give the id of a part."""
    return f"{long.name}{_SEPARATOR}{number}"


def find_part(lists: dict[str, LongList], record_id: str) -> tuple[LongList, int]:
    """Give the list and the number that a part's id names."""
    name, _, number = record_id.rpartition(_SEPARATOR)
    return lists[name], int(number)


def say_contents(long: LongList, number: int) -> str:
    """Say what stands on a part: its headings, its first entry and its last."""
    items = items_of(long, number)
    first, last = items[0], items[-1]
    headings = _span(long.heading(first), long.heading(last))
    names = _guide_word(long.entry(first)), _guide_word(long.entry(last))
    told = names[0] if names[0] == names[1] else f"từ {names[0]} đến {names[1]}"
    return f"{headings}: {told}" if headings else told[:1].upper() + told[1:]


class Group(NamedTuple):
    """The items of a part that stand under one heading, and its anchor."""

    id: str
    heading: str
    items: list[Any]


def groups_of(long: LongList, number: int) -> list[Group]:
    """Divide a part by headings."""
    groups = groupby(items_of(long, number), long.heading)
    return [Group(f"muc-{at}", name, list(items)) for at, (name, items) in enumerate(groups, 1)]


def link_headings(long: LongList) -> dict[str, Link]:
    """Link each heading of a list where it first stands on a part."""
    found: dict[str, Link] = {}
    for number in part_numbers(long):
        href = address_of("part", part_id(long, number))
        for one in groups_of(long, number):
            found.setdefault(one.heading, Link(f"{href}#{one.id}", one.heading))
    return found


def link_part(long: LongList, number: int) -> Link:
    """Link a part by what stands on it."""
    return Link(address_of("part", part_id(long, number)), say_contents(long, number))


def _guide_word(entry: Entry) -> str:
    """Give the words that tell where in a list an entry stands."""
    return entry.guide or (entry.plan or entry.link).text


def _span(first: str, last: str) -> str:
    """Say from where to where, the words that begin both once.

    >>> _span("Tháng 09/2023", "Tháng 06/2023"), _span("A", "C"), _span("K", "K")
    ('Tháng 09/2023 đến 06/2023', 'A đến C', 'K')
    """
    if first == last:
        return first
    pairs = zip(first.split(), last.split(), strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return f"{first} đến {' '.join(last.split()[same:]) or last}"
