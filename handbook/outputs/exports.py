"""What other programs take away: feed, CSV lists, JSON Schemas, changelog."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.outputs.api_schemas import api_descriptions
from handbook.outputs.csv_lists import csv_files
from handbook.outputs.feed import feed_file
from handbook.views.site import Site


def export_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every export as (path under the site's root, bytes)."""
    yield from api_descriptions(site)
    yield from csv_files(site)
    yield feed_file(site)
