"""Hostile text in any value reaches the finished pages as text: in titles and contents too."""

from __future__ import annotations

import re
from pathlib import Path

from _building import build_into

CATALOGUE = Path(__file__).resolve().parent.parent / "site"


def test_no_value_becomes_markup(tmp_path: Path) -> None:
    target = tmp_path / "site"
    build_into(target, root=CATALOGUE)

    pages = {path: path.read_text(encoding="utf-8") for path in target.rglob("*.html")}

    assert len(pages) > 20
    for path, html in pages.items():
        assert not re.search(r"<script>\s*alert|<img src=x|href=.javascript:", html), path
    procedure = pages[target / "quy-trinh" / "bao-cao-mau" / "index.html"]
    assert procedure.count("</title>") == 1
    assert "Viết báo cáo mẫu &lt;/title&gt;" in procedure
