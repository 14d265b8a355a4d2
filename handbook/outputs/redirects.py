"""Old addresses: a renamed record keeps its old ids, and their pages lead to the new one."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from handbook.load.record_file import LoadedRecord
from handbook.outputs.pages import RECORD_PAGES
from handbook.views.addresses import PREFIX, address_of, root_from
from handbook.views.site import Site

_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>Trang đã chuyển</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body><p>Trang đã chuyển: <a href="{target}">xem trang mới</a>.</p></body>
</html>
"""


def redirect_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield a page for every former id of a record, at each address that it gave the record."""
    shown = {kind: set(row.ids(site)) for kind, row in RECORD_PAGES.items()}
    for loaded in site.index.catalogue.loaded:
        if not loaded.record.former_ids:
            continue
        for kind in _page_kinds(site, loaded, shown):
            for former in loaded.record.former_ids:
                yield _redirect(address_of(kind, former), address_of(kind, loaded.record.id))


def _page_kinds(site: Site, loaded: LoadedRecord, shown: dict[str, set[str]]) -> list[str]:
    """List the kinds of page a record has: its own, and others that show the same record."""
    record = loaded.record
    others = (
        kind
        for kind, row in RECORD_PAGES.items()
        if record.id in shown[kind] and row.document(site, record.id) is record
    )
    own = [loaded.kind] if loaded.kind in PREFIX else []
    return list(dict.fromkeys([*own, *others]))


def _redirect(old: str, new: str) -> tuple[str, bytes]:
    target = escape(f"{root_from(old)}{new}index.html")
    return f"{old}index.html", _PAGE.format(target=target).encode()
