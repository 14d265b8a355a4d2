"""Old addresses: a renamed record keeps its old ids, and their pages lead to the new one."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from handbook.chain import Chain
from handbook.index import Index
from handbook.views.addresses import PREFIX, address_of, root_from

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


def redirect_files(index: Index) -> Iterator[tuple[str, bytes]]:
    """Yield a page for every former id, and for the outline and the chain of a renamed document."""
    chain = Chain(index)
    for one in index.catalogue.loaded:
        kinds = [one.kind] if one.kind in PREFIX else []
        if one.record.id in index.plans and index.plans[one.record.id].outline:
            kinds.append("outline")
        if one.record.former_ids and one.kind in {"plan", "directive"}:
            kinds += ["family"] if one.record.id in chain.below else []
        for kind in kinds:
            for former in one.record.former_ids:
                yield _redirect(address_of(kind, former), address_of(kind, one.record.id))


def _redirect(old: str, new: str) -> tuple[str, bytes]:
    target = escape(f"{root_from(old)}{new}index.html")
    return f"{old}index.html", _PAGE.format(target=target).encode()
