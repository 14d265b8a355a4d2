"""The Atom feed (RFC 4287) of new and checked records.

Links are relative to the feed, and ids are URNs: the feed is right wherever the site lies.
"""

from __future__ import annotations

from xml.etree import ElementTree

from handbook.views.changes import Change, changes
from handbook.views.site import Site

PATH = "cap-nhat.atom"
MAX_ENTRIES = 100
"""A reader fetches the feed again and again; older changes stand in the changelog of the API."""

_ATOM = "http://www.w3.org/2005/Atom"
_FEED_ID = "urn:uuid:0d9f4a34-4f0c-5d3b-8a54-6b8f7f2f9c10"
_TITLE = "Cẩm nang cán bộ công đoàn: mới và vừa đối chiếu"


def feed_file(site: Site) -> tuple[str, bytes]:
    """Give the feed as (path under the site's root, bytes)."""
    feed = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "vi"})
    entries = changes(site)[:MAX_ENTRIES]
    newest = entries[0].updated if entries else site.today.isoformat()
    _add(feed, "id", _FEED_ID)
    _add(feed, "title", _TITLE)
    _add(feed, "updated", _moment(newest))
    _add(ElementTree.SubElement(feed, "author"), "name", "Ban biên tập")
    ElementTree.SubElement(feed, "link", {"rel": "self", "href": PATH})
    ElementTree.SubElement(feed, "link", {"rel": "alternate", "href": "index.html"})
    for one in entries:
        _add_entry(feed, one)
    ElementTree.indent(feed, " ")
    text = ElementTree.tostring(feed, encoding="unicode")
    return PATH, f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _add_entry(feed: ElementTree.Element, one: Change) -> None:
    entry = ElementTree.SubElement(feed, "entry")
    path, mark, anchor = one.address.partition("#")
    _add(entry, "id", one.uri)
    _add(entry, "title", one.title)
    _add(entry, "updated", _moment(one.updated))
    if one.issued:
        _add(entry, "published", _moment(one.issued))
    href = f"{path}index.html{mark}{anchor}"
    ElementTree.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": href})
    _add(entry, "summary", one.summary or one.title)


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text


def _moment(day: str) -> str:
    """Atom wants a moment; records know days, and Viet Nam's begin seven hours before UTC's."""
    return f"{day}T00:00:00+07:00"
